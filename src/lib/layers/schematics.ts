import type { Feature, FeatureCollection, Point } from 'geojson';
import type { ExplorerView } from '../domain/view';
import type { Tier } from '../schema/terms';
import type { MapTokens } from '../theme/tokens';
import { withAlpha } from './colour';
import type { Rgba } from './colour';
import { emphasisOf } from './emphasis';
import type { Emphasis } from './emphasis';
import { labelPoint } from './geometry';
import type { Geometry } from './geometry';
import { dashes, loopAround } from './loop';
import { centreOf, distance, planeAt } from './plane';
import type { LonLat } from './plane';
import { ribbonThrough } from './ribbon';
import { drawnZones, toneColours } from './zone-tone';
import type { DrawnZone } from './zone-tone';

/** A line for deck: path in WGS 84 degrees, width in CSS px close up; from afar it may be drawn narrower. */
export type DeckPath = Readonly<{ zone: string; path: readonly (readonly [number, number])[]; colour: Rgba; width: number }>;
/** A disc for deck: centre in WGS 84 degrees, radius in CSS px. */
export type DeckDot = Readonly<{ zone: string; position: readonly [number, number]; colour: Rgba; radius: number }>;

/** Lines that tie a zone's members together; the documents draw none of them. */
export type Schematics = Readonly<{ ribbons: DeckPath[]; ribbonCores: DeckPath[]; loops: DeckPath[]; pairs: DeckPath[]; pairEnds: DeckDot[] }>;

/** How opaque a line is drawn, against the usual. */
const STRENGTH: Readonly<Record<Emphasis, number>> = { off: 0, dim: 0.3, tint: 0.6, normal: 1, strong: 1.35 };
const RIBBON = { width: 18, alpha: 0.36, core: 2.5, coreAlpha: 0.95 } as const;
const LOOP = { width: 3, alpha: 0.9, dashes: 72 } as const;
const PAIR = { width: 4, alpha: 0.95, end: 6 } as const;

/** Ribbons through belts, dashed loops round circles, bows between pairs. Zones that a filter leaves out have none. */
export function buildSchematics(view: ExplorerView, geometry: Geometry, tokens: MapTokens): Schematics {
  const colours = toneColours(tokens);
  const emphasis = emphasisOf(view);
  const made: Schematics = { ribbons: [], ribbonCores: [], loops: [], pairs: [], pairEnds: [] };
  for (const drawn of drawnZones(view.zones)) {
    const { id: zone, tier } = drawn.view.zone;
    const tone = colours.get(drawn.tone);
    const strength = STRENGTH[emphasis.get(zone) ?? 'normal'];
    if (!tone || strength === 0) continue;
    const colour = (alpha: number) => withAlpha(tone, Math.min(1, alpha * strength));
    const path = schematicLine(drawn, geometry);
    if (path.length === 0) continue;
    if (tier === 'belt') {
      made.ribbons.push({ zone, path, colour: colour(RIBBON.alpha), width: RIBBON.width });
      made.ribbonCores.push({ zone, path, colour: colour(RIBBON.coreAlpha), width: RIBBON.core });
    } else if (tier === 'circle') {
      for (const dash of dashes(path, LOOP.dashes)) made.loops.push({ zone, path: dash, colour: colour(LOOP.alpha), width: LOOP.width });
    } else {
      made.pairs.push({ zone, path, colour: colour(PAIR.alpha), width: PAIR.width });
      for (const position of memberPoints(drawn, geometry)) made.pairEnds.push({ zone, position, colour: colour(PAIR.alpha), radius: PAIR.end });
    }
  }
  return made;
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
