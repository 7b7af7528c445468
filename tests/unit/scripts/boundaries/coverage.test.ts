import { describe, expect, test } from 'vitest';
import { absorbSplinters } from '../../../../scripts/steps/boundaries/absorb-splinters';
import { cleanUnits } from '../../../../scripts/steps/boundaries/clean-units';
import { dropIslets } from '../../../../scripts/steps/boundaries/drop-islets';
import { areaKm2 } from '../../../../scripts/steps/boundaries/ring-area';
import { simplifyUnits } from '../../../../scripts/steps/boundaries/simplify-units';
import type { Unit } from '../../../../scripts/steps/boundaries/unit';
import { coverageFaults } from '../../../../scripts/steps/boundaries/verify-coverage';
import { square, together } from './squares';

describe('coverageFaults', () => {
  test('measures an overlap', async () => {
    const faults = await coverageFaults([square('a', 120, 30, 120.1, 30.1), square('b', 120.099, 30, 120.2, 30.1)]);
    expect(faults.overlapKm2).toBeCloseTo(areaKm2(square('x', 120.099, 30, 120.1, 30.1).geometry), 6);
    expect(faults.gapKm2).toBe(0);
  });

  test('measures a gap of one metre', async () => {
    const faults = await coverageFaults([
      square('a', 120, 30, 120.3, 30.1),
      square('b', 120, 30.2, 120.3, 30.3),
      square('c', 120, 30.1, 120.1, 30.2),
      square('d', 120.10001, 30.1, 120.3, 30.2)
    ]);
    expect(faults.gapKm2).toBeCloseTo(areaKm2(square('x', 120.1, 30.1, 120.10001, 30.2).geometry), 6);
    expect(faults.overlapKm2).toBeCloseTo(0, 9);
  });
});

test('cleanUnits gives an overlap to the earlier unit', async () => {
  const clean = await cleanUnits([square('a', 120, 30, 120.1, 30.1), square('b', 120.09, 30, 120.2, 30.1)], 1e-5);
  expect((await coverageFaults(clean)).overlapKm2).toBeCloseTo(0, 9);
  const first = clean.find(({ properties }) => properties.adcode === 'a')!;
  expect(areaKm2(first.geometry)).toBeCloseTo(areaKm2(square('x', 120, 30, 120.1, 30.1).geometry), 6);
});

test('absorbSplinters gives a crumb of one unit inside another to that other; an islet stays', () => {
  const crumb = square('a', 120.2, 30.05, 120.201, 30.051);
  const islet = square('a', 119.9, 29.9, 119.901, 29.901);
  // a neighbour that has an edge in common with the crumb
  const neighbour: Unit = square('b', 120.201, 30.05, 120.3, 30.051);
  const [left, right] = absorbSplinters([together(square('a', 120, 30, 120.1, 30.1), crumb, islet), neighbour]);
  expect(left!.geometry.coordinates).toHaveLength(2);
  expect(right!.geometry.coordinates).toHaveLength(2);
});

test('dropIslets drops small islands, never a small part that touches land or the last part', () => {
  const islet = square('a', 121, 30, 121.001, 30.001);
  const attached = square('a', 120.1, 30, 120.101, 30.1);
  const [a, b] = dropIslets([together(square('a', 120, 30, 120.05, 30.1), islet, attached), square('b', 120.101, 30, 120.2, 30.1)], 5);
  expect(a!.geometry.coordinates).toHaveLength(2);
  expect(b!.geometry.coordinates).toHaveLength(1);
  expect(dropIslets([islet], 5)[0]!.geometry.coordinates).toHaveLength(1);
});

test('simplifyUnits keeps a wavy border common', async () => {
  const wave = Array.from({ length: 101 }, (_, index) => [120.1 + 0.002 * Math.sin(index), 30 + index / 1000]);
  const unit = (adcode: string, ring: number[][]): Unit => ({
    type: 'Feature',
    properties: { adcode, nameZh: adcode, parent: '990100' },
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
  });
  const west = unit('a', [...wave, [120, 30.1], [120, 30]]);
  const east = unit('b', [...[...wave].reverse(), [120.2, 30], [120.2, 30.1]]);
  const simple = await simplifyUnits([west, east], { metres: () => 500, minIsletKm2: 0, precision: 1e-5 });
  expect(JSON.stringify(simple).length).toBeLessThan(JSON.stringify([west, east]).length / 2);
  expect(await coverageFaults(simple)).toMatchObject({ gapKm2: 0 });
  expect((await coverageFaults(simple)).overlapKm2).toBeCloseTo(0, 9);
});
