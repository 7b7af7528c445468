import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { stripInvisible } from '../table/cell-text';
import { datumOfWords } from '../table/column-words';
import type { ImportContext } from '../table/import-context';
import { buildCountyIndex } from '../table/county-index';
import type { AreaFeature } from '../table/county-index';
import { guessDecimalSign } from '../table/decimal-comma';
import { findHeader } from '../table/find-header';
import type { Header } from '../table/find-header';
import { guessColumns } from '../table/guess-columns';
import { COORDINATE_ROLES } from '../table/guess';
import type { Datum, ImportGuess, SheetInfo } from '../table/guess';
import { indexNames } from '../table/place-names';
import { projection } from '../table/projection';
import type { ToDegrees } from '../table/projection';
import { asSaid } from '../table/said-columns';
import { hasChoiceOfDatum } from '../table/systems';
import type { OwnTable } from '../table/table';
import { CellRow } from './cell-row';
import { SAMPLED, readCsv } from './csv-file';
import { declaredRemarks, isDegrees } from './declared-remarks';
import { guessSystem } from './guess-system';
import { lookInto, openFile, refuseLarge, textsOf } from './look-into';
import type { GuessOptions, NamedBlob } from './look-into';
import { openRecords } from './open-records';
import type { ImportProgress } from './progress';
import type { ReadRow } from './records';
import { ImportRefused } from './refusal';
import { MOST_COLUMNS } from './row-view';
import { hintFor, sampledPoints, withShares } from './sampled-points';
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

/**
 * Look at a file and say what it is; where the reader says what its columns are, that stands, and the positions in them are judged.
 * @throws ImportRefused; the signal's reason
 */
export async function guess(file: NamedBlob, region: Region, options: GuessOptions = {}): Promise<ImportGuess> {
  const found = await openFile(file, options);
  const texts = textsOf(found.rows);
  if (texts.length === 0) throw new ImportRefused('empty');
  const { headerRows, header, titles }: Header = found.header ? { headerRows: 0, header: found.header.map(stripInvisible), titles: [] } : findHeader(texts);
  const body = texts.slice(headerRows);
  if (body.length === 0) throw new ImportRefused('header-only');
  const shown = header.slice(0, MOST_COLUMNS);
  const decimals = guessDecimalSign(
    shown.map((name, column) => ({ name, cells: body.map((row) => row[column] ?? '') })),
    found.delimiter === ';'
  );
  const whole = found.rows.length < SAMPLED;
  const known = { names: region.names, bbox: region.counties.bbox };
  const { geometry, declared } = found;
  // another table than the one that the reader saw: what was said is not of it
  const said = options.said?.columns.length === shown.length ? options.said : undefined;
  const sign = said?.decimalSign ?? decimals.sign;
  const byItself = guessColumns(shown, body, known, { sign, whole, geometry });
  const guessedColumns = said ? asSaid(byItself, said) : byItself;
  const rows = found.rows.slice(headerRows);
  const around = `${file.name} ${texts.slice(0, headerRows).flat().join(' ')}`;
  const where = await guessSystem({ header: shown, body, rows, ...guessedColumns, said: said !== undefined, geometry, declared, around, sign }, region);
  const { columns } = where;
  const rules = { latFirst: where.latFirst ?? false, toDegrees: where.system ? await projection(where.system) : undefined };
  const points = sampledPoints(rows, columns, region, sign, rules);
  // points of a plane system that has its own datum are not shifted
  const shifted = hasChoiceOfDatum(where.system);
  const datumHint = shifted ? hintFor(points, region) : undefined;
  const used = shown.filter((_, column) => COORDINATE_ROLES.has(columns[column] ?? 'text'));
  const written = datumOfWords(used, `${file.name} ${titles.join(' ')}`);
  // KML and GeoJSON are WGS 84 by definition
  const datum: Datum = shifted ? (datumHint?.best ?? written ?? 'wgs84') : 'wgs84';
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
    ...where,
    reasons: withShares(columns, where.reasons, points, shifted ? datum : undefined, region),
    ...(decimals.doubtful || sign === ',' ? { decimalSign: sign } : {}),
    datum,
    ...(datumHint ? { datumHint } : {}),
    exchanged: where.exchanged ?? guessedColumns.exchanged,
    exchangeSwapped: false,
    rowsExpected: Math.max(0, found.rowsExpected - headerRows)
  };
  const totals = totalsIn(rows, guessed, region, rules.toDegrees);
  return totals > 0 ? { ...guessed, totals } : guessed;
}

/** How many of the sampled rows are totals of others. */
function totalsIn(rows: readonly ReadRow[], guessed: ImportGuess, region: Region, toDegrees: ToDegrees | undefined): number {
  const builder = new TableBuilder('', { ...guessed, rowsExpected: rows.length }, region, toDegrees);
  const row = new CellRow(guessed.decimalSign);
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
  const row = new CellRow(chosen.decimalSign);
  let skip = chosen.headerRows;
  let hidden = 0;
  const sizes = { degrees: 0, metres: 0 };
  for await (const batch of records.batches()) {
    signal?.throwIfAborted();
    for (const { cells, line, position, hidden: isHidden } of batch.rows) {
      if (skip > 0) {
        skip--;
        continue;
      }
      if (isHidden) hidden++;
      if (isHidden && chosen.leaveHidden) continue;
      if (position === null) builder.addUnplaced(row.set(cells, line));
      else {
        if (position) sizes[isDegrees(position) ? 'degrees' : 'metres']++;
        builder.add(row.set(cells, line, position));
      }
    }
    builder.settle();
    onProgress?.({ done: batch.done, total: blob.size, rows: builder.rows });
  }
  if (hidden > 0) builder.remark({ code: chosen.leaveHidden ? 'hidden-left-out' : 'hidden-rows', count: hidden });
  for (const remark of [...records.remarks(chosen.header), ...declaredRemarks(records.declared, chosen.system, sizes)]) builder.remark(remark);
  if (row.invisible > 0) builder.remark({ code: 'invisible-characters', count: row.invisible });
  return records.sheets ?? [];
}

/**
 * Read a file as a guess says: its table, or several with the same columns one after the other.
 * @throws ImportRefused; the signal's reason
 */
export async function read(file: NamedBlob, chosen: ImportGuess, region: Region, options: ReadOptions = {}): Promise<OwnTable> {
  const { signal } = options;
  refuseLarge(file);
  const toDegrees = chosen.system ? await projection(chosen.system) : undefined;
  const builder = new TableBuilder(file.name, chosen, region, toDegrees);
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
