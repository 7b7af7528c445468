import { ImportRefused } from './refusal';

/*
 * Counts within a page of Parquet, held against what the page can hold: a run that repeats a value takes a few bytes however long it says it
 * is, and a decoder that believes it fills the memory. Encodings after Encodings.md of Apache Parquet.
 */

/** @param count what is said to be there @param bytes that it stands in */
export const overstated = (count: number, bytes: number): ImportRefused => new ImportRefused('overstated', { count, size: bytes });

/** Packed values beyond the last one that are passed over. */
const PADDING = 512;

/** As decoders read it: 32 bits, whatever comes above them. */
function varint(view: DataView, at: { offset: number }): number {
  let result = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = view.getUint8(at.offset++);
    result |= (byte & 0x7f) << shift;
    if (byte < 0x80) return result;
  }
}

/**
 * Walk through runs that repeat a value or pack bits (RLE/bit-packed hybrid) until `values` are there or the bytes end.
 * @param width of a value, bits
 * @param wanted a value to count
 * @returns how many of `wanted` there are
 * @throws ImportRefused 'overstated' where a run is longer than all values; RangeError where the bytes end within a number
 */
export function walkRuns(view: DataView, offset: number, width: number, values: number, wanted: number): number {
  const at = { offset };
  const wide = (width + 7) >> 3;
  let [seen, found] = [0, 0];
  while (seen < values && at.offset < view.byteLength) {
    const head = varint(view, at);
    if (head & 1) {
      // the last eight may be filled up, and some writers are generous
      if (8 * (head >>> 1) > values + PADDING) throw overstated(8 * (head >>> 1), view.byteLength);
      const count = Math.min(8 * (head >>> 1), values - seen);
      found += countPacked(view, at.offset, width, count, wanted);
      at.offset += (head >>> 1) * width;
      seen += count;
      continue;
    }
    const count = head >>> 1;
    if (count > values) throw overstated(count, view.byteLength);
    let value = 0;
    for (let i = 0; i < wide && at.offset < view.byteLength; i++) value |= view.getUint8(at.offset++) << (8 * i);
    if (value === wanted) found += Math.min(count, values - seen);
    seen += count;
  }
  return found;
}

/** Values of packed bits that are `wanted`; bytes that are not there hold none. */
function countPacked(view: DataView, offset: number, width: number, count: number, wanted: number): number {
  // levels are a few bits wide; of wider values nobody wants to know
  if (wanted < 0 || width > 8) return 0;
  const mask = (1 << width) - 1;
  const there = Math.min(count, Math.floor((8 * Math.max(0, view.byteLength - offset)) / width));
  let found = 0;
  for (let i = 0; i < there; i++) {
    const bit = i * width;
    const byte = offset + (bit >> 3);
    const two = view.getUint8(byte) | (byte + 1 < view.byteLength ? view.getUint8(byte + 1) << 8 : 0);
    if (((two >> (bit & 7)) & mask) === wanted) found++;
  }
  return found;
}

/** Most bytes that strings of a page may come to where each repeats the beginning of the one before. */
const MOST_STRINGS = 1 << 28;

/**
 * Whole numbers written by their differences (DELTA_BINARY_PACKED).
 * @param values how many the decoder will read
 * @param decode false: only the head is looked at
 * @returns them, and where they end
 * @throws ImportRefused 'overstated'; RangeError where the bytes end before
 */
export function deltas(view: DataView, offset: number, values: number, decode: boolean): Readonly<{ numbers: Int32Array; end: number }> {
  const at = { offset };
  const [block, parts, said] = [varint(view, at), varint(view, at), varint(view, at)];
  if (values > 0 && !(parts > 0 && block > 0 && block % parts === 0 && block <= 1 << 20)) throw new ImportRefused('broken', { text: 'delta' });
  if (parts > view.byteLength || said < values) throw overstated(Math.max(parts, values), view.byteLength);
  if (!decode) return { numbers: new Int32Array(0), end: at.offset };
  const numbers = new Int32Array(values);
  const zigzag = () => {
    const value = varint(view, at);
    return (value >>> 1) ^ -(value & 1);
  };
  let value = zigzag();
  if (values > 0) numbers[0] = value;
  let row = 1;
  while (row < values) {
    const least = zigzag();
    const widths = at.offset;
    at.offset += parts;
    for (let part = 0; part < parts && row < values; part++) {
      const width = view.getUint8(widths + part);
      for (let i = 0; i < block / parts && row < values; i++, row++) {
        value = (value + least + bits(view, at.offset, i * width, width)) | 0;
        numbers[row] = value;
      }
      at.offset += ((block / parts) * width) / 8;
    }
  }
  return { numbers, end: at.offset };
}

/** The lower 32 of some packed bits. */
function bits(view: DataView, offset: number, from: number, width: number): number {
  let value = 0;
  for (let bit = 0; bit < Math.min(width, 32); bit++) {
    const at = from + bit;
    if ((view.getUint8(offset + (at >> 3)) >> (at & 7)) & 1) value |= 1 << bit;
  }
  return value;
}

/** Strings that repeat the beginning of the one before (DELTA_BYTE_ARRAY): a few bytes can stand for gigabytes. @throws as `deltas` */
export function checkPrefixes(view: DataView, offset: number, values: number): void {
  const prefixes = deltas(view, offset, values, true);
  const suffixes = deltas(view, prefixes.end, values, true);
  let [before, total] = [0, 0];
  for (let row = 0; row < values; row++) {
    const [prefix = 0, suffix = 0] = [prefixes.numbers[row], suffixes.numbers[row]];
    if (prefix < 0 || suffix < 0 || prefix > before) throw new ImportRefused('broken', { text: 'prefix' });
    before = prefix + suffix;
    total += before;
    if (total > MOST_STRINGS) throw new ImportRefused('zip-bomb', { limit: MOST_STRINGS, size: total });
  }
}
