import { isAt } from '#lib/atlas/admin-units';
import type { Atlas } from '#lib/atlas/atlas';
import { figuresOf, profileOf } from '#lib/atlas/published';
import { cityOf, linkedThrough, placesWithPage, standingAmong, zonesNaming } from '#lib/atlas/related-places';
import { groupOf } from '#lib/map/layers/places';
import type { Published } from '#lib/schema/published';
import { keyFacts, WHAT_IT_IS } from './key-facts';
import { DEFAULT_VIEW, sortRows } from './directory';
import type { PlaceRow } from './directory';

/** Facts told in a row. */
const MOST_TOLD = 2;

/** A row for each place that has a page: by city and county, and there parks first. */
export function placeRows(atlas: Atlas, published: Published): PlaceRow[] {
  const rows = placesWithPage(atlas).map((place): PlaceRow => {
    const documents = [...new Set(place.mentions.map(({ document }) => document))];
    const [unit, city] = [atlas.unit.get(place.adcode), cityOf(atlas, place)];
    return {
      id: place.id,
      name: place.name,
      kind: place.kind,
      group: groupOf(place.kind),
      ...(city ? { city: city.adcode } : {}),
      ...(unit && isAt(unit, 'county') ? { county: unit.adcode } : {}),
      ...publishedOf(published, place.id),
      zones: zonesNaming(atlas, place.id).map(({ zone }) => zone.id),
      sectors: linkedThrough(atlas, place, 'sectors'),
      facilities: linkedThrough(atlas, place, 'capabilities'),
      named: documents.map((document) => {
        const standing = standingAmong(place.mentions.filter((one) => one.document === document));
        return { document, ...(standing ? { standing } : {}) };
      })
    };
  });
  return sortRows(rows, DEFAULT_VIEW, () => '');
}

/** How much is published of a place elsewhere, and the most telling of it in a line. */
function publishedOf(published: Published, place: string): Pick<PlaceRow, 'published' | 'told'> {
  const profile = profileOf(published, place);
  const count = profile.length + figuresOf(published, { place }).length;
  const told = [...keyFacts(profile, MOST_TOLD), ...keyFacts(profile, MOST_TOLD, WHAT_IT_IS)]
    .slice(0, MOST_TOLD)
    .map(({ label, value, when }) => `${label} ${value}${when && ` · ${when}`}`);
  return count > 0 ? { published: count, ...(told.length > 0 ? { told } : {}) } : {};
}
