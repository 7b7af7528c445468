import pointOnFeature from '@turf/point-on-feature';
import type { Geometry, Position } from 'geojson';

/** One point that stands for a geometry, and what it stands for. */
export type Representative = Readonly<{ position: readonly [number, number]; stands: 'point' | 'points' | 'line' | 'area' }>;

const isPosition = (position: Position | undefined): position is [number, number] =>
  typeof position?.[0] === 'number' && typeof position[1] === 'number' && Number.isFinite(position[0]) && Number.isFinite(position[1]);

/** The point half way along a line, by length in degrees. */
function middle(line: readonly Position[]): Position | undefined {
  const step = (i: number) => Math.hypot((line[i]?.[0] ?? 0) - (line[i - 1]?.[0] ?? 0), (line[i]?.[1] ?? 0) - (line[i - 1]?.[1] ?? 0));
  let total = 0;
  for (let i = 1; i < line.length; i++) total += step(i);
  let left = total / 2;
  for (let i = 1; i < line.length; i++) {
    const length = step(i);
    const [a, b] = [line[i - 1], line[i]];
    if (left <= length && isPosition(a) && isPosition(b)) {
      const share = length === 0 ? 0 : left / length;
      return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
    }
    left -= length;
  }
  return line[0];
}

const longest = (lines: readonly (readonly Position[])[]) => lines.reduce((best, line) => (line.length > best.length ? line : best), lines[0] ?? []);

function find(geometry: Geometry): { position: Position | undefined; stands: Representative['stands'] } {
  switch (geometry.type) {
    case 'Point':
      return { position: geometry.coordinates, stands: 'point' };
    case 'MultiPoint':
      return { position: geometry.coordinates[0], stands: geometry.coordinates.length > 1 ? 'points' : 'point' };
    case 'LineString':
      return { position: middle(geometry.coordinates), stands: 'line' };
    case 'MultiLineString':
      return { position: middle(longest(geometry.coordinates)), stands: 'line' };
    case 'Polygon':
    case 'MultiPolygon':
      return { position: pointOnFeature(geometry).geometry.coordinates, stands: 'area' };
    case 'GeometryCollection':
      return geometry.geometries[0] ? find(geometry.geometries[0]) : { position: undefined, stands: 'points' };
  }
}

/** A point in or on a geometry: its own, the middle of a line, a point inside an area; undefined if it is empty or broken. */
export function representativePoint(geometry: Geometry | null | undefined): Representative | undefined {
  if (!geometry) return undefined;
  try {
    const { position, stands } = find(geometry);
    return isPosition(position) ? { position: [position[0], position[1]], stands } : undefined;
  } catch {
    // files may hold anything under the name of a geometry
    return undefined;
  }
}
