import { indexAtlas } from '#lib/atlas/atlas';
import { clauseLabel } from '#lib/atlas/clause-label';
import { byCurrency } from '#lib/atlas/document-time';
import { formatDay, local } from '#lib/design/page/local';
import { targetValue } from '#lib/facts/target-text';
import { yearsText } from '#lib/facts/years-text';
import { getLocale } from '#lib/paraglide/runtime';
import type { AtlasData, PolicyDocument } from '#lib/schema/atlas';
import { readPassages, readRegister } from '#lib/site/prerender/read-data';
import { clauseFacts } from './clause-facts';
import { knownDocuments, pageLink, relationsOf } from './known';

/** Documents as their list shows them. */
export function documentIndex({ documents, index }: AtlasData) {
  return {
    day: index.statusAsOf,
    // what a reader may rely on comes first
    documents: documents.toSorted(byCurrency(index.statusAsOf)).map((document) => {
      const { id, kind, title, number, issuer, issued, status } = document;
      // how an undated one was dated is told on its own page
      return { id, kind, title, number, issuer, status, when: issued ? formatDay(issued) : kind === 'policy' ? yearsText(document) : '' };
    }),
    known: knownDocuments(readRegister())
  };
}
export type DocumentIndex = ReturnType<typeof documentIndex>;

/** All that a document's page shows, its clauses in the reader's language only. */
export function documentPage(data: AtlasData, document: PolicyDocument) {
  const atlas = indexAtlas(data);
  const facts = clauseFacts(atlas, document, { text: local, target: (target) => `${local(target.metric)} ${targetValue(atlas, target)}` });
  const register = readRegister();
  const entry = register.documents.find(({ id }) => id === document.id);
  const passages = new Map(readPassages(document).map(({ clause, text }) => [clause, text]));
  const noteText = new Map(data.notes.map(({ id, text }) => [id, local(text)]));
  const texts = (ids: readonly string[]) => ids.flatMap((id) => noteText.get(id) ?? []);
  const agencies = (ids: readonly string[]) =>
    ids.flatMap((id) => atlas.agency.get(id) ?? []).map(({ name, laterName }) => ({ name: local(name), ...(laterName ? { later: local(laterName) } : {}) }));
  const { clauses, ...head } = document;
  return {
    document: { ...head, clauses: [] },
    day: data.index.statusAsOf,
    // those about a clause stand there
    notes: texts(document.notes.filter((id) => !clauses.some((clause) => facts.get(clause.id)?.notes.includes(id)))),
    registered: entry && {
      ...(entry.page ? { page: pageLink(entry.page) } : {}),
      standing: entry.standing && local(entry.standing),
      // pages that the document itself rests on are shown with it
      sources: entry.sources.filter(({ url }) => !document.sources?.some((own) => own.url === url)),
      seen: entry.seen && `${local(entry.seen.text)} · ${formatDay(entry.seen.read, 'medium')}`
    },
    relations: relationsOf(register, document.id, true),
    clauses: clauses.map(({ id, title, agencies: bodies, reconstructed }) => {
      const { groups = [], notes = [], count = 0 } = facts.get(id) ?? {};
      const label = clauseLabel(id, getLocale());
      return {
        id,
        ...(label === id ? {} : { label }),
        title: local(title),
        reconstructed,
        groups,
        count,
        notes: texts(notes),
        agencies: bodies && { lead: agencies(bodies.lead), support: agencies(bodies.support), responsible: agencies(bodies.responsible) },
        passage: passages.get(id)
      };
    })
  };
}
export type DocumentPage = ReturnType<typeof documentPage>;
