import type { Feature, Point } from 'geojson';
import { isAt } from '#lib/atlas/admin-units';
import type { Atlas } from '#lib/atlas/atlas';
import { local } from '#lib/design/page/local';
import * as m from '#lib/paraglide/messages';
import { csvFile } from './export-tables';
import { placementText } from './panels/text';
import { inSlices } from './read/in-slices';
import type { SheetReply, SheetRequest } from './sheet-worker';
import { citiesAt } from './table/cities-at';
import type { CityAt } from './table/cities-at';
import { csvRows } from './table/csv';
import { fromWgs84 } from './table/datum';
import type { Datum } from './table/guess';
import { zonesOver } from './table/join';
import { FLAGS, PLACEMENTS, textAt } from './table/table';
import type { OwnTable } from './table/table';

/* Every row of a table out again, with what the page found out about it. */

export type RowsKind = 'csv' | 'xlsx' | 'geojson';
type Cell = string | number | undefined;

/** A workbook is made in one piece, with some kilobytes of memory for each row. */
const MOST_XLSX = 20_000;

const CITY_ONLY = PLACEMENTS.indexOf('prefecture');
const POINT = PLACEMENTS.indexOf('point');
const OUT: readonly (readonly [Datum, string])[] = [
  ['wgs84', 'WGS 84'],
  ['gcj02', 'GCJ-02'],
  ['bd09', 'BD-09']
];
/** Some 0.1 m. */
const rounded = (degrees: number): number | undefined => (Number.isNaN(degrees) ? undefined : Math.round(degrees * 1e6) / 1e6);

/** A file that was made here before has the same headings: each is there once. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Makes the rows of a table with what belongs to them: cells of a sheet, or a feature. */
export class RowsOut {
  private readonly cityAt: CityAt;
  private readonly known = new Map<string, readonly Cell[]>();
  readonly header: readonly string[];

  constructor(
    private readonly atlas: Atlas,
    private readonly table: OwnTable
  ) {
    this.cityAt = citiesAt(atlas.data.admin);
    this.header = distinct([
      m.own_data_out_line(),
      ...table.columns.map(({ name }) => name),
      m.own_data_out_code(),
      m.own_data_out_district(),
      m.own_data_out_city(),
      ...atlas.data.layouts.map(({ short }) => m.own_data_out_zones({ layout: local(short) })),
      ...OUT.flatMap(([, datum]) => [m.own_data_out_lon({ datum }), m.own_data_out_lat({ datum })]),
      m.own_data_out_placement(),
      m.own_data_out_remark()
    ]);
  }

  private adcodeOf(row: number): string | undefined {
    const { placement, positions, counties, county } = this.table;
    if (placement[row] === CITY_ONLY) return this.cityAt(positions[2 * row] ?? NaN, positions[2 * row + 1] ?? NaN);
    return counties[(county[row] ?? 0) - 1];
  }

  /** Code, district, city, zones by layout: the same for all rows of a district. */
  private whereOf(adcode: string | undefined): readonly Cell[] {
    const key = adcode ?? '';
    const known = this.known.get(key);
    if (known) return known;
    const { atlas } = this;
    const unit = atlas.unit.get(key);
    const city = unit && isAt(unit, 'prefecture') ? unit : atlas.unit.get(unit?.parent ?? '');
    const zones = atlas.data.layouts.map(({ id }) => (unit ? zonesOver(atlas, id, unit.adcode).map(({ short }) => local(short)) : []).join('; '));
    const made = [adcode, unit && isAt(unit, 'county') ? local(unit.name) : '', city && isAt(city, 'prefecture') ? local(city.name) : '', ...zones];
    this.known.set(key, made);
    return made;
  }

  private remarkOf(row: number, adcode: string | undefined): string {
    const { flags, placement } = this.table;
    const bits = flags?.[row] ?? 0;
    return [
      placement[row] === POINT ? (adcode === undefined ? m.own_data_row_outside() : '') : m.own_data_flag_label(),
      bits & FLAGS.otherDistrict ? m.own_data_flag_other_district() : '',
      bits & FLAGS.readAs ? m.own_data_flag_read_as() : '',
      bits & FLAGS.exchanged ? m.own_data_flag_exchanged() : ''
    ]
      .filter((text) => text !== '')
      .join('; ');
  }

  /** What stands in the sheet, in the order of `header`. */
  cells(row: number): Cell[] {
    const { table } = this;
    const adcode = this.adcodeOf(row);
    const [lon, lat] = [table.positions[2 * row] ?? NaN, table.positions[2 * row + 1] ?? NaN];
    return [
      table.line[row],
      ...table.columns.map((column): Cell => {
        if (column.kind === 'text') return textAt(column, row);
        const value = column.values[row] ?? NaN;
        return Number.isNaN(value) ? undefined : value;
      }),
      ...this.whereOf(adcode),
      ...OUT.flatMap(([datum]) => fromWgs84(lon, lat, datum).map(rounded)),
      placementText(PLACEMENTS[table.placement[row] ?? 0] ?? 'point'),
      this.remarkOf(row, adcode)
    ];
  }

  /** RFC 7946: positions are WGS 84, the other two stand among the properties. */
  feature(row: number): Feature<Point | null> {
    const [lon, lat] = [rounded(this.table.positions[2 * row] ?? NaN), rounded(this.table.positions[2 * row + 1] ?? NaN)];
    const cells = this.cells(row);
    const properties = Object.fromEntries(this.header.map((name, i) => [name, cells[i] ?? null]));
    return { type: 'Feature', properties, geometry: lon === undefined || lat === undefined ? null : { type: 'Point', coordinates: [lon, lat] } };
  }
}

/** @throws if it cannot be made */
function workbook(request: SheetRequest): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module', name: 'sheet' });
    const end = (file: Blob | undefined) => {
      worker.terminate();
      if (file) resolve(file);
      else reject(new Error('no workbook'));
    };
    worker.onmessage = ({ data }: MessageEvent<SheetReply>) => end(data.file);
    worker.onerror = () => end(undefined);
    worker.postMessage(request);
  });
}

/**
 * All rows as a file, made a slice at a time.
 * @returns undefined if `signal` ended it
 */
export async function rowsFile(atlas: Atlas, table: OwnTable, kind: RowsKind, signal: AbortSignal): Promise<Blob | undefined> {
  const out = new RowsOut(atlas, table);
  if (kind === 'xlsx') {
    const cells: Cell[][] = [[...out.header]];
    const add = (from: number, to: number) => {
      for (let row = from; row < to; row++) cells.push(out.cells(row));
    };
    return (await inSlices(Math.min(table.rows, MOST_XLSX), add, signal)) ? workbook({ cells, sheet: m.own_data_rows_name() }) : undefined;
  }
  const parts: BlobPart[] = [kind === 'csv' ? csvFile([[...out.header]]) : '{"type":"FeatureCollection","features":[\n'];
  const whole = await inSlices(
    table.rows,
    (from, to) => {
      const rows = Array.from({ length: to - from }, (_, i) => from + i);
      parts.push(
        kind === 'csv' ? csvRows(rows.map((row) => out.cells(row))) : rows.map((row) => `${row === 0 ? '' : ',\n'}${JSON.stringify(out.feature(row))}`).join('')
      );
    },
    signal
  );
  if (kind === 'geojson') parts.push('\n]}\n');
  return whole ? new Blob(parts, { type: kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/geo+json' }) : undefined;
}
