import { documentIndex } from '#lib/features/documents/page';
import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => documentIndex(readAtlas());
