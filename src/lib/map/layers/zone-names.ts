import type { Feature, MultiPolygon, Point, Position } from 'geojson';
import type { Text } from '#lib/schema/common';

/** What a name keeps clear of: a point in WGS 84 degrees, with half the size of the label there, CSS px. */
export type Obstacle = Readonly<{ at: readonly [number, number]; half: readonly [number, number] }>;
/** Where a zone's name stands: WGS 84 degrees, and the zoom from which it fits its ground there. */
export type NameSpot = Readonly<{ at: readonly [number, number]; fromZoom: number }>;

/** MapLibre's world is so many CSS px wide at zoom 0. */
const WORLD = 512;
/** Size of the letters, CSS px. */
export const ZONE_NAME_SIZE = 12.5;
/** A plate may lie over a border with its ends: so much of it keeps clear. */
export const OVER_BORDER = 0.45;
/** Steps of the search across a piece of ground. */
const STEPS = 18;
/** A piece whose box is a smaller share of the largest one's is not looked at. */
const LEAST_SHARE = 0.2;
/** Outlines are far finer than a name's place need be. */
const MOST_CORNERS = 240;
const LEAST_POINTS = 120;

const worldOf = ([lon = 0, lat = 0]: Position): [number, number] => [
  (lon + 180) / 360,
  (1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2
];
const degreesOf = ([x, y]: readonly [number, number]): [number, number] => [
  x * 360 - 180,
  ((2 * Math.atan(Math.exp(Math.PI * (1 - 2 * y))) - Math.PI / 2) * 180) / Math.PI
];

/** Half the size of a zone's plate in the wider of its two languages, CSS px: its mark, its name, and some air. */
export function halfSize({ zh, en }: Text, size = ZONE_NAME_SIZE): readonly [number, number] {
  return [(size * (2.6 + Math.max(zh.length, en.length * 0.58))) / 2 + 3, size * 0.9 + 2];
}

/** The widest place for a name within its zone's ground, clear of borders and of other labels; none where it has no ground. */
export function nameSpot({ coordinates }: MultiPolygon, half: readonly [number, number], obstacles: readonly Obstacle[]): NameSpot | undefined {
  const labels = obstacles.map(({ at, half: [w, h] }) => ({ at: worldOf([...at]), half: [half[0] + w, half[1] + h] as const }));
  const sizes = coordinates.map(([outer = []]) => boxSize(outer));
  const largest = Math.max(...sizes);
  let widest: Best | undefined;
  for (const [i, polygon] of coordinates.entries()) {
    // hundreds of islets have no room anyway
    if ((sizes[i] ?? 0) < LEAST_SHARE * largest) continue;
    const rings = polygon.map((ring) => evenly(ring));
    const best = roomiest(rings, (point, least) => {
      const clear = (corner: readonly [number, number], [w, h]: readonly [number, number]) =>
        Math.max(Math.abs(corner[0] - point[0]) / w, Math.abs(corner[1] - point[1]) / h);
      const inner = [half[0] * OVER_BORDER, half[1] * OVER_BORDER] as const;
      let room = labels.reduce((low, label) => Math.min(low, clear(label.at, label.half)), Infinity);
      // a worse place than the best so far need not be measured to the end
      for (const ring of rings) for (const corner of ring) if (room > least) room = Math.min(room, clear(corner, inner));
      return room;
    });
    if (best && best.room > (widest?.room ?? 0)) widest = best;
  }
  return widest && { at: degreesOf(widest.point), fromZoom: -Math.log2(WORLD * widest.room) };
}

function boxSize(ring: readonly Position[]): number {
  const span = (axis: 0 | 1) => {
    const values = ring.map((point) => point[axis] ?? 0);
    return Math.max(...values) - Math.min(...values);
  };
  return ring.length === 0 ? 0 : span(0) * span(1);
}

/** Points along an outline, about as far from each other everywhere: corners where there are too many, more on long straight sides. */
function evenly(ring: readonly Position[]): [number, number][] {
  const every = Math.ceil(ring.length / MOST_CORNERS);
  const corners = ring.filter((_, i) => i % every === 0).map(worldOf);
  const sides = corners.map((corner, i) => {
    const [x, y] = corners[(i + 1) % corners.length] ?? corner;
    return { corner, dx: x - corner[0], dy: y - corner[1], length: Math.hypot(x - corner[0], y - corner[1]) };
  });
  const step = sides.reduce((sum, { length }) => sum + length, 0) / LEAST_POINTS;
  return sides.flatMap(({ corner: [x, y], dx, dy, length }) => {
    const parts = Math.max(1, Math.ceil(length / step));
    return Array.from({ length: parts }, (_, k): [number, number] => [x + (dx * k) / parts, y + (dy * k) / parts]);
  });
}

type Ring = readonly (readonly [number, number])[];
type Best = Readonly<{ point: readonly [number, number]; room: number }>;

/** The point of a grid within an outline that has most room around it. */
function roomiest(rings: readonly Ring[], roomAt: (point: readonly [number, number], least: number) => number): Best | undefined {
  const [outer = []] = rings;
  const range = (axis: 0 | 1) => outer.reduce(([low, high], corner) => [Math.min(low, corner[axis]), Math.max(high, corner[axis])] as const, [1, 0] as const);
  const [[west, east], [north, south]] = [range(0), range(1)];
  const rows = Array.from({ length: STEPS - 1 }, (_, k) => {
    const y = north + ((south - north) * (k + 1)) / STEPS;
    return { y, borders: bordersAt(rings, y) };
  });
  let best: Best | undefined;
  for (let i = 1; i < STEPS; i += 1) {
    const x = west + ((east - west) * i) / STEPS;
    for (const { y, borders } of rows) {
      // even–odd, so that holes are outside
      if (borders.filter((border) => x < border).length % 2 === 0) continue;
      const room = roomAt([x, y], best?.room ?? 0);
      if (!best || room > best.room) best = { point: [x, y], room };
    }
  }
  return best;
}

/** Where outlines cross a line from west to east: looked up once for all points on it. */
function bordersAt(rings: readonly Ring[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from && to[1] > y !== from[1] > y) found.push(((from[0] - to[0]) * (y - to[1])) / (from[1] - to[1]) + to[0]);
      from = to;
    }
  }
  return found;
}

/** The step of the tiles from which a name is written. It may be a little larger than its room: zooms count in whole steps. */
export const stepOf = (fromZoom: number): number => Math.ceil(fromZoom - 0.6);

/** A zone's name as a feature of the label points. */
export const nameFeature = ({ at, fromZoom }: NameSpot, properties: object): Feature<Point> => ({
  type: 'Feature',
  properties: { level: 'zone', fromZoom: stepOf(fromZoom), ...properties },
  geometry: { type: 'Point', coordinates: [...at] }
});
