import type { Feature, LineString, MultiLineString, Position } from 'geojson';
import { boundsOf } from './geometry';
import type { Geometry, Outline } from './geometry';

/** [west, south, east, north], WGS 84 degrees. */
type Box = readonly [number, number, number, number];

/** A small map beside the main one: SVG path data in px, and where points of the earth stand on it. */
export type Inset = Readonly<{
  counties: readonly Readonly<{ adcode: string; path: string }>[];
  /** estuaries and lakes, and rivers as lines */
  waters: readonly Readonly<{ kind: string; path: string }>[];
  project: (position: readonly [number, number]) => [number, number];
}>;

/** Points nearer to each other are drawn as one, px. */
const DETAIL = 0.8;

const northing = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

/** Draw the counties and waters that a box touches on a picture of this size, in Web Mercator like the main map. */
export function drawInset(geometry: Pick<Geometry, 'counties' | 'water'>, box: Box, width: number, height: number): Inset {
  const [west, south, east, north] = box;
  const [bottom, top] = [northing(south), northing(north)];
  const scale = Math.min(width / (east - west), height / (top - bottom));
  const [left, upper] = [(west + east) / 2 - width / 2 / scale, (bottom + top) / 2 + height / 2 / scale];
  const project = ([lon, lat]: readonly [number, number]): [number, number] => [(lon - left) * scale, (upper - northing(lat)) * scale];
  const line = (points: readonly Position[]): string => thin(points.map(([lon = 0, lat = 0]) => project([lon, lat]))).join('');
  const area = ({ geometry: form }: Feature<Outline>): string =>
    (form.type === 'Polygon' ? [form.coordinates] : form.coordinates)
      .flat()
      .map((ring) => `${line(ring)}z`)
      .join('');
  const touches = (feature: Feature<Outline>): boolean => {
    const of = boundsOf([feature]);
    const [[x0, y1], [x1, y0]] = of ? [project([of[0], of[1]]), project([of[2], of[3]])] : [[0, -1] as const, [0, -1] as const];
    return x1 > 0 && x0 < width && y1 > 0 && y0 < height;
  };
  return {
    counties: geometry.counties.features.filter(touches).map((county) => ({ adcode: county.properties.adcode, path: area(county) })),
    waters: geometry.water.features.flatMap((water) => {
      const { kind } = water.properties;
      if (isLine(water.geometry))
        return [{ kind, path: (water.geometry.type === 'LineString' ? [water.geometry.coordinates] : water.geometry.coordinates).map(line).join('') }];
      const lake = { ...water, geometry: water.geometry };
      return touches(lake) ? [{ kind, path: area(lake) }] : [];
    }),
    project
  };
}

const isLine = (form: Outline | LineString | MultiLineString): form is LineString | MultiLineString => form.type.endsWith('LineString');

/** Path commands of a line, without points that nobody could tell apart. */
function thin(points: readonly (readonly [number, number])[]): string[] {
  let last: readonly [number, number] | undefined;
  return points.flatMap((point, i) => {
    const near = last && Math.hypot(point[0] - last[0], point[1] - last[1]) < DETAIL;
    if (near && i < points.length - 1) return [];
    const command = `${last ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    last = point;
    return [command];
  });
}

/** Something on a picture: its middle and half its size, px, and how far it may be moved. */
export type Movable = Readonly<{ x: number; y: number; half: readonly [number, number]; reach: number }>;

const ROUNDS = 24;

/** Move things on a picture apart, each no further than it may be, so that few lie on each other. @returns their new middles */
export function spread(things: readonly Movable[]): [number, number][] {
  const at = things.map(({ x, y }): [number, number] => [x, y]);
  for (let round = 0; round < ROUNDS; round += 1) {
    things.forEach((a, i) => {
      things.slice(i + 1).forEach((b, k) => {
        const [p, q] = [at[i], at[i + 1 + k]];
        const share = a.reach + b.reach;
        if (!p || !q || share === 0) return;
        const apart = [a.half[0] + b.half[0] - Math.abs(p[0] - q[0]), a.half[1] + b.half[1] - Math.abs(p[1] - q[1])] as const;
        if (apart[0] <= 0 || apart[1] <= 0) return;
        const axis = apart[0] < apart[1] ? 0 : 1;
        // where one lies exactly on the other, the later goes on
        const way = p[axis] > q[axis] ? 1 : -1;
        for (const [point, thing, sign] of [
          [p, a, way],
          [q, b, -way]
        ] as const) {
          const home = [thing.x, thing.y][axis] ?? 0;
          const moved = point[axis] + (sign * apart[axis] * thing.reach) / share / 2;
          point[axis] = Math.min(Math.max(moved, home - thing.reach), home + thing.reach);
        }
      });
    });
  }
  return at;
}
