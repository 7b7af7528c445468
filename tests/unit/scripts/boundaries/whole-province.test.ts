import { expect, test } from 'vitest';
import { buildLevels } from '../../../../scripts/boundaries';
import { reportProvince } from '../../../../scripts/steps/boundaries/build-all';
import { ringFaults, wholeProvinces } from '../../../../scripts/steps/boundaries/whole-province';
import type { Boundaries } from '../../../../scripts/steps/boundaries/describe';

// `npm run geodata -- --all-regions` builds all of them
const SAMPLE = ['310000', '420000', '440000', '460000', '650000'];
const regions = wholeProvinces();

test('every province but Taiwan can be built whole', () => {
  expect(regions).toHaveLength(33);
});

// a few seconds each, more on a busy machine
test.each(SAMPLE)('%s has the units and the area that are published, and sound rings', { timeout: 240_000 }, async (code) => {
  const report = await reportProvince(
    regions.find(({ provinceAdcode }) => provinceAdcode === code)!,
    buildLevels
  );
  expect(report.complaints).toEqual([]);
  expect(report.faults).toBeLessThan(1e-6);
});

test('rings that are open, wound the wrong way or nowhere in the country are told', () => {
  const ring = [
    [120, 30],
    [121, 30],
    [121, 31],
    [120, 30]
  ];
  const boundaries = (coordinates: number[][][]) =>
    ({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { adcode: '1', nameZh: '甲县' }, geometry: { type: 'Polygon', coordinates } }]
    }) as unknown as Boundaries;
  expect(ringFaults(boundaries([ring]))).toEqual([]);
  expect(ringFaults(boundaries([[...ring].reverse()]))).toEqual(['1 甲县: a ring is wound the wrong way']);
  expect(ringFaults(boundaries([ring.slice(0, 3)]))).toEqual(['1 甲县: a ring is not closed']);
  expect(ringFaults(boundaries([ring.map(([x = 0, y = 0]) => [x - 100, y])]))).toEqual(['1 甲县: a ring leaves the country']);
  expect(ringFaults(boundaries([ring, ring]))).toEqual(['1 甲县: has no area', '1 甲县: a ring is wound the wrong way']);
});
