import { numbersOf } from '../../domain/own/aggregate';
import type { Measure } from '../../domain/own/aggregate';
import type { OwnTable } from '../../domain/own/table';

/** How rows are drawn: each by itself, gathered in hexagons, or as shades of districts or zones. `auto`: points close up, hexagons where they would crowd. */
export const MODES = ['auto', 'points', 'hexagons', 'districts', 'zones'] as const;
export type Mode = (typeof MODES)[number];

/** What the reader looks at. `column` and `sizeBy` are numbers of numeric columns. */
export type OwnView = Readonly<{ mode: Mode; layout: string; measure: Measure; column?: number | undefined; sizeBy?: number | undefined }>;

/** Rows from which points crowd at the scale of a province. */
const CROWD = 20_000;
/** Zoom from which even a crowd is shown as points. */
const CLOSE = 9.5;

/** What `auto` comes to at a zoom. */
export function shownAs(view: OwnView, table: OwnTable, zoom: number): Exclude<Mode, 'auto'> {
  if (view.mode !== 'auto') return view.mode;
  return table.rows > CROWD && zoom < CLOSE ? 'hexagons' : 'points';
}

/** A view that a table can be shown in: columns that it has, and a count where there is no column. */
export function fitView(view: OwnView, table: OwnTable): OwnView {
  const known = (column: number | undefined) => (numbersOf(table, column) ? column : undefined);
  const column = known(view.column);
  return { ...view, column, sizeBy: known(view.sizeBy), measure: column === undefined ? 'count' : view.measure };
}
