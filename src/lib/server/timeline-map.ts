import { geoMercator } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';
import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from 'topojson-specification';
import type { AdminUnit, AtlasData } from '../schema/atlas';
import type { TimelineMap } from '../schema/timeline-map';
import { readTopology } from './read-data';

const WIDTH = 900;
const HEIGHT = 980;
/** Edge around a level's own units, as a share of their size. */
const MARGIN = 0.04;

type Properties = { adcode: string; parent: string };
type Polygons = (TopoPolygon<Properties> | TopoMultiPolygon<Properties>)[];

/**
 * Outlines of all counties, once, and the windows through which documents of each level look at them.
 * @param levels adcodes of the areas that documents cover (a province, a city)
 */
export function drawTimelineMap(data: AtlasData, levels: readonly string[]): TimelineMap {
  const topology = readTopology('overview');
  const objects = topology.objects as Record<string, GeometryCollection<Properties>>;
  const polygons = (name: string): Polygons => (objects[name]?.geometries ?? []) as Polygons;
  const counties = polygons('counties');
  const all: GeometryCollection<Properties> = { type: 'GeometryCollection', geometries: counties };
  const projection = geoMercator().fitExtent(
    [
      [10, 10],
      [WIDTH - 10, HEIGHT - 10]
    ],
    feature(topology, all)
  );
  const prefectures: GeometryCollection<Properties> = { type: 'GeometryCollection', geometries: polygons('prefectures') };
  return {
    width: WIDTH,
    height: HEIGHT,
    counties: counties.flatMap((county) => {
      const shape = feature(topology, county);
      const { geometry } = shape as { geometry: Polygon | MultiPolygon };
      return county.properties ? [{ adcode: county.properties.adcode, path: areaPath(geometry, projection) }] : [];
    }),
    context: areaPath(merge(topology, polygons('context')), projection),
    lines: linePath(mesh(topology, prefectures), projection),
    windows: levels.flatMap((level) => {
      const unit = data.admin.find(({ adcode }) => adcode === level);
      return unit ? [windowOf(data, unit, projection)] : [];
    })
  };
}

function windowOf(data: AtlasData, unit: AdminUnit, projection: GeoProjection): TimelineMap['windows'][number] {
  const [west, south, east, north] = unit.bbox;
  const [left = 0, top = 0] = projection([west, north]) ?? [];
  const [right = 0, bottom = 0] = projection([east, south]) ?? [];
  const edge = MARGIN * Math.max(right - left, bottom - top);
  const below = data.admin.filter(({ parent }) => parent === unit.adcode);
  return {
    adcode: unit.adcode,
    box: [left - edge, top - edge, right - left + 2 * edge, bottom - top + 2 * edge].map(Math.round) as [number, number, number, number],
    scale: unit.level === 'province' ? 'wide' : 'near',
    labels: below.map(({ adcode, name, label }) => {
      const [x = 0, y = 0] = projection([...label]) ?? [];
      // on the map the suffix only costs room
      return { adcode, name: { zh: name.zh, en: name.en.replace(/ (City|District|County)$/, '') }, x: Math.round(x), y: Math.round(y) };
    })
  };
}

/** Points on a grid of one pixel that neighbours share, so that outlines still meet; pulled in where they lie far off. */
function screenPoints(line: readonly Position[], projection: GeoProjection): [number, number][] {
  const points: [number, number][] = [];
  const within = (value: number, size: number) => Math.round(Math.max(-size / 2, Math.min(size * 1.5, value)));
  for (const [lon = 0, lat = 0] of line) {
    const [x, y] = projection([lon, lat]) ?? [0, 0];
    const point: [number, number] = [within(x, WIDTH), within(y, HEIGHT)];
    const last = points.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  return points;
}

const pathOf = (points: readonly [number, number][]): string =>
  points.map(([x, y], i) => (i === 0 ? `M${x} ${y}` : `l${x - (points[i - 1]?.[0] ?? 0)} ${y - (points[i - 1]?.[1] ?? 0)}`)).join('');

function areaPath(shape: Polygon | MultiPolygon, projection: GeoProjection): string {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  // islets of less than a few pixels would be noise
  return rings
    .map((ring) => screenPoints(ring, projection))
    .filter((ring) => ring.length > 4)
    .map((ring) => `${pathOf(ring.slice(0, -1))}z`)
    .join('');
}

const linePath = ({ coordinates }: MultiLineString, projection: GeoProjection): string =>
  coordinates
    .map((line) => screenPoints(line, projection))
    .filter((line) => line.length > 1)
    .map(pathOf)
    .join('');
