import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

// Node does it beside the program
const pack = promisify(deflate);

/** Colours kept: all flat ones of a card, and enough shades between them for soft edges; fewer pack better. */
const MOST = 64;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * An opaque picture as a PNG with a palette, a third of the bytes of one with full colours. A drawing of flat colours has more than 64 only in
 * the soft edges of its letters and lines: the rarest of these shades are told as the next one that is kept.
 * @param pixels red, green, blue and alpha of each, row by row
 */
export async function palettePng(pixels: Uint8Array, width: number, height: number): Promise<Buffer> {
  // a copy of three megabytes for each card would keep the garbage collector busy
  const bytes = pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  const { colours, ends } = runsOf(words);
  const { palette, indexOf } = choose(colours, ends);
  const rows = Buffer.alloc(height * (width + 1));
  for (let run = 0, from = 0; run < colours.length; run++) {
    const [end, index] = [ends[run] ?? 0, indexOf.get(colours[run] ?? 0) ?? 0];
    // each row begins with its filter: none, which suits flat colours best
    for (let row = Math.floor(from / width); from < end; row++) {
      const to = Math.min(end, (row + 1) * width);
      rows.fill(index, from + row + 1, to + row + 1);
      from = to;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, by palette
  header.set([8, 3, 0, 0, 0], 8);
  const plte = Buffer.from(palette.flatMap((word) => [...channels(word)]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', plte),
    chunk('IDAT', await pack(rows, { level: 8, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

/** Red, green and blue of a pixel as it lies in memory. */
const channels = (word: number): readonly [number, number, number] => [word & 255, (word >>> 8) & 255, (word >>> 16) & 255];

/** A picture as runs of one colour, each with the place where it ends: a card has 756,000 pixels and 28,000 runs. */
function runsOf(words: Uint32Array): { colours: number[]; ends: number[] } {
  const [colours, ends]: [number[], number[]] = [[], []];
  let last = words[0] ?? 0;
  // no iterator: this is the one loop over all pixels
  for (let at = 1; at <= words.length; at++) {
    if (words[at] === last) continue;
    colours.push(last);
    ends.push(at);
    last = words[at] ?? 0;
  }
  return { colours, ends };
}

/** The most frequent colours, and for every colour the place of the nearest of them. */
function choose(runs: readonly number[], ends: readonly number[]): { palette: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const [run, word] of runs.entries()) counts.set(word, (counts.get(word) ?? 0) + (ends[run] ?? 0) - (ends[run - 1] ?? 0));
  // of equal ones the smaller first, so that the same drawing always makes the same file
  const colours = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([word]) => word);
  const palette = colours.slice(0, MOST);
  const nearest = finder(palette);
  return { palette, indexOf: new Map(colours.map((word, i) => [word, i < MOST ? i : nearest(word)])) };
}

/** Places in a palette of the colours next to others. */
function finder(palette: readonly number[]): (word: number) => number {
  const [red, green, blue] = ([0, 1, 2] as const).map((i) => Int16Array.from(palette, (word) => channels(word)[i]));
  return (word) => {
    const [r, g, b] = channels(word);
    let [best, index] = [Infinity, 0];
    for (let i = 0; i < palette.length; i++) {
      const away = (r - (red?.[i] ?? 0)) ** 2 + (g - (green?.[i] ?? 0)) ** 2 + (b - (blue?.[i] ?? 0)) ** 2;
      if (away < best) [best, index] = [away, i];
    }
    return index;
  };
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Width and height that a PNG says it has; undefined for what is no PNG. */
export function pngSize(png: Buffer): Readonly<{ width: number; height: number }> | undefined {
  if (png.length < 24 || !png.subarray(0, 8).equals(SIGNATURE)) return undefined;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
