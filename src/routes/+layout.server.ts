import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => ({ statusAsOf: readAtlas().index.statusAsOf });
