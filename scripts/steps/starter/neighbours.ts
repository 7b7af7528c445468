import type { Position } from 'geojson';
import { readOutline, readPrefectures } from '../boundaries/read-base';
import type { Unit } from '../boundaries/unit';

/** Degrees within which outlines are neighbours: along a border first, across a strait or a bay for those that have none. */
const REACHES = [0.03, 0.3, 1.5];

const points = ({ geometry }: Unit): Position[] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).flat();

/** [west, south, east, north] of points. */
function boxOf(all: readonly Position[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = NaN, y = NaN] of all) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/**
 * What lies around a region: the prefectures that touch it or, for a province, their provinces. Where nothing does (Hainan), the nearest.
 * @param region codes of its prefectures
 */
export function neighbours(region: readonly string[], level: 'province' | 'prefecture'): string[] {
  const own = region.flatMap((code) => points(readOutline(code, 'region')));
  const [west, south, east, north] = boxOf(own);
  const others = [...readPrefectures().keys()]
    .filter((code) => !region.includes(code) && !(level === 'province' && code.slice(0, 2) === region[0]?.slice(0, 2)))
    .map((code) => {
      const outline = points(readOutline(code, 'region'));
      return { code, outline, box: boxOf(outline) };
    });
  for (const reach of REACHES) {
    const close = others.filter(({ box: [w, s, e, n] }) => w < east + reach && e > west - reach && s < north + reach && n > south - reach);
    const cell = (value: number) => Math.floor(value / reach);
    const near = new Set(own.flatMap(([x = NaN, y = NaN]) => [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${cell(x) + dx},${cell(y) + dy}`))));
    const found = close.filter(({ outline }) => outline.some(([x = NaN, y = NaN]) => near.has(`${cell(x)},${cell(y)}`))).map(({ code }) => code);
    if (found.length > 0) return [...new Set(level === 'province' ? found.map((code) => `${code.slice(0, 2)}0000`) : found)].sort();
  }
  return [];
}
