import type { Atlas } from '#lib/atlas/atlas';
import type { Place } from '#lib/schema/atlas';

/** Where a place is told about with its clauses. */
export const placePath = (_: Pick<Atlas, 'document'>, { id, adcode }: Place): string => `/units/${adcode}/#place-${id}`;
