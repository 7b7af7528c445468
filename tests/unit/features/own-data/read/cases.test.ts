import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { guess, read } from '#lib/features/own-data/read/importer';
import type { ImportGuess } from '#lib/features/own-data/table/guess';
import { caseRegion, districtNames } from './case-region';
import { columnOf, remark } from './read-back';
import { fileOf } from './small-region';

/* Files of the kinds that offices have, each with what must come of it. */

const file = async (name: string) => fileOf(await readFile(new URL(`../../../../files/cases/${name}`, import.meta.url)), name);
const bring = async (name: string, corrections: Partial<ImportGuess> = {}) => {
  const whole = await file(name);
  const found = { ...(await guess(whole, caseRegion)), ...corrections };
  const table = await read(whole, found, caseRegion);
  const districts = Array.from(table.county, (county) => districtNames.get(table.counties[county - 1] ?? '') ?? '');
  return { found, table, districts };
};
const SIX = ['西湖区', '余杭区', '滨江区', '萧山区', '钱塘区', '上城区'];
const sum = (cells: readonly string[]) => cells.reduce((total, cell) => total + Number(cell), 0);

/** [file, columns, figures to add up] */
const SIX_RIGHT: readonly (readonly [string, Partial<ImportGuess>])[] = [
  ['03-second-sheet.xlsx', { format: 'xlsx', sheet: '企业名单' }],
  ['05-html-export.xls', { format: 'html' }],
  ['06-workbook22.xlsx', { format: 'xlsx' }],
  ['07-zip64.xlsx', { format: 'xlsx' }],
  ['09-filtered-rows.xlsx', { format: 'xlsx' }],
  ['45-zipped-csv.zip', { format: 'csv' }],
  ['46-three-row-header.xlsx', { headerRows: 5, titles: ['附件2 2024年重点项目情况表', '填报单位：某局 · 单位：亿元'] }],
  ['47a.ods', { format: 'ods' }]
];
it.each(SIX_RIGHT)('%s: six rows, each in its district', async (name, expected) => {
  const { found, districts } = await bring(name);
  expect(found).toMatchObject(expected);
  expect(districts).toEqual(SIX);
});

it('lists the sheets with their sizes, and reads the one that is asked for', async () => {
  const { found } = await bring('03-second-sheet.xlsx');
  expect(found.sheets).toEqual([
    { name: '填报说明', rows: 15, columns: 2, hidden: false, agrees: false },
    { name: '企业名单', rows: 6, columns: 5, hidden: false, agrees: true }
  ]);
  expect(await guess(await file('03-second-sheet.xlsx'), caseRegion, { sheet: '填报说明' })).toMatchObject({ sheet: '填报说明' });
});

it('tells hidden rows, and leaves them out if that is wanted', async () => {
  const all = await bring('09-filtered-rows.xlsx');
  expect(all.found.remarks).toEqual([{ code: 'hidden-rows', count: 3 }]);
  expect(remark(all.table, 'hidden-rows')?.count).toBe(3);
  const seen = await bring('09-filtered-rows.xlsx', { leaveHidden: true });
  expect(seen.districts).toEqual(['余杭区', '萧山区', '上城区']);
  expect(seen.table.remarks).toContainEqual({ code: 'hidden-left-out', count: 3 });
});

it('counts nothing twice: subtotals of merged blocks, a city above its districts', async () => {
  const merged = await bring('10-subtotals-merged.xlsx');
  expect(sum(columnOf(merged.table, '产值（亿元）'))).toBe(90);
  expect(merged.table.rejectedBy).toEqual({ 'total-row': 4 });
  expect(merged.found.totals).toBe(4);
  const cities = await bring('11-city-and-counties.csv');
  expect(sum(columnOf(cities.table, '规上工业产值（亿元）'))).toBe(500);
  expect(cities.table.rejectedBy).toEqual({ 'total-row': 3 });
  expect(cities.table.rejected.map(({ line, text }) => [line, text.split(/[\t,]/)[0]])).toEqual([
    [2, '全省'],
    [3, '杭州市'],
    [7, '宁波市']
  ]);
  const kept = await bring('11-city-and-counties.csv', { keepTotals: true });
  expect(sum(columnOf(kept.table, '规上工业产值（亿元）'))).toBe(1000);
});

it('joins a header of three rows, and knows the total under it', async () => {
  const { found, table } = await bring('46-three-row-header.xlsx');
  expect(found.header).toEqual(['序号', '项目名称', '区县', '经度', '纬度', '总投资（亿元）', '完成投资（亿元）']);
  expect(table.rejected).toMatchObject([{ line: 12, reason: 'total-row' }]);
});

it('names formulas without values before anything is read', async () => {
  const { found } = await bring('12-formulas-uncached.xlsx');
  expect(found.remarks).toEqual([{ code: 'formulas-without-values', count: 18, detail: '经度、纬度、产值（万元）' }]);
});
