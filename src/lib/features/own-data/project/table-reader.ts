import { decimalIn } from '../read/byte-row';
import { DictionaryBuilder } from '../read/dictionary-builder';
import { PLACEMENTS, REJECT_REASONS } from '../table/table';
import type { OwnColumn, OwnTable, Rejected } from '../table/table';
import { CellScanner, damaged } from './cell-scanner';
import { textStart } from './csv-bytes';
import { BEFORE, BEHIND, LEFT_OUT_CELLS } from './format';
import type { TableInfo } from './manifest';
import { FLAG_TEXTS } from './table-csv';

/* Files of a project back into tables. What they hold is checked cell by cell. */

// a mark of byte order is a character like any other here
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const MARK = [0xef, 0xbb, 0xbf];
const NUMBER = /^-?(?:\d+(?:\.\d+)?(?:e[+-]\d+)?|Infinity)$/;
const ADCODE = /^[1-9]\d{5}$/;
const MOST_COUNTIES = 0xffff;

const textIn = (cells: CellScanner, cell: number): string => decoder.decode(cells.bytes.subarray(cells.from(cell), cells.ends[cell]));

/** A number as it was written here; NaN for a blank. */
function numberIn(cells: CellScanner, cell: number): number {
  const [from, to] = [cells.from(cell), cells.ends[cell] as number];
  if (from === to) return NaN;
  const quick = decimalIn(cells.bytes, from, to);
  if (!Number.isNaN(quick)) return quick;
  const text = textIn(cells, cell);
  if (!NUMBER.test(text)) throw damaged('number');
  return Number(text);
}

/** The number of a line; 0 where there is none. */
function lineIn(cells: CellScanner, cell: number): number {
  const value = numberIn(cells, cell);
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw damaged('line');
  return value;
}

/** Looks words up that come again and again: those of the row before are found without a string. */
function repeating(numberOf: (word: string) => number): (cells: CellScanner, cell: number) => number {
  let last = new Uint8Array(0);
  let number = numberOf('');
  return (cells, cell) => {
    const [from, to] = [cells.from(cell), cells.ends[cell] as number];
    let same = last.length === to - from;
    for (let i = 0; same && i < last.length; i++) same = last[i] === cells.bytes[from + i];
    if (same) return number;
    number = numberOf(textIn(cells, cell));
    last = cells.bytes.slice(from, to);
    return number;
  };
}

/** Place of a word in a list. */
const oneOf = (words: readonly string[]) => {
  const places = new Map(words.map((word, place) => [word, place]));
  return repeating((word) => places.get(word) ?? -1);
};

/** What takes the chunks of a file; `rows` so far. `end` says whether that was all. */
export type Taking<T> = Readonly<{ push: (chunk: Uint8Array) => void; rows: () => number; end: () => T }>;

/** Give `row` each row behind byte order mark and headings, which are for people. */
function rowsOf<T>(width: number, rows: number, row: (cells: CellScanner, row: number) => void, finish: () => T): Taking<T> {
  const scanner = new CellScanner(width, (cells) => {
    const at = cells.rows - 2;
    if (at >= rows) throw damaged('rows');
    if (at >= 0) row(cells, at);
  });
  let marked = 0;
  return {
    push: (chunk) => {
      let from = 0;
      while (marked < MARK.length && from < chunk.length) if (chunk[from++] !== MARK[marked++]) throw damaged('mark');
      scanner.push(chunk.subarray(from));
    },
    rows: () => Math.max(0, scanner.rows - 1),
    end: () => {
      scanner.end();
      if (scanner.rows !== rows + 1) throw damaged('rows');
      return finish();
    }
  };
}

type ColumnReader = Readonly<{ set: (cells: CellScanner, row: number) => void; finish: () => OwnColumn }>;

function columnReader({ name, kind }: TableInfo['columns'][number], cell: number, rows: number): ColumnReader {
  if (kind === 'number') {
    const values = new Float64Array(rows);
    return { set: (cells, row) => (values[row] = numberIn(cells, cell)), finish: () => ({ name, kind, values }) };
  }
  const codes = new Uint32Array(rows);
  const dictionary = new DictionaryBuilder(rows);
  return {
    set: (cells, row) => {
      const to = cells.ends[cell] as number;
      codes[row] = dictionary.add(cells.bytes, textStart(cells.bytes, cells.from(cell), to), to);
    },
    finish: () => {
      const narrow = dictionary.size > 0x10000 ? codes : dictionary.size > 0x100 ? new Uint16Array(codes) : new Uint8Array(codes);
      return { name, kind, codes: narrow, dictionary: dictionary.finish() };
    }
  };
}

/**
 * Read the file of a table. `county` of what comes out is the district or, of rows known by it alone, the city as it was saved: to be joined anew.
 * @param size bytes that the file has: no room is made for more rows than fit into it
 * @throws ImportRefused 'project-damaged', also from `push` and `end`
 */
export function tableReader(info: TableInfo, rejected: readonly Rejected[], size: number): Taking<OwnTable> {
  const { name, rows, rejectedCount, rejectedBy, remarks, doubts } = info;
  const width = BEFORE + info.columns.length + BEHIND;
  if (rows * (width + 1) > size) throw damaged('rows');
  const columns = info.columns.map((column, i) => columnReader(column, BEFORE + i, rows));
  const [positions, placement] = [new Float64Array(2 * rows), new Uint8Array(rows)];
  const [county, line, flags] = [new Uint16Array(rows), new Uint32Array(rows), new Uint8Array(rows)];
  const counties: string[] = [];
  const places = new Map<string, number>([['', 0]]);
  const districtIn = repeating((adcode) => {
    const known = places.get(adcode);
    if (known !== undefined) return known;
    if (!ADCODE.test(adcode) || counties.length >= MOST_COUNTIES) throw damaged('district');
    counties.push(adcode);
    places.set(adcode, counties.length);
    return counties.length;
  });
  const [placedIn, flagsIn] = [oneOf(PLACEMENTS), oneOf(FLAG_TEXTS)];
  let flagged = 0;
  const behind = BEFORE + columns.length;
  const read = (cells: CellScanner, row: number): void => {
    line[row] = lineIn(cells, 0);
    for (const column of columns) column.set(cells, row);
    county[row] = districtIn(cells, behind);
    const [lon, lat] = [numberIn(cells, behind + 1), numberIn(cells, behind + 2)];
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) throw damaged('position');
    positions[2 * row] = lon;
    positions[2 * row + 1] = lat;
    const [placed, bits] = [placedIn(cells, behind + 3), flagsIn(cells, behind + 4)];
    if (placed < 0 || bits < 0) throw damaged('placement');
    placement[row] = placed;
    flags[row] = bits;
    flagged |= bits;
  };
  return rowsOf(width, rows, read, () => ({
    name,
    rows,
    positions,
    placement,
    county,
    counties,
    columns: columns.map((column) => column.finish()),
    line,
    rejected,
    rejectedCount,
    rejectedBy,
    remarks: remarks.map(({ code, count, column, detail }) => ({
      code,
      count,
      ...(column === undefined ? {} : { column }),
      ...(detail === undefined ? {} : { detail })
    })),
    ...(flagged === 0 ? {} : { flags }),
    ...(doubts === undefined ? {} : { doubts })
  }));
}

/** Read the rows that were left out. @throws ImportRefused 'project-damaged', also from `push` and `end` */
export function leftOutReader(rows: number): Taking<Rejected[]> {
  const rejected: Rejected[] = [];
  const reasonIn = oneOf(REJECT_REASONS);
  const read = (cells: CellScanner): void => {
    const reason = REJECT_REASONS[reasonIn(cells, 1)];
    if (!reason) throw damaged('reason');
    const to = cells.ends[3] as number;
    rejected.push({ line: lineIn(cells, 0), reason, text: decoder.decode(cells.bytes.subarray(textStart(cells.bytes, cells.from(3), to), to)) });
  };
  return rowsOf(LEFT_OUT_CELLS, rows, read, () => rejected);
}
