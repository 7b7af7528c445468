import type { DictionaryBuilder } from './dictionary-builder';

/** Columns that are read; further ones are counted and left out. */
export const MOST_COLUMNS = 256;

/** A row as the table builder sees it, whatever it was read from. Valid only until the next row. */
export interface RowView {
  /** see OwnTable.line */
  line: number;
  /** cells, those beyond MOST_COLUMNS too */
  count: number;
  /** number of the last cell beyond MOST_COLUMNS that is not blank; 0 if there is none */
  beyond: number;
  /** the row's own position, where the format has geometry; undefined where a cell holds it or there is none */
  position: readonly [number, number] | undefined;
  /** nothing stands in the cell */
  isEmpty(column: number): boolean;
  /** the cell is empty or says only that nothing is known: 无, —, N/A … */
  isBlank(column: number): boolean;
  /** a cell as a number: NaN if it is blank or none */
  number(column: number): number;
  /** a cell as text without blanks at its ends */
  text(column: number): string;
  /** the code of a cell's text in a dictionary; the word is added if need be */
  codeIn(dictionary: DictionaryBuilder, column: number): number;
  /** the whole row as it stood, cut at 200 characters */
  raw(): string;
}

/** Longest text that is kept of a rejected row. */
export const MOST_RAW = 200;
