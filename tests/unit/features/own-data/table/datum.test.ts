import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { toWgs84 } from '#lib/features/own-data/table/datum';
import { datumHint } from '#lib/features/own-data/table/datum-hint';
import { buildCountyIndex } from '#lib/features/own-data/table/county-index';
import { DATUMS } from '#lib/features/own-data/table/guess';
import type { Datum } from '#lib/features/own-data/table/guess';
import { SQUARES } from '../read/small-region';

const KNOWN = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;
const convert = (lon: number, lat: number, from: Datum, to: Datum) => gcoord.transform([lon, lat], KNOWN[from], KNOWN[to]) as [number, number];

describe('datums', () => {
  it('come out as gcoord has them, to a billionth of a degree', () => {
    const lon = fc.double({ min: 72.1, max: 137.7, noNaN: true });
    const lat = fc.double({ min: 0.9, max: 55.7, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(lon, lat), { minLength: 1, maxLength: 20 }), fc.constantFrom(...DATUMS), (points, datum) => {
        const positions = Float64Array.from(points.flat());
        toWgs84(positions, datum);
        points.forEach(([x, y], i) => {
          const [wantedLon, wantedLat] = convert(x, y, datum, 'wgs84');
          expect(Math.abs((positions[2 * i] ?? NaN) - wantedLon)).toBeLessThan(1e-9);
          expect(Math.abs((positions[2 * i + 1] ?? NaN) - wantedLat)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 500 }
    );
  });

  it('come to an end at the edge of the box, where gcoord does not', () => {
    const positions = Float64Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? 72.0 + i / 100_000 : 30));
    for (const datum of DATUMS) expect(() => toWgs84(positions, datum)).not.toThrow();
    expect(positions.every((value, i) => Math.abs(value - (i % 2 === 0 ? 72 : 30)) < 0.1)).toBe(true);
  });

  it('leave points outside China, blanks, and rows that are not asked for', () => {
    const positions = Float64Array.of(2.35, 48.85, NaN, NaN, 120, 30, 121, 30);
    toWgs84(positions, 'gcj02', 0, 3, Uint8Array.of(0, 0, 2, 0));
    expect([...positions]).toEqual([2.35, 48.85, NaN, NaN, 120, 30, 121, 30]);
    toWgs84(positions, 'gcj02', 3, 4);
    expect(positions[6]).not.toBe(121);
  });
});

describe('the hint', () => {
  const index = buildCountyIndex(SQUARES);
  /** Points near the border of 西湖 and 钱塘, as they would stand in a file of a datum. */
  const sample = (datum: Datum) => {
    const positions: number[] = [];
    const stated: number[] = [];
    for (let i = 0; i < 400; i++) {
      const lon = 120.19 + ((i * 7919) % 400) / 20_000;
      const lat = 30.11 + ((i * 104_729) % 400) / 2200;
      positions.push(...convert(lon, lat, 'wgs84', datum));
      stated.push(index.countyAt(lon, lat));
    }
    return datumHint(Float64Array.from(positions), Uint16Array.from(stated), index);
  };

  it('finds the datum that shifted points are in', () => {
    for (const datum of DATUMS) {
      const hint = sample(datum);
      expect(hint?.best).toBe(datum);
      expect(hint?.shares[datum]).toBe(1);
      expect(hint?.points).toBe(400);
    }
  });

  it('names none where points lie far from borders, or where there are few', () => {
    const middle = Float64Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 120.1 : 30.2));
    expect(datumHint(middle, new Uint16Array(50).fill(1), index)).toEqual({ points: 50, shares: { wgs84: 1, gcj02: 1, bd09: 1 } });
    expect(datumHint(middle.slice(0, 20), new Uint16Array(10).fill(1), index)).toBeUndefined();
    expect(datumHint(middle, new Uint16Array(50), index)).toBeUndefined();
  });
});
