import type { Position } from 'geojson';
import type { Area } from './unit';

// WGS 84 (EPSG:7030)
const SEMI_MAJOR = 6378137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;

/** Height of a parallel in the equal-area cylindrical projection of the WGS 84 ellipsoid, metres (Snyder 1987, eq. 3-12, 10-15). */
function equalAreaY(latitude: number): number {
  const sine = Math.sin(latitude * RADIANS);
  const q = (1 - E2) * (sine / (1 - E2 * sine * sine) - Math.log((1 - E * sine) / (1 + E * sine)) / (2 * E));
  return (SEMI_MAJOR * q) / 2;
}

/** Signed area of a closed ring of WGS 84 degrees on the ellipsoid, km²; counter-clockwise is positive. */
export function ringArea(ring: readonly Position[]): number {
  const origin = ring[0];
  if (!origin) return 0;
  let sum = 0;
  let [x0, y0] = [0, equalAreaY(origin[1]!)];
  const base = y0;
  for (const [longitude, latitude] of ring) {
    const x = (longitude! - origin[0]!) * RADIANS * SEMI_MAJOR;
    const y = equalAreaY(latitude!);
    sum += x0 * (y - base) - x * (y0 - base);
    [x0, y0] = [x, y];
  }
  return sum / 2 / 1e6;
}

/** Area on the WGS 84 ellipsoid of a polygon or multipolygon, km², whatever its winding; holes are taken off. */
export function areaKm2(area: Area): number {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.reduce((total, [outer = [], ...holes]) => {
    const gaps = holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0);
    return total + Math.abs(ringArea(outer)) - gaps;
  }, 0);
}
