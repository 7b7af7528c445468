import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepNear } from '#lib/map/runtime/keep-near';

const REGION = [118, 27, 123, 31.2] as const;
const HEIGHT = 900;
const northing = (lat: number) => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
/** Latitudes at a view's edges. */
function edges(lat: number, zoom: number, height = HEIGHT): [number, number] {
  const half = (height / 2 / (512 * 2 ** zoom)) * 360;
  const back = (y: number) => (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;
  return [back(northing(lat) - half), back(northing(lat) + half)];
}

const centres = fc.record({ lng: fc.double({ min: 70, max: 140, noNaN: true }), lat: fc.double({ min: 0, max: 60, noNaN: true }) });

test('however far the map is dragged, a view ends a quarter of the region’s height beyond it', () => {
  fc.assert(
    fc.property(centres, fc.double({ min: 7.3, max: 15, noNaN: true }), (centre, zoom) => {
      const { lng, lat } = keepNear(centre, zoom, REGION, HEIGHT);
      const [bottom, top] = edges(lat, zoom);
      expect(bottom).toBeGreaterThan(27 - 4.2 / 4 - 1e-6);
      expect(top).toBeLessThan(31.2 + 4.2 / 4 + 1e-6);
      expect(lng).toBeGreaterThanOrEqual(118 - 1.2);
      expect(lng).toBeLessThanOrEqual(123 + 1.2);
    })
  );
});

test('a view that is higher than that always holds it', () => {
  fc.assert(
    fc.property(centres, fc.double({ min: 4, max: 6, noNaN: true }), (centre, zoom) => {
      const [bottom, top] = edges(keepNear(centre, zoom, REGION, HEIGHT).lat, zoom);
      expect(bottom).toBeLessThan(27 - 4.2 / 4 + 1e-6);
      expect(top).toBeGreaterThan(31.2 + 4.2 / 4 - 1e-6);
    })
  );
});

test('a centre that is all right stays', () => {
  const centre = { lng: 120.2, lat: 30.2 };
  const kept = keepNear(centre, 9, REGION, HEIGHT);
  expect(kept.lng).toBe(centre.lng);
  expect(kept.lat).toBeCloseTo(centre.lat, 9);
});
