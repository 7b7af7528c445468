import { gunzipSync } from 'fflate';
import { snappyUncompress } from 'hyparquet';
import type { ColumnMetaData, SchemaTree } from 'hyparquet';
import { checkPrefixes, deltas, overstated, walkRuns } from './parquet-runs';
import { ImportRefused } from './refusal';
import { numberOf, structOf, ThriftWalker } from './thrift';
import type { Struct } from './thrift';

/*
 * Pages of a Parquet file, looked at before they are decoded: how many values they say they have, against the bytes that these stand in.
 * Layout after parquet.thrift of Apache Parquet.
 */

/** Most values that a page, or a column of lists within a stretch of rows, may have. Writers make pages of some 20,000. */
export const MOST_VALUES = 1 << 24;
/** Unpacked to packed size that the codecs can reach at most: a copy of 64 bytes takes three, and deflate ends at 1032. */
const RATIOS: Readonly<Record<string, number>> = { UNCOMPRESSED: 1, SNAPPY: 22, GZIP: 1032 };
/** Largest page, bytes unpacked. */
const MOST_PAGE = 1 << 29;
/** Bytes that are read at a time: a page and its head, mostly. */
const WINDOW = 1 << 20;
/** Bytes that the head of a page takes at most, as a rule. */
const HEAD = 1 << 14;
/** Page types and encodings that are looked into, by their numbers. */
const [DATA, DICTIONARY, DATA_2] = [0, 2, 3] as const;
const [PLAIN, PLAIN_DICTIONARY, RLE, DELTA, DELTA_LENGTH, DELTA_STRINGS, RLE_DICTIONARY, SPLIT] = [0, 2, 3, 5, 6, 7, 8, 9] as const;
/** Bits that a value takes at least; a string has its length before it. */
const LEAST_BITS: Readonly<Record<string, number>> = { BOOLEAN: 1, INT32: 32, FLOAT: 32, INT64: 64, DOUBLE: 64, INT96: 96, BYTE_ARRAY: 32 };

const brokenPage = () => new ImportRefused('broken', { text: 'parquet page' });

/** A column's pages within one stretch of rows, checked as far as they were asked for. */
export class ColumnPages {
  private readonly start: number;
  private readonly end: number;
  private offset: number;
  /** what was read last, from `at` on */
  private window = { at: 0, bytes: new DataView(new ArrayBuffer(0)) };
  private values = 0;
  private readonly most: number;
  private readonly levels: Readonly<{ repeated: number; defined: number }>;
  private readonly bits: number;
  /** it holds one value for each row */
  readonly flat: boolean;
  /** values of the largest page so far */
  largest = 0;

  /**
   * @param path from the schema's root to the column
   * @param rows of the stretch
   * @throws ImportRefused where the column's own account cannot be
   */
  constructor(
    private readonly file: Blob,
    private readonly meta: ColumnMetaData,
    path: readonly SchemaTree[],
    rows: number
  ) {
    this.start = this.offset = Number(meta.dictionary_page_offset || meta.data_page_offset);
    this.end = this.start + Number(meta.total_compressed_size);
    const kinds = path.map(({ element }) => element.repetition_type);
    this.levels = {
      repeated: kinds.filter((kind) => kind === 'REPEATED').length,
      defined: kinds.slice(1).filter((kind) => kind !== 'REQUIRED').length
    };
    this.flat = path.length === 2 && this.levels.repeated === 0;
    this.most = Number(meta.num_values);
    this.bits = LEAST_BITS[meta.type] ?? 8 * Math.max(1, path.at(-1)?.element.type_length ?? 1);
    if (!(this.start >= 0 && this.end >= this.start && this.end <= file.size)) throw new ImportRefused('broken', { text: 'parquet offset' });
    // lists come apart into an array for each of their levels
    const room = this.flat ? Infinity : MOST_VALUES / path.length;
    // as many as rows, where a row has one
    if (!(this.most >= 0) || (this.levels.repeated === 0 && this.most < rows)) throw new ImportRefused('broken', { text: 'parquet values' });
    if (this.most > room || (this.levels.repeated === 0 && this.most > rows)) throw overstated(this.most, this.end - this.start);
  }

  /** Check the pages that hold the first `rows` rows, as far as this has not been done. @throws ImportRefused; RangeError where bytes end */
  async check(rows: number, signal?: AbortSignal): Promise<void> {
    const wanted = this.flat ? Math.min(rows, this.most) : this.most;
    // a decoder reads on while there is room for a page's head
    while (this.values < wanted && this.offset < this.end - 1) {
      signal?.throwIfAborted();
      await this.page();
    }
    if (this.values < wanted) throw overstated(this.most, this.end - this.start);
    // all is checked: what was read for that would stay in memory for each column
    if (this.values >= this.most) this.window = { at: 0, bytes: new DataView(new ArrayBuffer(0)) };
  }

  private async page(): Promise<void> {
    // most heads are short; one holds the least and the greatest value, which may be long
    let walker = new ThriftWalker(await this.read(this.offset, Math.min(this.end, this.offset + HEAD)));
    let head: Struct;
    try {
      head = walker.struct();
    } catch (error) {
      if (this.offset + HEAD >= this.end) throw error;
      walker = new ThriftWalker(await this.read(this.offset, this.end));
      head = walker.struct();
    }
    const [type, unpacked, packed] = [numberOf(head, 1), numberOf(head, 2), numberOf(head, 3)];
    const start = this.offset + walker.offset;
    if (!(packed >= 0 && start + packed <= this.end && unpacked >= 0)) throw brokenPage();
    if (unpacked > MOST_PAGE || unpacked > 64 + packed * (RATIOS[this.meta.codec] ?? 0))
      throw new ImportRefused('zip-bomb', { limit: MOST_PAGE, size: unpacked });
    const bytes = await this.read(start, start + packed);
    this.offset = start + packed;
    if (type === DICTIONARY) return this.plain(numberOf(structOf(head, 7), 1), unpacked);
    const data = structOf(head, type === DATA_2 ? 8 : 5);
    const values = numberOf(data, 1);
    if (!data || (type !== DATA && type !== DATA_2) || !(values >= 0)) throw brokenPage();
    if (values > MOST_VALUES || this.values + values > this.most) throw overstated(values, packed);
    if (type === DATA) this.first(bytes, unpacked, values, numberOf(data, 2));
    else this.second(bytes, unpacked, values, data);
    this.values += values;
    this.largest = Math.max(this.largest, values);
  }

  private async read(from: number, to: number): Promise<DataView> {
    const { at, bytes } = this.window;
    if (from < at || to > at + bytes.byteLength)
      this.window = { at: from, bytes: new DataView(await this.file.slice(from, Math.min(this.end, Math.max(to, from + WINDOW))).arrayBuffer()) };
    return new DataView(this.window.bytes.buffer, from - this.window.at, to - from);
  }

  /** A data page of the first kind: levels with their lengths before them, then values, all packed together. */
  private first(bytes: DataView, unpacked: number, values: number, encoding: number): void {
    const page = this.unpack(bytes, unpacked);
    let offset = 0;
    const level = (most: number): number => {
      if (most === 0) return values;
      const found = walkRuns(page, offset + 4, 32 - Math.clz32(most), values, most);
      offset += 4 + page.getUint32(offset, true);
      return found;
    };
    level(this.levels.repeated);
    const there = level(this.levels.defined);
    this.encoded(page, offset, there, encoding);
  }

  /** … of the second kind: levels stand before what is packed, their lengths in the head. */
  private second(bytes: DataView, unpacked: number, values: number, data: Struct): void {
    const [nulls, encoding, defined, repeated] = [2, 4, 5, 6].map((field) => numberOf(data, field)) as [number, number, number, number];
    if (!(nulls >= 0 && nulls <= values)) throw brokenPage();
    if (!(defined >= 0 && repeated >= 0 && defined + repeated <= bytes.byteLength)) throw brokenPage();
    if (this.levels.repeated > 0) walkRuns(bytes, 0, 32 - Math.clz32(this.levels.repeated), values, -1);
    if (this.levels.defined > 0) walkRuns(bytes, repeated, 32 - Math.clz32(this.levels.defined), values, -1);
    const rest = new DataView(bytes.buffer, bytes.byteOffset + defined + repeated, bytes.byteLength - defined - repeated);
    const size = unpacked - defined - repeated;
    if (size < 0) throw brokenPage();
    const packed = data.get(7) !== 0 && size > 0;
    this.encoded(packed ? this.unpack(rest, size) : rest, 0, values - nulls, encoding);
  }

  /** Values as they are encoded, from `offset` on. */
  private encoded(page: DataView, offset: number, values: number, encoding: number): void {
    const left = page.byteLength - offset;
    switch (encoding) {
      case PLAIN:
      case SPLIT:
        return this.plain(values, left);
      case PLAIN_DICTIONARY:
      case RLE_DICTIONARY:
      case RLE: {
        const boolean = this.meta.type === 'BOOLEAN';
        const width = boolean ? 1 : left > 0 ? page.getUint8(offset) : 0;
        if (width > 0) walkRuns(page, offset + (boolean ? 4 : 1), width, values, -1);
        return;
      }
      case DELTA:
      case DELTA_LENGTH:
        return void (values > 0 && deltas(page, offset, values, false));
      case DELTA_STRINGS:
        return checkPrefixes(page, offset, values);
      default:
        // bits after the deprecated fashion, and adaptive floats: the decoder holds their count against ours, or refuses them
        return;
    }
  }

  /** Values that each take some bits. */
  private plain(values: number, bytes: number): void {
    if (!(values >= 0) || values * this.bits > 8 * bytes) throw overstated(values, bytes);
  }

  private unpack(bytes: DataView, unpacked: number): DataView {
    const input = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const page = unpackPage(this.meta.codec, input, unpacked);
    return new DataView(page.buffer, page.byteOffset, page.byteLength);
  }
}

/** What hyparquet does not unpack itself: gzip, into as many bytes as were said and checked. */
export const GUNZIP = (input: Uint8Array, unpacked: number): Uint8Array => gunzipSync(input, { out: new Uint8Array(unpacked) });

function unpackPage(codec: string, input: Uint8Array, unpacked: number): Uint8Array {
  if (codec === 'UNCOMPRESSED') return input;
  if (codec === 'GZIP') return GUNZIP(input, unpacked);
  const page = new Uint8Array(unpacked);
  snappyUncompress(input, page);
  return page;
}
