import type { Source } from '#lib/design/page/footnotes.svelte';
import * as m from '#lib/paraglide/messages';
import { formatDay, local } from '#lib/design/page/local';
import { clauseText } from './clause-text';
import { statusText } from './status-text';

/** A clause's number, with the printed form behind it where they differ, for what is read away from this site: “II (1), para. 2 [二（一）¶2]”. */
export function clauseInFull(clause: string): string {
  const text = clauseText(clause);
  return text === clause ? clause : `${text} [${clause}]`;
}

/**
 * A citation to paste: fact, document, number, date, clause, status where it is not in force, page address.
 * @param address absolute address of the page with the fact
 */
export function citationText(title: string, { document, clause }: Source, address: string): string {
  const parts = [
    title,
    local(document.title),
    document.number,
    document.issued ? formatDay(document.issued) : document.dateNote && local(document.dateNote),
    m.clause_label({ clause: clauseInFull(clause) }),
    document.status === 'in-force' ? undefined : statusText(document.status),
    address
  ];
  return parts.filter(Boolean).join(m.citation_separator());
}
