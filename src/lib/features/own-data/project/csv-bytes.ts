const [QUOTE, COMMA, CR, LF, APOSTROPHE] = [34, 44, 13, 10, 39] as const;
/** What a spreadsheet takes for the beginning of a formula: = + - @, tab and line breaks … */
const FORMULA = new Uint8Array(256);
for (const byte of [61, 43, 45, 64, 9, CR, LF]) FORMULA[byte] = 1;
/** … and ＝ ＋ － ＠, which begin with the same two bytes. */
const FULL_WIDTH: ReadonlySet<number> = new Set([0x9d, 0x8b, 0x8d, 0xa0]);

const encoder = new TextEncoder();

/** Whether a text gets an apostrophe in front: what could be a formula, and what has one already, so that it can be taken off again. */
function isGuarded(bytes: Uint8Array, from: number, to: number): boolean {
  if (from >= to) return false;
  const first = bytes[from] as number;
  if (FORMULA[first] === 1 || first === APOSTROPHE) return true;
  return first === 0xef && from + 2 < to && bytes[from + 1] === 0xbc && FULL_WIDTH.has(bytes[from + 2] as number);
}

/** The place where a text begins in a cell that was written here. */
export const textStart = (bytes: Uint8Array, from: number, to: number): number => (from < to && bytes[from] === APOSTROPHE ? from + 1 : from);

/**
 * Cells of a CSV file in RFC 4180's form, as bytes: no string is made of a text that is bytes already. No cell is a formula, and what
 * is put before texts for that can be taken off again without doubt, which guardFormula's form cannot.
 */
export class CsvBytes {
  private bytes = new Uint8Array(1 << 17);
  private inRow = false;
  /** bytes that wait to be taken */
  length = 0;

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.length + more, 2 * this.bytes.length));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  private startCell(room: number): void {
    this.room(room + 1);
    if (this.inRow) this.bytes[this.length++] = COMMA;
    this.inRow = true;
  }

  /** A text, bytes[from … to) of UTF-8. */
  text(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.startCell(2 * (to - from) + 3);
    const guarded = isGuarded(bytes, from, to);
    let plain = true;
    for (let at = from; at < to && plain; at++) {
      const byte = bytes[at] as number;
      plain = byte !== COMMA && byte !== QUOTE && byte !== CR && byte !== LF;
    }
    const own = this.bytes;
    let length = this.length;
    if (!plain) own[length++] = QUOTE;
    if (guarded) own[length++] = APOSTROPHE;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) own[length++] = QUOTE;
      own[length++] = byte;
    }
    if (!plain) own[length++] = QUOTE;
    this.length = length;
  }

  string(text: string): void {
    this.text(encoder.encode(text));
  }

  /** Letters, digits and blanks, which need no care. */
  plain(text: string): void {
    this.startCell(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** A number in its shortest form that reads back as the same; NaN is a blank. */
  number(value: number): void {
    this.plain(Number.isNaN(value) ? '' : Object.is(value, -0) ? '-0' : String(value));
  }

  endRow(): void {
    this.room(2);
    this.bytes[this.length++] = CR;
    this.bytes[this.length++] = LF;
    this.inRow = false;
  }

  /** What was written since the last time. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}
