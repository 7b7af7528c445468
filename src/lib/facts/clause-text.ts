import { clauseLabel } from '#lib/atlas/clause-label';
import { getLocale } from '#lib/paraglide/runtime';

/** A clause's number in the reader's language; Chinese readers see it as printed. */
export const clauseText = (clause: string): string => clauseLabel(clause, getLocale());
