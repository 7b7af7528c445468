import { hasPage } from '#lib/atlas/related-places';
import type { Atlas } from '#lib/atlas/atlas';
import type { Place } from '#lib/schema/atlas';

/** Where a place is told of, as a path from the site's root: its page, or the map for what has none. */
export const placePath = (atlas: Pick<Atlas, 'document'>, place: Pick<Place, 'id' | 'kind' | 'citations'>): string =>
  hasPage(atlas, place) ? `/places/${place.id}/` : `/?place=${encodeURIComponent(place.id)}`;
