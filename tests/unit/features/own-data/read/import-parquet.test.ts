import { describe, expect, it } from 'vitest';
import { textAt } from '#lib/features/own-data/table/table';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { importAll, stored } from './small-region';

const rowsOf = (table: OwnTable) =>
  Array.from({ length: table.rows }, (_, row) => Object.fromEntries(table.columns.map((column) => [column.name, textAt(column, row)])));
const degrees = (table: OwnTable) => Array.from(table.positions, (value) => Math.round(value * 1e4) / 1e4);

describe('Parquet', () => {
  it('with longitude and latitude', async () => {
    const { guess: found, table } = await importAll(await stored('points.parquet'));
    expect(found).toMatchObject({ format: 'parquet', geometry: false, columns: ['name', 'lon', 'lat', 'number'], rowsExpected: 3 });
    expect(rowsOf(table)[1]).toEqual({ name: '乙', staff: '20' });
    expect(degrees(table)).toEqual([120.1, 30.2, 120.35, 30.25, 120.65, 30.35]);
  });

  it('with GeoParquet points', async () => {
    const { guess: found, table } = await importAll(await stored('geo.parquet'));
    expect(found).toMatchObject({ format: 'parquet', geometry: true, header: ['name'] });
    expect(degrees(table)).toEqual([120.1, 30.2, 120.35, 30.25]);
    expect(table.rejectedBy).toEqual({ 'no-geometry': 1 });
  });
});
