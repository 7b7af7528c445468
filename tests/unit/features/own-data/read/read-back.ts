import { PLACEMENTS, textAt } from '#lib/features/own-data/table/table';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { ImportRefused } from '#lib/features/own-data/read/refusal';

/* What tests ask of an imported table. */

/** A column's cells as text. */
export const columnOf = (table: OwnTable, name: string) => {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from({ length: table.rows }, (_, row) => textAt(column, row));
};
export const places = (table: OwnTable) => Array.from(table.placement, (place) => PLACEMENTS[place]);
/** Adcodes; '' where a row is in no county. */
export const countyNames = (table: OwnTable) => Array.from(table.county, (county) => table.counties[county - 1] ?? '');
export const remark = (table: OwnTable, code: string) => table.remarks.find((entry) => entry.code === code);
/** The reason for which a file is refused; any other error as it is; undefined if it is read. */
export const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason
  );
  return error instanceof ImportRefused ? error.reason : error;
};
