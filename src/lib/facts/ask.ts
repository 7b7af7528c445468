import type { Atlas } from '#lib/atlas/atlas';
import { callsFor } from '#lib/atlas/calls-for';
import type { Zone } from '#lib/schema/atlas';
import type { Call } from '#lib/schema/calls';
import type { Citation } from '#lib/schema/common';
import type { Contact } from '#lib/schema/contact';
import * as m from '#lib/paraglide/messages';
import { formatDay, formatList, local } from '#lib/design/page/local';
import { clauseText } from './clause-text';
import { momentText } from './moment-text';
import { statusLine } from './status-line';

/* Whom to ask: the deploying office, who answers by the documents, and where applications were last made. The site itself sends nothing. */

/** Who answers for what a clause says, in words; `sites`: of those bodies that have one here. */
export type AskEntry = Readonly<{ citation: Citation; text: string; sites: readonly Readonly<{ name: string; url: string }>[] }>;

/** Bodies of one kind: those that lead, or those that are responsible, where none leads. */
type Agencies = Readonly<{ lead: readonly string[]; responsible: readonly string[] }>;

function entryOf(atlas: Atlas, citation: Citation, { lead, responsible }: Agencies): AskEntry | undefined {
  const known = (ids: readonly string[]) => ids.flatMap((id) => atlas.agency.get(id) ?? []);
  const names = (ids: readonly string[]) =>
    formatList(known(ids).map(({ name, laterName }) => (laterName ? m.agency_later({ name: local(name), later: local(laterName) }) : local(name))));
  const words = [
    lead.length > 0 ? m.agencies_lead({ names: names(lead) }) : '',
    responsible.length > 0 ? m.agencies_responsible({ names: names(responsible) }) : ''
  ];
  const text = words.filter(Boolean).join(m.citation_separator());
  if (!text) return undefined;
  return { citation, text, sites: known([...lead, ...responsible]).flatMap(({ name, site }) => (site ? [{ name: local(name), url: site }] : [])) };
}

/**
 * Who leads or answers for what these clauses say, clause by clause; of a document whose clauses name nobody, who issued it.
 * @param citations in the order to be told; repeated ones are told once
 */
export function askEntries(atlas: Atlas, citations: readonly Citation[]): AskEntry[] {
  const distinct = [...new Map(citations.map((citation) => [`${citation.document} ${citation.clause}`, citation])).values()];
  return [...Map.groupBy(distinct, ({ document }) => document)].flatMap(([id, own]) => {
    const document = atlas.document.get(id);
    const [first] = own;
    if (!document || document.kind === 'outside' || !first) return [];
    const entries = own.flatMap((citation) => {
      const agencies = document.clauses.find((clause) => clause.id === citation.clause)?.agencies;
      return (agencies && entryOf(atlas, citation, agencies)) ?? [];
    });
    return entries.length > 0 ? entries : [{ citation: first, text: m.ask_issuer({ issuer: local(document.issuer) }), sites: [] }];
  });
}

/** Who answers for support measures, by document: where several have the same bodies, they are told once. */
export function askMeasures(atlas: Atlas, measures: readonly Readonly<{ document: string; clause: string; agencies?: Agencies | undefined }>[]): AskEntry[] {
  const told = new Map<string, AskEntry>();
  for (const { document, clause, agencies } of measures) {
    const entry = agencies && entryOf(atlas, { document, clause }, agencies);
    if (entry && !told.has(`${document} ${entry.text}`)) told.set(`${document} ${entry.text}`, entry);
  }
  return [...told.values()];
}

/** When a call took applications, as far as its page shows: “1 May to 30 June 2024”; undefined where it does not. */
function windowText({ apply }: Call): string | undefined {
  if (apply?.from && apply.to) return m.published_span({ from: momentText(apply.from), to: momentText(apply.to) });
  if (apply?.to) return m.published_until({ moment: momentText(apply.to) });
  return apply?.from && m.ask_call_from({ day: momentText(apply.from) });
}

/** A call in a sentence: of what year, for what, when it was published, and when applications were taken. */
export const callText = (call: Call): string =>
  m.ask_call({ year: call.year, day: formatDay(call.published), covers: local(call.covers), window: windowText(call) ?? m.ask_call_window_unseen() });

/** What a build knows of whom to ask: the office's own contact, and all calls of the pack, of which those of a zone's area are told. */
export type Asked = Readonly<{ contact?: Contact | undefined; calls: readonly Call[] }>;

/** The office's own contact, a line each; empty where none is set. The WeChat picture is no text. */
export function contactLines(contact: Contact | undefined): string[] {
  if (!contact) return [];
  const { name, telephone, email } = contact;
  return [local(name), ...(telephone ? [m.ask_telephone({ number: telephone })] : []), ...(email ? [m.ask_email({ address: email })] : [])];
}

/** Who answers by a document's clause: “Hangzhou plan, II (1), in force until … : Lead: …”. */
export function entryLine(atlas: Atlas, { citation, text }: AskEntry, day: string): string {
  const document = atlas.document.get(citation.document);
  if (!document) return text;
  return m.ask_by({ document: local(document.short), clause: clauseText(citation.clause), status: statusLine(document, day), text });
}

/**
 * Whom to ask about zones, as lines of plain text for a sheet, a slide or a message: the office's own contact first, then who answers by the
 * documents, then where applications were last made.
 * @param atlas with clauses and agencies of the zones' documents
 * @param asked from readContact() and readCalls(), which are for prerendering; `day` is the reader's, YYYY-MM-DD
 */
export function askLines(
  atlas: Atlas,
  zones: readonly Pick<Zone, 'citations' | 'units'>[],
  { contact, calls, day }: Asked & Readonly<{ day: string }>
): string[] {
  const citations = zones.flatMap((zone) => zone.citations);
  const units = zones.flatMap((zone) => zone.units);
  return [
    ...contactLines(contact),
    ...askEntries(atlas, citations).map((entry) => entryLine(atlas, entry, day)),
    ...callsFor(atlas, calls, units).map((call) => `${callText(call)}${call.portal ? m.ask_portal({ name: local(call.portal.name) }) : ''}`)
  ];
}

/**
 * An enquiry to be sent by the reader: subject and text with the view's address.
 * @param about what it is about, in a few words
 */
export function enquiry(about: string, link: string): { subject: string; body: string } {
  return { subject: m.ask_subject({ about }), body: m.ask_body({ about, link }) };
}

/** The address of a prepared e-mail: every part escaped, lines by CRLF (RFC 6068). */
export const mailAddress = (email: string, { subject, body }: ReturnType<typeof enquiry>): string =>
  `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
