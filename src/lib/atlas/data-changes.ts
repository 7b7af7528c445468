import type { DataIndex } from '#lib/schema/atlas';

/** Order of two data versions (year.month.number): negative where a is older. */
export const compareVersions = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** What has changed in the facts since a link was made. Empty for the present version, a later one, or none. */
export function changesSince(index: Pick<DataIndex, 'version' | 'changes'>, version: string | undefined): DataIndex['changes'] {
  if (!version || !/^\d{4}\.\d{1,2}\.\d+$/.test(version)) return [];
  return index.changes.filter((change) => compareVersions(change.version, version) > 0 && compareVersions(change.version, index.version) <= 0);
}
