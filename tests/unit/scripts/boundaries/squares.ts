import type { Unit } from '../../../../scripts/steps/boundaries/unit';

/** A made-up unit: a rectangle between two corners, WGS 84 degrees. */
export function square(adcode: string, west: number, south: number, east: number, north: number, parent = '990100'): Unit {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south]
  ];
  return { type: 'Feature', properties: { adcode, nameZh: `${adcode}区`, parent }, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** Joins the polygons of units to one multipolygon unit with the properties of the first. */
export function together(...[first, ...others]: [Unit, ...Unit[]]): Unit {
  const polygons = [first, ...others].flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
  return { ...first, geometry: { type: 'MultiPolygon', coordinates: polygons } };
}
