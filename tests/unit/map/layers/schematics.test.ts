import inside from '@turf/boolean-point-in-polygon';
import distance from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeGeometry, labelPoint } from '#lib/map/layers/geometry';
import { circleAround, dashes, loopAround } from '#lib/map/layers/loop';
import type { LonLat } from '#lib/map/layers/plane';
import { ribbonThrough } from '#lib/map/layers/ribbon';
import { schematicFeatures, schematicLabels } from '#lib/map/layers/schematics';
import { atlasData, zone } from '../../atlas/fixtures';
import { squares, viewOf } from './fixtures';

const point = fc.tuple(fc.double({ min: 118, max: 123, noNaN: true }), fc.double({ min: 27, max: 31, noNaN: true }));
const km = (a: LonLat, b: LonLat) => distance([...a], [...b]);
const nearest = (line: readonly LonLat[], to: LonLat) => Math.min(...line.map((at) => km(at, to)));
const length = (line: readonly LonLat[]) => line.reduce((sum, at, i) => sum + (i > 0 ? km(line[i - 1]!, at) : 0), 0);

describe('a ribbon', () => {
  test('passes through every member, whatever their number and place', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 9 }), (points) => {
        const line = ribbonThrough(points);
        for (const [lon, lat] of line) expect(Number.isFinite(lon) && Number.isFinite(lat)).toBe(true);
        // the bow of two keeps its ends; a spline its knots
        for (const at of points) expect(nearest(line, at)).toBeLessThan(0.05);
      })
    );
  });

  test('goes a short way, not in the order of the document', () => {
    const members: LonLat[] = [
      [119.9, 30.8],
      [121, 28.8],
      [119.4, 29.9],
      [120.6, 29.7]
    ];
    const ordered: LonLat[] = [
      [119.9, 30.8],
      [119.4, 29.9],
      [120.6, 29.7],
      [121, 28.8]
    ];
    expect(length(ribbonThrough(members))).toBeLessThan(length(ordered) * 1.1);
    expect(length(ribbonThrough([...members].reverse()))).toBeCloseTo(length(ribbonThrough(members)), 3);
  });

  test('is smooth: no sharp turn', () => {
    const line = ribbonThrough([
      [119.9, 30.8],
      [119.4, 29.9],
      [120.6, 29.7],
      [121, 28.8],
      [119.9, 29.1]
    ]);
    const turns = line.slice(2).map((c, i) => {
      const [a, b] = [line[i]!, line[i + 1]!];
      const heading = (from: LonLat, to: LonLat) => Math.atan2(to[1] - from[1], to[0] - from[0]);
      const turn = Math.abs(heading(b, c) - heading(a, b));
      return Math.min(turn, 2 * Math.PI - turn);
    });
    expect(Math.max(...turns)).toBeLessThan(0.6);
  });

  test('needs two members', () => {
    expect(ribbonThrough([])).toEqual([]);
    expect(ribbonThrough([[120, 30]])).toEqual([]);
  });
});

describe('a loop', () => {
  test('closes, and encloses its members with the padding asked for', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 26 }), (points) => {
        const ring = loopAround(points, 10);
        expect(ring[0]).toEqual(ring.at(-1));
        const polygon = { type: 'Polygon' as const, coordinates: [ring] };
        for (const at of points) {
          expect(inside([...at], polygon)).toBe(true);
          expect(nearest(ring, at)).toBeGreaterThan(9);
        }
      })
    );
  });

  test('is cut into whole dashes of one length', () => {
    const parts = dashes(circleAround([120, 30], 20), 12, 0.5);
    expect(parts).toHaveLength(12);
    const lengths = parts.map(length);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(0.1);
    expect(lengths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(Math.PI * 20, 0);
    expect(dashes([], 5)).toEqual([]);
  });
});

describe('schematic lines of a layout', () => {
  const geometry = decodeGeometry(squares());
  const data = atlasData({
    zones: [
      zone('core', { units: ['330100'] }),
      zone('belt', { tier: 'belt', units: ['330101', '330202', '330203'] }),
      zone('circle', { tier: 'circle', units: ['330102', '330103', '330201'] }),
      zone('pair', { tier: 'pair', units: ['330101', '330203'] }),
      zone('open', { tier: 'belt', units: [] })
    ]
  });

  test('belts have ribbons, circles loops, pairs a bow with two ends; nothing else has any', () => {
    const { features } = schematicFeatures(viewOf(data).zones, geometry);
    expect(features.map(({ properties: { id, shape } }) => [id, shape])).toEqual([
      ['belt', 'ribbon'],
      ['circle', 'loop'],
      ['pair', 'pair'],
      ['pair', 'pair-ends']
    ]);
    expect(features.at(-1)?.geometry.coordinates).toEqual([labelPoint(geometry, '330101'), labelPoint(geometry, '330203')]);
  });

  test('are named on the line, clear of the members', () => {
    const { features } = schematicLabels(viewOf(data), geometry);
    expect(features.map(({ properties }) => String(properties?.id))).toEqual(['belt', 'circle']);
    const members = ['330101', '330202', '330203', '330102', '330103', '330201'].map((adcode) => labelPoint(geometry, adcode)!);
    for (const { geometry: at } of features) {
      expect(nearest(members, at.coordinates as [number, number])).toBeGreaterThan(5);
    }
  });
});
