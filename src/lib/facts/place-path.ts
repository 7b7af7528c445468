import type { Place } from '#lib/schema/atlas';

/** Where a place is told about with its clauses. */
export const placePath = ({ id, adcode }: Pick<Place, 'id' | 'adcode'>): string => `/units/${adcode}/#place-${id}`;
