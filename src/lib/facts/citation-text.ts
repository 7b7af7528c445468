import type { Atlas } from '#lib/atlas/atlas';
import type { PolicyDocument } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import * as m from '#lib/paraglide/messages';
import { formatDay, local } from '#lib/design/page/local';
import { clauseText } from './clause-text';
import { statusText } from './status-text';

/** A fact and where it stands: by its stable id, and in the reader's words for citation and report. */
export type CitedFact = Readonly<{ atlas: Atlas; id: string; title: string; citation: Citation }>;

/** A clause's number, with the printed form behind it where they differ, for what is read away from this site: “II (1), para. 2 [二（一）¶2]”. */
export function clauseInFull(clause: string): string {
  const text = clauseText(clause);
  return text === clause ? clause : `${text} [${clause}]`;
}

/**
 * A citation to paste: fact, document, number, date, clause, status where it is not in force, page address.
 * @param address absolute address of the page with the fact
 */
export function citationText(title: string, citation: Citation, document: PolicyDocument | undefined, address: string): string {
  const parts = [
    title,
    document ? local(document.title) : citation.document,
    document?.number,
    document?.issued ? formatDay(document.issued) : document?.dateNote && local(document.dateNote),
    m.clause_label({ clause: clauseInFull(citation.clause) }),
    document && document.status !== 'in-force' ? statusText(document.status) : undefined,
    address
  ];
  return parts.filter(Boolean).join(m.citation_separator());
}
