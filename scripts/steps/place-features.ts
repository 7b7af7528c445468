import type { FeatureCollection, Point } from 'geojson';
import type { Place } from '#lib/schema/atlas';

type PlaceProperties = { id: string; nameZh: string; nameEn: string; kind: string; adcode: string; precision: string; basisZh: string; basisEn: string };

/** Located places as GeoJSON points, WGS 84; `precision` says how far to trust each. */
export function placeFeatures(places: readonly Place[]): FeatureCollection<Point, PlaceProperties> {
  return {
    type: 'FeatureCollection',
    features: places.flatMap(({ id, name, kind, adcode, lon, lat, precision, basis }) =>
      lon === null || lat === null
        ? []
        : [
            {
              type: 'Feature' as const,
              id,
              geometry: { type: 'Point' as const, coordinates: [lon, lat] },
              properties: { id, nameZh: name.zh, nameEn: name.en, kind, adcode, precision, basisZh: basis.zh, basisEn: basis.en }
            }
          ]
    )
  };
}
