import type { Feature, FeatureCollection } from 'geojson';
import { measureOf } from './table/aggregate';
import type { Figures } from './table/aggregate';
import { toCsv } from './table/csv';
import type { OwnTable } from './table/table';
import { dissolve } from '#lib/map/layers/geometry';
import type { Geometry, Outline } from '#lib/map/layers/geometry';
import { rejectText } from './panels/text';
import * as m from '#lib/paraglide/messages';

/* What a reader takes away of own data. Texts of the reader's file never become formulas, see table/formula-guard. */

type Cell = string | number | undefined;
/** A district or zone with its figures; `units` are the adcodes of its outline. */
export type ExportedRow = Readonly<{ id: string; name: string; units: readonly string[]; figures: Figures }>;

const number = (value: number | undefined): number | undefined => (value === undefined || !Number.isFinite(value) ? undefined : value);

/** @param what heading of the names @param column name of the reader's column of numbers, if one is chosen */
export function joinCells(what: string, rows: readonly ExportedRow[], column: string | undefined): Cell[][] {
  const header = [
    m.own_data_col_id(),
    what,
    m.own_data_col_rows(),
    ...(column === undefined ? [] : [m.own_data_col_filled(), m.own_data_col_sum({ column }), m.own_data_col_mean({ column })])
  ];
  return [
    header,
    ...rows.map(({ id, name, figures }): Cell[] => [
      id,
      name,
      figures.rows,
      ...(column === undefined ? [] : [figures.filled, number(measureOf(figures, 'sum')), number(measureOf(figures, 'mean'))])
    ])
  ];
}

const blob = (text: string, type: string) => new Blob([text], { type });

export const csvFile = (cells: readonly (readonly Cell[])[]): Blob => blob(toCsv(cells), 'text/csv;charset=utf-8');

/** Outlines with figures, RFC 7946. What has no known outline has a null geometry. */
export function joinGeoJson(geometry: Geometry, rows: readonly ExportedRow[], column: string | undefined): Blob {
  const features = rows.map(({ id, name, units, figures }): Feature<Outline | null> => {
    const properties = {
      id,
      name,
      rows: figures.rows,
      ...(column === undefined
        ? {}
        : { column, filled: figures.filled, sum: number(measureOf(figures, 'sum')) ?? null, mean: number(measureOf(figures, 'mean')) ?? null })
    };
    return { type: 'Feature', id, properties, geometry: dissolve(geometry, units) ?? null };
  });
  const collection: FeatureCollection<Outline | null> = { type: 'FeatureCollection', features };
  return blob(JSON.stringify(collection), 'application/geo+json');
}

/** The rejected rows with line, reason and text. */
export const rejectedFile = ({ rejected }: OwnTable): Blob =>
  csvFile([
    [m.own_data_reject_col_line(), m.own_data_reject_col_reason(), m.own_data_reject_col_text()],
    ...rejected.map(({ line, reason, text }): Cell[] => [line, rejectText(reason), text])
  ]);
