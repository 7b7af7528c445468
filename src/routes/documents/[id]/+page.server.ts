import { error } from '@sveltejs/kit';
import { readAtlas } from '#lib/site/prerender/read-data';

export const entries = () => readAtlas().documents.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const data = readAtlas();
  const document = data.documents.find(({ id }) => id === params.id);
  if (!document) error(404, params.id);
  const named = new Set(document.clauses.flatMap(({ agencies }) => (agencies ? [...agencies.lead, ...agencies.support, ...agencies.responsible] : [])));
  return {
    document,
    day: data.index.statusAsOf,
    agencies: data.vocabulary.agencies.filter(({ id }) => named.has(id)),
    notes: data.notes.filter((note) => note.document === document.id)
  };
};
