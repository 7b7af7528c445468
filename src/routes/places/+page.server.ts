import { placeIndex } from '#lib/features/places/page';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';

export const load = () => placeIndex(readAtlas(), readPublished());
