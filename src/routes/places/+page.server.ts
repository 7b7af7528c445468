import { placeIndex } from '#lib/features/places/page';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';

export const load = () => placeIndex(readAtlas(), readPublished(), getLocale());
