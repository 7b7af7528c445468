import { ImportRefused } from '../read/refusal';

const [QUOTE, COMMA, CR, LF] = [34, 44, 13, 10] as const;
/** Bytes of a row: 256 cells of the most that a spreadsheet's cell holds. */
const MOST_ROW = 64 << 20;
/** Where in a cell the scanner is: before it, in it, in its quotation marks, behind one inside them, behind a CR. */
const [START, PLAIN, QUOTED, MARK, RETURN] = [0, 1, 2, 3, 4] as const;

/** A table of a project is not what was written. */
export const damaged = (text: string) => new ImportRefused('project-damaged', { text });

/**
 * Rows of a CSV file that was made here, from chunks of any size. Unlike the readers of people's own files it forgives nothing: every row has the
 * same number of cells, however many these are, and each byte is looked at once.
 */
export class CellScanner {
  /** the row's cells without marks, one after the other; valid until the next row */
  bytes = new Uint8Array(1 << 12);
  /** where each cell ends in them */
  readonly ends: Uint32Array;
  private length = 0;
  private cell = 0;
  private state: number = START;
  rows = 0;

  constructor(
    private readonly width: number,
    private readonly row: (cells: CellScanner) => void
  ) {
    this.ends = new Uint32Array(width);
  }

  /** Where a cell begins. */
  from(cell: number): number {
    return cell === 0 ? 0 : (this.ends[cell - 1] as number);
  }

  private room(more: number): void {
    const needed = this.length + more;
    if (needed > MOST_ROW) throw damaged('row');
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  private endCell(): void {
    if (this.cell >= this.width) throw damaged('cells');
    this.ends[this.cell++] = this.length;
    this.state = START;
  }

  private endRow(): void {
    if (this.cell !== this.width) throw damaged('cells');
    this.rows++;
    this.row(this);
    this.cell = this.length = 0;
  }

  push(chunk: Uint8Array): void {
    this.room(chunk.length);
    for (const byte of chunk) {
      const { state } = this;
      if (state === QUOTED) {
        if (byte === QUOTE) this.state = MARK;
        else this.bytes[this.length++] = byte;
      } else if (state === RETURN) {
        if (byte !== LF) throw damaged('line');
        this.state = START;
        this.endRow();
      } else if (byte === COMMA) this.endCell();
      else if (byte === CR) {
        this.endCell();
        this.state = RETURN;
      } else if (byte === QUOTE && state !== PLAIN) {
        // the first of a cell, or the second of two
        if (state === MARK) this.bytes[this.length++] = QUOTE;
        this.state = QUOTED;
      } else {
        if (byte === QUOTE || byte === LF || state === MARK) throw damaged('quote');
        this.bytes[this.length++] = byte;
        this.state = PLAIN;
      }
    }
  }

  /** @throws ImportRefused if the last row is not whole */
  end(): void {
    if (this.state !== START || this.cell > 0 || this.length > 0) throw damaged('end');
  }
}
