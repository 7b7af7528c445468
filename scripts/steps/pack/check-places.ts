import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Problem } from '../problem';
import type { Pack } from './read-pack';

type County = Feature<Polygon | MultiPolygon, { adcode: string }>;

/**
 * Every located place must lie in the unit it is assigned to.
 * A prefecture's or the province's adcode (…00) accepts any of its counties; units outside the region are not checked.
 * @param counties county outlines, WGS 84
 */
export function checkPlaces(pack: Pack, counties: readonly County[]): Problem[] {
  const province = pack.info.data.region.provinceAdcode.slice(0, 2);
  return pack.places.flatMap(({ data: place, file, line }): Problem[] => {
    if (place.lon === '' || place.lat === '' || !place.adcode.startsWith(province)) return [];
    const point = [place.lon, place.lat];
    const found = counties.find((county) => booleanPointInPolygon(point, county));
    const prefix = place.adcode.replace(/(00){1,2}$/, '');
    if (found?.properties.adcode.startsWith(prefix)) return [];
    const where = found ? `lies in ${found.properties.adcode}` : 'lies outside the region';
    return [{ file, line, path: 'adcode', rule: `place "${place.id}" (${place.lon}, ${place.lat}) ${where}, not in its district ${place.adcode}` }];
  });
}
