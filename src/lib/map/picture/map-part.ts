import type { MultiPolygon } from 'geojson';
import type { Topology } from 'topojson-specification';
import { lineage } from '#lib/atlas/atlas';
import { decodeGeometry, dissolve } from '../layers/geometry';
import type { Geometry } from '../layers/geometry';
import { groupColour, RING_KM } from '../layers/places';
import { cssColour } from '../layers/colour';
import { schematicLine } from '../layers/schematics';
import { linePathOf, pathsWithin, pathTag } from './clipped-path';
import { fitFrame } from './frame';
import type { Frame } from './frame';
import { motifPattern } from './motif-pattern';
import type { Inset } from './north-and-scale';
import { topologyInPixels } from './project-topology';
import { DASH, placeShape, ring } from './swatches';
import { tag } from './xml';
import { TIER_LOOK, TIER_ORDER } from '#lib/design/tokens/tier-look';
import { drawLabels } from './draw-labels';
import { isStandIn } from '#lib/schema/terms';
import type { Scene, SceneZone } from './plan';

/** Kept free around what is to be seen, units. */
const MARGIN = 26;
/** Opacity of a zone behind the others, against the usual. */
const FADED = 0.32;

export const patternOf = ({ zone }: SceneZone): string => `motif-${zone.id}`;

/** Patterns of the hatched zones; map and legend both refer to them. */
export const patterns = (scene: Scene, u: number): string[] =>
  scene.zones.flatMap((entry) => (hatched(scene, entry) && entry.motif ? [motifPattern(patternOf(entry), entry.motif, entry.colour, u * 1.15)] : []));

/** Whether a zone is painted with its motif. */
export const hatched = (scene: Scene, { motif, faded, number }: SceneZone): boolean => motif !== undefined && !faded && number === undefined && !scene.tinted;

/**
 * The map without anything around it.
 * @param u size of a unit, px
 * @param insets what lies on the map, given its frame
 */
export function drawMap(scene: Scene, topology: Topology, width: number, height: number, u: number, insets: (frame: Frame) => readonly Inset[]): string {
  const frame = fitFrame(scene.bounds, width, height, MARGIN * u);
  const geometry = decodeGeometry(topologyInPixels(topology, frame.project));
  const draw = pathsWithin(width, height, 24 * u);
  const { tokens } = scene;
  const zones = [...scene.zones].sort((a, b) => TIER_ORDER[a.zone.tier] - TIER_ORDER[b.zone.tier]);
  const fixed = insets(frame);
  return [
    tag('rect', { width, height, fill: tokens.sea }),
    pathTag(draw(geometry.context), { fill: tokens.context, stroke: tokens.county, 'stroke-width': 0.8 * u }),
    pathTag(draw(geometry.province), { fill: tokens.land }),
    ...(scene.tinted ? tints(scene, geometry, draw, u) : zones.map((entry) => fill(scene, entry, geometry, draw))),
    ...waters(scene, geometry, draw, u),
    pathTag(draw(geometry.countyLines), line(tokens.county, (scene.level === 'county' ? 1.1 : 0.7) * u)),
    pathTag(draw(geometry.prefectureLines), line(tokens.prefecture, 1.3 * u)),
    pathTag(draw(geometry.provinceLines), line(tokens.province, 1.6 * u)),
    ...(scene.tinted ? [] : zones.map((entry) => outline(entry, geometry, draw, u))),
    ...zones.flatMap((entry) => (entry.faded ? [] : schematics(entry, geometry, frame, u))),
    ...rings(scene, frame, u),
    ...marks(scene, frame, u),
    drawLabels(
      scene,
      geometry,
      frame,
      u,
      fixed.map(({ box }) => box)
    ),
    ...fixed.map(({ svg }) => svg)
  ].join('');
}

type Draw = ReturnType<typeof pathsWithin>;
const line = (colour: string, width: number) => ({ fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linejoin': 'round' as const });

function waters({ tokens }: Scene, { water }: Geometry, draw: Draw, u: number): string[] {
  return water.features.map((feature) =>
    feature.properties.kind === 'river'
      ? pathTag(draw(feature), { ...line(tokens.water, 3 * u), 'stroke-linecap': 'round' })
      : pathTag(draw(feature), { fill: feature.properties.kind === 'estuary' ? tokens.sea : tokens.water })
  );
}

function fill(scene: Scene, entry: SceneZone, geometry: Geometry, draw: Draw): string {
  const area = outlineOf(entry, geometry);
  if (!area) return '';
  const d = draw(area);
  const opacity = TIER_LOOK[entry.zone.tier].fill * (entry.faded ? FADED : 1);
  const ground = pathTag(d, { fill: entry.colour, 'fill-opacity': opacity });
  return hatched(scene, entry) ? ground + pathTag(d, { fill: `url(#${patternOf(entry)})`, 'fill-opacity': 0.62 }) : ground;
}

const outlineOf = ({ zone }: SceneZone, geometry: Geometry): MultiPolygon | undefined => dissolve(geometry, zone.units);

function outline(entry: SceneZone, geometry: Geometry, draw: Draw, u: number): string {
  const area = outlineOf(entry, geometry);
  const width = TIER_LOOK[entry.zone.tier].line * u * 1.1;
  return area
    ? pathTag(draw(area), {
        ...line(entry.colour, width),
        'stroke-opacity': entry.faded ? FADED : 0.95,
        'stroke-dasharray': entry.dashed ? DASH(u) : undefined
      })
    : '';
}

/** Opacity of an area's tint by how many tasks name it. */
export const tintOf = (count: number, most: number): number => 0.1 + (0.46 * count) / Math.max(1, most);

/** How many of the zones that stand out name each county, itself or its city; the most of any. */
export function taskCounts(scene: Scene, counties: readonly string[]): { count: ReadonlyMap<string, number>; most: number; least: number } {
  const count = new Map<string, number>();
  for (const county of counties) {
    const line = new Set(lineage(scene.atlas, county).map(({ adcode }) => adcode));
    const named = scene.zones.filter(({ faded, zone }) => !faded && zone.units.some((unit) => line.has(unit))).length;
    if (named > 0) count.set(county, named);
  }
  return { count, most: Math.max(0, ...count.values()), least: Math.min(Infinity, ...count.values()) };
}

function tints(scene: Scene, geometry: Geometry, draw: Draw, u: number): string[] {
  const { count, most } = taskCounts(
    scene,
    geometry.counties.features.map(({ properties }) => properties.adcode)
  );
  const colour = scene.tokens.tier.assignment;
  const levels = [...new Set(count.values())].sort((a, b) => a - b);
  const ground = levels.map((level) => {
    const members = [...count].filter(([, value]) => value === level).map(([adcode]) => adcode);
    const area = dissolve(geometry, members);
    return area ? pathTag(draw(area), { fill: colour, 'fill-opacity': tintOf(level, most) }) : '';
  });
  const units = [...new Set(scene.zones.flatMap(({ zone, faded }) => (faded ? [] : zone.units)))];
  const edges = units.map((unit) => {
    const area = dissolve(geometry, [unit]);
    return area ? pathTag(draw(area), { ...line(colour, 1.5 * u), 'stroke-opacity': 0.7 }) : '';
  });
  return [...ground, ...edges];
}

/** Ribbons, loops and bows: drawn by us to tie members together. */
function schematics(entry: SceneZone, geometry: Geometry, frame: Frame, u: number): string[] {
  const points = schematicLine(entry.drawn, geometry).map(([lon, lat]) => frame.project(lon, lat));
  if (points.length === 0) return [];
  const d = linePathOf(points);
  const round = { fill: 'none', stroke: entry.colour, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  switch (entry.zone.tier) {
    case 'belt':
      return [pathTag(d, { ...round, 'stroke-width': 15 * u, 'stroke-opacity': 0.34 }), pathTag(d, { ...round, 'stroke-width': 2.4 * u })];
    case 'circle':
      return [pathTag(d, { ...round, 'stroke-width': 3 * u, 'stroke-dasharray': `${8 * u} ${6 * u}`, 'stroke-linecap': 'butt' })];
    case 'pair':
      return [
        pathTag(d, { ...round, 'stroke-width': 4 * u }),
        ...[points[0], points.at(-1)].flatMap((end) => (end ? [tag('circle', { cx: end[0], cy: end[1], r: 6 * u, fill: entry.colour })] : []))
      ];
    case 'core':
    case 'park':
    case 'point':
    case 'base':
    case 'assignment':
      return [];
  }
}

/** Places that are only known by their district share its middle: one ring stands for all of them. */
function rings({ places, tokens }: Scene, frame: Frame, u: number): string[] {
  const drawn = new Map<string, string>();
  for (const { view, position, group } of places) {
    const [lon, lat] = position;
    const { precision } = view.place;
    const km = RING_KM[precision];
    const spot = [lon.toFixed(3), lat.toFixed(3), km].join();
    if (km === 0 || drawn.has(spot)) continue;
    const [x, y] = frame.project(lon, lat);
    drawn.set(spot, ring(x, y, Math.max(5 * u, km / frame.kmPerPixel(lat)), cssColour(groupColour(group, tokens)), u, isStandIn(precision)));
  }
  return [...drawn.values()];
}

const marks = ({ places, tokens, near }: Scene, frame: Frame, u: number): string[] =>
  places.flatMap(({ view: { place }, position: [lon, lat], group }) => {
    if (place.precision !== 'site' && place.precision !== 'neighbourhood') return [];
    const [x, y] = frame.project(lon, lat);
    return [placeShape(group, x, y, (near ? 6.5 : 4.6) * u, cssColour(groupColour(group, tokens)), tokens.halo)];
  });
