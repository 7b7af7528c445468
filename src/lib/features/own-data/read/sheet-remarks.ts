import type { ImportRemark } from '../table/table';
import { MOST_COLUMNS } from './row-view';

/** What was noticed in a sheet while its rows were read. */
export type SheetNotes = Readonly<{
  /** cells filled from the top of their merged block */
  filled: number;
  /** the last column beyond those that are read; 0 if there is none */
  widest: number;
  /** rows that the spreadsheet hides */
  hidden: number;
  /** whole numbers with more digits than spreadsheets keep */
  rounded: number;
  /** by column: formulas without a stored value */
  uncomputed: ReadonlyMap<number, number>;
}>;

/** A column as spreadsheets call it: A, B … AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** What a reader should know of a sheet, its columns by their names. */
export function sheetRemarks(notes: SheetNotes, hiddenColumns: readonly number[], header: readonly string[] = []): ImportRemark[] {
  const named = (columns: readonly number[]) => columns.map((column) => header[column] ?? columnLetters(column)).join('、');
  const remarks: ImportRemark[] = [];
  if (notes.filled > 0) remarks.push({ code: 'merged-cells', count: notes.filled });
  if (notes.widest >= MOST_COLUMNS) remarks.push({ code: 'columns-left-out', count: notes.widest + 1 - MOST_COLUMNS });
  const seen = hiddenColumns.filter((column) => header.length === 0 || column < header.length);
  if (seen.length > 0) remarks.push({ code: 'hidden-columns', count: seen.length, detail: named(seen) });
  const formulas = [...notes.uncomputed].sort(([a], [b]) => a - b);
  if (formulas.length > 0) {
    const count = formulas.reduce((sum, [, cells]) => sum + cells, 0);
    remarks.push({ code: 'formulas-without-values', count, detail: named(formulas.map(([column]) => column)) });
  }
  if (notes.rounded > 0) remarks.push({ code: 'digits-lost', count: notes.rounded });
  return remarks;
}
