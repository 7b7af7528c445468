import type { GeoPermissibleObjects, GeoProjection } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { inSteps, pathsWithin } from '#lib/map/picture/clipped-path';
import { withoutIslets } from '#lib/map/picture/pixel-paths';
import { topologyInPixels } from '#lib/map/picture/project-topology';
import { waterPaths } from '#lib/map/picture/water-paths';
import type { AdminUnit } from '#lib/schema/atlas';
import type { Locator } from '#lib/schema/locator';
import { areasOf } from './locator';

/* The ground that small maps of a part of the province stand on, with what lies around it. */

/** What is drawn beyond the edge, px, so that no cut edge is seen. */
const BEYOND = 26;
/** How far a border may be moved to save points, px. */
const TOLERANCE = 1.1;
/** Width of a river, km, drawn to scale within reason: it may be what parts a zone. From some px on it has its name. */
const RIVER_KM = 1.2;
const RIVER_PX = [1.5, 9] as const;
const RIVER_NAMED = 3;
/** Degrees of latitude in a kilometre. */
const DEGREES = 1 / 111.2;

/** A kilometre at a point, px. */
export function kilometre(projection: GeoProjection, [lon, lat]: readonly [lon: number, lat: number]): number {
  const y = (north: number) => projection([lon, north])?.[1] ?? 0;
  return y(lat) - y(lat + DEGREES);
}

export type Canvas = Readonly<{
  topology: Topology;
  counties: ReturnType<typeof areasOf>;
  /** areas that it is divided into, and what lies beyond the province */
  areas: ReturnType<typeof areasOf>;
  ground: Pick<Locator, 'width' | 'height' | 'context' | 'land' | 'lines' | 'waters'>;
  /** path data of a shape in pixels, cut off beyond the picture */
  within: (shape: GeoPermissibleObjects) => string;
  put: (lon: number, lat: number) => [number, number];
  /** its rivers are wide enough to be named */
  rivers: boolean;
}>;

/** A topology in the pixels of a picture. */
export const inPixels = (source: Topology, projection: GeoProjection): Topology =>
  topologyInPixels(source, (lon, lat) => projection([lon, lat]) ?? [0, 0], TOLERANCE);

/**
 * The ground of a picture.
 * @param level what it is divided into
 * @param middle where rivers are measured
 */
export function canvas(
  source: Topology,
  projection: GeoProjection,
  [width, height]: readonly [number, number],
  level: AdminUnit['level'],
  middle: readonly [lon: number, lat: number]
): Canvas {
  const put = (lon: number, lat: number): [number, number] => projection([lon, lat]) ?? [0, 0];
  const topology = inPixels(source, projection);
  const clipped = pathsWithin(width, height, BEYOND);
  const within = (shape: GeoPermissibleObjects) => inSteps(clipped(shape));
  const [counties, beyond] = [areasOf(topology, 'counties'), areasOf(topology, 'context')];
  const sections = level === 'prefecture' ? areasOf(topology, 'prefectures') : counties;
  const wide = Math.round(Math.min(RIVER_PX[1], Math.max(RIVER_PX[0], RIVER_KM * kilometre(projection, middle))));
  return {
    topology,
    counties,
    areas: [...sections, ...beyond],
    ground: {
      width,
      height,
      context: within(withoutIslets(merge(topology, beyond))),
      land: within(withoutIslets(merge(topology, counties))),
      lines: within(mesh(topology, { type: 'GeometryCollection', geometries: sections }, (a, b) => a !== b)),
      waters: { ...waterPaths(topology, width, height, BEYOND), wide }
    },
    within,
    put,
    rivers: wide >= RIVER_NAMED
  };
}
