import inside from '@turf/boolean-point-in-polygon';
import type { Feature } from 'geojson';
import { prefectureOf } from '#lib/atlas/admin-units';
import { boundsOf } from './geometry';
import type { Geometry, Outline, UnitProperties } from './geometry';
import type { PointedUnit } from './pointing';

type Boxed = Readonly<{ county: Feature<Outline, UnitProperties>; box: readonly [number, number, number, number] }>;
const boxes = new WeakMap<Geometry, readonly Boxed[]>();

function boxed(geometry: Geometry): readonly Boxed[] {
  const known = boxes.get(geometry);
  if (known) return known;
  const made = geometry.counties.features.flatMap((county) => {
    const box = boundsOf([county]);
    return box ? [{ county, box }] : [];
  });
  boxes.set(geometry, made);
  return made;
}

/**
 * The county that a point lies in: asked of the outlines themselves, so that the map need not draw counties that nobody sees.
 * @param at WGS 84 degrees
 */
export function locateCounty(geometry: Geometry, at: readonly [number, number]): PointedUnit | undefined {
  const [lon, lat] = at;
  const found = boxed(geometry).find(
    ({ county, box: [west, south, east, north] }) => lon >= west && lon <= east && lat >= south && lat <= north && inside([lon, lat], county)
  );
  return found && { county: found.county.properties.adcode, prefecture: prefectureOf(found.county.properties) };
}
