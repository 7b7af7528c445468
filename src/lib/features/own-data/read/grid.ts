import type { Format } from '../table/guess';
import type { Cell } from './cell-row';
import type { ReadRow, Records } from './records';
import { ImportRefused } from './refusal';
import { MOST_COLUMNS } from './row-view';
import { chooseSheet, PEEKED } from './sheet-choice';
import { sheetRemarks } from './sheet-remarks';

/* Sheets of formats that are read as a whole: OpenDocument, the XML of Excel 2003, tables of web pages. */

/** Rows handed on at a time. */
const BATCH = 5000;
/** A sheet may repeat a row or a cell to its end; blank ones are no data, others are not written so. */
const MOST_REPEATED = 100_000;

const isBlank = (cell: Cell) => cell === null || cell === undefined || cell === '';

/** A sheet in the making. Cells are given in order; blocks of merged cells repeat their value downwards. */
export class Grid {
  hidden = false;
  readonly rows: ReadRow[] = [];
  readonly hiddenColumns: number[] = [];
  readonly notes = { filled: 0, widest: 0, hidden: 0, rounded: 0, uncomputed: new Map<number, number>() };
  private cells: Cell[] = [];
  private column = 0;
  private line = 0;
  /** blocks that reach below the current row: by column, their value and the last row */
  private blocks = new Map<number, Readonly<{ value: Cell; bottom: number; covered: boolean }>>();

  constructor(readonly name: string) {}

  /** @param line number of the row, 1-based; the next one if it is not given */
  startRow(line = this.line + 1): void {
    this.line = line;
    this.cells = [];
    this.column = 0;
  }

  /** Go to a column, from 0. */
  moveTo(column: number): void {
    this.column = column;
  }

  /**
   * @param across columns that the cell takes up @param down rows that it takes up
   * @param covered the format writes the cells below it too (as blanks)
   */
  cell(value: Cell, { across = 1, down = 1, repeated = 1, covered = false } = {}): void {
    // where merged cells are left out, what comes next stands behind them
    if (!covered) while ((this.blocks.get(this.column)?.bottom ?? 0) >= this.line && this.blocks.get(this.column)?.covered === false) this.column++;
    if (!isBlank(value)) for (let i = 0; i < Math.min(repeated, MOST_COLUMNS + 1); i++) this.put(this.column + i, value);
    if (down > 1)
      for (let i = 0; i < Math.min(across, MOST_COLUMNS); i++)
        this.blocks.set(this.column + i, { value: i === 0 ? value : null, bottom: this.line + down - 1, covered });
    this.column += repeated * across;
  }

  /** A formula whose value is not known. */
  uncomputed(): void {
    this.notes.uncomputed.set(this.column, (this.notes.uncomputed.get(this.column) ?? 0) + 1);
  }

  private put(column: number, value: Cell): void {
    if (column > MOST_COLUMNS) this.notes.widest = Math.max(this.notes.widest, column);
    else this.cells[column] = value;
  }

  endRow({ hidden = false, repeated = 1 } = {}): void {
    for (const [column, { value, bottom }] of this.blocks) {
      if (bottom < this.line) this.blocks.delete(column);
      else if (!isBlank(value) && isBlank(this.cells[column])) {
        this.put(column, value);
        this.notes.filled++;
      }
    }
    const cells = Array.from(this.cells, (cell) => cell ?? null);
    if (!cells.every(isBlank)) {
      for (let i = 0; i < Math.min(repeated, MOST_REPEATED); i++)
        this.rows.push(hidden ? { cells, line: this.line + i, hidden } : { cells, line: this.line + i });
      if (hidden) this.notes.hidden += repeated;
    }
    this.line += repeated - 1;
  }
}

/** A workbook of such sheets: the one that was asked for, or the one that looks most like a table of places. @throws ImportRefused */
export function gridRecords(format: Exclude<Format, 'csv'>, grids: readonly Grid[], bytes: number, wanted?: string): Records {
  const peeks = grids.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length, top: rows.slice(0, PEEKED).map(({ cells }) => cells) }));
  const choice = chooseSheet(peeks, wanted);
  const grid = grids.find(({ name }) => name === choice?.chosen);
  if (!choice || !grid) throw new ImportRefused('empty');
  const { rows, hiddenColumns, notes } = grid;
  async function* batches() {
    for (let from = 0; from < rows.length; from += BATCH) {
      await Promise.resolve();
      yield { rows: rows.slice(from, from + BATCH), done: Math.round((Math.min(from + BATCH, rows.length) / rows.length) * bytes) };
    }
  }
  const remarks = (header?: readonly string[]) => sheetRemarks(notes, hiddenColumns, header);
  return { format, geometry: false, sheet: choice.chosen, sheets: choice.sheets, hiddenColumns, rowsExpected: rows.length, batches, remarks };
}

/** Names that are used twice get a number: a sheet is asked for by its name. */
export function distinctName(grids: readonly Grid[], name: string): string {
  let distinct = name;
  for (let again = 2; grids.some((grid) => grid.name === distinct); again++) distinct = `${name} (${again})`;
  return distinct;
}

/** A number as its text says: whole numbers with more digits than a number can hold stay text. */
export function cellOfNumber(text: string): Cell {
  const trimmed = text.trim();
  if (/^[+-]?\d{16,}$/.test(trimmed)) return trimmed;
  const number = Number(trimmed);
  return trimmed === '' ? null : Number.isNaN(number) ? trimmed : number;
}
