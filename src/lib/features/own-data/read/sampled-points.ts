import { toWgs84 } from '../table/datum';
import { datumHint } from '../table/datum-hint';
import { COORDINATE_ROLES } from '../table/guess';
import type { ColumnRole, Datum, DatumHint, GuessBasis } from '../table/guess';
import type { DecimalSign } from '../table/read-number';
import { CellRow } from './cell-row';
import { CoordinateReader } from './coordinates';
import type { CoordinateRules } from './coordinates';
import type { ReadRow } from './records';
import type { Region } from './table-builder';

/** Points of the sampled rows, and per point the county that its row states: its place in the index + 1, 0 = none. */
export type SampledPoints = Readonly<{ positions: Float64Array; stated: Uint16Array }>;

/** Read the sample's coordinates as the roles say: degrees by the rules, or as they stand in the file where there are none. */
export function sampledPoints(
  rows: readonly ReadRow[],
  columns: readonly ColumnRole[],
  region: Region,
  sign: DecimalSign,
  rules?: CoordinateRules
): SampledPoints {
  const reader = new CoordinateReader(columns, region.counties.bbox, rules);
  const row = new CellRow(sign);
  const place = new Map(region.counties.adcodes.map((adcode, i) => [adcode, i + 1]));
  const [district, city] = [columns.findIndex((role) => role === 'district' || role === 'adcode'), columns.indexOf('city')];
  const positions: number[] = [];
  const stated: number[] = [];
  const known = new Map<string, number>();
  for (const { cells, line, position } of rows) {
    row.set(cells, line, position ?? undefined);
    if ((rules ? reader.read(row) : reader.raw(row)) !== 'ok') continue;
    const [unit, above] = [district < 0 ? '' : row.text(district), city < 0 ? '' : row.text(city)];
    const key = `${above}\n${unit}`;
    let county = unit === '' ? 0 : known.get(key);
    if (county === undefined) {
      const named = region.names.unit(unit, above);
      county = named.kind === 'unit' ? (place.get(named.unit.adcode) ?? 0) : 0;
      known.set(key, county);
    }
    positions.push(reader.lon, reader.lat);
    stated.push(county);
  }
  return { positions: Float64Array.from(positions), stated: Uint16Array.from(stated) };
}

/** The county that the sampled rows state against where their points lie, under each datum. */
export const hintFor = ({ positions, stated }: SampledPoints, region: Region): DatumHint | undefined => datumHint(positions, stated, region.counties);

/** Points that are asked where they lie. */
const ASKED = 1000;

/** The reasons with, for columns of coordinates, the share of the points that lie in the region if they are of the datum; of positions in metres without one. */
export function withShares(
  columns: readonly ColumnRole[],
  reasons: readonly GuessBasis[],
  { positions }: SampledPoints,
  datum: Datum | undefined,
  region: Region
): readonly GuessBasis[] {
  const points = Math.min(ASKED, positions.length / 2);
  if (points === 0) return reasons;
  const moved = positions.slice(0, 2 * points);
  toWgs84(moved, datum ?? 'wgs84');
  let inside = 0;
  for (let at = 0; at < points; at++) if (region.counties.countyAt(moved[2 * at] ?? NaN, moved[2 * at + 1] ?? NaN) !== 0) inside++;
  return reasons.map((basis, column) =>
    COORDINATE_ROLES.has(columns[column] ?? 'text') ? { ...basis, share: inside / points, ...(datum ? { datum } : {}) } : basis
  );
}
