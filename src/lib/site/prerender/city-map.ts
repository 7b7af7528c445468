import { geoMercator } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import { countyLevel } from '#lib/atlas/admin-units';
import { primaryZones } from '#lib/atlas/primary-zone';
import { shortName } from '#lib/atlas/short-name';
import { spread } from '#lib/map/layers/inset';
import { urbanCore } from '#lib/map/layers/urban-core';
import type { Box } from '#lib/map/picture/place-symbols';
import type { AdminUnit, AtlasData, Layout, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { CityMap, LocatorLabel } from '#lib/schema/locator';
import { canvas, inPixels } from './canvas';
import type { Canvas } from './canvas';
import { areasOf } from './locator';
import { marksOf } from './marks-of';
import { readTopology } from './read-data';
import { surroundings } from './surroundings';

/** Size of the picture, px of its own; the city leaves room at the right, where its core is shown larger. */
const WIDTH = 400;
const CITY = 316;
const PAD = 8;
const INSET = 136;
/** Between the inset and the city. */
const GAP = 7;
/** A letter, a line and a mark, px. */
const LETTER = { zh: 11, en: 6.2 } as const;
const LINE = 12;
const MARK = 15;

/** A city's counties in the zones of its layout, each with its zones' marks; the crowded core larger, beside it, and named only there. */
export function drawCityMap(data: AtlasData, layout: Layout, language: keyof Text): CityMap | undefined {
  const source = readTopology('focus');
  const areas = countyLevel(data.admin);
  const units = areas.filter(({ parent }) => parent === layout.adcode);
  const zones = layout.zones.flatMap((id) => data.zones.find((zone) => zone.id === id) ?? []);
  const hues = new Map([...primaryZones(zones, units)].map(([adcode, { hue }]) => [adcode, hue]));
  const codes = new Set(units.map(({ adcode }) => adcode));
  const shapes = membersOf(areasOf(source, 'counties'), codes);
  if (shapes.length === 0) return undefined;

  const whole = feature(source, { type: 'GeometryCollection', geometries: shapes });
  const projection = geoMercator().fitWidth(CITY - 2 * PAD, whole);
  const [left, top] = projection.translate();
  projection.translate([left + PAD, top + PAD]);
  const core = urbanCore(layout, data.admin);
  const middle = units[0]?.label ?? [0, 0];
  const pixels = inPixels(source, projection);
  const outline = merge(pixels, membersOf(areasOf(pixels, 'counties'), codes)).coordinates.flat(2);
  const bottom = Math.max(...outline.map(([, y = 0]) => y));

  const box = core?.box ?? [0, 0, 0, 0];
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [box[0], box[1]],
      [box[2], box[3]]
    ]
  };
  const close = geoMercator().fitWidth(INSET, corners);
  const tall = Math.round((close([box[0], box[1]])?.[1] ?? 0) - (close([box[2], box[3]])?.[1] ?? 0));
  // below all of the city that is above it
  const x = WIDTH - INSET - PAD;
  const y = core ? Math.ceil(Math.max(...outline.filter(([px = 0]) => px > x - GAP).map(([, py = 0]) => py)) + GAP) : 0;
  const height = Math.round(Math.max(bottom, core ? y + tall : 0) + PAD);

  const part = (on: Canvas, named: readonly AdminUnit[], members: ReadonlySet<string>, kept: readonly Box[]) => {
    const own = labels(on, named, { zones, areas, language, kept });
    // what has a mark stands over two lines
    const taken = [...kept, ...own.map(({ x: at, y: line }) => ({ left: at - 14, right: at + 14, top: line - 2, bottom: line + MARK + 8 }))];
    const picture = { width: on.ground.width, height: on.ground.height, language, rivers: on.rivers, members };
    const around = surroundings(
      picture,
      on.topology,
      on.areas.filter(({ properties }) => !codes.has(properties?.adcode ?? '')),
      data.admin,
      { labels: own },
      taken
    );
    const paths = membersOf(on.counties, codes).flatMap((shape) => {
      const path = on.within(merge(on.topology, [shape]));
      return path === '' ? [] : [{ adcodes: [shape.properties?.adcode ?? ''], path }];
    });
    return { ...on.ground, units: paths, labels: [...own, ...around] };
  };
  const coreCodes = new Set(core?.units.map(({ adcode }) => adcode));
  const main = canvas(source, projection, [WIDTH, height], 'county', middle);
  const [west, north] = main.put(box[0], box[3]);
  const [east, south] = main.put(box[2], box[1]);
  const from = { x: Math.round(west), y: Math.round(north), width: Math.round(east - west), height: Math.round(south - north) };
  const kept = core
    ? [
        { left: x - GAP, right: WIDTH, top: y - GAP, bottom: height },
        { left: from.x, right: from.x + from.width, top: from.y, bottom: from.y + from.height }
      ]
    : [];
  return {
    frame: layout.adcode,
    ...part(
      main,
      units.filter(({ adcode }) => !coreCodes.has(adcode)),
      codes,
      kept
    ),
    hues: [...hues],
    ...(core ? { inset: { x, y, from, ...part(canvas(source, close, [INSET, tall], 'county', core.units[0]?.label ?? middle), core.units, codes, []) } } : {})
  };
}

const membersOf = (areas: ReturnType<typeof areasOf>, codes: ReadonlySet<string>) => areas.filter(({ properties }) => codes.has(properties?.adcode ?? ''));

type Words = Readonly<{ zones: readonly Zone[]; areas: readonly AdminUnit[]; language: keyof Text; kept: readonly Box[] }>;

/** Names with the marks of their zones below, none on another, all within the picture. */
function labels({ put, ground: { width, height } }: Canvas, units: readonly AdminUnit[], { zones, areas, language, kept }: Words): LocatorLabel[] {
  const things = units.map((unit) => {
    const name = shortName(unit.name);
    const marks = marksOf(zones, unit, areas);
    const half = Math.max(name[language].length * LETTER[language], marks.length * MARK) / 2 + 2;
    const [x, y] = put(...unit.label);
    return {
      adcode: unit.adcode,
      name,
      marks,
      x: Math.min(Math.max(x, half + 2), width - half - 2),
      y,
      half: [half, (LINE + MARK) / 2 + 1] as const,
      reach: 22
    };
  });
  const fixed = kept.map(({ left, right, top, bottom }) => ({
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    half: [(right - left) / 2, (bottom - top) / 2] as const,
    reach: 0
  }));
  const spots = spread([...things, ...fixed]);
  return things.map(({ adcode, name, marks, x, y }, i) => {
    const [atX, atY] = spots[i] ?? [x, y];
    return { adcode, name, x: Math.round(atX), y: Math.round(Math.min(Math.max(atY, LINE), height - LINE - MARK / 2) - MARK / 2), main: true, marks };
  });
}
