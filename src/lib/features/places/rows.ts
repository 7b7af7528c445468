import type { Atlas } from '#lib/atlas/atlas';
import { cityOf, linkedThrough, placesWithPage, standingAmong, zonesNaming } from '#lib/atlas/related-places';
import { groupOf } from '#lib/map/layers/places';
import { DEFAULT_VIEW, sortRows } from './directory';
import type { PlaceRow } from './directory';

/** A row for each place that has a page: by city and county, and there parks first. */
export function placeRows(atlas: Atlas): PlaceRow[] {
  const rows = placesWithPage(atlas).map((place): PlaceRow => {
    const documents = [...new Set(place.mentions.map(({ document }) => document))];
    const [unit, city] = [atlas.unit.get(place.adcode), cityOf(atlas, place)];
    return {
      id: place.id,
      name: place.name,
      kind: place.kind,
      group: groupOf(place.kind),
      ...(city ? { city: city.adcode } : {}),
      ...(unit?.level === 'county' ? { county: unit.adcode } : {}),
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
