import type { AtlasData } from '#lib/schema/atlas';
import type { Call } from '#lib/schema/calls';

type Said = Readonly<{
  /** stable: made of the ids of what it is about */
  id: string;
  /** YYYY-MM-DD */
  day: string;
}>;
/** A day on which something ends, falls due or opens. */
export type Deadline = Said &
  (
    | Readonly<{ kind: 'validity' | 'period'; document: string }>
    /** `count` targets of the document have this year */
    | Readonly<{ kind: 'targets'; document: string; count: number }>
    | Readonly<{ kind: 'call' | 'applications-open' | 'applications-close'; call: string }>
  );

/**
 * The days of documents and calls, oldest first: ends of validity and of plan periods, years of targets (their last day), calls for applications
 * and, where a call shows them, the days between which it takes them. Drafts and outside sources have none; nothing is guessed of years to come.
 */
export function deadlinesOf({ documents, targets }: Pick<AtlasData, 'documents' | 'targets'>, calls: readonly Call[]): Deadline[] {
  const ofDocuments = documents
    .filter(({ kind, status }) => kind === 'policy' && status !== 'draft')
    .flatMap(({ id, validTo, periodEnd }): Deadline[] => {
      const years = Map.groupBy(
        targets.filter(({ document, year }) => document === id && year !== undefined),
        ({ year }) => year
      );
      return [
        ...(validTo ? [{ id: `${id}-validity`, day: validTo, kind: 'validity' as const, document: id }] : []),
        ...(periodEnd ? [{ id: `${id}-period`, day: periodEnd, kind: 'period' as const, document: id }] : []),
        ...[...years].map(([year, due]) => ({ id: `${id}-targets-${year}`, day: `${year}-12-31`, kind: 'targets' as const, document: id, count: due.length }))
      ];
    });
  const ofCalls = calls.flatMap(({ id, published, apply }): Deadline[] => [
    { id, day: published, kind: 'call', call: id },
    ...(apply?.from ? [{ id: `${id}-open`, day: apply.from, kind: 'applications-open' as const, call: id }] : []),
    ...(apply?.to ? [{ id: `${id}-close`, day: apply.to, kind: 'applications-close' as const, call: id }] : [])
  ]);
  return [...ofDocuments, ...ofCalls].sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}

/** A day that many days after another, or before it. */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
