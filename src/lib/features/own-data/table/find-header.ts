import { COLUMN_WORDS } from './column-words';
import { readNumber } from './read-number';

/** Rows before the first data row, and one name per column. */
export type Header = Readonly<{ headerRows: number; header: readonly string[] }>;

/** Titles and remarks above a table are looked through so far. */
const DEEPEST = 12;

const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;
const isNumber = (cell: string | undefined) => cell !== undefined && cell.trim() !== '' && !Number.isNaN(readNumber(cell).value);
const isWord = (cell: string) => COLUMN_WORDS.some(([, pattern]) => pattern.test(cell.trim()));

/** Usual number of filled cells of the rows (the median). */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows.map(filled).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}

/** Whether a second row completes the first: names under a merged heading (坐标 over 经度, 纬度), nothing under names that reach down. */
function completes(first: readonly string[], second: readonly string[] | undefined): boolean {
  if (!second || second.some(isNumber)) return false;
  const width = Math.max(first.length, second.length);
  let below = 0;
  let above = 0;
  for (let column = 0; column < width; column++) {
    const [up, down] = [first[column]?.trim() ?? '', second[column]?.trim() ?? ''];
    if (up === '' && down === '') return false;
    if (up === '' && down !== '') below++;
    // a name merged over both rows is read in both
    if (up !== '' && (down === '' || down === up)) above++;
  }
  return below > 0 && above > 0;
}

/** Blank names are numbered and names used twice get a number too, so that each stands for one column. */
function nameColumns(cells: readonly string[], width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const base = cells[column]?.replace(/\s+/g, ' ').trim() || String(column + 1);
    let name = base;
    for (let again = 2; used.has(name); again++) name = `${base} (${again})`;
    used.add(name);
    return name;
  });
}

/**
 * Where a table's header is. The first row that is about as full as the others and holds no number is taken; a row that knows
 * a word of ours (经度, name …) may hold numbers (years). Without one there is no header.
 */
export function findHeader(rows: readonly (readonly string[])[]): Header {
  const usual = usualWidth(rows);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let at = 0; at < Math.min(DEEPEST, rows.length); at++) {
    const row = rows[at] ?? [];
    const count = filled(row);
    if (count < Math.min(2, usual) || count < 0.6 * usual) continue;
    const known = row.some(isWord);
    if (!known && row.some(isNumber)) return { headerRows: at, header: nameColumns([], width) };
    const next = rows[at + 1];
    if (completes(row, next))
      return {
        headerRows: at + 2,
        header: nameColumns(
          row.map((cell, column) => next?.[column]?.trim() || cell),
          Math.max(row.length, next?.length ?? 0)
        )
      };
    // trailing blank cells are no columns, unless data stand under them
    let last = row.length;
    while (last > 0 && row[last - 1]?.trim() === '' && !rows.slice(at + 1).some((below) => (below[last - 1] ?? '').trim() !== '')) last--;
    return { headerRows: at + 1, header: nameColumns(row, last) };
  }
  return { headerRows: 0, header: nameColumns([], width) };
}
