import { readAtlas } from '#lib/server/read-data';

export const load = () => ({ statusAsOf: readAtlas().index.statusAsOf });
