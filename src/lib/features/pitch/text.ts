import type { Atlas } from '#lib/atlas/atlas';
import type { Audience } from './state';
import type { Pitch } from './build';
import { statusOn } from '#lib/atlas/status';
import type { DueState } from '#lib/features/targets/rows';
import type { DocumentStatus, PolicyDocument } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import * as m from '#lib/paraglide/messages';
import { formatDay, formatList, local } from '#lib/design/page/local';
import { clauseInFull } from '#lib/facts/citation-text';
import { clauseAnchor } from '#lib/facts/clause-anchor';
import { statusText } from '#lib/facts/status-text';

/* What decks, sheets and tables say, in the reader's words. */

/** Absolute address of a path of this site, in the language of the pitch. */
export type Address = (path: string) => string;

export const audienceText = (audience: Audience): string => (audience === 'investor' ? m.pitch_for_investor() : m.pitch_for_internal());

/** The maker's title, or one made of the zones. */
export function pitchTitle({ state, zones }: Pick<Pitch, 'state' | 'zones'>): string {
  if (state.title.trim()) return state.title.trim();
  if (zones.length === 0) return m.pitch_title();
  const names = zones.slice(0, 3).map(({ zone }) => local(zone.short));
  return zones.length > 3 ? m.pitch_title_more({ zones: formatList(names), count: zones.length }) : m.pitch_title_of({ zones: formatList(names) });
}

export function dueText(due: DueState): string {
  switch (due) {
    case 'due':
      return m.pitch_due();
    case 'running':
      return m.pitch_running();
    case 'open':
      return m.target_no_year();
  }
}

/** “杭生创办〔2024〕01号，2024年6月17日印发”; what is not known is left out. */
export function documentDates(document: PolicyDocument): string {
  const when = document.issued ? m.issued_on({ day: formatDay(document.issued) }) : document.dateNote ? local(document.dateNote) : '';
  return [document.number ?? '', when].filter(Boolean).join(m.citation_separator());
}

/** Why nothing can be claimed under a document; undefined while it is in force. */
export function pastRemark(document: PolicyDocument, status: DocumentStatus): string | undefined {
  switch (status) {
    case 'in-force':
      return undefined;
    case 'expired':
      return document.validTo ? m.pitch_past_expired({ day: formatDay(document.validTo) }) : m.pitch_past_ended();
    case 'draft':
      return m.pitch_past_draft();
    case 'not-yet':
      return m.pitch_past_not_yet();
    case 'horizon-past':
      return m.pitch_past_ended();
    case 'reference':
      return document.standing ? m.support_standing_unproved() : m.pitch_past_ended();
    case 'period-ended':
      return document.periodEnd ? m.pitch_past_period({ day: formatDay(document.periodEnd) }) : m.pitch_past_ended();
  }
}

/** Title, number, date, clause with what it is about, status on the day, address of the clause. */
export function fullCitation(atlas: Atlas, { document: id, clause }: Citation, day: string, address: Address): string {
  const document = atlas.document.get(id);
  if (!document) return `${id} ${clause}`;
  const about = document.clauses.find((one) => one.id === clause)?.title;
  const parts = [
    m.pitch_document_title({ title: local(document.title) }),
    documentDates(document),
    m.clause_label({ clause: clauseInFull(clause) }) + (about ? m.pitch_in_brackets({ text: local(about) }) : ''),
    m.pitch_status_on({ status: statusText(statusOn(document, day)), day: formatDay(day) }),
    address(`/documents/${id}/#${clauseAnchor(clause)}`)
  ];
  return parts.filter(Boolean).join(m.citation_separator());
}
