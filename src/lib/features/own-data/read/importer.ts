import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { DATUM_WORDS } from '../table/column-words';
import type { ImportContext } from '../table/import-context';
import { buildCountyIndex } from '../table/county-index';
import type { AreaFeature } from '../table/county-index';
import { datumHint } from '../table/datum-hint';
import { findHeader } from '../table/find-header';
import type { Header } from '../table/find-header';
import { guessColumns } from '../table/guess-columns';
import type { ColumnRole, Datum, DatumHint, ImportGuess, SheetInfo } from '../table/guess';
import { indexNames } from '../table/place-names';
import type { OwnTable } from '../table/table';
import { CellRow } from './cell-row';
import { CoordinateReader } from './coordinates';
import { readCsv } from './csv-file';
import { lookInto, openFile, refuseLarge, textsOf } from './look-into';
import type { GuessOptions, NamedBlob } from './look-into';
import { openRecords } from './open-records';
import type { ImportProgress } from './progress';
import type { ReadRow } from './records';
import { ImportRefused } from './refusal';
import { MOST_COLUMNS } from './row-view';
import { leftOut } from './sheet-choice';
import { sniff } from './sniff';
import type { Sniffed } from './sniff';
import { tablesIn } from './archive';
import { TableBuilder } from './table-builder';
import type { Region } from './table-builder';
import { wordsWithBadBytes } from './bad-bytes';

/*
 * The importer without its worker: a file in, a guess or a table out. Runs wherever there are Blob, TextDecoder and DecompressionStream,
 * so in Node too.
 */

export type { GuessOptions, NamedBlob };
export type ReadOptions = Readonly<{ onProgress?: (progress: ImportProgress) => void; signal?: AbortSignal }>;

/** Index what is known of the region; takes some tens of milliseconds, once for guess and import. */
export function prepareRegion(context: ImportContext): Region {
  const counties = context.topology.objects.counties as GeometryCollection<{ adcode: string }> | undefined;
  const areas = counties ? (feature(context.topology, counties) as unknown as { features: AreaFeature[] }).features : [];
  return { names: indexNames(context), counties: buildCountyIndex(areas), units: context.units };
}

/** The county that the sampled rows state against where their points lie, under each datum. */
function hintFor(rows: readonly ReadRow[], columns: readonly ColumnRole[], region: Region): DatumHint | undefined {
  const reader = new CoordinateReader(columns, region.counties.bbox, false);
  const row = new CellRow();
  const place = new Map(region.counties.adcodes.map((adcode, i) => [adcode, i + 1]));
  const [district, city] = [columns.findIndex((role) => role === 'district' || role === 'adcode'), columns.indexOf('city')];
  if (district < 0) return undefined;
  const positions: number[] = [];
  const stated: number[] = [];
  const known = new Map<string, number>();
  for (const { cells, line, position } of rows) {
    if (reader.read(row.set(cells, line, position ?? undefined)) !== 'ok') continue;
    const [unit, above] = [row.text(district), city < 0 ? '' : row.text(city)];
    const key = `${above}\n${unit}`;
    let county = known.get(key);
    if (county === undefined) {
      const named = region.names.unit(unit, above);
      county = named.kind === 'unit' ? (place.get(named.unit.adcode) ?? 0) : 0;
      known.set(key, county);
    }
    positions.push(reader.lon, reader.lat);
    stated.push(county);
  }
  return datumHint(Float64Array.from(positions), Uint16Array.from(stated), region.counties);
}

/**
 * Look at a file and say what it is.
 * @throws ImportRefused; the signal's reason
 */
export async function guess(file: NamedBlob, region: Region, options: GuessOptions = {}): Promise<ImportGuess> {
  const found = await openFile(file, options);
  const texts = textsOf(found.rows);
  if (texts.length === 0) throw new ImportRefused('empty');
  const { headerRows, header, titles }: Header = found.header ? { headerRows: 0, header: found.header, titles: [] } : findHeader(texts);
  const body = texts.slice(headerRows);
  if (body.length === 0) throw new ImportRefused('header-only');
  const shown = header.slice(0, MOST_COLUMNS);
  const { columns, reasons, exchanged } = guessColumns(shown, body, { names: region.names, bbox: region.counties.bbox });
  const roles = found.geometry
    ? columns.map((role) => (role === 'lon' || role === 'lat' ? 'number' : role === 'lonlat' || role === 'latlon' ? 'text' : role))
    : columns;
  const datumHint = hintFor(found.rows.slice(headerRows), roles, region);
  const written = DATUM_WORDS.find(([, pattern]) => pattern.test(`${file.name} ${texts.slice(0, headerRows).flat().join(' ')}`))?.[0];
  // KML and GeoJSON are WGS 84 by definition
  const datum: Datum = datumHint?.best ?? written ?? 'wgs84';
  const guessed: ImportGuess = {
    format: found.format,
    ...(found.encoding ? { encoding: found.encoding } : {}),
    ...(found.delimiter ? { delimiter: found.delimiter } : {}),
    ...(found.sheets ? { sheets: found.sheets, sheet: found.sheet ?? '' } : {}),
    ...(found.hiddenColumns ? { hiddenColumns: found.hiddenColumns } : {}),
    ...(titles.length > 0 ? { titles } : {}),
    remarks: found.remarks(shown),
    headerRows,
    geometry: found.geometry,
    header: shown,
    sample: body.slice(0, 20),
    columns: roles,
    reasons,
    datum,
    ...(datumHint ? { datumHint } : {}),
    exchanged,
    exchangeSwapped: false,
    rowsExpected: Math.max(0, found.rowsExpected - headerRows)
  };
  const totals = totalsIn(found.rows.slice(headerRows), guessed, region);
  return totals > 0 ? { ...guessed, totals } : guessed;
}

/** How many of the sampled rows are totals of others. */
function totalsIn(rows: readonly ReadRow[], guessed: ImportGuess, region: Region): number {
  const builder = new TableBuilder('', { ...guessed, rowsExpected: rows.length }, region);
  const row = new CellRow();
  for (const { cells, line, position } of rows) if (position !== null) builder.add(row.set(cells, line, position));
  return builder.finish().rejectedBy['total-row'] ?? 0;
}

/** How one of the tables that are read is written: as guessed, or as it shows itself where it is a further one. */
async function asWritten(sniffed: Sniffed, sheet: string | undefined, chosen: ImportGuess, first: boolean): Promise<ImportGuess> {
  if (first) return chosen;
  const found = await lookInto(sniffed, { sheet });
  const headerRows = found.header ? 0 : findHeader(textsOf(found.rows)).headerRows;
  const { encoding, delimiter } = found;
  return { ...chosen, format: found.format, headerRows, ...(encoding ? { encoding } : {}), ...(delimiter ? { delimiter } : {}) };
}

/** Read one table of a file: what remarks there are on it. */
async function readTable(
  sniffed: Sniffed,
  sheet: string | undefined,
  chosen: ImportGuess,
  builder: TableBuilder,
  { onProgress, signal }: ReadOptions
): Promise<readonly SheetInfo[]> {
  const { blob } = sniffed;
  if (sniffed.format === 'csv') {
    await readCsv(blob, chosen, builder, onProgress, signal);
    return [];
  }
  const records = await openRecords(blob, sniffed, sheet, signal);
  onProgress?.({ done: 0, total: blob.size, rows: builder.rows });
  const row = new CellRow();
  let skip = chosen.headerRows;
  let hidden = 0;
  for await (const batch of records.batches()) {
    signal?.throwIfAborted();
    for (const { cells, line, position, hidden: isHidden } of batch.rows) {
      if (skip > 0) {
        skip--;
        continue;
      }
      if (isHidden) hidden++;
      if (isHidden && chosen.leaveHidden) continue;
      if (position === null) builder.reject('no-geometry', line, row.set(cells, line).raw());
      else builder.add(row.set(cells, line, position));
    }
    builder.settle();
    onProgress?.({ done: batch.done, total: blob.size, rows: builder.rows });
  }
  if (hidden > 0) builder.remark({ code: chosen.leaveHidden ? 'hidden-left-out' : 'hidden-rows', count: hidden });
  for (const remark of records.remarks(chosen.header)) builder.remark(remark);
  return records.sheets ?? [];
}

/**
 * Read a file as a guess says: its table, or several with the same columns one after the other.
 * @throws ImportRefused; the signal's reason
 */
export async function read(file: NamedBlob, chosen: ImportGuess, region: Region, options: ReadOptions = {}): Promise<OwnTable> {
  const { signal } = options;
  refuseLarge(file);
  const builder = new TableBuilder(file.name, chosen, region);
  const names = chosen.sheet === undefined ? [undefined] : [chosen.sheet, ...(chosen.alsoSheets ?? [])];
  let sheets: readonly SheetInfo[] = [];
  // tables in the archive of a map
  const beside: string[] = [];
  for (const [i, name] of names.entries()) {
    const sniffed = await sniff(file, name);
    const sheet = sniffed.parts ? undefined : name;
    if (names.length > 1) builder.startSheet(name ?? '');
    const found = await readTable(sniffed, sheet, await asWritten(sniffed, sheet, chosen, i === 0), builder, options);
    sheets = sniffed.parts ? (chosen.sheets ?? []) : found;
    if (chosen.geometry) beside.push(...tablesIn(sniffed.entries).map((entry) => entry.name));
  }
  const others = [
    ...beside.filter((name) => !/\.kml$/i.test(name)),
    ...leftOut(sheets, names.length === 1 && chosen.sheet === undefined ? sheets.map(({ name }) => name) : names.map(String))
  ];
  if (others.length > 0) builder.remark({ code: 'sheets-left-out', count: others.length, detail: others.join('、') });
  signal?.throwIfAborted();
  const table = builder.finish();
  const bad = wordsWithBadBytes(table);
  return bad.length === 0 ? table : { ...table, remarks: [...table.remarks, ...bad] };
}
