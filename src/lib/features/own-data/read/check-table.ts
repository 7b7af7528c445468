import { PLACEMENTS } from '../table/table';
import type { OwnTable } from '../table/table';

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

function isColumn(value: unknown, rows: number): boolean {
  if (!isObject(value) || typeof value.name !== 'string') return false;
  if (value.kind === 'number') return value.values instanceof Float64Array && value.values.length === rows;
  const { codes, dictionary } = value;
  const isCodes = codes instanceof Uint8Array || codes instanceof Uint16Array || codes instanceof Uint32Array;
  return (
    value.kind === 'text' &&
    isCodes &&
    codes.length === rows &&
    isObject(dictionary) &&
    dictionary.bytes instanceof Uint8Array &&
    dictionary.offsets instanceof Uint32Array
  );
}

/** Whether a stored value is a table that map and joins can read: what is kept may be of an earlier form, or damaged. */
export function isOwnTable(value: unknown): value is OwnTable {
  if (!isObject(value) || typeof value.name !== 'string') return false;
  const { rows, positions, placement, county, counties, columns, line } = value;
  if (typeof rows !== 'number' || !Number.isSafeInteger(rows) || rows < 0) return false;
  return (
    positions instanceof Float64Array &&
    positions.length === 2 * rows &&
    placement instanceof Uint8Array &&
    placement.length === rows &&
    placement.every((kind) => kind < PLACEMENTS.length) &&
    county instanceof Uint16Array &&
    county.length === rows &&
    line instanceof Uint32Array &&
    line.length === rows &&
    Array.isArray(counties) &&
    counties.every((adcode) => typeof adcode === 'string') &&
    county.every((index) => index <= counties.length) &&
    Array.isArray(columns) &&
    columns.every((column) => isColumn(column, rows)) &&
    (value.flags === undefined || (value.flags instanceof Uint8Array && value.flags.length === rows)) &&
    (value.doubts === undefined || Array.isArray(value.doubts)) &&
    Array.isArray(value.rejected) &&
    typeof value.rejectedCount === 'number' &&
    isObject(value.rejectedBy) &&
    Array.isArray(value.remarks)
  );
}

/** Bytes that a table's numbers and texts take up; what surrounds them is not counted. */
export function tableBytes({ positions, placement, county, columns, line, flags }: OwnTable): number {
  const ofColumns = columns.map((column) =>
    column.kind === 'number' ? column.values.byteLength : column.codes.byteLength + column.dictionary.bytes.byteLength + column.dictionary.offsets.byteLength
  );
  return (
    [positions, placement, county, line, ...(flags ? [flags] : [])].reduce((sum, { byteLength }) => sum + byteLength, 0) +
    ofColumns.reduce((sum, bytes) => sum + bytes, 0)
  );
}
