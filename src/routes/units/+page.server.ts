import { unitIndex } from '#lib/features/units/page';
import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => unitIndex(readAtlas());
