import { describe, expect, it } from 'vitest';
import { textAt } from '#lib/features/own-data/table/table';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { caseFile, districtsOf, fileOf, importAll } from './own-region';

/* What columns are taken for, with the real region: files that people had trouble with, and others of their kind. */

const SIX = ['西湖区', '余杭区', '滨江区', '萧山区', '钱塘区', '上城区'];
const cells = (table: OwnTable, name: string) => {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from({ length: table.rows }, (_, row) => textAt(column, row));
};
const remarks = (table: OwnTable) => table.remarks.map(({ code }) => code);

describe('cells that say only that nothing is known', () => {
  it('leave coordinates to the named district', async () => {
    const { guess, table } = await importAll(caseFile('36-placeholders.csv'));
    expect(guess.columns).toEqual(['name', 'district', 'lon', 'lat', 'number']);
    expect([table.rows, table.rejectedCount]).toEqual([12, 0]);
    expect([...table.placement]).toEqual([0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2]);
    expect(districtsOf(table)).toEqual([...SIX, ...SIX]);
  });

  it('leave a column of numbers one, and are told', async () => {
    const { guess, table } = await importAll(caseFile('59-amounts-partly-unknown.csv'));
    expect(guess.columns).toEqual(['name', 'district', 'number']);
    expect(cells(table, '投资额（亿元）')).toEqual(['1.2', '3', '', '', '5', '']);
    expect(table.remarks).toContainEqual({ code: 'placeholders', count: 3, column: '投资额（亿元）', detail: '待定  —  保密' });
    const { guess: others } = await importAll(
      fileOf('公司,区县,产值\n甲,西湖区,1\n乙,余杭区,暂未公布\n丙,余杭区,N/A\n丁,余杭区,约300\n戊,滨江区,2.5\n己,滨江区,3\n')
    );
    expect(others.columns).toEqual(['name', 'district', 'number']);
  });

  it('are told apart from pairs of noughts, which fall back on the district, too', async () => {
    const { table } = await importAll(fileOf('公司,区县,经纬度\n甲,西湖区,"120.068,30.144"\n乙,余杭区,"0,0"\n丙,滨江区,无\n'));
    expect(districtsOf(table)).toEqual(['西湖区', '余杭区', '滨江区']);
    expect([...table.placement]).toEqual([0, 2, 2]);
  });
});

describe('characters that nobody sees', () => {
  it('are left out for reading, and told', async () => {
    const { guess, table } = await importAll(caseFile('35-zero-width.csv'));
    expect(guess.columns).toEqual(['name', 'district', 'lon', 'lat']);
    expect([table.rows, table.rejectedCount]).toEqual([7, 0]);
    expect(districtsOf(table)).toEqual([...SIX, '西湖区']);
    expect(remarks(table)).toContain('invisible-characters');
    expect(cells(table, '区县')).toEqual([...SIX, '西湖区']);
  });

  it('do so in headers, in properties of GeoJSON and in UTF-16', async () => {
    const text = '\u200b名称,区\u00ad县,经度\ufeff,纬度\n甲,\u2060西湖区,120.068\u00a0,30.144\n';
    const wide = new Uint8Array(new Uint16Array([0xfeff, ...Array.from(text, (character) => character.charCodeAt(0))]).buffer);
    for (const file of [fileOf(text), fileOf(wide)]) {
      const { guess, table } = await importAll(file);
      expect([guess.header, guess.columns]).toEqual([
        ['名称', '区县', '经度', '纬度'],
        ['name', 'district', 'lon', 'lat']
      ]);
      expect([...districtsOf(table), ...cells(table, '区县')]).toEqual(['西湖区', '西湖区']);
    }
    const records = JSON.stringify([{ '区\u200b县': '\u202a西湖区\u202c', 产值: 1 }]);
    const { table } = await importAll(fileOf(records, 'a.json'));
    expect([...districtsOf(table), ...cells(table, '区县')]).toEqual(['西湖区', '西湖区']);
    expect(table.remarks).toContainEqual({ code: 'invisible-characters', count: 2 });
  });
});

describe('JSON', () => {
  it('keeps every digit of whole numbers that are codes', async () => {
    const { table } = await importAll(caseFile('20-bigint.geojson'));
    expect(cells(table, 'id').slice(0, 4)).toEqual(['913301067109096420', '913301107384512031', '913301087654321092', '913301067109096423']);
    expect(cells(table, '宗地代码')[2]).toBe('330108005006000031');
    expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'text']);
  });

  it('reads a NaN as blank and says so', async () => {
    const { table } = await importAll(caseFile('18-nan.geojson'));
    expect([table.rows, table.rejectedCount]).toEqual([6, 0]);
    expect(cells(table, '产值')).toEqual(['1.5', '2.5', '', '4.5', '5.5', '6.5']);
    expect(table.remarks).toContainEqual({ code: 'no-numbers', count: 1 });
  });
});
