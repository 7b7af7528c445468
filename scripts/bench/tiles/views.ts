import { readFileSync } from 'node:fs';

/** the map beside the panel on a screen of 1440 × 900, CSS px */
const SCREEN = [1020, 836] as const;
const TILE = 512;
/** Zhejiang, Hangzhou, Qiantang, Binjiang: from a province to a district with single points */
const UNITS = ['330000', '330100', '330114', '330108'];

type Tile = readonly [z: number, x: number, y: number];
export type View = Readonly<{ name: string; tiles: readonly Tile[] }>;
type Box = readonly [number, number, number, number];
const world = ([lon, lat]: readonly [number, number]) => [(lon + 180) / 360, (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2] as const;

/** Tiles that MapLibre asks for when a box fills the screen. */
function tilesInView([west, south, east, north]: Box): Tile[] {
  const [[left, top], [right, bottom]] = [world([west, north]), world([east, south])];
  const zoom = Math.min(15, Math.log2(Math.min(SCREEN[0] / (right - left), SCREEN[1] / (bottom - top)) / TILE));
  const half = SCREEN.map((px) => px / TILE / 2 ** zoom / 2);
  const middle = [(left + right) / 2, (top + bottom) / 2];
  const z = Math.min(Math.floor(zoom), 11);
  const range = (axis: 0 | 1) => [-1, 1].map((side) => Math.floor(((middle[axis] ?? 0) + side * (half[axis] ?? 0)) * 2 ** z));
  const [[x0 = 0, x1 = 0], [y0 = 0, y1 = 0]] = [range(0), range(1)];
  return Array.from({ length: (x1 - x0 + 1) * (y1 - y0 + 1) }, (_, i) => [z, x0 + (i % (x1 - x0 + 1)), y0 + Math.floor(i / (x1 - x0 + 1))]);
}

/** What is fetched when units of the site fill the map. */
export function readViews(): View[] {
  const units = JSON.parse(readFileSync('static/data/v1/admin.json', 'utf8')) as { adcode: string; name: { en: string }; bbox: Box }[];
  return UNITS.flatMap((adcode) => {
    const unit = units.find((candidate) => candidate.adcode === adcode);
    return unit ? [{ name: unit.name.en, tiles: tilesInView(unit.bbox) }] : [];
  });
}
