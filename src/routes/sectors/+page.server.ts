import { sectorIndex } from '#lib/features/sectors/page';
import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => sectorIndex(readAtlas());
