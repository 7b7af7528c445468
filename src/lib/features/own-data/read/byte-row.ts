import { unwrapText } from '../table/cell-text';
import type { DecimalSign } from '../table/read-number';
import { isBlankIn, isEmptyIn } from './blank-bytes';
import type { DictionaryBuilder } from './dictionary-builder';
import { MOST_COLUMNS, MOST_RAW } from './row-view';
import type { RowView } from './row-view';

export { MOST_COLUMNS };

const POWERS = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);
const SPACE = 32;
const QUOTE = 34;
const POINT = 46;
const NOUGHT = 48;
const EQUALS = 61;
const decoder = new TextDecoder();

/**
 * A plain decimal number (−12.34) in bytes[from … to), correctly rounded: with at most 15 digits both numerator and power of ten are
 * exact, so one division is (Clinger 1990). NaN for anything else, longer numbers and exponents too.
 * @param sign the character before the decimals
 */
export function decimalIn(bytes: Uint8Array, from: number, to: number, sign = POINT): number {
  let at = from;
  const minus = bytes[at] === 45;
  if (minus || bytes[at] === 43) at++;
  let value = 0;
  let digits = 0;
  for (; at < to; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    digits++;
  }
  let places = 0;
  if (at < to && bytes[at] === sign) {
    for (at++; at < to; at++) {
      const digit = (bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      places++;
    }
  }
  if (at < to || digits + places === 0 || digits + places > 15) return NaN;
  if (places > 0) value /= POWERS[places] as number;
  return minus ? -value : value;
}

/** A row of a text file as its bytes, with the bounds of its cells. The scanner fills one object again and again. */
export class ByteRow implements RowView {
  bytes: Uint8Array = new Uint8Array(0);
  readonly starts = new Int32Array(MOST_COLUMNS);
  readonly ends = new Int32Array(MOST_COLUMNS);
  /** 1 = the cell was quoted, 2 = with doubled or stray quotation marks inside */
  readonly quoted = new Uint8Array(MOST_COLUMNS);
  line = 0;
  count = 0;
  beyond = 0;
  from = 0;
  to = 0;
  position: undefined;
  private scratch = new Uint8Array(256);
  /** the character before a number's decimals */
  private readonly decimal: number;
  private scratchLength = 0;

  constructor(sign: DecimalSign = '.') {
    this.decimal = sign.charCodeAt(0);
  }

  isEmpty(column: number): boolean {
    return column >= this.count || isEmptyIn(this.bytes, this.starts[column] as number, this.ends[column] as number);
  }

  isBlank(column: number): boolean {
    return column >= this.count || isBlankIn(this.bytes, this.starts[column] as number, this.ends[column] as number);
  }

  /** Only plain numbers; what needs tidying is left to `text`. */
  number(column: number): number {
    if (column >= this.count) return NaN;
    const { bytes } = this;
    let from = this.starts[column] as number;
    let to = this.ends[column] as number;
    while (from < to && (bytes[from] as number) <= SPACE) from++;
    while (to > from && (bytes[to - 1] as number) <= SPACE) to--;
    // with a nought in front it is a code, or needs a second look
    if (bytes[from] === NOUGHT && to > from + 1 && (bytes[from + 1] as number) >= NOUGHT) return NaN;
    return decimalIn(bytes, from, to, this.decimal);
  }

  text(column: number): string {
    return unwrapText(this.exact(column).trim());
  }

  /** A cell's text with the blanks at its ends. */
  exact(column: number): string {
    if (column >= this.count) return '';
    if (this.quoted[column] !== 2) return decoder.decode(this.bytes.subarray(this.starts[column], this.ends[column]));
    this.unquote(column);
    return decoder.decode(this.scratch.subarray(0, this.scratchLength));
  }

  codeIn(dictionary: DictionaryBuilder, column: number): number {
    if (column >= this.count) return dictionary.add(this.bytes, 0, 0);
    let bytes: Uint8Array = this.bytes;
    let from = this.starts[column] as number;
    let to = this.ends[column] as number;
    if (this.quoted[column] === 2) {
      this.unquote(column);
      bytes = this.scratch;
      from = 0;
      to = this.scratchLength;
    }
    while (from < to && (bytes[from] as number) <= SPACE) from++;
    while (to > from && (bytes[to - 1] as number) <= SPACE) to--;
    // ="00017" as in `unwrapText`
    if (bytes[from] === EQUALS && to - from > 3 && bytes[from + 1] === QUOTE && bytes.subarray(from + 2, to).indexOf(QUOTE) === to - from - 3) {
      from += 2;
      to--;
    }
    return dictionary.add(bytes, from, to);
  }

  raw(): string {
    // a character has at most four bytes
    return [...decoder.decode(this.bytes.subarray(this.from, Math.min(this.to, this.from + 4 * MOST_RAW))).trim()].slice(0, MOST_RAW).join('');
  }

  /** Doubled quotation marks to single ones, into the scratch. */
  private unquote(column: number): void {
    const { bytes } = this;
    const end = this.ends[column] as number;
    let at = this.starts[column] as number;
    if (end - at > this.scratch.length) this.scratch = new Uint8Array(2 * (end - at));
    let length = 0;
    while (at < end) {
      const byte = bytes[at] as number;
      this.scratch[length++] = byte;
      at += byte === QUOTE && bytes[at + 1] === QUOTE && at + 1 < end ? 2 : 1;
    }
    this.scratchLength = length;
  }
}
