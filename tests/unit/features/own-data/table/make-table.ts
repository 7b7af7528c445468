import { PLACEMENTS } from '#lib/features/own-data/table/table';
import type { OwnColumn, OwnTable, Placement } from '#lib/features/own-data/table/table';

type Row = Readonly<{ at: readonly [lon: number, lat: number]; county?: string; placement?: Placement; value?: number | undefined; text?: string }>;

/** A table of a few rows, with one column of numbers (“产值”, NaN for blanks) and one of texts (“名称”). */
export function makeTable(rows: readonly Row[]): OwnTable {
  const counties = [...new Set(rows.flatMap(({ county }) => county ?? []))];
  const texts = rows.map(({ text = '' }) => new TextEncoder().encode(text));
  const offsets = new Uint32Array(rows.length + 1);
  texts.forEach((text, i) => (offsets[i + 1] = (offsets[i] ?? 0) + text.length));
  const bytes = new Uint8Array(texts.flatMap((text) => [...text]));
  const columns: OwnColumn[] = [
    { name: '产值', kind: 'number', values: Float64Array.from(rows, ({ value }) => value ?? NaN) },
    { name: '名称', kind: 'text', codes: Uint32Array.from(rows, (_, i) => i), dictionary: { bytes, offsets, distinct: false } }
  ];
  return {
    name: 'test.csv',
    rows: rows.length,
    positions: Float64Array.from(rows.flatMap(({ at }) => at)),
    placement: Uint8Array.from(rows, ({ placement = 'point' }) => PLACEMENTS.indexOf(placement)),
    county: Uint16Array.from(rows, ({ county }) => (county === undefined ? 0 : counties.indexOf(county) + 1)),
    counties,
    columns,
    line: Uint32Array.from(rows, (_, i) => i + 2),
    rejected: [],
    rejectedCount: 0,
    rejectedBy: {},
    remarks: []
  };
}
