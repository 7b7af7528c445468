import { geoMercator } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';
import type { MultiPoint, MultiPolygon } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import { countyLevel, prefectureOf } from '#lib/atlas/admin-units';
import { framesOf, primaryGround } from '#lib/atlas/primary-zone';
import { shortName } from '#lib/atlas/short-name';
import { decodeGeometry, mainland } from '#lib/map/layers/geometry';
import type { Geometry } from '#lib/map/layers/geometry';
import { spread } from '#lib/map/layers/inset';
import { zoneNames } from '#lib/map/layers/labels';
import { inSteps, pathsWithin } from '#lib/map/picture/clipped-path';
import { areaPath, linePath, withoutIslets } from '#lib/map/picture/pixel-paths';
import { topologyInPixels } from '#lib/map/picture/project-topology';
import { waterPaths } from '#lib/map/picture/water-paths';
import { visibleBox } from '#lib/map/runtime/framing';
import type { AtlasData, Layout, Zone } from '#lib/schema/atlas';
import type { StaticMap } from '#lib/schema/static-map';
import type { Hue } from '#lib/schema/terms';
import { marksOf } from './marks-of';
import { readTopology } from './read-data';

/** Width of the picture, px of its own; it is as high as its ground needs, or it would be shown smaller than the interactive map. */
const WIDTH = 640;
const PAD = 20;
/** How far a border may be moved to save points, px. */
const TOLERANCE = 1.1;
/** Islets of neighbours below this area, px², would be noise. */
const SMALLEST = 12;
/** How far beyond the picture land is drawn, px: the picture is shown in wider and taller windows than its own shape. */
const BEYOND = 450;

type Properties = { adcode: string; parent: string };
type Polygons = (TopoPolygon<Properties> | TopoMultiPolygon<Properties>)[];

const polygonsOf = (topology: Topology, name: string): Polygons =>
  ((topology.objects as Record<string, GeometryCollection<Properties>>)[name]?.geometries ?? []) as Polygons;

/**
 * Draw a layout as SVG path data, from the same topology as the interactive map.
 * Web Mercator, like the interactive map, so that the picture does not jump when it is replaced.
 */
export function drawStaticMap(data: AtlasData, layout: Layout): StaticMap {
  const inCity = layout.scope === 'city';
  const topology = readTopology(inCity && data.index.focusPrefecture ? 'focus' : 'overview');
  const isInside = ({ properties }: Polygons[number]) => !inCity || (properties && prefectureOf(properties) === layout.adcode);
  const inside = polygonsOf(topology, 'counties').filter(isInside);
  // framed as the interactive map is
  const box = boxCorners(
    visibleBox((feature(topology, { type: 'GeometryCollection', geometries: inside }) as unknown as Geometry['province']).features) ?? [118, 27, 123, 31.2]
  );
  const projection = geoMercator().fitWidth(WIDTH - 2 * PAD, box);
  const [, bottom = 0] = projection(box.coordinates[0] as [number, number]) ?? [];
  const height = Math.ceil(bottom + 2 * PAD);
  projection.translate([projection.translate()[0] + PAD, projection.translate()[1] + PAD]);
  const pixels = topologyInPixels(topology, (lon, lat) => projection([lon, lat]) ?? [0, 0], TOLERANCE);
  const counties = polygonsOf(pixels, 'counties');
  const land = counties.filter(isInside);
  const area = (members: Polygons, part = (all: MultiPolygon) => all) => areaPath(part(merge(pixels, members)));
  const members = (units: readonly string[]): Polygons =>
    counties.filter(({ properties }) => properties && (units.includes(properties.adcode) || units.includes(prefectureOf(properties))));

  const sections = inCity ? land : polygonsOf(pixels, 'prefectures');
  const zones = data.zones.filter((zone) => zone.layout === layout.id && zone.units.length > 0);
  const areas = countyLevel(data.admin);
  const undivided = layout.kind === 'assignment' || layout.kind === 'bases';
  const geometry = decodeGeometry(topology);
  const ground = undivided ? [] : [...primaryGround(zones, areas)];
  const labelled = data.admin.filter((unit) => (inCity ? unit.parent === layout.adcode : unit.parent === data.index.province));
  return {
    width: WIDTH,
    height,
    // with the layout's own land below it, so that only coasts are left to tell
    context: inSteps(pathsWithin(WIDTH, height, BEYOND)(withoutIslets(merge(pixels, [...polygonsOf(pixels, 'context'), ...counties]), SMALLEST))),
    land: area(land),
    lines: linePath(mesh(pixels, { type: 'GeometryCollection', geometries: sections }, (a, b) => a !== b)),
    waters: waterPaths(pixels, WIDTH, height, BEYOND),
    zones: paintedOver(
      ground.map(([{ id, tier, hue, units }, own]) => {
        const path = area(members(own));
        const outline = tier === 'core' ? area(members(units)) : undefined;
        return { id, hue, path, ...(outline === undefined ? {} : outline === path ? { outlined: true } : { outline }) };
      }),
      ground.reduce((sum, [, own]) => sum + members(own).length, 0) === land.length
    ),
    frames: undivided ? [] : framed(zones, areas, (unit) => area(members([unit]), mainland)),
    labels: [
      ...apart(
        labelled.map(({ adcode, name, parent, label: at }) => {
          return { id: adcode, name: shortName(name), ...spot(at, projection), marks: marksOf(zones, { adcode, parent }, areas) };
        })
      ),
      ...zoneLabels(layout, zones, undivided, geometry, projection)
    ]
  };
}

/** Frames by unit: a unit's outline stands once. */
function framed(zones: readonly Zone[], areas: Parameters<typeof framesOf>[1], pathTo: (unit: string) => string): StaticMap['frames'] {
  const units = new Map<string, Hue[]>();
  // the innermost comes first
  for (const { zone, unit } of framesOf(zones, areas)) units.set(unit, [zone.hue, ...(units.get(unit) ?? [])]);
  return [...units].map(([unit, hues]) => ({ unit, path: pathTo(unit), hues }));
}

/**
 * Zones in the order of painting.
 * @param cover whether they cover all the land: the one with the longest outline is then painted first, as all of it
 */
function paintedOver(zones: StaticMap['zones'], cover: boolean): StaticMap['zones'] {
  const longest = zones.reduce<(typeof zones)[number] | undefined>((long, zone) => (zone.path.length > (long?.path.length ?? 0) ? zone : long), undefined);
  if (!cover || !longest || longest.outlined) return zones;
  return [{ ...longest, path: '' }, ...zones.filter((zone) => zone !== longest)];
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
    const { hue, mark, short } = zone;
    return [{ id: `zone-${i}`, name: short, ...spot([coordinates[0] ?? 0, coordinates[1] ?? 0], projection), hue, marks: [{ hue, mark }] }];
  });
}

function spot(at: readonly [number, number], projection: GeoProjection): { x: number; y: number } {
  const [x, y] = projection([...at]) ?? [0, 0];
  return { x: Math.round(x), y: Math.round(y) };
}
