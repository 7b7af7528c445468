import type { DocumentStatus, PolicyDocument } from '#lib/schema/atlas';

type Dated = Pick<PolicyDocument, 'kind' | 'validFrom' | 'validTo' | 'issued' | 'periodEnd' | 'horizon' | 'outlook'> & {
  draft?: boolean;
  status?: DocumentStatus;
};

/**
 * Status of a document on a day, from its own dates.
 * A draft stays a draft; an outside source is a reference; validity (施行/有效期) goes before the plan period,
 * and a document without a period is past when the last year of its goals or outlook is.
 * @param day YYYY-MM-DD, inclusive: a document is still in force on its last day
 */
export function statusOn(document: Dated, day: string): DocumentStatus {
  if (document.kind === 'outside') return 'reference';
  if (document.draft || document.status === 'draft') return 'draft';
  const start = document.validFrom ?? document.issued;
  if (start && day < start) return 'not-yet';
  if (document.validTo && day > document.validTo) return 'expired';
  if (document.periodEnd && day > document.periodEnd) return 'period-ended';
  const last = document.outlook ?? document.horizon;
  if (last !== undefined && day > `${last}-12-31`) return 'horizon-past';
  return 'in-force';
}

/**
 * The last day on which a document that is in force still is, YYYY-MM-DD: of all the ends that `statusOn` heeds the first.
 * Undefined where it names none.
 */
export function lastDayOf({ validTo, periodEnd, horizon, outlook }: Pick<Dated, 'validTo' | 'periodEnd' | 'horizon' | 'outlook'>): string | undefined {
  const last = outlook ?? horizon;
  return [validTo, periodEnd, last === undefined ? undefined : `${last}-12-31`].filter((day) => day !== undefined).sort()[0];
}

/** Whole days from one day to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Today in Hangzhou (UTC+8), YYYY-MM-DD: the day that the documents' dates are meant in. */
export function todayInHangzhou(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
