import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { merge, mesh, neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Touching } from '../domain/neighbours';
import type { AdminUnit, AtlasData } from '../schema/atlas';
import type { Locator } from '../schema/locator';
import { placeLabels } from './locator-labels';
import { projectTopology } from './project-topology';
import type { Picture, Shape } from './project-topology';
import { readTopology } from './read-data';

type Properties = { adcode: string; parent: string };
type Area = Shape<Properties>;

const WIDTH = 320;
const PAD = 6;
/** Islets below this area, px², would be noise; the largest part of a unit is always drawn. */
const SMALLEST = 3;
/** More areas than this are told apart by the surroundings' labels alone. */
const MOST_NAMED = 6;

const areasOf = (topology: Topology, name: string): Area[] =>
  ((topology.objects as Record<string, GeometryCollection<Properties>>)[name]?.geometries ?? []) as Area[];

let touching: Touching | undefined;
/** The frame's outline and lines are the same on every page that shows it. */
const frames = new Map<string, Frame>();

/** Counties with a common border on land, from the arcs that they share. */
export function touchingCounties(): Touching {
  if (touching) return touching;
  const counties = areasOf(readTopology('overview'), 'counties');
  const code = (index: number) => counties[index]?.properties?.adcode;
  touching = new Map(neighbors(counties).map((near, i) => [code(i) ?? '', new Set(near.flatMap((index) => code(index) ?? []))]));
  return touching;
}

/** Counties of a unit: itself for a county, those below for a prefecture or the province. */
export function countiesOf(data: AtlasData, adcode: string): string[] {
  const below = data.admin.filter(({ parent }) => parent === adcode);
  return below.length === 0 ? [adcode] : below.flatMap((unit) => countiesOf(data, unit.adcode));
}

/**
 * Draw a small map of some units.
 * @param frame province, or a prefecture to look closer at
 * @param units adcodes to draw, each as an area of its own; `merged` makes one area of all
 */
export function drawLocator(data: AtlasData, frame: string, units: readonly string[], merged = false): Locator {
  const base = frameOf(data, frame);
  const shown = [...new Set(units)].flatMap((code) => data.admin.find(({ adcode }) => adcode === code) ?? []).sort((a, b) => b.areaKm2 - a.areaKm2);
  const paths = merged ? [{ adcodes: shown.map(({ adcode }) => adcode) }] : shown.map(({ adcode }) => ({ adcodes: [adcode] }));
  return {
    frame,
    width: base.picture.width,
    height: base.picture.height,
    land: base.land,
    lines: base.lines,
    units: paths.map(({ adcodes }) => ({ adcodes, path: base.area(adcodes.flatMap((code) => countiesOf(data, code))) })).filter(({ path }) => path !== ''),
    labels: labels(
      shown,
      data.admin.filter((unit) => unit.parent === frame),
      base.picture
    )
  };
}

type Frame = Readonly<{ picture: Picture; land: string; lines: string; area: (counties: readonly string[]) => string }>;

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
  const ofPrefectures = parts.some(({ level }) => level === 'prefecture');
  const sections = ofPrefectures
    ? areasOf(source, 'prefectures').filter(({ properties }) => parts.some(({ adcode }) => adcode === properties?.adcode))
    : inside;
  const lines = linePath(mesh(topology, { type: 'GeometryCollection', geometries: sections }, (a, b) => a !== b));
  const made = { picture, land: area([...within]), lines, area };
  frames.set(frame, made);
  return made;
}

function labels(shown: readonly AdminUnit[], others: readonly AdminUnit[], { project, width }: Picture): Locator['labels'] {
  const main = new Set(shown.map(({ adcode }) => adcode));
  const named = shown.length > MOST_NAMED ? others : [...shown, ...others.filter(({ adcode }) => !main.has(adcode))];
  const candidates = named.map(({ adcode, name, label }) => {
    const [x, y] = project(...label);
    return { adcode, name, x, y, main: main.has(adcode) };
  });
  return placeLabels(candidates, width);
}

/** Points on a straight run, and points repeated, say nothing. */
function tidy(line: readonly Position[]): Position[] {
  const distinct = line.filter((point, i) => i === 0 || point[0] !== line[i - 1]?.[0] || point[1] !== line[i - 1]?.[1]);
  return distinct.filter(([x = 0, y = 0], i) => {
    const [before, after] = [distinct[i - 1], distinct[i + 1]];
    if (!before || !after) return true;
    const [bx = 0, by = 0] = before;
    const [ax = 0, ay = 0] = after;
    return (x - bx) * (ay - y) !== (ax - x) * (y - by);
  });
}

const pathOf = (points: readonly Position[]): string =>
  points
    .map(([x = 0, y = 0], i) => {
      const before = points[i - 1];
      if (!before) return `M${x} ${y}`;
      const dy = y - (before[1] ?? 0);
      return `l${x - (before[0] ?? 0)}${dy < 0 ? '' : ' '}${dy}`;
    })
    .join('');

const ringSize = (ring: readonly Position[]): number =>
  Math.abs(ring.reduce((sum, [x = 0, y = 0], i) => sum + x * (ring[i + 1]?.[1] ?? y) - y * (ring[i + 1]?.[0] ?? x), 0)) / 2;

function areaPath({ coordinates }: MultiPolygon): string {
  const rings = coordinates.flat();
  const sizes = rings.map(ringSize);
  const largest = Math.max(0, ...sizes);
  return rings
    .filter((ring, i) => ring.length > 2 && ((sizes[i] ?? 0) >= SMALLEST || sizes[i] === largest))
    .map((ring) => `${pathOf(tidy(ring).slice(0, -1))}z`)
    .join('');
}

const linePath = ({ coordinates }: MultiLineString): string => coordinates.map((line) => pathOf(tidy(line))).join('');
