import { isBlankText } from '../table/cell-text';
import { findMetres } from '../table/find-metres';
import { looksLikeGeometry, readGeometry } from '../table/geometry-text';
import { COORDINATE_ROLES } from '../table/guess';
import type { ColumnRole, GuessBasis, ImportGuess } from '../table/guess';
import { projection } from '../table/projection';
import type { DecimalSign } from '../table/read-number';
import { readSystem, systemWords } from '../table/systems';
import type { Declared } from '../table/systems';
import { weighSystems } from '../table/weigh-systems';
import type { ReadRow } from './records';
import { sampledPoints } from './sampled-points';
import type { SampledPoints } from './sampled-points';
import type { Region } from './table-builder';

/** A table as it was guessed to be before its positions were looked at. */
type Looked = Readonly<{
  header: readonly string[];
  /** sampled rows, as texts and as cells */
  body: readonly (readonly string[])[];
  rows: readonly ReadRow[];
  columns: readonly ColumnRole[];
  reasons: readonly GuessBasis[];
  geometry: boolean;
  /** what the file says of its system */
  declared: Declared | undefined;
  /** texts around the table: titles, header, the file's name */
  around: string;
  sign: DecimalSign;
  /** the columns are what the reader says they are: none is looked for */
  said: boolean;
}>;
/** `exchanged`: easting and northing stand in each other's column, against what the reader says */
type Found = Pick<ImportGuess, 'columns' | 'reasons' | 'system' | 'systemHint' | 'latFirst'> & Readonly<{ exchanged?: boolean }>;

const EXCHANGED: Readonly<Partial<Record<ColumnRole, ColumnRole>>> = { lon: 'lat', lat: 'lon', lonlat: 'latlon', latlon: 'lonlat' };
/** A column that says what the others are in. */
const SAYS = /坐标系|坐标系统|投影|空间参考|\b(?:crs|srid|epsg|datum)\b/i;
/** Share of positions that must be beyond any degrees. */
const MOSTLY = 0.5;
const LOOKED_AT = 200;

/** Which plane system a table's positions are of, if they are in metres, and in which columns they stand. */
export async function guessSystem(
  { header, body, rows, geometry: withRows, declared: named, around, sign, said, ...guessed }: Looked,
  region: Region
): Promise<Found> {
  const { counties } = region;
  const inCells = withRows ? undefined : geometryColumn(body, guessed, said);
  const { columns, reasons } = inCells ?? guessed;
  const geometry = withRows || inCells !== undefined;
  const declared = named ?? inCells?.declared;
  const same: Found = { columns, reasons };
  let roles = columns;
  let whys = reasons;
  let points = sampledPoints(rows, roles, region, sign);
  const metres = () => points.positions.filter((value) => Math.abs(value) > 180).length > MOSTLY * points.stated.length;
  if (points.stated.length > 0 && !metres() && !geometry) return same;
  if (!geometry && !metres()) {
    if (said) return same;
    const found = await findMetres(header, body, counties);
    if (Object.keys(found).length === 0) return same;
    // columns that were taken for degrees by their header hold none
    roles = columns.map((role, column) => found[column] ?? (COORDINATE_ROLES.has(role) ? 'text' : role));
    whys = reasons.map((basis, column) => (found[column] ? { confidence: 0.9, reason: 'values' } : basis));
    points = sampledPoints(rows, roles, region, sign);
  }
  const says = header.flatMap((name, column) => (SAYS.test(name) ? [...new Set(body.map((row) => row[column] ?? ''))] : []));
  if (!metres()) return { ...same, ...orderOf(points.positions, region) };
  const plane = declared?.kind === 'plane' ? declared.id : undefined;
  const weighed = await weighSystems(inMetres(points), counties, plane, systemWords(`${around} ${says.length === 1 ? says[0] : ''}`));
  // what is declared stands where nothing speaks against it, as for places far from the region
  const system = weighed?.system ?? (plane !== undefined && (await canConvert(plane)) ? plane : undefined);
  if (system === undefined) return same;
  const order = geometry && weighed?.latFirst ? { latFirst: true } : {};
  const exchanged = !geometry && weighed?.latFirst === true;
  if (exchanged) roles = roles.map((role) => EXCHANGED[role] ?? role);
  return { columns: roles, reasons: whys, system, ...(weighed ? { systemHint: weighed.hint } : {}), ...order, ...(exchanged && said ? { exchanged } : {}) };
}

/** Rows in degrees among those in metres say nothing of their system. */
function inMetres({ positions, stated }: SampledPoints): SampledPoints {
  const rows = Array.from(stated.keys()).filter((row) => Math.abs(positions[2 * row] ?? NaN) > 180 && Math.abs(positions[2 * row + 1] ?? NaN) > 180);
  return {
    positions: Float64Array.from(rows.flatMap((row) => [positions[2 * row] ?? NaN, positions[2 * row + 1] ?? NaN])),
    stated: Uint16Array.from(rows, (row) => stated[row] ?? 0)
  };
}

const canConvert = (id: string): Promise<boolean> =>
  projection(id).then(
    () => true,
    () => false
  );

/** Geometry in the cells of a column, where no other column holds coordinates; what the reader says of the columns stands. */
function geometryColumn(body: readonly (readonly string[])[], { columns, reasons }: Pick<Looked, 'columns' | 'reasons'>, said: boolean) {
  const some = body.slice(0, LOOKED_AT);
  const found = columns.findIndex((role, column) => {
    if (said) return role === 'geometry';
    const filled = some.map((row) => row[column] ?? '').filter((cell) => !isBlankText(cell));
    return filled.length > 0 && filled.filter(looksLikeGeometry).length >= 0.5 * filled.length;
  });
  // a point written as text reads as a pair, too, but its system stands beside it
  const taken = columns.some((role, column) => column !== found && COORDINATE_ROLES.has(role));
  if (found < 0 || taken) return undefined;
  const srid = some.map((row) => readGeometry(row[found] ?? '')?.srid).find((code) => code !== undefined);
  return {
    columns: columns.map((role, column): ColumnRole => (column === found ? 'geometry' : role)),
    reasons: reasons.map((basis, column): GuessBasis => (column === found && !said ? { confidence: 0.9, reason: 'values' } : basis)),
    declared: srid === undefined ? undefined : readSystem(`EPSG:${srid}`)
  };
}

/** Geometry whose degrees have latitude first throughout, which no format allows and some programs write. */
function orderOf(raw: Float64Array, { counties: { countyAt } }: Region): Pick<Found, 'latFirst'> {
  let [right, wrong] = [0, 0];
  for (let at = 0; at < raw.length; at += 2) {
    const [a, b] = [raw[at] ?? NaN, raw[at + 1] ?? NaN];
    if (countyAt(a, b) > 0) right++;
    else if (countyAt(b, a) > 0) wrong++;
  }
  return right === 0 && wrong > 0 && wrong >= 0.9 * (raw.length / 2) ? { latFirst: true } : {};
}
