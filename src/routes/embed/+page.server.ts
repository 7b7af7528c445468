import { explorerPage } from '#lib/server/explorer-page';
import { readAtlas } from '#lib/server/read-data';

export const load = () => explorerPage(readAtlas().index.defaultLayout);
