import type { Topology } from 'topojson-specification';
import { primaryGround } from '#lib/atlas/primary-zone';
import { decodeGeometry, dissolve } from '../layers/geometry';
import type { Geometry } from '../layers/geometry';
import { groupColour, isSharp } from '../layers/places';
import { pairLine } from '../layers/zone-features';
import { linePathOf, pathsWithin, pathTag } from './clipped-path';
import { fitFrame } from './frame';
import type { Frame } from './frame';
import type { Inset } from './north-and-scale';
import { topologyInPixels } from './project-topology';
import { placeShape } from './swatches';
import { tag } from './xml';
import { drawLabels } from './draw-labels';
import { isStandIn } from '#lib/schema/terms';
import type { Scene, SceneZone } from './plan';

/** Kept free around what is to be seen, units. */
const MARGIN = 26;
/** Opacity of the grey that zones behind the others have: a faint tint might be taken for water. */
export const FADED = 0.12;

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
  const fixed = insets(frame);
  return [
    tag('rect', { width, height, fill: tokens.sea }),
    pathTag(draw(geometry.context), { fill: tokens.context, stroke: tokens.county, 'stroke-width': 0.8 * u }),
    pathTag(draw(geometry.province), { fill: tokens.land }),
    ...grounds(scene, geometry, draw),
    ...waters(scene, geometry, draw, u),
    pathTag(draw(geometry.countyLines), line(tokens.county, (scene.level === 'county' ? 1.1 : 0.7) * u)),
    pathTag(draw(geometry.prefectureLines), line(tokens.prefecture, 1.3 * u)),
    pathTag(draw(geometry.provinceLines), line(tokens.province, 1.6 * u)),
    ...outlines(scene, geometry, draw, u),
    ...pairs(scene, geometry, frame, u),
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

/** Zones that stand out fill all their members, if they are but one; else each county is filled by one zone. */
function grounds({ zones, undivided, tokens }: Scene, geometry: Geometry, draw: Draw): string[] {
  if (undivided) return [];
  const [only, ...others] = zones.filter(({ faded }) => !faded);
  const areas = geometry.counties.features.map(({ properties }) => properties);
  const own = (of: readonly SceneZone[]) =>
    primaryGround(
      of.map(({ zone }) => zone),
      areas
    );
  const alone = others.length === 0 && only !== undefined;
  const ground = own(alone ? zones.filter(({ faded }) => faded) : zones);
  const filled = ({ zone, colours: { tint }, faded }: SceneZone, counties: readonly string[]): string => {
    const area = dissolve(geometry, counties);
    return area ? pathTag(draw(area), { 'data-zone': zone.id, ...(faded ? { fill: tokens.labelMinor, 'fill-opacity': FADED } : { fill: tint }) }) : '';
  };
  return [...zones.map((entry) => filled(entry, ground.get(entry.zone) ?? [])), alone ? filled(only, only.zone.units) : ''];
}

/** Outlines of the core, and of the zone that alone stands out. */
function outlines({ zones }: Scene, geometry: Geometry, draw: Draw, u: number): string[] {
  const shown = zones.filter(({ faded }) => !faded);
  return shown.flatMap(({ zone, colours: { ink } }) => {
    const area = zone.tier === 'core' || shown.length === 1 ? dissolve(geometry, zone.units) : undefined;
    return area ? [pathTag(draw(area), { ...line(ink, 2.2 * u), 'stroke-opacity': 0.9 })] : [];
  });
}

/** Lines between the members of pairs; they stand for cooperation only. */
const pairs = ({ zones }: Scene, geometry: Geometry, frame: Frame, u: number): string[] =>
  zones.flatMap(({ zone, colours: { ink }, faded }) => {
    const points = faded ? [] : (pairLine(zone, geometry)?.coordinates ?? []).map(([lon = 0, lat = 0]) => frame.project(lon, lat));
    return points.length === 0 ? [] : [pathTag(linePathOf(points), { ...line(ink, 3 * u), 'stroke-linecap': 'round' })];
  });

const marks = ({ places, tokens, near }: Scene, frame: Frame, u: number): string[] =>
  places.flatMap(({ view: { place }, position: [lon, lat], group }) => {
    // its point only stands in for it
    if (isStandIn(place.precision)) return [];
    const [x, y] = frame.project(lon, lat);
    return [placeShape(group, isSharp(place.precision), x, y, (near ? 6.5 : 4.6) * u, groupColour(group, tokens), tokens.halo)];
  });
