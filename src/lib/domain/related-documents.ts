import type { DocumentStatus, PolicyDocument } from '../schema/atlas';
import { statusOn } from './status';
import { yearsOf } from './timeline';

type Dated = Parameters<typeof yearsOf>[0] & Pick<PolicyDocument, 'id'>;

/** When a document was made, to sort by; the years of an undated one are those of the note on its date. */
const documentTime = (document: Dated): string => document.issued ?? document.published ?? document.validFrom ?? String(yearsOf(document)?.from ?? 9999);

/** Oldest first; documents of one time by id, so that the order is always the same. */
export const byTime = (a: Dated, b: Dated): number => documentTime(a).localeCompare(documentTime(b)) || a.id.localeCompare(b.id);

/** What a reader may rely on comes first, what never took effect last. */
const RANK: Readonly<Record<DocumentStatus, number>> = { 'in-force': 0, 'not-yet': 1, 'period-ended': 2, expired: 3, draft: 4, reference: 5 };

/** Documents that are current on a day first, among equals the newest first. */
export const byCurrency =
  (day: string) =>
  (a: PolicyDocument, b: PolicyDocument): number =>
    RANK[statusOn(a, day)] - RANK[statusOn(b, day)] || byTime(b, a);
