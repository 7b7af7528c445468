import gcoord from 'gcoord';
import type { Position } from 'geojson';
import type { Area, Unit } from './unit';

/**
 * Moves a unit from GCJ-02, the shifted datum of Chinese web maps, to WGS 84 (gcoord's iterative inverse, exact to well under 1 m).
 * Equal input vertices give equal output vertices, so borders shared before are shared after.
 */
export function toWgs84(unit: Unit): Unit {
  return { ...unit, geometry: areaToWgs84(unit.geometry) };
}

function areaToWgs84(area: Area): Area {
  const ring = (points: Position[]): Position[] => points.map(pointToWgs84);
  return area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: area.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map((polygon) => polygon.map(ring)) };
}

function pointToWgs84(point: Position): Position {
  const [x = NaN, y = NaN] = point;
  return gcoord.transform([x, y], gcoord.GCJ02, gcoord.WGS84);
}
