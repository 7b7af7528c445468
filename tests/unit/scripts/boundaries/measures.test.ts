import inside from '@turf/boolean-point-in-polygon';
import { describe, expect, test } from 'vitest';
import { joinSyllables, spell } from '../../../../scripts/steps/boundaries/english-name';
import { labelPoint } from '../../../../scripts/steps/boundaries/label-point';
import { commonBorder } from '../../../../scripts/steps/boundaries/read-water';
import { areaKm2, ringArea } from '../../../../scripts/steps/boundaries/ring-area';
import { toWgs84 } from '../../../../scripts/steps/boundaries/to-wgs84';
import type { Area } from '../../../../scripts/steps/boundaries/unit';
import { square } from './squares';

describe('areaKm2', () => {
  test('the whole ellipsoid is 510 065 622 km²', () => {
    expect(areaKm2(square('x', -180, -90, 180, 90).geometry)).toBeCloseTo(510_065_621.7, 0);
  });

  test('a hole is taken off, winding does not matter, its sign shows in ringArea', () => {
    const outer = square('x', 120, 30, 121, 31).geometry.coordinates[0] as number[][];
    const hole = square('x', 120.4, 30.4, 120.6, 30.6).geometry.coordinates[0] as number[][];
    const holed: Area = { type: 'Polygon', coordinates: [[...outer].reverse(), hole] };
    expect(areaKm2(holed)).toBeCloseTo(ringArea(outer) - ringArea(hole), 6);
    expect(ringArea([...outer].reverse())).toBeLessThan(0);
  });
});

test('toWgs84 moves Hangzhou by the known offset of GCJ-02, some 500 m', () => {
  // Hangzhou East station: published GCJ-02 and WGS 84 positions
  const moved = toWgs84(square('x', 120.2133, 30.2909, 120.3, 30.4)).geometry.coordinates[0] as number[][];
  expect(moved[0]![0]).toBeCloseTo(120.2086, 3);
  expect(moved[0]![1]).toBeCloseTo(30.2934, 3);
});

describe('labelPoint', () => {
  const angle: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [120, 30],
        [121, 30],
        [121, 30.1],
        [120.1, 30.1],
        [120.1, 31],
        [120, 31],
        [120, 30]
      ]
    ]
  };

  test('lies inside where the centre of the box does not', () => {
    expect(inside([120.5, 30.5], angle)).toBe(false);
    expect(inside(labelPoint(angle), angle)).toBe(true);
  });

  test('keeps off water', () => {
    const land = square('x', 120, 30, 120.4, 30.4).geometry;
    const lake = square('x', 120.1, 30.1, 120.4, 30.4).geometry;
    expect(inside(labelPoint(land), lake)).toBe(true);
    expect(inside(labelPoint(land, [lake]), lake)).toBe(false);
  });
});

test('commonBorder follows the shared edges inside the box', () => {
  const [a, b] = [square('a', 120, 30, 121, 31), square('b', 121, 30, 122, 31)];
  expect(commonBorder(a, b)).toEqual([
    [
      [121, 30],
      [121, 31]
    ]
  ]);
  expect(commonBorder(a, b, [120, 30, 120.5, 31])).toEqual([]);
});

describe('English names', () => {
  test.each([
    ['临安区', "Lin'an District"],
    ['淳安县', "Chun'an County"],
    ['瑞安市', "Rui'an City"],
    ['上城区', 'Shangcheng District'],
    ['青县', 'Qingxian County'],
    ['浦东新区', 'Pudong New Area']
  ])('%s is %s', (zh, en) => {
    expect(spell(zh)).toBe(en);
  });

  test('an apostrophe stands only before a, e and o', () => {
    expect(joinSyllables(['ji', 'an'])).toBe("Ji'an");
    expect(joinSyllables(['lv', 'liang'])).toBe('Lüliang');
    expect(joinSyllables(['an', 'ji'])).toBe('Anji');
  });
});
