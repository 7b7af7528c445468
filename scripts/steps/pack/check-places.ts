import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Problem } from '../problem';
import { problemInRow } from './problems-of';
import type { Pack } from './read-pack';
import { isWithin } from './within';
import { CLAIMS } from './words/claims';

type County = Feature<Polygon | MultiPolygon, { adcode: string; nameZh?: string }>;

/**
 * Every located place must lie in the unit it is assigned to.
 * One known by its district only must be given a district. A prefecture's or the province's adcode (…00) accepts any of its counties; units outside the region are not checked.
 * @param counties county outlines, WGS 84
 */
export function checkPlaces(pack: Pack, counties: readonly County[]): Problem[] {
  const province = pack.info.data.region.provinceAdcode.slice(0, 2);
  return pack.places.flatMap(({ data: place, file, line }): Problem[] => {
    if (place.lon === '' || place.lat === '' || !place.adcode.startsWith(province)) return [];
    const point = [place.lon, place.lat];
    const found = counties.find((county) => booleanPointInPolygon(point, county));
    // a prefecture without counties is its own district
    if (place.precision === 'district' && counties.some(({ properties: { adcode } }) => adcode !== place.adcode && isWithin(adcode, place.adcode)))
      return [problemInRow(file, line, 'precision', CLAIMS.district(place.id, place.adcode))];
    if (found && isWithin(found.properties.adcode, place.adcode)) return [];
    const where = found && [found.properties.adcode, found.properties.nameZh].filter(Boolean).join(' ');
    return [problemInRow(file, line, 'adcode', CLAIMS.elsewhere(place.id, `${place.lon}, ${place.lat}`, where, place.adcode))];
  });
}
