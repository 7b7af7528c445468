import { inLanguage } from '#lib/atlas/in-language';
import { explorerPage } from '#lib/features/explorer/page';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => {
  // a framed map has no room for the table and the source
  const { members: _, clauses: __, ...page } = explorerPage(readAtlas().index.defaultLayout);
  return inLanguage(page, getLocale());
};
