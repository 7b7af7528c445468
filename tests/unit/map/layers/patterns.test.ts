import { describe, expect, test } from 'vitest';
import { mixColours, parseColour, withAlpha } from '#lib/map/layers/colour';
import { patternId, patternImages } from '#lib/map/layers/patterns';
import type { PixelImage } from '#lib/map/layers/patterns';
import { markImages } from '#lib/map/layers/places';
import { toneColours } from '#lib/map/layers/zone-tone';
import { tokensFromCss } from './fixtures';

const tokens = tokensFromCss('light');
const images = patternImages(tokens);
const imageOf = (tier: Parameters<typeof patternId>[0], index: number): PixelImage => images.get(patternId(tier, index) ?? '')!;
const alphas = ({ data }: PixelImage) => data.filter((_, i) => i % 4 === 3);

describe('patterns', () => {
  test('are square tiles of whole pixels, part paint and part gap', () => {
    for (const [id, image] of images) {
      expect(image.width, id).toBe(image.height);
      expect(image.data, id).toHaveLength(image.width * image.height * 4);
      const painted = alphas(image).filter((alpha) => alpha > 127).length / alphas(image).length;
      expect(painted, id).toBeGreaterThan(0.03);
      expect(painted, id).toBeLessThan(0.45);
    }
  });

  test('of neighbouring belts, circles and assignments differ in shape, not in colour alone', () => {
    for (const [tier, count] of [
      ['belt', 3],
      ['circle', 2],
      ['assignment', 6]
    ] as const) {
      const shapes = Array.from({ length: count }, (_, index) => alphas(imageOf(tier, index)).join());
      expect(new Set(shapes).size, tier).toBe(count);
    }
  });

  test('repeat without a seam: the last row leads on to the first', () => {
    const { width, data } = imageOf('belt', 0);
    const alpha = (x: number, y: number) => data[(((y + width) % width) * width + ((x + width) % width)) * 4 + 3];
    // the first belt's lines run along x + y = const: each row is the one above, shifted by a pixel, also across the seam
    for (let y = 0; y < width; y++) for (let x = 0; x < width; x++) expect(alpha(x, y)).toBe(alpha(x - 1, y + 1));
  });

  test('wear the colour of their zone', () => {
    const { data } = imageOf('belt', 1);
    expect([...data.slice(0, 3)]).toEqual(toneColours(tokens).get('belt-1')?.slice(0, 3));
    expect(patternId('core', 0)).toBeUndefined();
  });

  test('marks of the three groups differ in shape', () => {
    const shapes = [...markImages(tokens).values()].map((image) => alphas(image).join());
    expect(new Set(shapes).size).toBe(3);
  });
});

describe('colours', () => {
  test('are read as computed styles and the tokens write them', () => {
    expect(parseColour('#15785a')).toEqual([21, 120, 90, 255]);
    expect(parseColour(' #fff ')).toEqual([255, 255, 255, 255]);
    expect(parseColour('#11223380')).toEqual([17, 34, 51, 128]);
    expect(parseColour('rgb(1, 2, 3)')).toEqual([1, 2, 3, 255]);
    expect(parseColour('rgba(1, 2, 3, 0.5)')).toEqual([1, 2, 3, 128]);
    expect(parseColour('rgb(1 2 3 / 50%)')).toEqual([1, 2, 3, 128]);
    for (const wrong of ['', 'teal', '#12', 'rgb(1, 2)', 'light-dark(#fff, #000)']) expect(() => parseColour(wrong)).toThrow(/colour/);
    expect(mixColours([0, 0, 0, 255], [100, 200, 50, 255], 0.5)).toEqual([50, 100, 25, 255]);
    expect(withAlpha([1, 2, 3, 255], 0.5)).toEqual([1, 2, 3, 128]);
  });
});
