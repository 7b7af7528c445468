import type { Register, Registered, RelationKind } from '#lib/schema/register';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';
import { formatDay, local } from '#lib/design/page/local';

/** A document known of, in one language: what stands on its line of the register. */
export type Known = Readonly<{
  id: string;
  held: boolean;
  title: string;
  /** number, issuer, day: what is known of them */
  facts: string;
  standing?: string;
  page?: Readonly<{ url: string; label: string; publisher: string }>;
  seen?: string;
  relations: readonly Related[];
}>;
/** “repeals …” and what it leads to on the list of documents. */
export type Related = Readonly<{ text: string; id: string }>;

/** Address of a publisher's page, at the words where one is known. */
export const publisherAddress = ({ url, phrase }: NonNullable<Registered['page']>): string => (phrase ? `${url}#:~:text=${encodeURIComponent(phrase)}` : url);

/** The publisher's page; a copy or an explanation on a page is called what it is. */
export const pageLink = (page: NonNullable<Registered['page']>) => ({
  url: publisherAddress(page),
  label: page.what ? m.documents_page_other() : m.documents_page(),
  publisher: page.what ? `${local(page.publisher)} · ${local(page.what)}` : local(page.publisher)
});

/** Its number, which Chinese readers know it by; others get a short name, or the title. */
const nameOf = ({ number, short, title }: Registered): string =>
  (getLocale() === 'zh' && number) || (short ? local(short) : m.pitch_document_title({ title: local(title) }));

/** “repeals …”, seen from the document that does it. */
export function relationText(kind: RelationKind, document: string): string {
  switch (kind) {
    case 'cites':
      return m.relation_cites({ document });
    case 'implements':
      return m.relation_implements({ document });
    case 'follows':
      return m.relation_follows({ document });
    case 'repeals':
      return m.relation_repeals({ document });
    case 'rests-on':
      return m.relation_rests_on({ document });
    case 'issued-version-of':
      return m.relation_issued_version_of({ document });
  }
}

/** “repealed by …”, seen from the other. */
export function inverseText(kind: RelationKind, document: string): string {
  switch (kind) {
    case 'cites':
      return m.relation_cited_by({ document });
    case 'implements':
      return m.relation_implemented_by({ document });
    case 'follows':
      return m.relation_followed_by({ document });
    case 'repeals':
      return m.relation_repealed_by({ document });
    case 'rests-on':
      return m.relation_basis_of({ document });
    case 'issued-version-of':
      return m.relation_issued_as({ document });
  }
}

const hedged = (text: string, proved: boolean) => (proved ? text : m.relation_unproved({ relation: text }));

/** What a document is to others: its own relations, then, on its page, those of others to it. */
export function relationsOf({ documents }: Register, id: string, inverse: boolean): Related[] {
  const byId = new Map(documents.map((one) => [one.id, one]));
  const own = (byId.get(id)?.relations ?? []).flatMap(({ kind, to, proved }) => {
    const other = byId.get(to);
    return other ? [{ text: hedged(relationText(kind, nameOf(other)), proved), id: to }] : [];
  });
  if (!inverse) return own;
  const others = documents.flatMap((other) =>
    other.relations.filter(({ to }) => to === id).map(({ kind, proved }) => ({ text: hedged(inverseText(kind, nameOf(other)), proved), id: other.id }))
  );
  return [...own, ...others];
}

function factsOf({ number, issuer, issued, published, inForce, expires, dateNote }: Registered): string {
  const dates = [
    issued
      ? m.issued_on({ day: formatDay(issued, 'medium') })
      : published
        ? m.documents_published({ day: formatDay(published, 'medium') })
        : dateNote && local(dateNote),
    inForce && m.documents_in_force({ day: formatDay(inForce, 'medium') }),
    expires && m.documents_expires({ day: formatDay(expires, 'medium') })
  ];
  return [number, issuer && local(issuer), ...dates].filter(Boolean).join(' · ');
}

/** The register by subject line, in the reader's language. */
export function knownDocuments(register: Register): { id: string; name: string; documents: Known[] }[] {
  return register.lines.map(({ id, name }) => ({
    id,
    name: local(name),
    documents: register.documents.filter(({ line }) => line === id).map((entry) => knownOf(register, entry))
  }));
}

function knownOf(register: Register, entry: Registered): Known {
  const { id, held, title, standing, page, seen, sources } = entry;
  return {
    id,
    held,
    title: local(title),
    facts: factsOf(entry),
    ...(standing ? { standing: local(standing) } : {}),
    ...(page ? { page: pageLink(page) } : {}),
    ...(seen && sources.length === 0 && !held ? { seen: m.documents_seen({ seen: local(seen.text), day: formatDay(seen.read, 'medium') }) } : {}),
    relations: relationsOf(register, id, false)
  };
}
