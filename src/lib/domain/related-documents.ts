import type { DocumentStatus, PolicyDocument } from '../schema/atlas';
import { statusOn } from './status';

type Dated = Pick<PolicyDocument, 'id' | 'issued' | 'published' | 'periodStart' | 'dateNote'>;

/**
 * When a document was made, to sort by; never shown. An undated one is placed by the earliest year that its date note speaks of.
 * @returns YYYY-MM-DD, YYYY, or '9999' where nothing is known
 */
export function documentTime({ issued, published, periodStart, dateNote }: Dated): string {
  return issued ?? published ?? periodStart ?? dateNote?.zh.match(/(?:19|20)\d{2}/g)?.sort()[0] ?? '9999';
}

/** Oldest first; documents of one day by id, so that the order is always the same. */
export const byTime = (a: Dated, b: Dated): number => documentTime(a).localeCompare(documentTime(b)) || a.id.localeCompare(b.id);

/** What a reader may rely on comes first, what never took effect last. */
const RANK: Readonly<Record<DocumentStatus, number>> = { 'in-force': 0, 'not-yet': 1, 'period-ended': 2, expired: 3, draft: 4, reference: 5 };

/** How current a document is on a day: 0 is in force. */
export const currency = (document: PolicyDocument, day: string): number => RANK[statusOn(document, day)];

/** Current documents first, among equals the newest first. */
export const byCurrency =
  (day: string) =>
  (a: PolicyDocument, b: PolicyDocument): number =>
    currency(a, day) - currency(b, day) || byTime(b, a);
