import { countInvisible, isBlankText, stripInvisible, unwrapText } from '../table/cell-text';
import { commaNumber } from '../table/read-number';
import type { DecimalSign } from '../table/read-number';
import type { DictionaryBuilder } from './dictionary-builder';
import { MOST_COLUMNS, MOST_RAW } from './row-view';
import type { RowView } from './row-view';

export type Cell = string | number | null | undefined;

const encoder = new TextEncoder();

/** A row of cells that a reader of another format has made. */
export class CellRow implements RowView {
  line = 0;
  count = 0;
  beyond = 0;
  position: readonly [number, number] | undefined;
  /** characters that nobody sees, left out so far */
  invisible = 0;
  private cells: readonly Cell[] = [];
  private scratch = new Uint8Array(1024);

  /** @param sign the character before a number's decimals, where numbers are texts */
  constructor(private readonly sign: DecimalSign = '.') {}

  set(cells: readonly Cell[], line: number, position?: readonly [number, number]): this {
    this.cells = this.clean(cells);
    this.line = line;
    this.count = cells.length;
    this.position = position;
    this.beyond = 0;
    for (let column = MOST_COLUMNS; column < cells.length; column++) if (!this.isEmpty(column)) this.beyond = column + 1;
    return this;
  }

  /** The cells as they are, unless a text of theirs holds characters that nobody sees. */
  private clean(cells: readonly Cell[]): readonly Cell[] {
    let cleaned: Cell[] | undefined;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (typeof cell !== 'string') continue;
      const stripped = stripInvisible(cell);
      if (stripped === cell) continue;
      this.invisible += countInvisible(cell);
      (cleaned ??= [...cells])[column] = stripped;
    }
    return cleaned ?? cells;
  }

  isEmpty(column: number): boolean {
    const cell = this.cells[column];
    return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
  }

  isBlank(column: number): boolean {
    const cell = this.cells[column];
    return cell === undefined || cell === null || (typeof cell === 'string' && isBlankText(cell));
  }

  number(column: number): number {
    const cell = this.cells[column];
    if (typeof cell === 'number') return cell;
    return this.sign === ',' && typeof cell === 'string' ? commaNumber(cell) : NaN;
  }

  text(column: number): string {
    return unwrapText(String(this.cells[column] ?? '').trim());
  }

  codeIn(dictionary: DictionaryBuilder, column: number): number {
    const text = this.text(column);
    if (3 * text.length > this.scratch.length) this.scratch = new Uint8Array(6 * text.length);
    return dictionary.add(this.scratch, 0, encoder.encodeInto(text, this.scratch).written);
  }

  raw(): string {
    return [...this.cells.map((cell) => cell ?? '').join('\t')].slice(0, MOST_RAW).join('');
  }
}
