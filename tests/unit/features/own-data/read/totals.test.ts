import { describe, expect, it } from 'vitest';
import { guess, read } from '#lib/features/own-data/read/importer';
import type { ImportGuess } from '#lib/features/own-data/table/guess';
import { FLAGS } from '#lib/features/own-data/table/table';
import { caseRegion } from './case-region';
import { fileOf } from './small-region';

const bring = async (text: string, corrections: Partial<ImportGuess> = {}) => {
  const file = fileOf(text.replaceAll(/\n\s+/g, '\n'));
  const found = { ...(await guess(file, caseRegion)), ...corrections };
  return { found, table: await read(file, found, caseRegion) };
};
/** Lines of rows that are left out, by why. */
const leftOut = async (text: string, corrections: Partial<ImportGuess> = {}) => {
  const { table } = await bring(text, corrections);
  return { lines: table.rejected.map(({ line }) => line), by: table.rejectedBy, rows: table.rows };
};

describe('totals', () => {
  it.each([
    ['by their word', '区县,名称,产值\n西湖区,甲,10\n西湖区,乙,20\n西湖区,小 计,30\n西湖区小计,,30\n合计：,,60', [4, 5, 6]],
    ['in English', 'district,name,output\n西湖区,A,10\n余杭区,B,20\n余杭区,Subtotal,20\nTotal,,30\nHangzhou total,,30', [4, 5, 6]],
    ['in traditional characters', '区县,名称,产值\n西湖区,甲,10\n余杭区,乙,20\n余杭区,總計,30', [4]],
    ['a city above its districts', '地区,产值\n杭州市,300\n西湖区,100\n余杭区,200\n宁波市,50\n海曙区,20\n鄞州区,30', [2, 5]],
    ['a city below its districts, rounded', '地区,产值\n西湖区,100.4\n余杭区,200.4\n杭州市,301', [4]],
    ['a city of which some districts are listed', '地区,产值\n杭州市,500\n西湖区,100\n余杭区,200', [2]],
    ['a city by year', '年份,地区,产值\n2023,杭州市,300\n2023,西湖区,100\n2023,余杭区,200\n2024,杭州市,330\n2024,西湖区,110\n2024,余杭区,220', [2, 5]],
    ['a city with growth and a rank beside', '排名,地区,产值,增速\n1,杭州市,300,5.1\n1,西湖区,100,4.2\n2,余杭区,200,6.0', [2]],
    ['a city above places with points', '名称,区县,经度,纬度,产值\n,杭州市,,,30\n甲,西湖区,120.068,30.144,10\n乙,余杭区,119.9167,30.3548,20', [2]],
    [
      'a district above its firms, by its figures alone',
      '区县,名称,产值\n西湖区,,30\n西湖区,甲,10\n西湖区,乙,20\n余杭区,,70\n余杭区,丙,30\n余杭区,丁,40',
      [2, 5]
    ],
    [
      'a district below its firms, by its figures alone',
      '区县,名称,产值,人数\n西湖区,甲,10,1\n西湖区,乙,20,2\n西湖区,,30,3\n余杭区,丙,30,4\n余杭区,丁,40,5\n余杭区,,70,9',
      [4, 7]
    ]
  ])('%s', async (_, text, lines) => {
    const found = await leftOut(text);
    expect(found.lines).toEqual(lines);
    expect(found.by).toEqual({ 'total-row': lines.length });
  });

  it.each([
    ['a firm of which the city alone is known', '名称,地区,产值\n甲,杭州市,30\n乙,西湖区,10\n丙,余杭区,20'],
    ['a city less than its districts', '地区,产值\n杭州市,10\n西湖区,100\n余杭区,200'],
    ['names that sound like totals', '名称,区县,产值\n合计数据公司,西湖区,10\n总计机械厂,余杭区,20\n某会计师事务所,滨江区,30'],
    ['cities alone', '地区,产值\n杭州市,300\n宁波市,200'],
    ['a nameless row of other figures', '区县,名称,产值\n西湖区,甲,10\n西湖区,乙,20\n西湖区,,7\n余杭区,丙,30']
  ])('are not: %s', async (_, text) => expect(await leftOut(text)).toMatchObject({ lines: [] }));

  it('are counted before anything is read, and read if that is wanted', async () => {
    const text = '地区,产值\n杭州市,300\n西湖区,100\n余杭区,200\n合计,300';
    expect((await bring(text)).found.totals).toBe(2);
    expect(await leftOut(text, { keepTotals: true })).toMatchObject({ rows: 3, by: { 'unknown-name': 1 } });
  });

  it('take nothing with them: the other rows stay what they were', async () => {
    const { table } = await bring('区县,名称,产值\n西湖区,甲,10\n西湖区,小计,10\n余杭区,乙,20\n余杭区,小计,20\n滨江区,丙,5');
    expect([...table.line]).toEqual([2, 4, 6]);
    expect(Array.from(table.county, (county) => table.counties[county - 1])).toEqual(['330106', '330110', '330108']);
    expect([...table.positions]).toEqual([120.068, 30.144, 119.9167, 30.3548, 120.1849, 30.1822]);
    const [, , output] = table.columns;
    expect(output?.kind === 'number' && [...output.values]).toEqual([10, 20, 5]);
  });

  it('leave with each row what is to be said of it', async () => {
    const rows = [',杭州市,,,35', '甲,西湖区,120.068,30.144,10', '乙,滨江区,119.9167,30.3548,20', '丙,滨江区,120.1849,30.1822,5'];
    const { table } = await bring(`名称,区县,经度,纬度,产值\n${rows.join('\n')}`);
    expect(table.rejectedBy).toEqual({ 'total-row': 1 });
    expect([...(table.flags ?? [])]).toEqual([0, FLAGS.otherDistrict, 0]);
  });
});

it('notes, headings and the header again are told from rows that lack a place', async () => {
  const text = '名称,区县,产值\n一、医药,,\n甲,西湖区,10\n名称,区县,产值\n乙,余杭区,20\n丙,,5\n注：数据为快报数,,\n资料来源：统计局,,';
  expect(await leftOut(text)).toMatchObject({ lines: [2, 4, 6, 7, 8], by: { 'note-row': 4, 'no-place': 1 } });
});
