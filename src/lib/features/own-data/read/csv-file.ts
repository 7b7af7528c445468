import { DELIMITERS } from '../table/guess';
import type { Delimiter, Encoding, ImportGuess } from '../table/guess';
import type { ByteRow } from './byte-row';
import { CsvScanner, MOST_ROW_BYTES } from './csv-scanner';
import type { ScanTarget } from './csv-scanner';
import { byteOrderMark, detectEncoding } from './encoding';
import { InvisibleFilter } from './invisible-bytes';
import type { ImportProgress } from './progress';
import { utf8Chunks } from './read-chunks';
import { ImportRefused } from './refusal';
import { MOST_COLUMNS } from './row-view';
import type { TableBuilder } from './table-builder';

/** Rows of the file's beginning that guesses are made from. */
export const SAMPLED = 5000;
/** Where an encoding is looked for beyond the beginning, when that is all ASCII. */
const PROBES = 16;
/** The beginning is looked at so far, if rows are that long. */
const WIDEST = 4 * MOST_ROW_BYTES;
/** Bytes that the delimiters are tried on. */
const TRIED = 32 * 1024;
const PROBE = 16 * 1024;

export type CsvHead = Readonly<{
  encoding: Encoding;
  delimiter: Delimiter;
  rows: readonly (readonly string[])[];
  /** columns beyond those that are read */
  leftOut: number;
  /** rows in the whole file, by extrapolation */
  rowsExpected: number;
  /** a line was no row */
  lost: boolean;
}>;

/** The encoding of the whole file: where the beginning is ASCII only, stretches further on are asked too. */
async function encodingOf(file: Blob, head: Uint8Array): Promise<Encoding> {
  if (head.length >= file.size || byteOrderMark(head).encoding || head.some((byte) => byte > 127)) return detectEncoding([head]);
  const starts = Array.from({ length: PROBES }, (_, i) => Math.floor(((i + 1) / PROBES) * (file.size - PROBE))).filter((start) => start > 0);
  const probes = await Promise.all(starts.map(async (start) => new Uint8Array(await file.slice(start, start + PROBE).arrayBuffer())));
  return detectEncoding([head, ...probes]);
}

/** Where rows are counted beyond the beginning, whose rows are often shorter than later ones: running numbers grow. */
const COUNTED = 8;
const LF = 10;

/** Bytes of a row on average, from stretches all over the file; undefined where they show no line break. */
async function rowBytes(file: Blob): Promise<number | undefined> {
  const starts = Array.from({ length: COUNTED }, (_, i) => Math.max(0, Math.floor(((i + 0.5) / COUNTED) * file.size - PROBE / 2)));
  const probes = await Promise.all(starts.map(async (start) => new Uint8Array(await file.slice(start, start + PROBE).arrayBuffer())));
  const read = probes.reduce((sum, { length }) => sum + length, 0);
  const breaks = probes.reduce((sum, bytes) => sum + bytes.reduce((count, byte) => count + (byte === LF ? 1 : 0), 0), 0);
  return breaks > 0 ? read / breaks : undefined;
}

type Scanned = { rows: string[][]; widths: Map<number, number>; most: number; bytes: number; lost: boolean };

function scanHead(bytes: Uint8Array, delimiter: Delimiter, whole: boolean): Scanned {
  const scanned: Scanned = { rows: [], widths: new Map(), most: 0, bytes: 0, lost: false };
  const scanner = new CsvScanner(delimiter.charCodeAt(0), {
    row: (row) => {
      if (scanned.rows.length >= SAMPLED) return;
      scanned.rows.push(cellsOf(row));
      scanned.widths.set(row.count, (scanned.widths.get(row.count) ?? 0) + 1);
      scanned.most = Math.max(scanned.most, row.beyond);
      scanned.bytes += row.to - row.from;
    },
    bad: (_reason, _line, line) => {
      scanned.bytes += line.length;
      scanned.lost = true;
    }
  });
  scanner.push(bytes);
  if (whole) scanner.end();
  return scanned;
}

/** The cells of a row as text; blanks at their ends do not count. */
export function cellsOf(row: ByteRow): string[] {
  return Array.from({ length: Math.min(row.count, MOST_COLUMNS) }, (_, column) => row.text(column));
}

/** How alike the rows are and how many columns they have, if cells were separated so; 0 for one column. */
function score({ rows, widths }: Scanned): number {
  const [width, times] = [...widths].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0]);
  return width < 2 ? 0 : (times / Math.max(1, rows.length)) * (1 + Math.log2(Math.min(width, 64)) / 8);
}

/** Encoding, delimiter and first rows of a text file. @throws ImportRefused if there is no row */
export async function inspectCsv(file: Blob, head: Uint8Array): Promise<CsvHead> {
  const found = await inspectHead(file, head);
  if (found.rows.length > 1 || head.length >= file.size || head.length >= WIDEST) {
    if (found.rows.length === 0 && found.lost) throw new ImportRefused('long-rows', { limit: MOST_ROW_BYTES });
    return found;
  }
  // rows of thousands of columns: look further
  return inspectCsv(file, new Uint8Array(await file.slice(0, 4 * head.length).arrayBuffer()));
}

async function inspectHead(file: Blob, head: Uint8Array): Promise<CsvHead> {
  const encoding = await encodingOf(file, head);
  const whole = head.length >= file.size;
  const mark = byteOrderMark(head).length;
  const text = encoding === 'utf-8' ? undefined : new TextDecoder(encoding).decode(head.subarray(mark), { stream: !whole });
  // a copy: the head is looked at again, further and by others
  const bytes = new InvisibleFilter().push(text === undefined ? head.slice(mark) : new TextEncoder().encode(text), whole);
  const tried = DELIMITERS.map((delimiter) => ({ delimiter, points: score(scanHead(bytes.subarray(0, TRIED), delimiter, bytes.length <= TRIED)) }));
  const { delimiter } = tried.reduce((best, next) => (next.points > best.points ? next : best));
  const scanned = scanHead(bytes, delimiter, whole);
  const share = bytes.length === 0 ? 1 : Math.min(1, scanned.bytes / bytes.length);
  const rowsExpected =
    whole && scanned.rows.length < SAMPLED
      ? scanned.rows.length
      : Math.ceil(file.size / ((await rowBytes(file)) ?? (head.length * share) / Math.max(1, scanned.rows.length)));
  return { encoding, delimiter, rows: scanned.rows, leftOut: Math.max(0, scanned.most - MOST_COLUMNS), rowsExpected, lost: scanned.lost };
}

/** Read a text file into a table. @throws the signal's reason */
export async function readCsv(
  file: Blob,
  guess: ImportGuess,
  builder: TableBuilder,
  onProgress?: (progress: ImportProgress) => void,
  signal?: AbortSignal
): Promise<void> {
  let skip = guess.headerRows;
  let beyond = 0;
  const target: ScanTarget = {
    row: (row) => {
      if (row.beyond > beyond) beyond = row.beyond;
      if (skip > 0) skip--;
      else builder.add(row);
    },
    bad: (reason, line, bytes) => builder.reject(reason, line, () => [...new TextDecoder().decode(bytes.subarray(0, 800)).trim()].slice(0, 200).join(''))
  };
  const scanner = new CsvScanner((guess.delimiter ?? ',').charCodeAt(0), target, guess.decimalSign);
  const filter = new InvisibleFilter();
  for await (const chunk of utf8Chunks(file, guess.encoding ?? 'utf-8', filter, signal)) {
    scanner.push(chunk.bytes);
    builder.settle();
    onProgress?.({ done: chunk.done, total: file.size, rows: builder.rows });
  }
  scanner.end();
  if (filter.nuls > 0) builder.remark({ code: 'nul-characters', count: filter.nuls });
  if (filter.invisible > 0) builder.remark({ code: 'invisible-characters', count: filter.invisible });
  if (beyond > MOST_COLUMNS) builder.remark({ code: 'columns-left-out', count: beyond - MOST_COLUMNS });
}
