import type { Format, SheetInfo } from '../table/guess';
import type { Declared } from '../table/systems';
import type { ImportRemark } from '../table/table';
import type { Cell } from './cell-row';

/**
 * A row of a format other than text: cells in the order of the columns, its line (see OwnTable.line), its position if it has geometry, and
 * whether the spreadsheet hides it.
 */
export type ReadRow = Readonly<{ cells: readonly Cell[]; line: number; position?: readonly [number, number] | null; hidden?: boolean }>;

/** A file of such a format. */
export type Records = Readonly<{
  format: Exclude<Format, 'csv'>;
  /** column names, where the format has them; otherwise the header is one of the rows */
  header?: readonly string[];
  geometry: boolean;
  /** what the file says of its coordinate system */
  declared?: Declared | undefined;
  /** workbooks: the sheet that is read, and all that can be */
  sheet?: string;
  sheets?: readonly SheetInfo[];
  /** columns that the spreadsheet hides, from 0 */
  hiddenColumns?: readonly number[];
  /** exact, where the format says */
  rowsExpected?: number;
  /** rows in batches; `done` bytes of the file are read */
  batches: () => AsyncIterable<Readonly<{ rows: readonly ReadRow[]; done: number }>>;
  /** of what is read so far; complete when all batches are. `header` names the columns */
  remarks: (header?: readonly string[]) => readonly ImportRemark[];
}>;
