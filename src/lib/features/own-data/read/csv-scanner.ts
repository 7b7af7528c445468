import type { DecimalSign } from '../table/read-number';
import type { RejectReason } from '../table/table';
import { ByteRow, MOST_COLUMNS } from './byte-row';

const LF = 10;
const CR = 13;
const QUOTE = 34;
/** A row longer than this is broken: most likely a quotation mark that is never closed. */
export const MOST_ROW_BYTES = 1 << 20;

export type ScanTarget = Readonly<{
  /** a row; the object is used again for the next one */
  row: (row: ByteRow) => void;
  /** a line that is no row, as bytes */
  bad: (reason: RejectReason, line: number, bytes: Uint8Array) => void;
}>;

/**
 * Rows from UTF-8 bytes in chunks of any size (RFC 4180, leniently): quoted cells may hold delimiters and line breaks, "" is a quotation
 * mark, lines end with LF, CRLF or CR, blank lines are skipped. A quotation mark inside a quoted cell that neither ends it nor is doubled
 * is taken as it stands, as long as the cell ends on its line. Where a mark is never closed only that line is lost: scanning goes on with the next.
 * A byte order mark must be gone already.
 */
export class CsvScanner {
  private buffer = new Uint8Array(0);
  private length = 0;
  /** line, 1-based, of the next row to scan */
  private line = 1;
  /** in a line that is too long, up to its end */
  private skipping = false;
  private readonly row: ByteRow;

  constructor(
    private readonly delimiter: number,
    private readonly target: ScanTarget,
    sign?: DecimalSign
  ) {
    this.row = new ByteRow(sign);
  }

  push(chunk: Uint8Array): void {
    if (this.length === 0) {
      // nothing left over: the chunk is scanned where it is
      this.scan(chunk, chunk.length, false);
      return;
    }
    const needed = this.length + chunk.length;
    if (needed > this.buffer.length) {
      const grown = new Uint8Array(Math.max(needed, 2 * this.buffer.length));
      grown.set(this.buffer.subarray(0, this.length));
      this.buffer = grown;
    }
    this.buffer.set(chunk, this.length);
    this.scan(this.buffer, needed, false);
  }

  /** The last row may lack its line break. */
  end(): void {
    this.scan(this.buffer, this.length, true);
  }

  private scan(bytes: Uint8Array, length: number, last: boolean): void {
    let at = 0;
    while (at < length) {
      const next = this.skipping ? this.skipLine(bytes, at, length, last) : this.scanRow(bytes, at, length, last);
      if (next < 0) break;
      at = next;
    }
    const left = length - at;
    if (bytes === this.buffer) this.buffer.copyWithin(0, at, length);
    else if (left > 0) {
      if (left > this.buffer.length) this.buffer = new Uint8Array(Math.max(2 * left, 1 << 16));
      this.buffer.set(bytes.subarray(at, length));
    }
    this.length = left;
  }

  /** Scan one row; the answer is where the next one starts, or -1 if the row is not complete yet. */
  private scanRow(bytes: Uint8Array, start: number, length: number, last: boolean): number {
    const { row, delimiter } = this;
    const { starts, ends, quoted } = row;
    const bound = Math.min(length, start + MOST_ROW_BYTES);
    let at = start;
    let count = 0;
    let lines = 0;
    for (;;) {
      // one cell from `at`
      let flag = 0;
      let from = at;
      let to: number;
      if (at < bound && bytes[at] === QUOTE) {
        flag = 1;
        let stray = false;
        let newlines = 0;
        from = ++at;
        for (;;) {
          if (at >= bound) return this.overrun(bytes, start, length, last, bound);
          const byte = bytes[at] as number;
          if (byte === QUOTE) {
            if (at + 1 >= bound && !(last && at + 1 >= length)) return this.overrun(bytes, start, length, last, bound);
            const next = at + 1 >= length ? LF : (bytes[at + 1] as number);
            if (next === delimiter || next === LF || next === CR) break;
            flag = 2;
            if (next === QUOTE) at++;
            else stray = true;
          } else if (byte === LF || byte === CR) {
            if (byte === CR && at + 1 >= bound && !(last && at + 1 >= length)) return this.overrun(bytes, start, length, last, bound);
            if (byte === CR && bytes[at + 1] === LF && at + 1 < length) at++;
            newlines++;
          }
          if (stray && newlines > 0) return this.loseLine(bytes, start, length, last, 'stray-quote');
          at++;
        }
        to = at++;
        lines += newlines;
      } else {
        while (at < bound) {
          const byte = bytes[at] as number;
          if (byte === delimiter || byte === LF || byte === CR) break;
          at++;
        }
        to = at;
      }
      if (count < MOST_COLUMNS) {
        starts[count] = from;
        ends[count] = to;
        quoted[count] = flag;
      } else if (to > from) row.beyond = count + 1;
      count++;
      if (at >= bound) {
        if (!(last && at >= length)) return this.overrun(bytes, start, length, last, bound);
        break;
      }
      const byte = bytes[at] as number;
      if (byte === delimiter) {
        at++;
        continue;
      }
      if (byte === CR) {
        if (at + 1 >= length && !last) return -1;
        if (at + 1 < length && bytes[at + 1] === LF) at++;
      }
      at++;
      lines++;
      break;
    }
    if (count > 1 || ends[0] !== starts[0] || quoted[0] !== 0) {
      row.bytes = bytes;
      row.line = this.line;
      row.count = count;
      row.from = start;
      row.to = at;
      this.target.row(row);
    }
    row.beyond = 0;
    this.line += lines;
    return at;
  }

  /** The row goes on beyond what is there: wait for more, unless it is too long or nothing more will come. */
  private overrun(bytes: Uint8Array, start: number, length: number, last: boolean, bound: number): number {
    this.row.beyond = 0;
    const tooLong = bound - start >= MOST_ROW_BYTES;
    if (!tooLong && !last) return -1;
    return this.loseLine(bytes, start, length, last, bytes.subarray(start, bound).includes(QUOTE) ? 'stray-quote' : 'row-too-long');
  }

  /** Report the line that the row starts on and go on with the next line; a line of more than a megabyte is skipped to its end. */
  private loseLine(bytes: Uint8Array, start: number, length: number, last: boolean, reason: RejectReason): number {
    this.row.beyond = 0;
    const bound = Math.min(length, start + MOST_ROW_BYTES);
    let at = start;
    while (at < bound && bytes[at] !== LF && bytes[at] !== CR) at++;
    const endless = at >= bound && bound - start >= MOST_ROW_BYTES;
    if (!endless && bytes[at] === CR && at + 1 >= length && !last) return -1;
    this.target.bad(endless ? 'row-too-long' : reason, this.line, bytes.subarray(start, at));
    this.skipping = endless;
    return endless ? at : this.pastBreak(bytes, at, length);
  }

  /** The place behind a line break at `at`, if there is one. */
  private pastBreak(bytes: Uint8Array, at: number, length: number): number {
    if (at >= length) return at;
    this.line++;
    return bytes[at] === CR && at + 1 < length && bytes[at + 1] === LF ? at + 2 : at + 1;
  }

  /** Go on to the end of a line that is skipped; -1 if more must come first. */
  private skipLine(bytes: Uint8Array, start: number, length: number, last: boolean): number {
    let at = start;
    while (at < length && bytes[at] !== LF && bytes[at] !== CR) at++;
    if (at >= length) return at;
    if (bytes[at] === CR && at + 1 >= length && !last) return -1;
    this.skipping = false;
    return this.pastBreak(bytes, at, length);
  }
}
