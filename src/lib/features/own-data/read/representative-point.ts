import pointOnFeature from '@turf/point-on-feature';
import type { Geometry, Position } from 'geojson';
import type { ImportRemark } from '../table/table';

/** One point that stands for a geometry, and what it stands for. */
export type Representative = Readonly<{
  position: readonly [number, number];
  stands: 'point' | 'points' | 'line' | 'area';
  /** parts that it stands for, of areas and lines */ parts: number;
}>;

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

type Found = Readonly<{ position: Position | undefined; stands: Representative['stands']; parts: number }>;

const area = (ring: readonly Position[] = []) =>
  Math.abs(ring.reduce((sum, [x = 0, y = 0], i) => sum + ((ring[i - 1]?.[0] ?? x) - x) * ((ring[i - 1]?.[1] ?? y) + y), 0));

/** The largest of several areas: a point in it stands for all. */
const largest = (polygons: readonly Position[][][]) =>
  polygons.reduce<Position[][]>((best, one) => (area(one[0]) > area(best[0]) ? one : best), polygons[0] ?? []);

function find(geometry: Geometry): Found {
  switch (geometry.type) {
    case 'Point':
      return { position: geometry.coordinates, stands: 'point', parts: 1 };
    case 'MultiPoint':
      return { position: geometry.coordinates[0], stands: geometry.coordinates.length > 1 ? 'points' : 'point', parts: 1 };
    case 'LineString':
      return { position: middle(geometry.coordinates), stands: 'line', parts: 1 };
    case 'MultiLineString':
      return { position: middle(longest(geometry.coordinates)), stands: 'line', parts: geometry.coordinates.length };
    case 'Polygon':
      return { position: pointOnFeature(geometry).geometry.coordinates, stands: 'area', parts: 1 };
    case 'MultiPolygon': {
      const coordinates = largest(geometry.coordinates);
      return { position: pointOnFeature({ type: 'Polygon', coordinates }).geometry.coordinates, stands: 'area', parts: geometry.coordinates.length };
    }
    case 'GeometryCollection':
      return findIn(geometry.geometries);
  }
}

/** Of a collection: its own point where it has one, as for a park's gate, else the area or line that is drawn. All parts are counted. */
function findIn(geometries: readonly Geometry[]): Found {
  const found = geometries.map(find).filter(({ position }) => isPosition(position));
  const polygons = geometries.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : one.type === 'MultiPolygon' ? one.coordinates : []));
  const [first, ...others] = found;
  if (!first) return { position: undefined, stands: 'points', parts: 0 };
  if (others.length === 0) return first;
  const points = found.filter(({ stands }) => stands === 'point' || stands === 'points');
  if (points.length === found.length) return { ...first, stands: 'points' };
  if (points[0]) return { ...points[0], stands: 'point' };
  if (polygons.length > 0) return find({ type: 'MultiPolygon', coordinates: polygons });
  return { ...first, parts: found.reduce((sum, { parts }) => sum + parts, 0) };
}

/** A point in or on a geometry: its own, the middle of a line, a point inside an area; undefined if it is empty or broken. */
export function representativePoint(geometry: Geometry | null | undefined): Representative | undefined {
  if (!geometry) return undefined;
  try {
    const { position, stands, parts } = find(geometry);
    return isPosition(position) ? { position: [position[0], position[1]], stands, parts } : undefined;
  } catch {
    // files may hold anything under the name of a geometry
    return undefined;
  }
}

/** Counts what points stand for, and says so. */
export class StandsCount {
  private readonly counts = { point: 0, points: 0, line: 0, area: 0 };
  private several = 0;
  private parts = 0;

  add(point: Representative | undefined): void {
    if (!point) return;
    this.counts[point.stands]++;
    if (point.parts < 2) return;
    this.several++;
    this.parts += point.parts;
  }

  remarks(): ImportRemark[] {
    const { area: areas, line, points } = this.counts;
    return [
      ...(areas > 0 ? [{ code: 'areas-as-points' as const, count: areas }] : []),
      ...(line > 0 ? [{ code: 'lines-as-points' as const, count: line }] : []),
      ...(points > 0 ? [{ code: 'many-points-as-one' as const, count: points }] : []),
      ...(this.several > 0 ? [{ code: 'parts-as-one' as const, count: this.several, detail: String(this.parts) }] : [])
    ];
  }
}
