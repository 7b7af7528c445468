import { roleOfWords } from '../table/column-words';
import { findHeader } from '../table/find-header';
import type { ColumnRole, SheetInfo } from '../table/guess';
import type { Cell } from './cell-row';

/** Rows at a sheet's beginning that say what it is. */
export const PEEKED = 200;

/** What is known of a sheet before it is read. `rows`, the header's among them, may be an estimate. */
export type SheetPeek = Readonly<{ name: string; hidden: boolean; rows: number; top: readonly (readonly Cell[])[] }>;

/** Names of columns are no sentences: a form's instructions speak of districts and coordinates, too. */
const LONGEST_NAME = 24;

/** What a column is worth for a map: that it says where a row lies counts most. */
const WORTH: Partial<Record<ColumnRole, number>> = { lon: 4, lat: 4, lonlat: 8, latlon: 8, adcode: 3, district: 3, city: 3, place: 3, name: 2 };

const textsOf = (rows: readonly (readonly Cell[])[]) => rows.map((row) => row.map((cell) => String(cell ?? '')));

type Looked = Readonly<{ peek: SheetPeek; header: readonly string[]; named: boolean; rows: number; worth: number }>;

function look(peek: SheetPeek): Looked {
  const { header, headerRows } = findHeader(textsOf(peek.top));
  const roles = new Set(headerRows > 0 ? header.filter(({ length }) => length <= LONGEST_NAME).map(roleOfWords) : []);
  const worth = [...roles].reduce((sum, role) => sum + (role ? (WORTH[role] ?? 1) : 0), 0);
  // a form or an explanation may hold such words, but no rows under them
  // where no word of the first row is known, it may be a text like the others
  const rows = worth === 0 ? peek.rows : Math.max(0, peek.rows - headerRows);
  return { peek, header, named: headerRows > 0, rows, worth: rows > 0 ? worth : 0 };
}

/** The better of two sheets: seen rather than hidden, by the words of its header, by its size where those say nothing; else the first. */
function better(a: Looked, b: Looked): Looked {
  if (a.peek.rows === 0 || b.peek.rows === 0) return b.peek.rows > 0 ? b : a;
  if (a.peek.hidden !== b.peek.hidden) return a.peek.hidden ? b : a;
  if (a.worth !== b.worth) return b.worth > a.worth ? b : a;
  const size = ({ peek, header }: Looked) => peek.rows * header.length;
  return a.worth === 0 && size(b) > size(a) ? b : a;
}

/** Which of a workbook's sheets is read, unless one is asked for, and what there is to choose from. @returns undefined where there is none */
export function chooseSheet(peeks: readonly SheetPeek[], wanted?: string): Readonly<{ chosen: string; sheets: readonly SheetInfo[] }> | undefined {
  const looked = peeks.map(look);
  const [first] = looked;
  if (!first) return undefined;
  const chosen = looked.find(({ peek }) => peek.name === wanted) ?? looked.reduce(better, first);
  const same = (one: Looked) =>
    one.named && chosen.named && one.header.length === chosen.header.length && one.header.every((name, i) => name === chosen.header[i]);
  return {
    chosen: chosen.peek.name,
    sheets: looked.map((one) => ({
      name: one.peek.name,
      rows: one.rows,
      columns: one.header.length,
      hidden: one.peek.hidden,
      agrees: one === chosen || (one.rows > 0 && same(one))
    }))
  };
}

/** What a reader is told of sheets that are not read: their names. */
export const leftOut = (sheets: readonly SheetInfo[], read: readonly string[]): readonly string[] =>
  sheets.filter(({ name, rows }) => rows > 0 && !read.includes(name)).map(({ name }) => name);
