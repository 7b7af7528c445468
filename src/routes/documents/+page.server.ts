import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => {
  const { documents, index } = readAtlas();
  return {
    day: index.statusAsOf,
    documents: documents.map(({ id, kind, title, number, issuer, issued, dateNote, status }) => ({ id, kind, title, number, issuer, issued, dateNote, status }))
  };
};
