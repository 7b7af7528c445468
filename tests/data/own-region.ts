import { readFileSync } from 'node:fs';
import { guess, prepareRegion, read } from '#lib/features/own-data/read/importer';
import type { NamedBlob } from '#lib/features/own-data/read/importer';
import type { ImportContext } from '#lib/features/own-data/table/import-context';
import type { ImportGuess } from '#lib/features/own-data/table/guess';
import { textAt } from '#lib/features/own-data/table/table';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { SIX } from './case-outcomes';

/* The importer with the real region, as the page gives it to its worker. */

const built = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../static/data/v1/${name}`, import.meta.url), 'utf8'));

export const context: ImportContext = {
  units: built('admin.json') as ImportContext['units'],
  places: built('places.json') as ImportContext['places'],
  former: built('boundaries/former.json') as ImportContext['former'],
  other: built('boundaries/names.json') as ImportContext['other'],
  topology: built('boundaries/focus.topo.json') as ImportContext['topology']
};
export const region = prepareRegion(context);

export const fileOf = (content: string | Uint8Array, name = 'test.csv'): NamedBlob => new File([content as Uint8Array<ArrayBuffer>], name);
/** One of the files that people had trouble with. */
export const caseFile = (name: string): NamedBlob => fileOf(readFileSync(new URL(`../files/cases/${name}`, import.meta.url)), name);

export async function importAll(file: NamedBlob): Promise<{ guess: ImportGuess; table: OwnTable }> {
  const found = await guess(file, region);
  return { guess: found, table: await read(file, found, region) };
}

/** Names of the districts that the rows lie in; '' where in none. */
export const districtsOf = (table: OwnTable): string[] =>
  Array.from(table.county, (county) => context.units.find(({ adcode }) => adcode === table.counties[county - 1])?.name.zh ?? '');

/** Where the six firms of most files are, degrees. */
export const POINTS = [
  [120.068, 30.144],
  [119.9167, 30.3548],
  [120.1849, 30.1822],
  [120.2304, 30.0254],
  [120.6142, 30.3175],
  [120.2346, 30.3076]
] as const;

/** A remark on the table. */
export const remark = (table: OwnTable, code: string) => table.remarks.find((entry) => entry.code === code);
/** Texts of a column. @throws where there is none of that name */
export const cells = (table: OwnTable, name: string) => {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from({ length: table.rows }, (_, row) => textAt(column, row));
};
/** What six right rows come to: each in its district, by its point. */
export const six = ({ table }: { table: OwnTable }) => ({ districts: districtsOf(table), placement: [...table.placement], rejected: table.rejectedBy });
export const SIX_RIGHT = { districts: SIX, placement: [0, 0, 0, 0, 0, 0], rejected: {} };
