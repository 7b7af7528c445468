import type { Position } from 'geojson';
import { readOutline, readPrefectures } from '../boundaries/read-base';
import type { Unit } from '../boundaries/unit';

/** Degrees within which outlines are neighbours: along a border first, across a strait or a bay for those that have none. */
const REACHES = [0.03, 0.3, 1.5];

const points = ({ geometry }: Unit): Position[] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).flat();

/**
 * What lies around a region: the prefectures that touch it or, for a province, their provinces. Where nothing does (Hainan), the nearest.
 * @param region codes of its prefectures
 */
export function neighbours(region: readonly string[], level: 'province' | 'prefecture'): string[] {
  const own = region.flatMap((code) => points(readOutline(code, 'region')));
  const others = [...readPrefectures().keys()].filter((code) => !region.includes(code)).map((code) => ({ code, outline: points(readOutline(code, 'region')) }));
  for (const reach of REACHES) {
    const cell = (value: number) => Math.floor(value / reach);
    const near = new Set(own.flatMap(([x = NaN, y = NaN]) => [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${cell(x) + dx},${cell(y) + dy}`))));
    const found = others.filter(({ outline }) => outline.some(([x = NaN, y = NaN]) => near.has(`${cell(x)},${cell(y)}`))).map(({ code }) => code);
    const codes = level === 'province' ? found.map((code) => `${code.slice(0, 2)}0000`) : found;
    // a province that is built in part has no neighbour in itself
    const provinces = level === 'province' ? new Set(region.map((code) => `${code.slice(0, 2)}0000`)) : new Set<string>();
    const around = [...new Set(codes)].filter((code) => !provinces.has(code)).sort();
    if (around.length > 0) return around;
  }
  return [];
}
