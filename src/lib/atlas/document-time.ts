import type { DocumentStatus, PolicyDocument } from '#lib/schema/atlas';
import { statusOn } from './status';

/** Years that a document is put at; `printed` is false where it carries no date: they are then `proved` from outside, or inferred. */
export type Years = Readonly<{ from: number; to: number; printed: boolean; proved?: true | undefined }>;

type Dated = Pick<PolicyDocument, 'issued' | 'published' | 'validFrom' | 'aboutYears' | 'periodStart'>;

const printedDay = (document: Dated): string | undefined => document.issued ?? document.published ?? document.validFrom;

/** When a document is from: its printed date, else the pack's estimate, else the start of its plan period. */
export function yearsOf(document: Dated): Years | undefined {
  const year = (day: string) => Number(day.slice(0, 4));
  const printed = printedDay(document);
  if (printed) return { from: year(printed), to: year(printed), printed: true };
  if (document.aboutYears) return { ...document.aboutYears, printed: false };
  return document.periodStart ? { from: year(document.periodStart), to: year(document.periodStart), printed: false } : undefined;
}

/** What to sort by; a document without any year comes last. */
const sortKey = (document: Dated): string => printedDay(document) ?? String(yearsOf(document)?.from ?? 9999);

type Identified = Dated & Pick<PolicyDocument, 'id'>;
/** Oldest first; documents of one time by id, so that the order is always the same. */
export const byTime = (a: Identified, b: Identified): number => sortKey(a).localeCompare(sortKey(b)) || a.id.localeCompare(b.id);

/** The policy documents, oldest first; one without any year comes last. */
export const policyInOrder = (documents: readonly PolicyDocument[]): PolicyDocument[] => documents.filter(({ kind }) => kind === 'policy').sort(byTime);

/** What a reader may rely on comes first, what never took effect last. */
const RANK: Readonly<Record<DocumentStatus, number>> = {
  'in-force': 0,
  'not-yet': 1,
  'period-ended': 2,
  'horizon-past': 2,
  expired: 3,
  draft: 4,
  reference: 5
};

type Standing = Identified & Parameters<typeof statusOn>[0];
/** Documents that are current on a day first, among equals the newest first. */
export const byCurrency =
  (day: string) =>
  (a: Standing, b: Standing): number =>
    RANK[statusOn(a, day)] - RANK[statusOn(b, day)] || byTime(b, a);
