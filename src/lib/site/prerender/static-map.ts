import { geoMercator } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';
import type { MultiLineString, MultiPoint, MultiPolygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from 'topojson-specification';
import { countyLevel, prefectureOf } from '#lib/atlas/admin-units';
import { badgesOf, primaryGround } from '#lib/atlas/primary-zone';
import { shortName } from '#lib/atlas/short-name';
import { decodeGeometry } from '#lib/map/layers/geometry';
import type { Geometry } from '#lib/map/layers/geometry';
import { spread } from '#lib/map/layers/inset';
import { zoneNames } from '#lib/map/layers/labels';
import { topologyInPixels } from '#lib/map/picture/project-topology';
import { waterPaths } from '#lib/map/picture/water-paths';
import { visibleBox } from '#lib/map/runtime/framing';
import type { AtlasData, Layout, Zone } from '#lib/schema/atlas';
import type { StaticMap } from '#lib/schema/static-map';
import { readTopology } from './read-data';

const WIDTH = 640;
const HEIGHT = 700;
/** Grid to which points are rounded, px: neighbours share it, so outlines still meet. */
const GRID = 1;
/** How far beyond the picture land is drawn, px: the picture is shown in wider and taller windows than its own shape. */
const BEYOND = 700;

type Properties = { adcode: string; parent: string };
type Polygons = (TopoPolygon<Properties> | TopoMultiPolygon<Properties>)[];

/**
 * Draw a layout as SVG path data, from the same topology as the interactive map.
 * Web Mercator, like the interactive map, so that the picture does not jump when it is replaced.
 */
export function drawStaticMap(data: AtlasData, layout: Layout): StaticMap {
  const inCity = layout.scope === 'city';
  const topology = readTopology(inCity && data.index.focusPrefecture ? 'focus' : 'overview');
  const objects = topology.objects as Record<string, GeometryCollection<Properties>>;
  const polygons = (name: string): Polygons => (objects[name]?.geometries ?? []) as Polygons;
  const counties = polygons('counties');
  const inside = counties.filter(({ properties }) => !inCity || (properties && prefectureOf(properties) === layout.adcode));
  const projection = geoMercator().fitExtent(
    [
      [12, 12],
      [WIDTH - 12, HEIGHT - 12]
    ],
    // framed as the interactive map is
    boxCorners(
      visibleBox((feature(topology, { type: 'GeometryCollection', geometries: inside }) as unknown as Geometry['province']).features) ?? [118, 27, 123, 31.2]
    )
  );
  const area = (members: Polygons) => areaPath(merge(topology, members), projection);
  const members = (units: readonly string[]): Polygons =>
    counties.filter(({ properties }) => properties && (units.includes(properties.adcode) || units.includes(prefectureOf(properties))));

  const lineUnits: GeometryCollection<Properties> = { type: 'GeometryCollection', geometries: inCity ? inside : polygons('prefectures') };
  const zones = data.zones.filter((zone) => zone.layout === layout.id && zone.units.length > 0);
  const areas = countyLevel(data.admin);
  const undivided = layout.kind === 'assignment' || layout.kind === 'bases';
  const geometry = decodeGeometry(topology);
  const ground = undivided ? [] : [...primaryGround(zones, areas)];
  const labelled = data.admin.filter((unit) => (inCity ? unit.parent === layout.adcode : unit.parent === data.index.province));
  return {
    width: WIDTH,
    height: HEIGHT,
    context: area([...polygons('context'), ...(inCity ? counties.filter((county) => !inside.includes(county)) : [])]),
    land: area(inside),
    lines: linePath(
      mesh(topology, lineUnits, (a, b) => a !== b),
      projection
    ),
    waters: waterPaths(
      topologyInPixels(topology, (lon, lat) => projection([lon, lat]) ?? [0, 0]),
      WIDTH,
      HEIGHT,
      BEYOND
    ),
    zones: ground.map(([{ id, tier, hue, units }, own]) => ({
      id,
      tier,
      hue,
      path: area(members(own)),
      ...(tier === 'core' ? { outline: area(members(units)) } : {})
    })),
    labels: [
      ...apart(
        labelled.map(({ adcode, name, parent, label: at }) => {
          const marks = badgesOf(zones, { adcode, parent }, areas).map(({ zone: { hue, mark }, membership }) => ({ hue, mark, membership }));
          return { id: adcode, name: shortName(name), ...spot(at, projection), marks };
        })
      ),
      ...zoneLabels(layout, zones, undivided, geometry, projection)
    ]
  };
}

const boxCorners = ([west, south, east, north]: readonly [number, number, number, number]): MultiPoint => ({
  type: 'MultiPoint',
  coordinates: [
    [west, south],
    [east, north]
  ]
});

/** Names that lie on each other, as in a city's core, make room; each is a name of 17 px over marks of 22 px. */
function apart(labels: StaticMap['labels']): StaticMap['labels'] {
  const things = labels.map(({ name, x, y, marks }) => {
    const half = [Math.max(name.zh.length * 17, name.en.length * 8, marks.length * 22) / 2 + 1, marks.length > 0 ? 21 : 9] as const;
    return { x, y: y + half[1] - 16, half, reach: 34 };
  });
  const spots = spread(things);
  return labels.map((label, i) => {
    const [[x, y], thing] = [spots[i] ?? [0, 0], things[i]];
    return { ...label, x: Math.round(x), y: Math.round(label.y + y - (thing?.y ?? y)) };
  });
}

/** The zones' names, as far as they fit the picture. */
function zoneLabels(layout: Layout, zones: readonly Zone[], stacked: boolean, geometry: Geometry, projection: GeoProjection): StaticMap['labels'] {
  const shown = zones.map((zone) => ({ zone, active: true, selected: false }));
  return zoneNames(geometry, { layout, zones: shown, stacked }).flatMap(({ properties, geometry: { coordinates } }, i) => {
    const { id, fromZoom } = properties as { id: string; fromZoom: number };
    const zone = zones.find((one) => one.id === id);
    // MapLibre's zoom at the picture's scale, in the middle of its step
    if (!zone || fromZoom > Math.log2((2 * Math.PI * projection.scale()) / 512) + 0.5) return [];
    const { hue, mark, membership, short } = zone;
    const marks = [{ hue, mark, membership: membership === 'primary' ? ('whole' as const) : ('outside' as const) }];
    return [{ id: `zone-${i}`, name: short, ...spot([coordinates[0] ?? 0, coordinates[1] ?? 0], projection), hue, marks }];
  });
}

function spot(at: readonly [number, number], projection: GeoProjection): { x: number; y: number } {
  const [x, y] = projection([...at]) ?? [0, 0];
  return { x: Math.round(x), y: Math.round(y) };
}

/** Screen points on the grid, repeats and points off the picture's surroundings left out. */
function screenPoints(line: readonly Position[], projection: GeoProjection): [number, number][] {
  const points: [number, number][] = [];
  for (const [lon = 0, lat = 0] of line) {
    const [x, y] = projection([lon, lat]) ?? [0, 0];
    const point: [number, number] = [clampTo(x, WIDTH), clampTo(y, HEIGHT)];
    const last = points.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  return points;
}

/** Rounded to the grid, and pulled to just outside the picture where it lies far off. */
const clampTo = (value: number, size: number) => Math.round(Math.max(-BEYOND, Math.min(size + BEYOND, value)) / GRID) * GRID;

function pathOf(points: readonly [number, number][]): string {
  return points.map(([x, y], i) => (i === 0 ? `M${x} ${y}` : `l${delta(x, points[i - 1]?.[0])} ${delta(y, points[i - 1]?.[1])}`)).join('');
}
const delta = (to: number, from = 0) => to - from;

function areaPath({ coordinates }: MultiPolygon, projection: GeoProjection): string {
  const rings = coordinates.flat().map((ring) => screenPoints(ring, projection));
  // islets of less than a few pixels would be noise
  return rings
    .filter((ring) => ring.length > 4)
    .map((ring) => `${pathOf(ring.slice(0, -1))}z`)
    .join('');
}

function linePath({ coordinates }: MultiLineString, projection: GeoProjection): string {
  return coordinates
    .map((line) => screenPoints(line, projection))
    .filter((line) => line.length > 1)
    .map(pathOf)
    .join('');
}
