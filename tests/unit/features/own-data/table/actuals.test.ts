import { describe, expect, test } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { actualsBesideTargets } from '#lib/features/own-data/table/actuals';
import type { Actual } from '#lib/features/own-data/table/actuals';
import { convertTo } from '#lib/features/own-data/table/measure-units';
import { readActuals } from '#lib/features/own-data/table/read-actuals';
import { actualsTemplate } from '#lib/features/own-data/table/templates';
import type { Counting } from '#lib/schema/terms';
import { atlasData, zone } from '../../../atlas/fixtures';
import { makeTarget } from '../../targets/make-target';

const name = (zh: string, en: string) => ({ zh, en });
const units = [
  { id: 'yi-yuan', name: name('亿元', '¥100 million') },
  { id: 'wan-yuan', name: name('万元', '¥10,000') },
  { id: 'firms', name: name('家', 'firms') },
  { id: 'items', name: name('个', 'items') },
  { id: 'teams', name: name('个', 'teams') },
  { id: 'percent', name: name('%', '%') },
  { id: 'share', name: name('份额', 'share (0–1)') },
  { id: 'working-days', name: name('个工作日', 'working days') },
  { id: 'rank', name: name('名', 'rank') },
  { id: 'wan-m2', name: name('万平方米', '10,000 m²') }
];
const base = atlasData({ zones: [zone('core', { name: name('钱塘核心区', 'Qiantang core') })] });
const atlas = indexAtlas({
  ...base,
  vocabulary: { ...base.vocabulary, units },
  targets: [
    makeTarget({ id: 'output', value: 1000, unit: 'yi-yuan', year: 2026 }),
    makeTarget({
      id: 'output-part',
      value: 400,
      unit: 'yi-yuan',
      partOf: 'output',
      scope: { level: 'zone', adcodes: ['330114'], zone: 'core' },
      metric: name('产值', 'Output')
    }),
    makeTarget({ id: 'firms', value: 20, unit: 'firms', counting: 'cumulative' }),
    makeTarget({ id: 'yearly', value: 10, unit: 'teams', counting: 'per-year' }),
    makeTarget({ id: 'average', value: 8, unit: 'percent', counting: 'average-per-year' }),
    makeTarget({ id: 'limit', value: 5, unit: 'working-days', operator: '<=' }),
    makeTarget({ id: 'place', value: 3, unit: 'rank' }),
    makeTarget({ id: 'twin-a', metric: name('同名', 'Same'), value: 1 }),
    makeTarget({ id: 'twin-b', metric: name('同名', 'Same'), value: 2 })
  ]
});
const actual = (target: string, value: number, unit: string, more: Partial<Actual> = {}): Actual => ({ line: 2, target, year: 2025, value, unit, ...more });
const standing = (given: Actual) => actualsBesideTargets(atlas, [given])[0]?.points[0]?.standing;

describe('units', () => {
  test.each([
    [6_500_000, '万元', 'yi-yuan', 650],
    [650, '亿元', 'yi-yuan', 650],
    [65_000_000_000, '元', 'yi-yuan', 650],
    [3000, '万元', 'yi-yuan', 0.3],
    [0.5, '亿元', 'wan-yuan', 5000],
    [650, '¥100 million', 'yi-yuan', 650],
    [650, ' 亿 元 ', 'yi-yuan', 650],
    [0.05, '份额', 'percent', 5],
    [12, '％', 'percent', 12],
    [30_000, '㎡', 'wan-m2', 3],
    // one word, several units: the target's own is meant
    [4, '个', 'teams', 4],
    [4, '个', 'items', 4]
  ])('%d %s is %s %d', (value, unit, wanted, expected) => {
    expect(convertTo(value, unit, wanted, units)).toBe(expected);
  });
  test.each([
    ['家', 'yi-yuan'],
    ['亿美元', 'yi-yuan'],
    ['亿元', 'firms'],
    ['', 'firms'],
    ['亩', 'wan-m2'],
    // both are a multiple of something, but not of the same
    ['亿元', 'wan-m2'],
    ['%', 'yi-yuan'],
    ['constructor', 'firms'],
    ['toString', 'yi-yuan']
  ])('“%s” is not turned into %s', (unit, wanted) => {
    expect(convertTo(1, unit, wanted, units)).toBeUndefined();
  });
});

describe('standing against the target', () => {
  test('the share of the target, in its unit', () => {
    expect(standing(actual('output', 6_500_000, '万元'))).toEqual({ kind: 'share', ratio: 0.65 });
    expect(standing(actual('firms', 25, '家'))).toEqual({ kind: 'share', ratio: 1.25 });
  });
  test('another unit or another way of counting is refused, not compared', () => {
    expect(standing(actual('output', 650, '家'))).toEqual({ kind: 'none', reason: 'unit' });
    expect(standing(actual('firms', 5, '家', { counting: 'new' }))).toEqual({ kind: 'none', reason: 'counting' });
    expect(standing(actual('firms', 5, '家', { counting: 'cumulative' }))).toEqual({ kind: 'share', ratio: 0.25 });
  });
  test('one year is not the average of several', () => {
    expect(standing(actual('average', 9, '%'))).toEqual({ kind: 'none', reason: 'average' });
    expect(standing(actual('average', 9, '%', { counting: 'average-per-year' }))).toEqual({ kind: 'share', ratio: 1.125 });
  });
  test('a limit is kept or not; a rank has no share', () => {
    expect(standing(actual('limit', 5, '个工作日'))).toEqual({ kind: 'limit', kept: true });
    expect(standing(actual('limit', 6, '个工作日'))).toEqual({ kind: 'limit', kept: false });
    expect(standing(actual('place', 2, '名'))).toEqual({ kind: 'none', reason: 'rank' });
  });
  test('years stand beside each other and are never added; the latest is marked, late ones too', () => {
    const [line] = actualsBesideTargets(atlas, [
      actual('yearly', 12, '个', { year: 2025 }),
      actual('yearly', 6, '个', { year: 2024 }),
      actual('yearly', 9, '个', { year: 2027 })
    ]);
    expect(line?.points.map(({ actual: { year }, value, late }) => [year, value, late])).toEqual([
      [2024, 6, false],
      [2025, 12, false],
      [2027, 9, true]
    ]);
    expect(line?.latest?.standing).toEqual({ kind: 'share', ratio: 0.9 });
  });
  test('a part is reported for the part alone: its whole stays unreported, and the atlas is as it was', () => {
    const before = JSON.stringify(atlas.data);
    const lines = actualsBesideTargets(atlas, [actual('output-part', 100, '亿元'), actual('gone', 1, '家')]);
    expect(lines.map(({ target }) => target.id)).toEqual(['output-part']);
    expect(JSON.stringify(atlas.data)).toBe(before);
  });
});

describe('reading a table', () => {
  const words = new Map<string, Counting>([['累计', 'cumulative']]);
  const read = (...rows: string[][]) => readActuals(atlas, [['指标编号', '片区', '指标', '年份', '实际值', '单位', '计算口径'], ...rows], words);

  test('by id, by zone and metric, with separators and full-width digits', () => {
    const { actuals, refused } = read(
      ['output', '', '', '2025年', '１,２３４.5', '亿元', ''],
      ['', '钱塘核心区', '产值', '2024', '12', '亿元', ''],
      ['firms', '', '', '2025', '3', '家', '累计']
    );
    expect(refused).toEqual([]);
    expect(actuals).toEqual([
      { line: 2, target: 'output', year: 2025, value: 1234.5, unit: '亿元' },
      { line: 3, target: 'output-part', year: 2024, value: 12, unit: '亿元' },
      { line: 4, target: 'firms', year: 2025, value: 3, unit: '家', counting: 'cumulative' }
    ]);
  });
  test('what cannot be read is refused with its line and reason; blanks of the template are not', () => {
    const { actuals, refused, blank } = read(
      ['nobody', '', '', '2025', '1', '家', ''],
      ['firms', '', '', '2025', '', '家', ''],
      ['', '', '', '', '', '', ''],
      ['firms', '', '', '2025', 'many', '家', ''],
      ['firms', '', '', '20255', '1', '家', ''],
      ['firms', '', '', '2025', '1', '', ''],
      ['firms', '', '', '2025', '1', '家', '按心情'],
      ['', '', '同名', '2025', '1', '亿元', ''],
      ['firms', '', '', '2025', '=1+1', '家', '']
    );
    expect(actuals).toEqual([]);
    expect(blank).toBe(1);
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'no-target'],
      [5, 'bad-value'],
      [6, 'bad-year'],
      [7, 'no-unit'],
      [8, 'bad-counting'],
      [9, 'ambiguous-target'],
      [10, 'formula']
    ]);
  });
  test('a table without the columns needed says which are missing', () => {
    expect(readActuals(atlas, [['指标编号', '年份']])).toMatchObject({ actuals: [], missing: ['value', 'unit'] });
    expect(readActuals(atlas, [])).toMatchObject({ missing: ['target', 'value', 'year', 'unit'] });
  });
  test.each(['zh', 'en'] as const)('the %s template, filled in, reads back for every target with a single value', (language) => {
    const counting = (kind: Counting) => kind;
    const [header = [], ...rows] = actualsTemplate(atlas, language, counting);
    const filled = rows.map((row) => row.map((cell, i) => String(i === row.length - 3 ? 2025 : i === row.length - 2 ? '7' : cell)));
    const { actuals, refused } = readActuals(atlas, [header.map(String), ...filled]);
    expect(refused).toEqual([]);
    expect(actuals.map(({ target }) => target)).toEqual(atlas.data.targets.map(({ id }) => id));
    expect(
      actualsBesideTargets(atlas, actuals).every(
        ({ latest }) => latest?.standing.kind !== 'none' || ['average', 'rank'].includes(latest.standing.reason) || latest.actual.target === 'average'
      )
    ).toBe(true);
  });
});
