import { framesOf, primaryGround } from '#lib/atlas/primary-zone';
import { dissolve, mainland } from '../layers/geometry';
import type { Geometry } from '../layers/geometry';
import { groupColour, isSharp } from '../layers/places';
import { pairLine } from '../layers/zone-features';
import { penLine } from './base-map';
import type { BaseMap } from './base-map';
import { linePathOf, pathTag } from './clipped-path';
import { tag } from './xml';
import type { Frame } from './frame';
import type { Inset } from './north-and-scale';
import { markRadius, placeSpots } from './place-spots';
import { placeShape } from './swatches';
import { drawLabels } from './draw-labels';
import type { Scene, SceneZone } from './plan';

/** Width of a frame, units. */
const FRAME = 4.5;
/** Opacity of the grey that zones behind the others have: a faint tint might be taken for water. */
export const FADED = 0.12;

/**
 * The map without anything around it.
 * @param base the bare map of the scene's bounds
 * @param u size of a unit, px
 * @param insets what lies on the map, given its frame
 */
export function drawMap(
  scene: Scene,
  { frame, geometry, source, draw, under, waters, lines }: BaseMap,
  u: number,
  insets: (frame: Frame) => readonly Inset[]
): string {
  const fixed = insets(frame);
  return [
    under,
    ...grounds(scene, geometry, draw),
    ...frames(scene, geometry, draw, u),
    waters,
    lines,
    ...outlines(scene, geometry, draw, u),
    ...pairs(scene, geometry, frame, u),
    ...marks(scene, frame, u),
    drawLabels(
      scene,
      { geometry, source },
      frame,
      u,
      fixed.map(({ box }) => box)
    ),
    ...fixed.map(({ svg }) => svg)
  ].join('');
}

type Draw = BaseMap['draw'];

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

/** Edges of units in the colours of zones that do not fill them, as on the interactive map. */
function frames({ zones, undivided, tokens }: Scene, geometry: Geometry, draw: Draw, u: number): string[] {
  const shown = zones.flatMap(({ zone, faded }) => (faded ? [] : [zone]));
  if (undivided || shown.length < 2) return [];
  const areas = geometry.counties.features.map(({ properties }) => properties);
  return framesOf(shown, areas).map(({ zone, unit, band }) => {
    const area = mainland(dissolve(geometry, [unit]));
    const [d, id] = [area ? draw(area) : '', `frame-${unit}-${band}`];
    if (d === '') return '';
    return (
      tag('clipPath', { id }, tag('path', { d })) +
      pathTag(d, { ...penLine(tokens.hue[zone.hue].tint, 2 * FRAME * u * (band + 1)), 'data-frame': zone.id, 'clip-path': `url(#${id})` })
    );
  });
}

/** Outlines of the core, and of the zone that alone stands out. */
function outlines({ zones }: Scene, geometry: Geometry, draw: Draw, u: number): string[] {
  const shown = zones.filter(({ faded }) => !faded);
  return shown.flatMap(({ zone, colours: { ink } }) => {
    const area = zone.tier === 'core' || shown.length === 1 ? dissolve(geometry, zone.units) : undefined;
    return area ? [pathTag(draw(area), { ...penLine(ink, 2.2 * u), 'stroke-opacity': 0.9 })] : [];
  });
}

/** Lines between the members of pairs; they stand for cooperation only. */
const pairs = ({ zones }: Scene, geometry: Geometry, frame: Frame, u: number): string[] =>
  zones.flatMap(({ zone, colours: { ink }, faded }) => {
    const points = faded ? [] : (pairLine(zone, geometry)?.coordinates ?? []).map(([lon = 0, lat = 0]) => frame.project(lon, lat));
    return points.length === 0 ? [] : [pathTag(linePathOf(points), { ...penLine(ink, 3 * u), 'stroke-linecap': 'round' })];
  });

const marks = (scene: Scene, frame: Frame, u: number): string[] =>
  placeSpots(scene, frame, u).map(({ place: { view, group }, at: [x, y] }) =>
    placeShape(group, isSharp(view.place.precision), x, y, markRadius(scene, u), groupColour(group, scene.tokens), scene.tokens.halo)
  );
