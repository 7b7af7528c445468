import { geoMercator } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';
import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import { shortName } from '#lib/atlas/short-name';
import type { AdminUnit, AtlasData } from '#lib/schema/atlas';
import type { TimelineWindow } from '#lib/schema/timeline-map';
import { readTopology } from '#lib/site/prerender/read-data';

const WIDTH = 780;
const HEIGHT = 850;
/** Edge around a level's own units, as a share of their size. */
const MARGIN = 0.04;
/** How far a line may be from the true one, px. */
const TOLERANCE = 1;

type Properties = { adcode: string; parent: string };
type Polygons = (TopoPolygon<Properties> | TopoMultiPolygon<Properties>)[];

const object = (topology: Topology, name: string): Polygons =>
  ((topology.objects as Record<string, GeometryCollection<Properties>>)[name]?.geometries ?? []) as Polygons;

function projectionOf(topology: Topology): GeoProjection {
  const all: GeometryCollection<Properties> = { type: 'GeometryCollection', geometries: object(topology, 'counties') };
  return geoMercator().fitExtent(
    [
      [10, 10],
      [WIDTH - 10, HEIGHT - 10]
    ],
    feature(topology, all)
  );
}

/**
 * Outlines as an SVG file of shapes to refer to, without any paint: `tl-context`, `tl-land`, `tl-lines`, and `tl-<adcode>` for each county.
 * A file of its own, so that all steps in all languages share one copy.
 */
export function timelineShapes(): string {
  const topology = readTopology('overview');
  const counties = object(topology, 'counties');
  const pixels = toPixels(topology, projectionOf(topology));
  const outline = (objects: Polygons): string => areaPath(merge(pixels, objects));
  const path = (id: string, d: string) => `<path id="tl-${id}" d="${d}"/>`;
  const lines = (geometries: Polygons) => linePath(mesh(pixels, { type: 'GeometryCollection', geometries }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>`,
    path('context', outline(object(topology, 'context'))),
    path('land', outline(counties)),
    path('counties', lines(counties)),
    path('prefectures', lines(object(topology, 'prefectures'))),
    ...counties.flatMap((county) => (county.properties ? [path(county.properties.adcode, outline([county]))] : [])),
    '</defs></svg>\n'
  ].join('\n');
}

/**
 * The windows through which documents of each level look at the outlines.
 * @param levels adcodes of the areas that documents cover (a province, a city)
 */
export function timelineWindows(data: AtlasData, levels: readonly string[]): TimelineWindow[] {
  const projection = projectionOf(readTopology('overview'));
  return levels.flatMap((level) => {
    const unit = data.admin.find(({ adcode }) => adcode === level);
    return unit ? [windowOf(data, unit, projection)] : [];
  });
}

function windowOf(data: AtlasData, unit: AdminUnit, projection: GeoProjection): TimelineWindow {
  const [west, south, east, north] = unit.bbox;
  const [left = 0, top = 0] = projection([west, north]) ?? [];
  const [right = 0, bottom = 0] = projection([east, south]) ?? [];
  const edge = MARGIN * Math.max(right - left, bottom - top);
  const below = data.admin.filter(({ parent }) => parent === unit.adcode);
  return {
    adcode: unit.adcode,
    box: [left - edge, top - edge, right - left + 2 * edge, bottom - top + 2 * edge].map(Math.round) as [number, number, number, number],
    scale: unit.level === 'province' ? 'wide' : 'near',
    labels: apart(
      below.map(({ adcode, name, label }) => {
        const [x = 0, y = 0] = projection([...label]) ?? [];
        return { adcode, name: shortName(name), x: Math.round(x), y: Math.round(y) };
      }),
      unit.level === 'province' ? 18 : 10
    )
  };
}

type Label = TimelineWindow['labels'][number];

/** Move labels that would lie on one another apart, up and down. @param size height of a line, px */
function apart(labels: readonly Label[], size: number): Label[] {
  const placed = labels.map((label) => ({ ...label }));
  for (let round = 0; round < 12; round++)
    for (const [i, a] of placed.entries())
      for (const b of placed.slice(i + 1)) {
        const overlap = size - Math.abs(a.y - b.y);
        if (overlap <= 0 || Math.abs(a.x - b.x) > 2.6 * size) continue;
        const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
        upper.y -= Math.ceil(overlap / 2);
        lower.y += Math.ceil(overlap / 2);
      }
  return placed;
}

/**
 * The topology in pixels, its arcs thinned out. An arc is the border of two counties at once, so neighbours still meet.
 */
function toPixels(topology: Topology, projection: GeoProjection): Topology {
  const { scale = [1, 1], translate = [0, 0] } = topology.transform ?? {};
  const within = (value: number, size: number) => Math.round(Math.max(-size / 2, Math.min(size * 1.5, value)));
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const points = arc.map(([a = 0, b = 0]): Point => {
      // arcs of a quantised topology are steps from point to point
      [x, y] = topology.transform ? [x + a, y + b] : [a, b];
      const [px = 0, py = 0] = projection([x * scale[0] + translate[0], y * scale[1] + translate[1]]) ?? [];
      return [within(px, WIDTH), within(py, HEIGHT)];
    });
    return thin(points);
  });
  const { transform: _, ...rest } = topology;
  return { ...rest, arcs };
}

type Point = [number, number];

/** Douglas and Peucker: leave out points that lie less than TOLERANCE off the line through those kept. */
function thin(points: Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  const off = points.map((point) => distanceTo(point, first, last));
  const far = off.reduce((best, value, i) => (value > (off[best] ?? 0) ? i : best), 0);
  if ((off[far] ?? 0) < TOLERANCE) return [first, last];
  return [...thin(points.slice(0, far + 1)), ...thin(points.slice(far)).slice(1)];
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const pathOf = (line: readonly Position[]): string =>
  line
    .map(([x = 0, y = 0], i) => {
      const [px = 0, py = 0] = line[i - 1] ?? [];
      return i === 0 ? `M${x} ${y}` : `l${x - px} ${y - py}`.replace(' -', '-');
    })
    .join('');

function areaPath(shape: Polygon | MultiPolygon): string {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  // islets of less than a few pixels would be noise
  return rings
    .filter((ring) => extent(ring) > 3)
    .map((ring) => `${pathOf(ring.slice(0, -1))}z`)
    .join('');
}

function extent(ring: readonly Position[]): number {
  const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)];
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

const linePath = ({ coordinates }: MultiLineString): string =>
  coordinates
    .filter((line) => extent(line) > 3)
    .map(pathOf)
    .join('');
