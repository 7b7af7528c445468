import { error } from '@sveltejs/kit';
import { documentPage } from '#lib/features/documents/page';
import { readAtlas } from '#lib/site/prerender/read-data';

export const entries = () => readAtlas().documents.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const data = readAtlas();
  const document = data.documents.find(({ id }) => id === params.id);
  if (!document) error(404, params.id);
  return documentPage(data, document);
};
