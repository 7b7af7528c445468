import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classBreaks, classOf, shade, shadeValues } from '#lib/features/own-data/table/choropleth';

describe('classes of figures', () => {
  test('few values have a class each', () => {
    expect(classBreaks([3, 1, 1, 7])).toEqual([3, 7]);
    expect(
      shadeValues([
        ['a', 3],
        ['b', 1],
        ['c', 1],
        ['d', 7]
      ]).legend
    ).toEqual([
      { least: 1, greatest: 1, size: 2 },
      { least: 3, greatest: 3, size: 1 },
      { least: 7, greatest: 7, size: 1 }
    ]);
  });

  test('nothing to show has no legend', () => {
    expect(shade([['a', { rows: 0, filled: 0, sum: 0 }]], 'count')).toEqual({ classes: new Map(), legend: [] });
  });

  test('every value is in one class, every class has a value, and classes rise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -1000, max: 100_000 }), fc.double({ min: -10, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 200 }),
        (values) => {
          const { classes, legend } = shadeValues(values.map((value, i) => [String(i), value] as const));
          expect(classes.size).toBe(values.length);
          expect(legend.length).toBeGreaterThan(0);
          expect(legend.length).toBeLessThanOrEqual(5);
          expect(legend.reduce((sum, { size }) => sum + size, 0)).toBe(values.length);
          for (const { size, least, greatest } of legend) {
            expect(size).toBeGreaterThan(0);
            expect(least).toBeLessThanOrEqual(greatest);
          }
          for (const [i, { least }] of legend.entries()) if (i > 0) expect(least).toBeGreaterThan(legend[i - 1]?.greatest ?? NaN);
        }
      )
    );
  });

  test('a value on a bound is in the upper class', () => {
    expect([9.9, 10, 10.1].map((value) => classOf([10], value))).toEqual([0, 1, 1]);
  });
});
