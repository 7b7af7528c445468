import { expect, test } from 'vitest';
import { readBase, readOutline, readPrefectures } from '../../../../scripts/steps/boundaries/read-base';
import { areaKm2 } from '../../../../scripts/steps/boundaries/ring-area';
import type { Unit } from '../../../../scripts/steps/boundaries/unit';

const areaOf = (units: readonly Unit[]): number => units.reduce((sum, { geometry }) => sum + areaKm2(geometry), 0);

test('every unit of the base has land, and every prefecture’s outline is as large as its counties', () => {
  for (const { adcode, nameZh } of readPrefectures().values()) {
    const counties = readBase(adcode, 'test');
    for (const { geometry, properties } of counties) expect(areaKm2(geometry), properties.nameZh).toBeGreaterThan(0.5);
    expect(areaOf([readOutline(adcode, 'test')]) / areaOf(counties), nameZh).toBeCloseTo(1, 2);
  }
});

test('东沙岛 is part of 陆丰市, and only the island', () => {
  const lufeng = readBase('441500', 'test').find(({ properties }) => properties.adcode === '441581')!;
  const far = (lufeng.geometry.coordinates as number[][][][]).filter(([ring = []]) => ring.every(([, lat = 90]) => lat < 22));
  expect(far).toHaveLength(1);
  expect(areaKm2({ type: 'MultiPolygon', coordinates: far })).toBeCloseTo(2.1, 1);
});
