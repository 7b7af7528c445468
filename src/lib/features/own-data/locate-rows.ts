import { WhereaboutsTally } from './table/pick';
import type { Whereabouts } from './table/pick';
import type { OwnTable } from './table/table';
import { inSlices } from './read/in-slices';

/**
 * Find where a table's rows lie, in slices. Apart from own-work.ts, of which the page needs nothing before the map is there.
 * @returns undefined if `signal` ended it
 */
export async function locateRows(table: OwnTable, signal: AbortSignal): Promise<Whereabouts | undefined> {
  const tally = new WhereaboutsTally(table);
  return (await inSlices(table.rows, (from, to) => tally.add(from, to), signal)) ? tally.result : undefined;
}
