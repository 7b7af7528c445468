import area from '@turf/area';
import inside from '@turf/boolean-point-in-polygon';
import type { MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { BAND_PERIOD, bandsOf, divideGround } from '#lib/map/layers/bands';
import { decodeGeometry, dissolve } from '#lib/map/layers/geometry';
import { publishedAtlas, publishedTopology } from './fixtures';

const geometry = decodeGeometry(publishedTopology('overview'));
const sizeOf = (coordinates: MultiPolygon['coordinates']) => area({ type: 'MultiPolygon', coordinates });
const square: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring(0, 0, 4, 2), ring(1, 0.5, 2, 1)]] };
function ring(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south]
  ];
}

describe('bands of an area', () => {
  test('take turns from west to east, as wide as their share', () => {
    const [first, second] = [bandsOf(square, [3, 1], 0, 2), bandsOf(square, [3, 1], 1, 2)];
    const ranges = (bands: MultiPolygon['coordinates']) =>
      bands.map(([outer = []]) => [Math.min(...outer.map(([x = 0]) => x)), Math.max(...outer.map(([x = 0]) => x))]);
    expect(ranges(first)).toEqual([
      [0, 1.5],
      [2, 3.5]
    ]);
    expect(ranges(second)).toEqual([
      [1.5, 2],
      [3.5, 4]
    ]);
  });

  test.each(['330700', '330200', '331000'])('fill %s together, holes, bays and islands left out', (adcode) => {
    const whole = dissolve(geometry, [adcode])!;
    const parts = [0, 1, 2].map((which) => sizeOf(bandsOf(whole, [2, 1, 1], which, BAND_PERIOD)));
    expect(parts.reduce((sum, part) => sum + part, 0) / sizeOf(whole.coordinates)).toBeCloseTo(1, 3);
    expect(parts[0]! / sizeOf(whole.coordinates)).toBeGreaterThan(0.4);
  });
});

describe('the ground of a layout', () => {
  const { zones, layouts } = publishedAtlas();
  test.each(layouts.filter(({ kind }) => kind === 'spatial').map(({ id }) => id))(
    '%s shows every zone in all places that it does not lose to one that names the county',
    (id) => {
      const own = zones.filter(({ layout, units }) => layout === id && units.length > 0);
      const divided = divideGround(own, geometry, BAND_PERIOD);
      for (const zone of own) {
        const { ground, bands } = divided.get(zone)!;
        for (const unit of zone.units) {
          const counties = geometry.counties.features.filter(({ properties: { adcode, parent } }) => adcode === unit || parent === unit);
          const lost = counties.every(({ properties: { adcode } }) => !zone.units.includes(adcode) && own.some(({ units }) => units.includes(adcode)));
          const place = dissolve(geometry, [unit])!;
          const filled = ground && counties.some(({ properties: { labelLon, labelLat } }) => inside([labelLon, labelLat], ground));
          const banded = bands?.coordinates.some(([outer = []]) => outer.some(([x = 0, y = 0]) => inside([x, y], place)));
          const seen = filled === true || banded === true;
          expect(seen || lost, `${zone.id} in ${unit}`).toBe(true);
        }
      }
    }
  );
});
