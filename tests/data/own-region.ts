import { readFileSync } from 'node:fs';
import { guess, prepareRegion, read } from '#lib/features/own-data/read/importer';
import type { NamedBlob } from '#lib/features/own-data/read/importer';
import type { ImportContext } from '#lib/features/own-data/table/import-context';
import type { ImportGuess } from '#lib/features/own-data/table/guess';
import type { OwnTable } from '#lib/features/own-data/table/table';

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
