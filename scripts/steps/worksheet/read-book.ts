import { readXlsx } from 'hucre/xlsx';
import { InputError } from '../problem';
import type { Problem } from '../problem';
import { isBlank } from './cells';
import type { CellValue } from './cells';
import type { ReadRow, ReadRows } from './from-rows';
import { DOCUMENT, SOURCE } from './sheets';
import type { Sheet } from './sheets';
import { HELP_SHEET, LISTS_SHEET, SOURCE_SHEET } from './write-book';

/** Keys are looked for in these rows: people add a line above. */
const MOST_HEAD_ROWS = 6;

/**
 * The rows of a worksheet, whatever was done to it since it was written: columns moved or added, lines above, blank rows.
 * @returns rows by the keys of their sheets, and remarks on what was not read
 * @throws InputError where it is no workbook, or a sheet with facts has no row of keys
 */
export async function readBook(bytes: Uint8Array, sheets: readonly Sheet[], file: string): Promise<{ rows: ReadRows; remarks: Problem[] }> {
  const book = await readXlsx(bytes).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError([{ file, rule: { zh: `不是能读的工作簿（.xlsx）：${why}`, en: `this is no workbook that can be read (.xlsx): ${why}` } }]);
  });
  const known = new Map<string, { key: string; columns: readonly string[] }>(
    sheets.map(({ name, key, columns }) => [name, { key, columns: columns.map((column) => column.key) }])
  );
  known.set(SOURCE_SHEET, { key: SOURCE, columns: [DOCUMENT, 'line', 'end'] });
  const rows = new Map<string, ReadRow[]>();
  const remarks: Problem[] = [];
  const problems: Problem[] = [];
  for (const sheet of book.sheets) {
    const name = sheet.name.trim();
    const like = known.get(name);
    if (like) rows.set(like.key, readSheet(name, sheet.rows as CellValue[][], like.columns, problems, remarks));
    else if (name !== HELP_SHEET && name !== LISTS_SHEET)
      remarks.push({ file: name, rule: { zh: '没有叫这个名字的表，没有读', en: 'no sheet of a worksheet is called so; it was not read' } });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { rows, remarks };
}

function readSheet(name: string, grid: readonly CellValue[][], keys: readonly string[], problems: Problem[], remarks: Problem[]): ReadRow[] {
  const known = (row: readonly CellValue[] | undefined) => (row ?? []).filter((cell) => typeof cell === 'string' && keys.includes(cell.trim())).length;
  const heads = grid.slice(0, MOST_HEAD_ROWS).map(known);
  const most = Math.max(0, ...heads);
  const at = heads.indexOf(most);
  if (most === 0) {
    if (grid.some((row) => !row.every(isBlank)))
      problems.push({
        file: name,
        rule: {
          zh: `没有写着各栏英文名（${keys.slice(0, 3).join('、')}……）的那一行；新工作簿里它是第 2 行`,
          en: `no row has the keys of the columns (${keys.slice(0, 3).join(', ')} …), which stand in row 2 of a new worksheet`
        }
      });
    return [];
  }
  const columns = (grid[at] ?? []).map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
  keys.forEach((key) => {
    if (columns.filter((column) => column === key).length > 1)
      problems.push({ file: name, line: at + 1, path: key, rule: { zh: '有两栏用了这个英文名', en: 'two columns have this key' } });
  });
  columns.forEach((key, i) => {
    const isUsed = grid.slice(at + 1).some((row) => !isBlank(row[i]));
    if (isUsed && !keys.includes(key))
      remarks.push({
        file: name,
        line: at + 1,
        path: key || `column ${i + 1}`,
        rule: { zh: '这张表没有叫这个英文名的栏，没有读', en: 'no column of this sheet is called so; it was not read' }
      });
  });
  return grid.slice(at + 1).flatMap((row, i): ReadRow[] => {
    const cells = new Map<string, CellValue>();
    columns.forEach((key, column) => {
      const cell = row[column] ?? null;
      if (keys.includes(key) && !isBlank(cell)) cells.set(key, cell);
    });
    return cells.size === 0 ? [] : [{ line: at + 2 + i, cells }];
  });
}
