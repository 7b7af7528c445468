import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, LineString, Polygon } from 'geojson';
import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import { indexAtlas } from '#lib/atlas/atlas';
import type { ExplorerState } from '#lib/atlas/state';
import { deriveView } from '#lib/atlas/view';
import type { ExplorerView } from '#lib/atlas/view';
import type { AtlasData } from '#lib/schema/atlas';
import { readTokens } from '#lib/design/tokens/tokens';
import type { MapTokens } from '#lib/design/tokens/tokens';

/* A region of 2 × 3 squares of half a degree: two prefectures side by side, three counties each from south to north. */

const SIDE = 0.5;
const WEST = 119;
const SOUTH = 28;

const square = (west: number, south: number, width: number, height: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west, south + height],
      [west + width, south + height],
      [west + width, south],
      [west, south]
    ]
  ]
});
const unit = (adcode: string, level: string, parent: string, geometry: Polygon): Feature<Polygon> => {
  const [west = 0, south = 0] = geometry.coordinates[0]![0]!;
  const [east = 0, north = 0] = geometry.coordinates[0]![2]!;
  const names = { nameZh: `${adcode}市`, nameEn: `${adcode} City` };
  return {
    type: 'Feature',
    geometry,
    properties: { adcode, level, parent, ...names, areaKm2: 1, labelLon: (west + east) / 2, labelLat: (south + north) / 2 }
  };
};
const collect = <G extends Polygon | LineString>(features: Feature<G>[]): FeatureCollection<G> => ({ type: 'FeatureCollection', features });

export const COUNTIES = ['330101', '330102', '330103', '330201', '330202', '330203'] as const;

export function squares(): Topology {
  const county = (column: number, row: number) =>
    unit(`330${column + 1}0${row + 1}`, 'county', `330${column + 1}00`, square(WEST + column * SIDE, SOUTH + row * SIDE, SIDE, SIDE));
  const prefecture = (column: number) => unit(`330${column + 1}00`, 'prefecture', '330000', square(WEST + column * SIDE, SOUTH, SIDE, 3 * SIDE));
  const lake = { id: 'lake', kind: 'lake', nameZh: '湖', nameEn: 'Lake' };
  const river = { id: 'river', kind: 'river', nameZh: '江', nameEn: 'River' };
  return topology(
    {
      counties: collect([0, 1].flatMap((column) => [0, 1, 2].map((row) => county(column, row)))),
      prefectures: collect([prefecture(0), prefecture(1)]),
      province: collect([unit('330000', 'province', '', square(WEST, SOUTH, 2 * SIDE, 3 * SIDE))]),
      context: collect([unit('310000', 'context', '', square(WEST + 2 * SIDE, SOUTH, SIDE, SIDE))]),
      water: collect<Polygon | LineString>([
        { type: 'Feature', properties: lake, geometry: square(119.2, 28.2, 0.1, 0.1) },
        {
          type: 'Feature',
          properties: river,
          geometry: {
            type: 'LineString',
            coordinates: [
              [119, 28.4],
              [120, 28.6]
            ]
          }
        }
      ])
    },
    1e5
  ) as Topology;
}

export function viewOf(data: AtlasData, state: Partial<ExplorerState> = {}): ExplorerView {
  return deriveView(indexAtlas(data), { layout: data.index.defaultLayout, hiddenTiers: [], hiddenKinds: [], ...state }, '2026-11-22');
}

/** The map's colours as tokens.css has them: `light-dark(a, b)` taken apart. */
export function tokensFromCss(theme: 'light' | 'dark'): MapTokens {
  const css = readFileSync(new URL('../../../../src/lib/design/tokens/tokens.css', import.meta.url), 'utf8');
  return readTokens((name) => {
    const value = new RegExp(`${name}:\\s*([^;]+);`).exec(css)?.[1] ?? '';
    const [, light, dark] = /^light-dark\(\s*(\S+)\s*,\s*(\S+)\s*\)$/.exec(value.trim()) ?? [];
    return (theme === 'light' ? light : dark) ?? value;
  });
}

/** The facts as published in static/data. */
export function publishedAtlas(): AtlasData {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../static/data/v1/${name}.json`, import.meta.url), 'utf8'));
  const names = ['index', 'documents', 'layouts', 'zones', 'sectors', 'targets', 'places', 'incentives', 'notes', 'vocabulary', 'admin'];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as AtlasData;
}
export const publishedTopology = (name: 'overview' | 'focus'): Topology =>
  JSON.parse(readFileSync(new URL(`../../../../static/data/v1/boundaries/${name}.topo.json`, import.meta.url), 'utf8')) as Topology;
