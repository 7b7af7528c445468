import distance from '@turf/distance';
import { describe, expect, test } from 'vitest';
import { fitFrame, overlap, widened } from '#lib/map/picture/frame';
import type { Bounds } from '#lib/map/picture/frame';
import { scaleBar } from '#lib/map/picture/scale-bar';

const PLACES: readonly (readonly [string, Bounds])[] = [
  ['the province', [118.02, 27.04, 123.16, 31.18]],
  ['Hangzhou', [118.34, 29.18, 120.72, 30.57]],
  ['one district', [120.1, 30.1, 120.3, 30.25]]
];

describe.each(PLACES)('a frame around %s', (_, bounds) => {
  test.each([
    [1400, 1080],
    [600, 2000]
  ])('of %i × %i px holds it whole, north up', (width, height) => {
    const frame = fitFrame(bounds, width, height, 20);
    const [left, top] = frame.project(bounds[0], bounds[3]);
    const [right, bottom] = frame.project(bounds[2], bounds[1]);
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(20 - 1e-6);
    expect(right).toBeLessThanOrEqual(width - 20 + 1e-6);
    expect(bottom).toBeLessThanOrEqual(height - 20 + 1e-6);
    // it fills one direction
    expect(Math.min(left, top)).toBeCloseTo(20, 3);
    const there = frame.locate(...frame.project(120.05, 29.9));
    expect(there[0]).toBeCloseTo(120.05, 9);
    expect(there[1]).toBeCloseTo(29.9, 9);
  });

  test('has a scale bar within 1% of the great circle at its middle, of a round length', () => {
    const frame = fitFrame(bounds, 1400, 1080, 20);
    const bar = scaleBar(frame, 340);
    expect(bar.length).toBeLessThanOrEqual(340);
    expect(bar.length).toBeGreaterThan(340 / 2.6);
    expect(String(bar.km).replace(/[0.]/g, '')).toMatch(/^[125]$/);
    const y = 1080 / 2;
    const from = frame.locate(700 - bar.length / 2, y);
    const to = frame.locate(700 + bar.length / 2, y);
    const real = distance(from, to, { units: 'kilometers' });
    expect(Math.abs(bar.km / real - 1)).toBeLessThan(0.01);
  });

  test('knows the size of a pixel at other latitudes too', () => {
    const frame = fitFrame(bounds, 1400, 1080, 20);
    for (const lat of [27.5, 30.9]) {
      const [x, y] = frame.project(120, lat);
      const real = distance([120, lat], frame.locate(x + 10, y), { units: 'kilometers' });
      expect(Math.abs((10 * frame.kmPerPixel(lat)) / real - 1)).toBeLessThan(0.01);
    }
  });
});

describe('bounds', () => {
  test('grow on all sides by about the same distance', () => {
    const [west, south, east, north] = widened([120, 30, 120.2, 30.1], 0.5, 3);
    const [across, up] = [distance([120, 30.05], [120.2, 30.05]), distance([120, 30], [120, 30.1])];
    expect(distance([west, 30], [120, 30])).toBeCloseTo(Math.max(across, up) * 0.5, 1);
    expect(distance([120, south], [120, 30])).toBeCloseTo(Math.max(across, up) * 0.5, 1);
    expect([east > 120.2, north > 30.1]).toEqual([true, true]);
  });
  test('overlap only where they share ground', () => {
    expect(overlap([0, 0, 1, 1], [0.5, 0.5, 2, 2])).toBe(true);
    expect(overlap([0, 0, 1, 1], [1, 0, 2, 1])).toBe(false);
  });
});
