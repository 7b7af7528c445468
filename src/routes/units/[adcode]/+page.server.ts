import { error } from '@sveltejs/kit';
import { inLanguage } from '#lib/atlas/in-language';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';
import { unitPage } from '#lib/features/units/page';

export const entries = () =>
  readAtlas()
    .admin.filter(({ level }) => level !== 'province')
    .map(({ adcode }) => ({ adcode }));

export const load = ({ params }) => {
  const data = readAtlas();
  const unit = data.admin.find(({ adcode }) => adcode === params.adcode);
  if (!unit) error(404, params.adcode);
  return inLanguage(unitPage(data, unit, getLocale()), getLocale());
};
