import { zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeShapefile } from '../unit/features/own-data/read/make-shapefile';
import { caseFile, cells, districtsOf, fileOf, importAll, remark } from './own-region';

/* Shapefile and Parquet with the real region: encodings, parts, days. */

const utf8 = new TextEncoder().encode('地块');
const gbk = new Uint8Array([0xb5, 0xd8, 0xbf, 0xe9]);
const point = { x: 120.068, y: 30.144, value: 1 };

describe('texts of a Shapefile', () => {
  it.each([
    ['UTF-8 that calls itself GBK', utf8, { parts: { cpg: 'GBK' } }],
    ['UTF-8 with dBASE’s mark for GBK', utf8, { languageDriver: 0x4d }],
    ['GBK that calls itself UTF-8', gbk, { parts: { cpg: 'UTF-8' } }],
    ['GBK without a word', gbk, {}]
  ])('%s', async (_, text, options) => {
    const { table } = await importAll(fileOf(makeShapefile([{ ...point, text }], options), 'a.zip'));
    expect(cells(table, 'name')).toEqual(['地块']);
  });

  it('name what is missing', async () => {
    const { table } = await importAll(fileOf(makeShapefile([{ ...point, text: utf8 }]), 'a.zip'));
    expect(remark(table, 'parts-missing')).toEqual({ code: 'parts-missing', count: 2, detail: '.prj  .shx' });
    expect(districtsOf(table)).toEqual(['西湖区']);
  });

  it('are read without .prj from metres, by where they would lie', async () => {
    const metres = { x: 40506551.575, y: 3336078.277, value: 1, text: utf8 };
    const { guess, table } = await importAll(fileOf(makeShapefile([metres]), 'a.zip'));
    expect([guess.system, districtsOf(table)]).toEqual(['EPSG:4528', ['西湖区']]);
  });

  it('29: names of folders in UTF-8 without the flag, leavings of macOS', async () => {
    const { guess, table } = await importAll(caseFile('29-gk40-gbk-folder-mac.zip'));
    expect([guess.system, table.rows, remark(table, 'parts-missing')]).toEqual(['EPSG:4528', 6, undefined]);
    expect(JSON.stringify(table.columns.map(({ name }) => name))).not.toContain('�');
  });
});

describe('days', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Auckland', 'UTC'])('are the same in %s', async (zone) => {
    vi.stubEnv('TZ', zone);
    const { table } = await importAll(caseFile('33-dates.parquet'));
    expect(cells(table, '签约日期')).toEqual(Array.from({ length: table.rows }, (_, i) => `2024-03-${10 + i}`));
  });
});

it('a damaged table of a Shapefile is refused', async () => {
  await expect(importAll(fileOf(zipSync({ 'a.shp': new Uint8Array(40), 'a.dbf': new Uint8Array(10) }), 'a.zip'))).rejects.toMatchObject({ reason: 'broken' });
});
