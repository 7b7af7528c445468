import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { stripInvisible, unwrapText } from '../table/cell-text';
import { datumOfWords } from '../table/column-words';
import type { ImportContext } from '../table/import-context';
import { buildCountyIndex } from '../table/county-index';
import type { AreaFeature } from '../table/county-index';
import { guessDecimalSign } from '../table/decimal-comma';
import { findHeader } from '../table/find-header';
import { guessColumns } from '../table/guess-columns';
import type { Datum, ImportGuess } from '../table/guess';
import { indexNames } from '../table/place-names';
import { projection } from '../table/projection';
import { planeSystem } from '../table/systems';
import type { Declared } from '../table/systems';
import type { OwnTable } from '../table/table';
import { CellRow } from './cell-row';
import type { Cell } from './cell-row';
import { SAMPLED, inspectCsv, readCsv } from './csv-file';
import { declaredRemarks, isDegrees } from './declared-remarks';
import { guessSystem } from './guess-system';
import { openRecords } from './open-records';
import type { ImportProgress } from './progress';
import type { ReadRow } from './records';
import { ImportRefused, MOST_BYTES } from './refusal';
import { MOST_COLUMNS } from './row-view';
import { COORDINATE_ROLES, hintFor, sampledPoints, withShares } from './sampled-points';
import { sniff } from './sniff';
import { TableBuilder } from './table-builder';
import type { Region } from './table-builder';
import { wordsWithBadBytes } from './bad-bytes';

/*
 * The importer without its worker: a file in, a guess or a table out. Runs wherever there are Blob, TextDecoder and DecompressionStream,
 * so in Node too.
 */

/** A file as the browser gives it. */
export type NamedBlob = Blob & Readonly<{ name: string }>;
/** `sheet` of a workbook; its first one otherwise. `onOpen` when the format's reader is there and rows come next */
export type GuessOptions = Readonly<{ sheet?: string | undefined; signal?: AbortSignal; onOpen?: () => void }>;
export type ReadOptions = Readonly<{ onProgress?: (progress: ImportProgress) => void; signal?: AbortSignal }>;

/** Index what is known of the region; takes some tens of milliseconds, once for guess and import. */
export function prepareRegion(context: ImportContext): Region {
  const counties = context.topology.objects.counties as GeometryCollection<{ adcode: string }> | undefined;
  const areas = counties ? (feature(context.topology, counties) as unknown as { features: AreaFeature[] }).features : [];
  return { names: indexNames(context), counties: buildCountyIndex(areas), units: context.units };
}

function refuseLarge(file: Blob): void {
  if (file.size === 0) throw new ImportRefused('empty');
  if (file.size > MOST_BYTES) throw new ImportRefused('too-large', { limit: MOST_BYTES, size: file.size });
}

const textOf = (cell: Cell): string => (cell === null || cell === undefined ? '' : unwrapText(stripInvisible(String(cell))));

type Found = Pick<ImportGuess, 'format' | 'encoding' | 'delimiter' | 'geometry' | 'sheet' | 'sheets'> &
  Readonly<{ rows: readonly ReadRow[]; header?: readonly string[]; rowsExpected: number; declared?: Declared | undefined }>;

async function lookInto(file: NamedBlob, { sheet, signal, onOpen }: GuessOptions): Promise<Found> {
  refuseLarge(file);
  const sniffed = await sniff(file);
  if (sniffed.format === 'csv') {
    const { encoding, delimiter, rows, rowsExpected } = await inspectCsv(file, sniffed.head);
    return { format: 'csv', encoding, delimiter, geometry: false, rows: rows.map((cells, i) => ({ cells, line: i + 1 })), rowsExpected };
  }
  const records = await openRecords(file, sniffed, sheet, signal);
  onOpen?.();
  const rows: ReadRow[] = [];
  let done = 1;
  for await (const batch of records.batches()) {
    // not push(...): a batch may hold more rows than a call may have arguments
    for (const row of batch.rows) if (rows.length < SAMPLED) rows.push(row);
    done = batch.done;
    signal?.throwIfAborted();
    if (rows.length >= SAMPLED) break;
  }
  const { format, geometry, header, sheets, declared } = records;
  const rowsExpected = records.rowsExpected ?? Math.ceil((rows.length * file.size) / Math.max(1, done));
  return { format, geometry, declared, rows, rowsExpected, ...(header ? { header } : {}), ...(sheets ? { sheets, sheet: records.sheet ?? '' } : {}) };
}

/**
 * Look at a file and say what it is.
 * @throws ImportRefused; the signal's reason
 */
export async function guess(file: NamedBlob, region: Region, options: GuessOptions = {}): Promise<ImportGuess> {
  const found = await lookInto(file, options);
  const texts = found.rows.map(({ cells }) => cells.slice(0, MOST_COLUMNS).map(textOf));
  if (texts.length === 0) throw new ImportRefused('empty');
  const { headerRows, header } = found.header ? { headerRows: 0, header: found.header.map(stripInvisible) } : findHeader(texts);
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
  const { columns: roles, reasons, exchanged } = guessColumns(shown, body, known, { sign: decimals.sign, whole, geometry });
  const rows = found.rows.slice(headerRows);
  const around = `${file.name} ${texts.slice(0, headerRows).flat().join(' ')}`;
  const where = await guessSystem({ header: shown, body, rows, columns: roles, reasons, geometry, declared, around, sign: decimals.sign }, region);
  const { columns } = where;
  const rules = { latFirst: where.latFirst ?? false, toDegrees: where.system ? await projection(where.system) : undefined };
  const points = sampledPoints(rows, columns, region, decimals.sign, rules);
  // points of a plane system that has its own datum are not shifted
  const shifted = where.system === undefined || planeSystem(where.system)?.kind === 'web-mercator';
  const datumHint = shifted ? hintFor(points, region) : undefined;
  const used = shown.filter((_, column) => COORDINATE_ROLES.has(columns[column] ?? 'text'));
  const titles = texts.slice(0, Math.max(0, headerRows - 1));
  const written = datumOfWords(used, `${file.name} ${titles.flat().join(' ')}`);
  // KML and GeoJSON are WGS 84 by definition
  const datum: Datum = shifted ? (datumHint?.best ?? written ?? 'wgs84') : 'wgs84';
  return {
    format: found.format,
    ...(found.encoding ? { encoding: found.encoding } : {}),
    ...(found.delimiter ? { delimiter: found.delimiter } : {}),
    ...(found.sheets ? { sheets: found.sheets, sheet: found.sheet ?? '' } : {}),
    headerRows,
    geometry: found.geometry,
    header: shown,
    sample: body.slice(0, 20),
    ...where,
    reasons: withShares(columns, where.reasons, points, shifted ? datum : undefined, region),
    ...(decimals.doubtful || decimals.sign === ',' ? { decimalSign: decimals.sign } : {}),
    datum,
    ...(datumHint ? { datumHint } : {}),
    exchanged,
    exchangeSwapped: false,
    rowsExpected: Math.max(0, found.rowsExpected - headerRows)
  };
}

/**
 * Read a file as a guess says.
 * @throws ImportRefused; the signal's reason
 */
export async function read(file: NamedBlob, chosen: ImportGuess, region: Region, { onProgress, signal }: ReadOptions = {}): Promise<OwnTable> {
  refuseLarge(file);
  const builder = new TableBuilder(file.name, chosen, region, chosen.system ? await projection(chosen.system) : undefined);
  if (chosen.format === 'csv') await readCsv(file, chosen, builder, onProgress, signal);
  else {
    const records = await openRecords(file, await sniff(file), chosen.sheet, signal);
    onProgress?.({ done: 0, total: file.size, rows: 0 });
    const row = new CellRow(chosen.decimalSign);
    let skip = chosen.headerRows;
    const sizes = { degrees: 0, metres: 0 };
    for await (const batch of records.batches()) {
      signal?.throwIfAborted();
      for (const { cells, line, position } of batch.rows) {
        if (skip > 0) skip--;
        else if (position === null) builder.addUnplaced(row.set(cells, line));
        else {
          if (position) sizes[isDegrees(position) ? 'degrees' : 'metres']++;
          builder.add(row.set(cells, line, position));
        }
      }
      builder.settle();
      onProgress?.({ done: batch.done, total: file.size, rows: builder.rows });
    }
    for (const remark of [...records.remarks(), ...declaredRemarks(records.declared, chosen.system, sizes)]) builder.remark(remark);
    if (row.invisible > 0) builder.remark({ code: 'invisible-characters', count: row.invisible });
  }
  signal?.throwIfAborted();
  const table = builder.finish();
  const bad = wordsWithBadBytes(table);
  return bad.length === 0 ? table : { ...table, remarks: [...table.remarks, ...bad] };
}
