import type { PolicyDocument, Target } from '#lib/schema/atlas';

type Cells = readonly Readonly<{ document: string; targets: readonly Target[] }>[];
const cellsOf = (members: readonly Target[], documents: readonly Pick<PolicyDocument, 'id'>[]): Cells =>
  documents.map(({ id }) => ({ document: id, targets: members.filter((target) => target.document === id) }));

/** Targets by family (rows, largest first) and document (columns, in the order given). Counts of goals, never sums of values. */
export const byFamily = (targets: readonly Target[], documents: readonly Pick<PolicyDocument, 'id'>[]) =>
  [...Map.groupBy(targets, ({ family }) => family)]
    .map(([family, members]) => ({ family, count: members.length, cells: cellsOf(members, documents) }))
    .sort((a, b) => b.count - a.count);

/** Targets by the year of their deadline (rows, those without one last) and document. */
export const byYear = (targets: readonly Target[], documents: readonly Pick<PolicyDocument, 'id'>[]) =>
  [...Map.groupBy(targets, ({ year }) => year)]
    .map(([year, members]) => ({ year, count: members.length, cells: cellsOf(members, documents) }))
    .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
