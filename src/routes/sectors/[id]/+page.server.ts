import { error } from '@sveltejs/kit';
import { inLanguage } from '#lib/atlas/in-language';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';
import { sectorPage } from '#lib/features/sectors/page';

export const entries = () => readAtlas().sectors.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const data = readAtlas();
  const sector = data.sectors.find(({ id }) => id === params.id);
  if (!sector) error(404, params.id);
  return inLanguage(sectorPage(data, sector, getLocale()), getLocale());
};
