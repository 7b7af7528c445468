import { explorerPage } from '#lib/features/explorer/page';
import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => {
  // a framed map has no room for the table and the source
  const { members: _, clauses: __, ...page } = explorerPage(readAtlas().index.defaultLayout);
  return page;
};
