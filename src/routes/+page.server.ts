import { explorerPage } from '#lib/features/explorer/page';
import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => explorerPage(readAtlas().index.defaultLayout);
