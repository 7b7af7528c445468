import { clauseLabel } from '#lib/atlas/clause-label';
import { inChinese } from '#lib/design/page/local';

/** A clause's number in the reader's language; Chinese readers see it as printed. */
export const clauseText = (clause: string): string => (inChinese(undefined, '§') ? clause : clauseLabel(clause, 'en'));
