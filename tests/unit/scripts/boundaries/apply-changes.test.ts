import inside from '@turf/boolean-point-in-polygon';
import { describe, expect, test } from 'vitest';
import { applyChanges, basePrefectures } from '../../../../scripts/steps/boundaries/apply-changes';
import type { Change } from '../../../../scripts/steps/boundaries/read-changes';
import { areaKm2 } from '../../../../scripts/steps/boundaries/ring-area';
import { coverageFaults } from '../../../../scripts/steps/boundaries/verify-coverage';
import { square } from './squares';

const change = (...steps: Change['steps']): Change[] => [{ id: 'made-up', date: '2021-01-01', source: 'test', steps }];
// two squares side by side and a third above them
const units = [square('990101', 120, 30, 120.1, 30.1), square('990102', 120.1, 30, 120.2, 30.1), square('990103', 120, 30.1, 120.2, 30.2)];
const codes = (list: { properties: { adcode: string } }[]): string[] => list.map(({ properties }) => properties.adcode).sort();
const km2 = (list: typeof units): number => list.reduce((sum, { geometry }) => sum + areaKm2(geometry), 0);

describe('recode', () => {
  test('changes code, name and prefecture, not the shape', async () => {
    const result = await applyChanges(units, change({ kind: 'recode', unit: '990103', adcode: '990183', nameZh: '新市', parent: '990200' }), new Map());
    expect(result.find(({ properties }) => properties.adcode === '990183')).toEqual({
      ...units[2],
      properties: { adcode: '990183', nameZh: '新市', parent: '990200' }
    });
    expect(codes(result)).toEqual(['990101', '990102', '990183']);
  });

  test('prefectures that gave units away are read too', () => {
    const moved = change({ kind: 'recode', unit: '990201', parent: '990100', from: '990200' });
    expect(basePrefectures(['990100'], moved)).toEqual(['990100', '990200']);
    expect(basePrefectures(['990300'], moved)).toEqual(['990300']);
  });
});

describe('merge', () => {
  test('joins units, the common border vanishes', async () => {
    const result = await applyChanges(units, change({ kind: 'merge', units: ['990101', '990102'], adcode: '990104', nameZh: '合区' }), new Map());
    expect(codes(result)).toEqual(['990103', '990104']);
    const merged = result.find(({ properties }) => properties.adcode === '990104')!;
    expect(merged.properties).toEqual({ adcode: '990104', nameZh: '合区', parent: '990100' });
    expect(merged.geometry.type).toBe('Polygon');
    expect(km2(result)).toBeCloseTo(km2(units), 6);
  });

  test('a change elsewhere is skipped, one that touches half of its units is refused', async () => {
    const elsewhere = change({ kind: 'merge', units: ['880101', '880102'], adcode: '880103', nameZh: '他区' });
    expect(await applyChanges(units, elsewhere, new Map())).toEqual(units);
    const half = change({ kind: 'merge', units: ['990101', '990109'], adcode: '990104', nameZh: '半区' });
    await expect(applyChanges(units, half, new Map())).rejects.toThrow(
      /^geodata\/boundaries\/changes.yaml: made-up: unknown adcode 990109; nearest are 990103 990103区/
    );
  });
});

describe('cut', () => {
  const cut = (at: [number, number]): Change[] =>
    change({
      kind: 'cut',
      units: ['990101', '990102'],
      along: ['x'],
      parts: [
        { adcode: '990101', nameZh: '西区', at: [120.02, 30.05] },
        { adcode: '990105', nameZh: '东区', at }
      ],
      rest: '990101'
    });
  // starts and ends 100 m short of the outline
  const lines = new Map([
    [
      'x',
      [
        [120.1, 30.0009],
        [120.15, 30.05],
        [120.1, 30.0991]
      ]
    ]
  ]);

  test('the line, not the old border, parts the units; it reaches the outline', async () => {
    const result = await applyChanges(units, cut([120.18, 30.05]), lines);
    expect(codes(result)).toEqual(['990101', '990103', '990105']);
    const [west, east] = ['990101', '990105'].map((code) => result.find(({ properties }) => properties.adcode === code)!);
    expect(inside([120.12, 30.05], west!)).toBe(true);
    expect(inside([120.12, 30.05], east!)).toBe(false);
    expect(inside([120.19, 30.01], east!)).toBe(true);
    expect(km2(result)).toBeCloseTo(km2(units), 6);
    expect(await coverageFaults(result)).toMatchObject({ gapKm2: 0 });
  });

  test('refuses a point on the wrong side, outside, an unknown line and a line that ends far from the outline', async () => {
    await expect(applyChanges(units, cut([120.05, 30.05]), lines)).rejects.toThrow('do not separate 990105 东区 from 990101');
    await expect(applyChanges(units, cut([121, 30.05]), lines)).rejects.toThrow('121, 30.05 of 990105 东区 lies outside');
    await expect(applyChanges(units, cut([120.18, 30.05]), new Map())).rejects.toThrow('unknown line x');
    const short = new Map([
      [
        'x',
        [
          [120.1, 30.01],
          [120.1, 30.1]
        ]
      ]
    ]);
    await expect(applyChanges(units, cut([120.18, 30.05]), short)).rejects.toThrow(/made-up: line end 120.1, 30.01 is 11\d\d m from the outline/);
  });
});
