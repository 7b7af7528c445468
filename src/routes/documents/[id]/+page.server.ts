import { error } from '@sveltejs/kit';
import { inLanguage } from '#lib/atlas/in-language';
import { documentPage } from '#lib/features/documents/page';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';

export const entries = () => readAtlas().documents.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const data = readAtlas();
  const document = data.documents.find(({ id }) => id === params.id);
  if (!document) error(404, params.id);
  return inLanguage(documentPage(data, document), getLocale());
};
