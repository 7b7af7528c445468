import { stripInvisible, unwrapText } from '../table/cell-text';
import type { ImportGuess } from '../table/guess';
import type { Said } from '../table/said-columns';
import type { Declared } from '../table/systems';
import type { ImportRemark, RemarkCode } from '../table/table';
import type { Cell } from './cell-row';
import { inspectCsv, SAMPLED } from './csv-file';
import { openRecords } from './open-records';
import type { ReadRow } from './records';
import { ImportRefused, MOST_BYTES } from './refusal';
import { MOST_COLUMNS } from './row-view';
import { chooseSheet, PEEKED } from './sheet-choice';
import type { SheetPeek } from './sheet-choice';
import { sniff } from './sniff';
import type { Sniffed } from './sniff';

/* A file's first rows, whatever it is: what guesses are made from. */

/** A file as the browser gives it. */
export type NamedBlob = Blob & Readonly<{ name: string }>;
/**
 * `sheet` of a workbook or table of an archive; the one that looks most like a table of places otherwise. `said` is what the reader says of its
 * columns. `onOpen` when the format's reader is there and rows come next
 */
export type GuessOptions = Readonly<{ sheet?: string | undefined; said?: Said | undefined; signal?: AbortSignal; onOpen?: () => void }>;

/** @throws ImportRefused where a file is empty, or too large to be read */
export function refuseLarge(file: Blob): void {
  if (file.size === 0) throw new ImportRefused('empty');
  if (file.size > MOST_BYTES) throw new ImportRefused('too-large', { limit: MOST_BYTES, size: file.size });
}

const textOf = (cell: Cell): string => (cell === null || cell === undefined ? '' : unwrapText(stripInvisible(String(cell))));

/** Cells of rows as text, as many columns as are read. */
export const textsOf = (rows: readonly ReadRow[]): string[][] => rows.map(({ cells }) => cells.slice(0, MOST_COLUMNS).map(textOf));

/** What was found. */
export type Found = Pick<ImportGuess, 'format' | 'encoding' | 'delimiter' | 'geometry' | 'sheet' | 'sheets' | 'hiddenColumns'> &
  Readonly<{
    rows: readonly ReadRow[];
    header?: readonly string[];
    rowsExpected: number;
    declared?: Declared | undefined;
    remarks: (header: readonly string[]) => readonly ImportRemark[];
  }>;

/** A file's first rows, whatever it is. @param sheet of a workbook */
export async function lookInto(sniffed: Sniffed, { sheet, signal, onOpen }: GuessOptions): Promise<Found> {
  const { blob } = sniffed;
  if (sniffed.format === 'csv') {
    const { encoding, delimiter, rows, rowsExpected } = await inspectCsv(blob, sniffed.head);
    return { format: 'csv', encoding, delimiter, geometry: false, rows: rows.map((cells, i) => ({ cells, line: i + 1 })), rowsExpected, remarks: () => [] };
  }
  const records = await openRecords(blob, sniffed, sheet, signal);
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
  const { format, geometry, header, sheets, declared, hiddenColumns = [] } = records;
  const rowsExpected = records.rowsExpected ?? Math.ceil((rows.length * blob.size) / Math.max(1, done));
  const hidden = rows.filter((row) => row.hidden).length;
  const remarks = (names: readonly string[]): ImportRemark[] => [
    ...(hidden > 0 ? [{ code: 'hidden-rows' as const, count: hidden }] : []),
    ...records.remarks(names).filter(({ code }) => FOREWARNED.has(code))
  ];
  return {
    format,
    geometry,
    declared,
    rows,
    rowsExpected,
    remarks,
    ...(header ? { header } : {}),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
    ...(sheets && sheets.length > 1 ? { sheets, sheet: records.sheet ?? '' } : {})
  };
}

/** What a reader should know of a sheet before it is read. */
const FOREWARNED: ReadonlySet<RemarkCode> = new Set(['hidden-columns', 'formulas-without-values', 'digits-lost', 'northing-as-x']);

/** Tables of an archive that are looked into, so that the reader can choose: further ones are only named. */
const MOST_LOOKED_INTO = 24;

/** The tables of an archive as sheets; one that cannot be read is left out. */
async function tablesOf(file: Blob, { parts = [], part = '' }: Sniffed, options: GuessOptions): Promise<Pick<ImportGuess, 'sheet' | 'sheets'>> {
  const peeks: SheetPeek[] = [];
  for (const [i, name] of parts.entries()) {
    const top =
      i < MOST_LOOKED_INTO || name === part
        ? await lookInto(await sniff(file, name), {}).catch(() => undefined)
        : { rows: [], rowsExpected: 1, header: undefined };
    options.signal?.throwIfAborted();
    if (top)
      peeks.push({
        name,
        hidden: false,
        rows: top.rowsExpected,
        top: [...(top.header ? [top.header] : []), ...top.rows.slice(0, PEEKED).map(({ cells }) => cells)]
      });
  }
  const choice = chooseSheet(peeks, options.sheet);
  return choice ? { sheet: choice.chosen, sheets: choice.sheets } : {};
}

/** A file's first rows; those of the likeliest sheet or table, where there are several. @throws ImportRefused */
export async function openFile(file: NamedBlob, options: GuessOptions): Promise<Found> {
  refuseLarge(file);
  const sniffed = await sniff(file, options.sheet);
  if (!sniffed.parts) return lookInto(sniffed, options);
  const tables = await tablesOf(file, sniffed, options);
  const chosen = tables.sheet === sniffed.part ? sniffed : await sniff(file, tables.sheet);
  return { ...(await lookInto(chosen, { ...options, sheet: undefined })), ...tables };
}
