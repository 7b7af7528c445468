import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Touching } from '#lib/atlas/neighbours';
import { touchingIn } from '#lib/atlas/touching';
import type { AdminUnit, AtlasData } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Locator } from '#lib/schema/locator';
import type { Waters } from '#lib/schema/waters';
import { placesOn } from '#lib/map/picture/place-symbols';
import { pathsWithin } from '#lib/map/picture/clipped-path';
import { areaPath, linePath } from '#lib/map/picture/pixel-paths';
import { waterPaths } from '#lib/map/picture/water-paths';
import { projectTopology } from '#lib/map/picture/project-topology';
import type { Picture, Shape } from '#lib/map/picture/project-topology';
import { readTopology } from './read-data';

type Properties = { adcode: string; parent: string; nameZh: string; nameEn: string };
type Area = Shape<Properties>;

const WIDTH = 320;
const PAD = 6;
/** More areas than this are told apart by the surroundings' labels alone. */
const MOST_NAMED = 6;

/** Areas of one kind in a topology. */
export const areasOf = (topology: Topology, name: string): Area[] =>
  ((topology.objects as Record<string, GeometryCollection<Properties>>)[name]?.geometries ?? []) as Area[];

let touching: Touching | undefined;
/** The frame's outline and lines are the same on every page that shows it. */
const frames = new Map<string, Frame>();

/** Counties with a common border on land, worked out once. */
export const touchingCounties = (): Touching => (touching ??= touchingIn(readTopology('overview')));

/** Counties of a unit: itself for a county, those below for a prefecture or the province. */
export function countiesOf(data: AtlasData, adcode: string): string[] {
  const below = data.admin.filter(({ parent }) => parent === adcode);
  return below.length === 0 ? [adcode] : below.flatMap((unit) => countiesOf(data, unit.adcode));
}

/**
 * Draw a small map of some units.
 * @param frame province, or a prefecture to look closer at
 * @param units adcodes to draw, each as an area of its own
 * @param language names need room
 */
export function drawLocator(data: AtlasData, frame: string, units: readonly string[], language: keyof Text): Locator {
  const base = frameOf(data, frame);
  const shown = [...new Set(units)].flatMap((code) => data.admin.find(({ adcode }) => adcode === code) ?? []).sort((a, b) => b.areaKm2 - a.areaKm2);
  return {
    frame,
    width: base.picture.width,
    height: base.picture.height,
    context: base.context,
    land: base.land,
    lines: base.lines,
    waters: base.waters,
    units: shown.map(({ adcode }) => ({ adcodes: [adcode], path: base.area(countiesOf(data, adcode)) })).filter(({ path }) => path !== ''),
    labels: labels(
      shown,
      data.admin.filter((unit) => unit.parent === frame),
      base.picture,
      language
    )
  };
}

/** Where a point is in the picture of a frame. */
export function pointIn(data: AtlasData, frame: string, lon: number, lat: number): readonly [x: number, y: number] {
  return frameOf(data, frame).picture.project(lon, lat);
}

type Frame = Readonly<{ picture: Picture; context: string; land: string; lines: string; waters: Waters; area: (counties: readonly string[]) => string }>;

function frameOf(data: AtlasData, frame: string): Frame {
  const known = frames.get(frame);
  if (known) return known;
  const source = readTopology('overview');
  const within = new Set(countiesOf(data, frame));
  const inside = areasOf(source, 'counties').filter(({ properties }) => properties && within.has(properties.adcode));
  const picture = projectTopology(source, inside, WIDTH, PAD);
  const { topology } = picture;
  const area = (counties: readonly string[]) => {
    const wanted = inside.filter(({ properties }) => properties && counties.includes(properties.adcode));
    return wanted.length === 0 ? '' : areaPath(merge(topology, wanted));
  };
  const parts = data.admin.filter((unit) => unit.parent === frame);
  const sections =
    frame === data.index.province
      ? areasOf(source, 'prefectures').filter(({ properties }) => parts.some(({ adcode }) => adcode === properties?.adcode))
      : inside;
  const lines = linePath(mesh(topology, { type: 'GeometryCollection', geometries: sections }, (a, b) => a !== b));
  // with the frame's own land below it, so that only coasts are left to tell
  const around = merge(topology, [...areasOf(topology, 'context'), ...areasOf(topology, 'counties')]);
  const made = {
    picture,
    context: pathsWithin(picture.width, picture.height, PAD)(around),
    land: area([...within]),
    lines,
    waters: waterPaths(topology, picture.width, picture.height, PAD),
    area
  };
  frames.set(frame, made);
  return made;
}

function labels(shown: readonly AdminUnit[], others: readonly AdminUnit[], { project, width, height }: Picture, language: keyof Text): Locator['labels'] {
  const main = new Set(shown.map(({ adcode }) => adcode));
  // a large area has room beside its middle
  const smallFirst = shown.toReversed();
  const named =
    shown.length > MOST_NAMED ? others.toSorted((a, b) => a.areaKm2 - b.areaKm2) : [...smallFirst, ...others.filter(({ adcode }) => !main.has(adcode))];
  const units = named.map(({ adcode, name, label }) => ({ adcode, name, at: project(...label), main: main.has(adcode) }));
  return placesOn({ width, height, language }, [], units).labels;
}
