import { isAt, prefectureLevel } from '#lib/atlas/admin-units';
import type { Atlas } from '#lib/atlas/atlas';
import { UnitTally } from './table/aggregate';
import { cellKm, HexGrid, radiusAt } from './table/hexagons';
import type { HexCell } from './table/hexagons';
import { CROWD, RowsInBox } from './table/in-view';
import type { Box } from './table/in-view';
import type { Tallied } from './table/join';
import type { OwnTable } from './table/table';
import { inSlices } from './read/in-slices';

/* Passes over all rows of a table, in slices. Each gives undefined if `signal` ended it. */

/** Size of a hexagon, centre to corner, CSS px at a whole zoom. */
const HEX_PIXELS = 13;

/** Rows by unit; `column` is what was added up. */
export type Tally = Readonly<{ column: number | undefined; tallied: Tallied }>;
/** @property km between opposite sides, in the region's middle */
export type Hexes = Readonly<{ zoom: number; column: number | undefined; grid: HexGrid; cells: readonly HexCell[]; radius: number; km: number }>;

export async function tallyUnits(atlas: Atlas, table: OwnTable, column: number | undefined, signal: AbortSignal): Promise<Tally | undefined> {
  // of a city without counties as much is known as of a county
  const cities = prefectureLevel(atlas.data.admin).filter((unit) => !isAt(unit, 'county'));
  const tally = new UnitTally(table, cities, column);
  const whole = await inSlices(table.rows, (from, to) => tally.add(from, to), signal);
  return whole ? { column, tallied: { units: tally.units, outside: tally.outside } } : undefined;
}

/** Rows in a stretch of the map. @property rows undefined where they would crowd */
export type InView = Readonly<{ box: Box; count: number; rows: Uint32Array | undefined }>;

export async function findInView(table: OwnTable, box: Box, signal: AbortSignal): Promise<InView | undefined> {
  const found = new RowsInBox(table, box, CROWD);
  return (await inSlices(table.rows, (from, to) => found.add(from, to), signal)) ? { box, count: found.count, rows: found.rows } : undefined;
}

/** @param zoom a whole one @param box rows beyond it are left out: near, a large region has more cells than are worth drawing */
export async function gatherHexes(
  { atlas, table, zoom, column, box }: Readonly<{ atlas: Atlas; table: OwnTable; zoom: number; column: number | undefined; box: Box | undefined }>,
  signal: AbortSignal
): Promise<Hexes | undefined> {
  const radius = radiusAt(zoom, HEX_PIXELS);
  const grid = new HexGrid(table, radius, column, box);
  if (!(await inSlices(table.rows, (from, to) => grid.add(from, to), signal))) return undefined;
  const middle = atlas.unit.get(atlas.data.index.province)?.label[1] ?? 0;
  return { zoom, column, grid, cells: grid.cells, radius, km: cellKm(radius, middle) };
}
