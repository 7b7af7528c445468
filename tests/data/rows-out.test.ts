import gcoord from 'gcoord';
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { RowsOut, rowsFile } from '#lib/features/own-data/export-rows';
import type { ImportContext } from '#lib/features/own-data/table/import-context';
import { readAtlas } from '#lib/site/prerender/read-data';
import { guess, prepareRegion, read } from '#lib/features/own-data/read/importer';

/* Rows out again: what stands in the file, where the page found them to be, and what is to be said of them. */

const load = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../static/data/v1/${name}.json`, import.meta.url), 'utf8'));
const data = readAtlas();
const atlas = indexAtlas(data);
const region = prepareRegion({
  units: data.admin,
  places: data.places,
  topology: load('boundaries/focus.topo'),
  former: load('boundaries/former'),
  other: load('boundaries/names')
} as ImportContext);

async function take(file: File) {
  return read(file, await guess(file, region), region);
}

it('have district, city, zones of each layout, positions in three datums and a remark', async () => {
  const text = '企业,区县,经度,纬度,产值\n甲,西湖区,120.068,30.144,1.5\n乙,富阳市,,,\n丙,余杭区,120.2304,30.0254,3\n丁,,116.4,39.9,4\n戊,杭州市,,,5\n';
  const table = await take(new File([text], 'rows.csv'));
  const out = new RowsOut(atlas, table);
  const rows = Array.from({ length: table.rows }, (_, row) => new Map(out.cells(row).map((value, i) => [out.header[i], value])));
  const column = (name: string) => rows.map((row) => row.get(name));
  expect(column('企业')).toEqual(['甲', '乙', '丙', '丁', '戊']);
  expect(column('产值')).toEqual([1.5, undefined, 3, 4, 5]);
  expect(column('原文件行号')).toEqual([2, 3, 4, 5, 6]);
  expect(column('区划代码')).toEqual(['330106', '330111', '330109', undefined, '330100']);
  expect(rows.map((row) => [...row.entries()].find(([name]) => name === '设区市')?.[1])).toEqual(['杭州市', '杭州市', '杭州市', '', '杭州市']);
  expect(column('备注')).toEqual(['', '坐标为代表点; 按今名归入', '坐标落在另一区县', '本图范围之外', '坐标为代表点']);
  const zones = out.header.filter((name) => name.startsWith('片区（'));
  expect(zones).toHaveLength(data.layouts.length);
  expect(String(rows[0]?.get('片区（一核两带两圈）'))).toContain(';');
  const [gcj, bd] = [gcoord.transform([120.068, 30.144], gcoord.WGS84, gcoord.GCJ02), gcoord.transform([120.068, 30.144], gcoord.WGS84, gcoord.BD09)];
  expect([rows[0]?.get('WGS 84 经度'), rows[0]?.get('WGS 84 纬度')]).toEqual([120.068, 30.144]);
  expect(rows[0]?.get('GCJ-02 经度')).toBeCloseTo(gcj[0] ?? 0, 5);
  expect(rows[0]?.get('BD-09 纬度')).toBeCloseTo(bd[1] ?? 0, 5);
});

it('are whole in CSV and in GeoJSON, and no cell is a formula', async () => {
  const name = '42b-loose-names-mixed.csv';
  const table = await take(new File([await readFile(new URL(`../files/cases/${name}`, import.meta.url))], name));
  const csv = await (await rowsFile(atlas, table, 'csv', new AbortController().signal))?.text();
  expect(csv?.trim().split('\r\n')).toHaveLength(table.rows + 1);
  const json = JSON.parse((await (await rowsFile(atlas, table, 'geojson', new AbortController().signal))?.text()) ?? '') as {
    features: { geometry: { coordinates: number[] } }[];
  };
  expect(json.features).toHaveLength(table.rows);
  expect(json.features[0]?.geometry.coordinates[0]).toBeCloseTo(table.positions[0] ?? 0, 5);
  const sly = await take(new File(['名称,区县\n=1+1,西湖区\n'], 'sly.csv'));
  expect(await (await rowsFile(atlas, sly, 'csv', new AbortController().signal))?.text()).toContain(",'=1+1,");
});
