import type { ColumnRole } from '../table/guess';
import type { ImportContext } from '../table/import-context';
import { MOST_REJECTED, textAt } from '../table/table';
import type { OwnColumn, OwnTable, Rejected } from '../table/table';
import { findTotals } from '../table/totals';
import { MOST_RAW } from './row-view';

/** Values of an array without those of some rows; `width` values for each row. */
function without<T extends Float64Array | Uint8Array | Uint16Array | Uint32Array>(array: T, rows: ReadonlySet<number>, width = 1): T {
  let to = 0;
  const count = array.length / width;
  for (let row = 0; row < count; row++) {
    if (rows.has(row)) continue;
    for (let i = 0; i < width; i++) array[to++] = array[row * width + i] as number;
  }
  return array.subarray(0, to) as T;
}

const columnWithout = (column: OwnColumn, rows: ReadonlySet<number>): OwnColumn =>
  column.kind === 'number' ? { ...column, values: without(column.values, rows) } : { ...column, codes: without(column.codes, rows) };

/**
 * The table without its totals and subtotals, which are kept with the rows that were left out. The given table must not be used afterwards.
 * @param roles of the table's columns
 */
export function leaveOutTotals(table: OwnTable, roles: readonly (ColumnRole | undefined)[], units: ImportContext['units']): OwnTable {
  const totals = findTotals(table, roles, units);
  if (totals.length === 0) return table;
  const rows = new Set(totals);
  const room = Math.max(0, MOST_REJECTED - table.rejected.length);
  const rejected = totals.slice(0, room).map((row): Rejected => ({
    line: table.line[row] ?? 0,
    reason: 'total-row',
    text: table.columns
      .map((column) => textAt(column, row))
      .join('\t')
      .slice(0, MOST_RAW)
  }));
  return {
    ...table,
    rows: table.rows - totals.length,
    positions: without(table.positions, rows, 2),
    placement: without(table.placement, rows),
    county: without(table.county, rows),
    line: without(table.line, rows),
    ...(table.flags ? { flags: without(table.flags, rows) } : {}),
    columns: table.columns.map((column) => columnWithout(column, rows)),
    rejected: [...table.rejected, ...rejected].sort((a, b) => a.line - b.line),
    rejectedCount: table.rejectedCount + totals.length,
    rejectedBy: { ...table.rejectedBy, 'total-row': (table.rejectedBy['total-row'] ?? 0) + totals.length }
  };
}
