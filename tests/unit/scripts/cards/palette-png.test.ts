import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { palettePng, pngSize } from '../../../../scripts/steps/cards/palette-png';

/** Red, green and blue of each pixel, read back from a PNG as palettePng writes it. */
function read(png: Buffer): number[][] {
  const { width, height } = pngSize(png) ?? { width: 0, height: 0 };
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const palette = parts.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0));
  return Array.from({ length: width * height }, (_, i) => {
    const index = rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] ?? 0;
    return [...palette.subarray(3 * index, 3 * index + 3)];
  });
}
const pixels = (colours: readonly (readonly number[])[]) => new Uint8Array(colours.flatMap((colour) => [...colour, 255]));

it('keeps every pixel of a picture with few colours', async () => {
  const colours = Array.from({ length: 12 * 5 }, (_, i) => [i % 7, (i * 31) % 8, 200]);
  const png = await palettePng(pixels(colours), 12, 5);
  expect(pngSize(png)).toEqual({ width: 12, height: 5 });
  expect(read(png)).toEqual(colours);
});

it('tells the rarest of too many colours as the nearest that is kept', async () => {
  // 64 shades twice, and one near to one of them once
  const shades = Array.from({ length: 64 }, (_, i) => [4 * i, 0, 0]);
  const found = read(await palettePng(pixels([...shades, ...shades, [9, 1, 0], ...Array.from({ length: 7 }, () => [0, 0, 0])]), 8, 17));
  expect(found.slice(0, 128)).toEqual([...shades, ...shades]);
  expect(found[128]).toEqual([8, 0, 0]);
});

it('knows what is no PNG', () => {
  expect(pngSize(Buffer.from('GIF89a'))).toBeUndefined();
  expect(pngSize(Buffer.alloc(40))).toBeUndefined();
});
