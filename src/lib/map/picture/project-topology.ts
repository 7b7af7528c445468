import { geoMercator } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';

type Point = [number, number];
export type Shape<P extends Record<string, unknown>> = Polygon<P> | MultiPolygon<P>;
/** A topology whose arcs are whole pixels on a picture of this size. */
export type Picture = Readonly<{ topology: Topology; width: number; height: number; project: (lon: number, lat: number) => Point }>;

/** How far a border may be moved to save points, px of the picture. */
const TOLERANCE = 0.7;

/**
 * Put a topology on a picture that some of its areas fill: Web Mercator, generalised arc by arc, so that neighbours still meet.
 * @param members the areas to fit
 * @param width of the picture, with `pad` around the areas
 */
export function projectTopology<P extends Record<string, unknown>>(topology: Topology, members: readonly Shape<P>[], width: number, pad: number): Picture {
  const projection = geoMercator().fitWidth(width - 2 * pad, feature(topology, { type: 'GeometryCollection', geometries: [...members] }));
  const put = (lon: number, lat: number): Point => projection([lon, lat]) ?? [0, 0];
  const corners = merge(topology, [...members])
    .coordinates.flat(2)
    .map(([lon = 0, lat = 0]) => put(lon, lat));
  const least = (axis: 0 | 1) => corners.reduce((low, point) => Math.min(low, point[axis]), Infinity);
  const [left, top] = [least(0), least(1)];
  const bottom = corners.reduce((high, point) => Math.max(high, point[1]), -Infinity);
  const project = (lon: number, lat: number): Point => {
    const [x, y] = put(lon, lat);
    return [Math.round(x - left + pad), Math.round(y - top + pad)];
  };

  const shift = ([x, y]: Point): Point => [x - left + pad, y - top + pad];
  return { topology: topologyInPixels(topology, (lon, lat) => shift(put(lon, lat))), width, height: Math.ceil(bottom - top + 2 * pad), project };
}

/**
 * A topology whose arcs are whole pixels, generalised arc by arc, so that neighbours still meet.
 * @param put position on the picture, px, of a point in WGS 84 degrees
 * @param tolerance how far a border may be moved, px
 */
export function topologyInPixels(topology: Topology, put: (lon: number, lat: number) => Point, tolerance = TOLERANCE): Topology {
  const { transform: _, ...rest } = topology;
  const arcs = decode(topology).map((arc) =>
    generalise(
      arc.map(([lon, lat]) => put(lon, lat)),
      tolerance
    ).map(([x, y]): Point => [Math.round(x), Math.round(y)])
  );
  return { ...rest, arcs };
}

/** Arcs in degrees: published topologies hold the steps between points of an integer grid. */
function decode({ arcs, transform }: Topology): Point[][] {
  if (!transform) return arcs as Point[][];
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]): Point => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** Douglas–Peucker; both ends stay, which is what keeps neighbours together. */
function generalise(line: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let [far, index] = [0, 0];
  line.forEach((point, i) => {
    const away = distance(point, first, last);
    if (away > far) [far, index] = [away, i];
  });
  if (far <= tolerance) return [first, last];
  return [...generalise(line.slice(0, index + 1), tolerance).slice(0, -1), ...generalise(line.slice(index), tolerance)];
}

/** Distance of a point from the segment a–b. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
