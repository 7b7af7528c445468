import { describe, expect, test } from 'vitest';
import { prepareRegion } from '#lib/features/own-data/read/importer';
import { readProject } from '#lib/features/own-data/project/read-project';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { countyNames, places, remark } from '../read/read-back';
import { context, fileOf, importAll, region } from '../read/small-region';
import { makeTable } from '../table/make-table';
import { made, seen, textColumn } from './any-table';

const settings = { layers: [{ name: '地块', colour: 0, shown: true, view: { mode: 'auto' as const, measure: 'count' as const } }], active: 0 };
const project = (table: OwnTable) => made({ tables: [table], settings, pack: { id: 'p', version: '1' } });
const rows = ['名称,区县,经度,纬度', '点,西湖区,120.1,30.2', '区,西湖区,,', '市,嘉兴市,,', '外,,119,29', '址,杭州市钱塘区一号,,'];
const columns = ['name', 'district', 'lon', 'lat'] as const;

describe('a project where districts are others', () => {
  test('points are joined anew; what is known by a name stays with it, and is drawn where that is now', async () => {
    const { table } = await importAll(fileOf(rows.join('\n')), { columns: [...columns] });
    expect(places(table)).toEqual(['point', 'county', 'prefecture', 'point', 'address']);
    // 西湖区 is another district's name now, its square has another code; 嘉兴 has moved
    const renumbered = context.units.map((unit) =>
      unit.adcode === '330106' ? { ...unit, adcode: '330107' } : unit.adcode === '330400' ? { ...unit, label: [120.7, 30.4] as [number, number] } : unit
    );
    const topology = JSON.parse(JSON.stringify(context.topology).replaceAll('330106', '330107')) as typeof context.topology;
    const { tables, moved } = await readProject(await project(table), prepareRegion({ ...context, units: renumbered, topology }));
    const [now] = tables as [OwnTable];
    expect(places(now)).toEqual(places(table));
    expect(countyNames(now)).toEqual(['330107', '', '', '', '330114']);
    // the point, and the row that only its old district was known of
    expect(moved).toBe(2);
    expect([...now.positions.subarray(4, 6)]).toEqual([120.7, 30.4]);
    expect(now.positions.subarray(0, 2)).toEqual(table.positions.subarray(0, 2));
  });

  test('of another region its points are outside, and said to be so', async () => {
    const { table } = await importAll(fileOf(rows.join('\n')), { columns: [...columns] });
    const { tables, moved } = await readProject(await project(table), prepareRegion({ ...context, units: [], topology: { ...context.topology, objects: {} } }));
    const [now] = tables as [OwnTable];
    expect(countyNames(now)).toEqual(['', '', '', '', '']);
    expect(moved).toBe(4);
    expect(remark(now, 'outside-region')?.count).toBe(2);
    expect(now.positions).toEqual(table.positions);
  });

  test('where nothing has changed nothing is moved, in tables with many different words too', async () => {
    const few = makeTable(Array.from({ length: 66_000 }, (_, i) => ({ at: [119.9 + (i % 97) / 100, 30.2] as const, value: i / 7, text: `企业${i}` })));
    const county = Uint16Array.from({ length: few.rows }, (_, row) => region.counties.countyAt(few.positions[2 * row] ?? 0, 30.2));
    const codes = {
      ...textColumn(
        '代码',
        Array.from({ length: 300 }, (_, i) => `${i}`)
      ),
      codes: Uint16Array.from({ length: few.rows }, (_, row) => row % 300)
    };
    const outside = { code: 'outside-region' as const, count: county.filter((place) => place === 0).length };
    const table: OwnTable = { ...few, county, counties: region.counties.adcodes, columns: [...few.columns, codes], remarks: [outside] };
    const { tables, moved } = await readProject(await project(table), region);
    expect(moved).toBe(0);
    expect(tables[0]?.columns.map((column) => (column.kind === 'text' ? column.codes.BYTES_PER_ELEMENT : 8))).toEqual([8, 4, 2]);
    // compared as one text: a matcher takes seconds for so many
    expect(JSON.stringify(tables.map(seen)) === JSON.stringify([seen(table)])).toBe(true);
  });
});
