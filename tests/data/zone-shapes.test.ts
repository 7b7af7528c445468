import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readAtlas } from '#lib/site/prerender/read-data';
import { zoneShapes } from '#lib/site/prerender/zone-shapes';

/* The little maps beside the names of a layout's zones. */

const data = readAtlas();
const page = readFileSync('src/lib/facts/ZoneShape.svelte', 'utf8');

type Point = readonly [number, number];
/** Rings of SVG path data as zone-shapes writes it: M, then steps after one l, z; whole numbers. */
function rings(d: string): Point[][] {
  return d
    .split('M')
    .slice(1)
    .map((ring) => {
      let [x, y] = [0, 0];
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      return numbers.flatMap((dx, i): Point[] => {
        if (i % 2 === 1) return [];
        const dy = numbers[i + 1] ?? NaN;
        [x, y] = i === 0 ? [dx, dy] : [x + dx, y + dy];
        return [[x, y]];
      });
    });
}
const sizeOf = (d: string): number =>
  Math.abs(
    rings(d).reduce(
      (sum, ring) =>
        sum +
        ring.reduce((part, [x, y], i) => {
          const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0];
          return part + x * nextY - nextX * y;
        }, 0),
      0
    )
  ) / 2;

describe.each(data.layouts.map((layout) => [layout.id, layout] as const))('small maps of %s', (_, layout) => {
  const svg = zoneShapes(data, layout);
  const paths = new Map([...svg.matchAll(/<path id="([^"]+)" d="([^"]*)"/g)].map(([, id = '', d = '']) => [id, d]));
  const zones = data.zones.filter((zone) => zone.layout === layout.id);

  test('every zone that has members has its picture, and no other', () => {
    expect([...paths.keys()]).toEqual(['land', 'lines', ...zones.filter(({ units }) => units.length > 0).map(({ id }) => id)]);
  });

  test('it shows as much of the land as the members are of the region', () => {
    const areaOf = (codes: readonly string[]) => data.admin.reduce((sum, unit) => sum + (codes.includes(unit.adcode) ? unit.areaKm2 : 0), 0);
    const whole = areaOf([layout.adcode]);
    const land = sizeOf(paths.get('land') ?? '');
    for (const { id, units } of zones.filter((zone) => zone.units.length > 0)) {
      const share = sizeOf(paths.get(id) ?? '') / land;
      // whole pixels, and Mercator's north is larger
      expect(Math.abs(share - areaOf(units) / whole), id).toBeLessThan(0.03);
      // a district is a speck on a province's map: its line makes it seen
      expect(sizeOf(paths.get(id) ?? ''), id).toBeGreaterThan(1);
    }
  });

  test('it lies within the drawing that pages make room for', () => {
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    expect(page).toContain(`viewBox="0 0 ${width} ${height}"`);
    const points = [...paths.values()].flatMap(rings).flat();
    expect(points.length).toBeGreaterThan(50);
    for (const [x, y] of points) {
      expect(x >= 0 && x <= Number(width), String(x)).toBe(true);
      expect(y >= 0 && y <= Number(height), String(y)).toBe(true);
    }
  });

  test('it costs few bytes', () => {
    const bytes = brotliCompressSync(svg).length;
    console.log(`${layout.id}: ${zones.length} zones, ${svg.length} B, ${bytes} B br`);
    expect(bytes).toBeLessThan(2000);
  });
});
