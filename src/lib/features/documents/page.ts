import type { AtlasData, PolicyDocument } from '#lib/schema/atlas';

/** Documents as their list shows them. */
export function documentIndex({ documents, index }: AtlasData) {
  return {
    day: index.statusAsOf,
    documents: documents.map(({ id, kind, title, number, issuer, issued, dateNote, status }) => ({ id, kind, title, number, issuer, issued, dateNote, status }))
  };
}
export type DocumentIndex = ReturnType<typeof documentIndex>;

/** All that a document's page shows. */
export function documentPage(data: AtlasData, document: PolicyDocument) {
  const named = new Set(document.clauses.flatMap(({ agencies }) => (agencies ? [...agencies.lead, ...agencies.support, ...agencies.responsible] : [])));
  return {
    document,
    day: data.index.statusAsOf,
    agencies: data.vocabulary.agencies.filter(({ id }) => named.has(id)),
    notes: data.notes.filter((note) => note.document === document.id)
  };
}
export type DocumentPage = ReturnType<typeof documentPage>;
