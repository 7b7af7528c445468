import { numbersOf } from '../table/aggregate';
import type { Measure } from '../table/aggregate';
import type { OwnTable } from '../table/table';

/** How rows are drawn: each by itself, gathered in hexagons, or as shades of districts or zones. `auto`: points close up, hexagons where they would crowd. */
export const MODES = ['auto', 'points', 'hexagons', 'districts', 'zones'] as const;
export type Mode = (typeof MODES)[number];

/** How the reader looks at a table. `column` and `sizeBy` are numbers of numeric columns. */
export type OwnView = Readonly<{ mode: Mode; measure: Measure; column?: number | undefined; sizeBy?: number | undefined }>;

/** Whether it fills districts or zones, which have one fill for all tables. */
export const shadesAreas = ({ mode }: OwnView): boolean => mode === 'districts' || mode === 'zones';

/** What `auto` comes to. @param crowded there are too many rows in view to draw one by one */
export function shownAs({ mode }: OwnView, crowded: boolean): Exclude<Mode, 'auto'> {
  if (mode !== 'auto') return mode;
  return crowded ? 'hexagons' : 'points';
}

/** A view that a table can be shown in: columns that it has, and a count where there is no column. */
export function fitView(view: OwnView, table: OwnTable): OwnView {
  const known = (column: number | undefined) => (numbersOf(table, column) ? column : undefined);
  const column = known(view.column);
  return { ...view, column, sizeBy: known(view.sizeBy), measure: column === undefined ? 'count' : view.measure };
}

/** The view of a table as one of the table that takes its place: columns are the same by their names. */
export function refitView(view: OwnView, before: OwnTable, after: OwnTable): OwnView {
  const again = (column: number | undefined) => {
    const name = before.columns[column ?? -1]?.name;
    const at = after.columns.findIndex((candidate) => candidate.name === name);
    return name === undefined || at < 0 ? undefined : at;
  };
  return fitView({ ...view, column: again(view.column), sizeBy: again(view.sizeBy) }, after);
}
