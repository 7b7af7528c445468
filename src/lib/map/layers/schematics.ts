import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPoint, Point } from 'geojson';
import type { ExplorerView } from '#lib/atlas/view';
import type { Tier } from '#lib/schema/terms';
import { labelPoint } from './geometry';
import type { Geometry } from './geometry';
import { dashes, loopAround } from './loop';
import { centreOf, distance, planeAt } from './plane';
import type { LonLat } from './plane';
import { ribbonThrough } from './ribbon';
import { drawnZones } from './zone-tone';
import type { DrawnZone } from './zone-tone';

export type SchematicShape = 'ribbon' | 'loop' | 'pair' | 'pair-ends';
/** What a schematic line is painted by. Filters and selection are feature state, under the zone's id. */
export type SchematicProperties = Readonly<{ id: string; tone: string; shape: SchematicShape }>;
type SchematicGeometry = LineString | MultiLineString | MultiPoint;

/** Dashes of a loop, whatever its size. */
const LOOP_DASHES = 72;

/** Lines that tie a zone's members together: ribbons through belts, dashed loops round circles, bows between pairs. The documents draw none of them. */
export function schematicFeatures(zones: ExplorerView['zones'], geometry: Geometry): FeatureCollection<SchematicGeometry, SchematicProperties> {
  const features = drawnZones(zones).flatMap((drawn): Feature<SchematicGeometry, SchematicProperties>[] => {
    const { id, tier } = drawn.view.zone;
    const line = schematicLine(drawn, geometry);
    if (line.length === 0) return [];
    const feature = (shape: SchematicShape, form: SchematicGeometry): Feature<SchematicGeometry, SchematicProperties> => ({
      type: 'Feature',
      properties: { id, tone: drawn.tone, shape },
      geometry: form
    });
    if (tier === 'belt') return [feature('ribbon', { type: 'LineString', coordinates: line })];
    if (tier === 'circle') return [feature('loop', { type: 'MultiLineString', coordinates: dashes(line, LOOP_DASHES) })];
    const ends = memberPoints(drawn, geometry).map((end) => [...end]);
    return [feature('pair', { type: 'LineString', coordinates: line }), feature('pair-ends', { type: 'MultiPoint', coordinates: ends })];
  });
  return { type: 'FeatureCollection', features };
}

/** The zone's schematic line, WGS 84 degrees; empty for tiers that have none. */
export function schematicLine(drawn: DrawnZone, geometry: Geometry): [number, number][] {
  const points = memberPoints(drawn, geometry);
  switch (drawn.view.zone.tier) {
    case 'belt':
    case 'pair':
      return ribbonThrough(points);
    case 'circle':
      return points.length > 0 ? loopAround(points, paddingKm(points)) : [];
    case 'core':
    case 'park':
    case 'point':
    case 'base':
    case 'assignment':
      return [];
  }
}

const memberPoints = ({ view }: DrawnZone, geometry: Geometry): LonLat[] =>
  view.zone.units.flatMap((unit) => [labelPoint(geometry, unit) ?? []].filter(isPoint));
const isPoint = (point: [number, number] | never[]): point is [number, number] => point.length === 2;

/** A loop keeps a tenth of the members' spread away from them, 3 km at least. */
function paddingKm(points: readonly LonLat[]): number {
  const centre = centreOf(points);
  const plane = planeAt(centre);
  return Math.max(3, ...points.map((point) => distance(plane.toKm(centre), plane.toKm(point)) * 0.1));
}

/** Names of belts and circles, each on its line where it is furthest from the other lines and from the members' names. */
export function schematicLabels(view: ExplorerView, geometry: Geometry): FeatureCollection<Point> {
  const lines = drawnZones(view.zones).flatMap((drawn) => {
    const line = drawn.view.active && NAMED.has(drawn.view.zone.tier) ? schematicLine(drawn, geometry) : [];
    return line.length > 0 ? [{ drawn, line }] : [];
  });
  const names = lines.flatMap(({ drawn }) => memberPoints(drawn, geometry));
  const features = lines.flatMap(({ drawn, line }): Feature<Point>[] => {
    const { zone } = drawn.view;
    const others = lines.flatMap((other) => (other.line === line ? [] : other.line.filter((_, i) => i % EVERY === 0)));
    const spot = freest(line, [...names, ...others]);
    const properties = { id: zone.id, tone: drawn.tone, nameZh: zone.short.zh, nameEn: zone.short.en };
    return spot ? [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...spot] } }] : [];
  });
  return { type: 'FeatureCollection', features };
}

const NAMED: ReadonlySet<Tier> = new Set<Tier>(['belt', 'circle']);

/** A name needs no finer choice of spot than every fourth point of its line. */
const EVERY = 4;

/** The point of a line that lies furthest from what is to be kept clear of. */
function freest(line: readonly LonLat[], clear: readonly LonLat[]): LonLat | undefined {
  const plane = planeAt(centreOf(line));
  const obstacles = clear.map(plane.toKm);
  let best: { point: LonLat; room: number } | undefined;
  for (let i = 0; i < line.length; i += EVERY) {
    const point = line[i];
    if (!point) continue;
    const at = plane.toKm(point);
    const room = obstacles.reduce((least, obstacle) => Math.min(least, distance(at, obstacle)), Infinity);
    if (!best || room > best.room) best = { point, room };
  }
  return best?.point;
}
