import { dayOfNumber } from '../table/day-number';
import type { Cell } from './cell-row';
import type { ReadRow } from './records';
import { ImportRefused } from './refusal';
import { MOST_COLUMNS } from './row-view';
import { walkXml } from './read-xml';

/** What cells refer to. */
export type SheetContext = Readonly<{ strings: readonly string[]; dates: readonly boolean[]; date1904: boolean; merges: readonly Merge[] }>;
/** A merged block: rows 1-based, columns from 0, all inclusive. */
export type Merge = Readonly<{ top: number; bottom: number; left: number }>;

const letterValue = (code: number) => (code >= 65 && code <= 90 ? code - 64 : code >= 97 && code <= 122 ? code - 96 : 0);

/** Column of a reference such as BC12, from 0; -1 if there is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const value = letterValue(reference.charCodeAt(i));
    if (value === 0) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** Merged blocks that reach over several rows, from the part of a sheet behind its rows, by their first row. */
export function readMerges(tail: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, first = '', top = '', bottom = ''] of tail.matchAll(/<(?:\w+:)?mergeCell\s+ref="\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)"/g)) {
    if (top !== bottom) merges.push({ top: Number(top), bottom: Number(bottom), left: columnOf(first) });
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Cells further right than this are only counted. */
const KEPT = MOST_COLUMNS + 1;

/** Turns stretches of a sheet's rows into rows; merged blocks repeat their value downwards. */
export class SheetRows {
  /** cells filled from the top of their block */
  filled = 0;
  /** columns beyond those that are read */
  widest = 0;
  private nextMerge = 0;
  private active: { merge: Merge; value: Cell }[] = [];
  private lastLine = 0;

  constructor(private readonly context: SheetContext) {}

  /** @param xml whole <row> elements and nothing else */
  parse(xml: string): ReadRow[] {
    const rows: ReadRow[] = [];
    let cells: Cell[] = [];
    let [line, column, type, style, value, reading] = [0, -1, '', 0, '', false];
    walkXml(`<rows>${xml}</rows>`, {
      open: (name, attributes) => {
        if (name === 'c') {
          const { r, t, s } = attributes();
          const named = r === undefined ? -1 : columnOf(r);
          column = named >= 0 ? named : column + 1;
          type = t ?? 'n';
          style = s === undefined ? 0 : Number(s);
          value = '';
        } else if (name === 'v' || name === 't') reading = true;
        else if (name === 'row') {
          line = Number(attributes().r ?? this.lastLine + 1);
          this.lastLine = line;
          cells = [];
          column = -1;
        }
      },
      close: (name) => {
        if (name === 'v' || name === 't') reading = false;
        else if (name === 'c' && value !== '') {
          if (column < KEPT) {
            while (cells.length < column) cells.push(null);
            cells[column] = this.cell(type, style, value);
          } else if (column > this.widest) this.widest = column;
        } else if (name === 'row') {
          this.merge(cells, line);
          if (cells.some((cell) => cell !== null && cell !== undefined && cell !== '')) rows.push({ cells, line });
        }
      },
      text: (text) => {
        if (reading) value += text;
      }
    });
    return rows;
  }

  private cell(type: string, style: number, value: string): Cell {
    const { strings, dates, date1904 } = this.context;
    switch (type) {
      case 's':
        // a text that is not there was lost with its part of the workbook
        if (strings[Number(value)] === undefined) throw new ImportRefused('broken', { text: 'sharedStrings.xml' });
        return strings[Number(value)];
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'n': {
        const number = Number(value);
        if (Number.isNaN(number)) return value;
        return dates[style] ? dayOfNumber(number, date1904) : number;
      }
      // errors (#N/A) are blanks: nothing is known
      case 'e':
        return null;
      default:
        return value.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    }
  }

  private merge(cells: Cell[], line: number): void {
    const { merges } = this.context;
    if (this.active.length > 0) this.active = this.active.filter(({ merge }) => merge.bottom >= line);
    for (const { merge, value } of this.active) {
      if (value === undefined || value === null || (cells[merge.left] ?? '') !== '') continue;
      while (cells.length < merge.left) cells.push(null);
      cells[merge.left] = value;
      this.filled++;
    }
    for (let merge = merges[this.nextMerge]; merge && merge.top <= line; merge = merges[++this.nextMerge]) {
      if (merge.top === line && merge.left < KEPT) this.active.push({ merge, value: cells[merge.left] });
    }
  }
}
