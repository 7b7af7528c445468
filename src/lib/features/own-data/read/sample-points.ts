import type { ColumnRole } from '../table/guess';
import type { RawPoints } from '../table/weigh-systems';
import { CellRow } from './cell-row';
import { CoordinateReader } from './coordinates';
import type { CoordinateRules } from './coordinates';
import type { ReadRow } from './records';
import type { Region } from './table-builder';

/**
 * Positions of sampled rows, and the county that each row states.
 * @param as 'degrees' as the rules make them, bad ones left out; 'raw' as they stand in the file
 */
export function samplePoints(rows: readonly ReadRow[], columns: readonly ColumnRole[], region: Region, as: 'degrees' | 'raw', rules?: CoordinateRules): RawPoints {
  const reader = new CoordinateReader(columns, region.counties.bbox, rules);
  const row = new CellRow();
  const place = new Map(region.counties.adcodes.map((adcode, i) => [adcode, i + 1]));
  const [district, city] = [columns.findIndex((role) => role === 'district' || role === 'adcode'), columns.indexOf('city')];
  const positions: number[] = [];
  const stated: number[] = [];
  const known = new Map<string, number>();
  for (const { cells, line, position } of rows) {
    row.set(cells, line, position ?? undefined);
    if ((as === 'raw' ? reader.raw(row) : reader.read(row)) !== 'ok') continue;
    positions.push(reader.lon, reader.lat);
    const [unit, above] = [district < 0 ? '' : row.text(district), city < 0 ? '' : row.text(city)];
    const key = `${above}\n${unit}`;
    let county = known.get(key);
    if (county === undefined) {
      const named = unit === '' ? undefined : region.names.unit(unit, above);
      county = named?.kind === 'unit' ? (place.get(named.unit.adcode) ?? 0) : 0;
      known.set(key, county);
    }
    stated.push(county);
  }
  return { raw: Float64Array.from(positions), stated: Uint16Array.from(stated) };
}
