import { error } from '@sveltejs/kit';
import { inLanguage } from '#lib/atlas/in-language';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';
import { zonePage } from '#lib/features/zones/page';

export const entries = () => readAtlas().zones.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const data = readAtlas();
  const zone = data.zones.find(({ id }) => id === params.id);
  if (!zone) error(404, params.id);
  return inLanguage(zonePage(data, zone, getLocale()), getLocale());
};
