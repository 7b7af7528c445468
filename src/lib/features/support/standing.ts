import type { PolicyDocument } from '#lib/schema/atlas';
import type { LaterDocument } from '#lib/schema/outside';
import { statusOn } from '#lib/atlas/status';

/**
 * What a sum from a document is worth to a reader of a day.
 * open: in force on both days, the only sums that may be called claimable.
 * then: in force on the project's day, no longer on the reader's.
 * ahead: in force on the project's day, not yet on the reader's.
 * back: before the document began, but within the time that it may be applied to (可参照).
 * past: had ended before the project's day. early: had not begun. draft: not known to have been adopted.
 * unproved: known from outside only, and whether it is in force is not proved.
 */
export type Standing = 'open' | 'then' | 'ahead' | 'back' | 'past' | 'early' | 'draft' | 'unproved';

/**
 * @param on day of the project, YYYY-MM-DD; a document is in force on its first and on its last day
 * @param today the reader's day
 */
export function standingOf(document: PolicyDocument, on: string, today: string): Standing {
  switch (statusOn(document, on)) {
    case 'reference':
      return 'unproved';
    case 'draft':
      return 'draft';
    case 'in-force': {
      const now = statusOn(document, today);
      return now === 'in-force' ? 'open' : now === 'not-yet' ? 'ahead' : 'then';
    }
    case 'not-yet':
      return document.retroactiveFrom !== undefined && on >= document.retroactiveFrom ? 'back' : 'early';
    case 'expired':
    case 'period-ended':
    case 'horizon-past':
      return 'past';
  }
}

/** The later documents that a project of a day must reckon with. */
export const laterOn = ({ later = [] }: PolicyDocument, on: string): LaterDocument[] => later.filter(({ issued = '' }) => issued <= on);
