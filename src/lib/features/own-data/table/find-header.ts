import { isPlaceholder } from './cell-text';
import { COLUMN_WORDS } from './column-words';
import { isUnit, joinNames } from './header-names';
import { readNumber } from './read-number';

/** Rows before the first data row, one name per column, and what stands above them: title, unit, notes. */
export type Header = Readonly<{ headerRows: number; header: readonly string[]; titles: readonly string[] }>;

/** Titles and remarks above a table are looked through so far. */
const DEEPEST = 20;
/** Rows that a header takes up at most. */
const TALLEST = 5;
/** Rows that say what columns hold. */
const BODY = 200;

type Row = readonly string[];

const textIn = (row: Row | undefined, column: number) => row?.[column]?.trim() ?? '';
const filled = (row: Row) => row.filter((cell) => cell.trim() !== '').length;
const isNumber = (cell: string | undefined) => cell !== undefined && cell.trim() !== '' && !Number.isNaN(readNumber(cell).value);
const isYear = (cell: string | undefined) => /^(?:19|20)\d\d$/.test(cell?.trim() ?? '');
const isWord = (cell: string) => COLUMN_WORDS.some(([, pattern]) => pattern.test(cell.trim()));
/** The type of a column, as databases write it below its name. */
const isType = (cell: string) =>
  /^(?:文本|文字|字符串?|字符型|数值|数字|数值型|整数|整型|小数|浮点|日期|日期型|布尔|string|str|text|(?:var)?char|int(?:eger)?|long|double|float|real|number|numeric|decimal|date|datetime|bool(?:ean)?)$/i.test(
    cell.trim()
  );

/** Usual number of filled cells of the rows (the median). */
function usualWidth(rows: readonly Row[]): number {
  const widths = rows.map(filled).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}

/** Columns that hold numbers further down, and those of them that hold years. */
function numberColumns(rows: readonly Row[], width: number): Readonly<{ numbers: readonly number[]; years: ReadonlySet<number> }> {
  const body = rows.slice(Math.floor(Math.min(rows.length, BODY) / 2), BODY);
  const numbers: number[] = [];
  const years = new Set<number>();
  for (let column = 0; column < width; column++) {
    const cells = body.map((row) => textIn(row, column)).filter((cell) => cell !== '' && !isPlaceholder(cell));
    if (cells.length === 0 || cells.filter(isNumber).length < 0.8 * cells.length) continue;
    numbers.push(column);
    if (cells.filter(isYear).length >= 0.8 * cells.length) years.add(column);
  }
  return { numbers, years };
}
type Body = ReturnType<typeof numberColumns>;

/** Numbers that no header has: years may stand over columns that hold something else. */
const hasNumber = (row: Row, { years }: Body) => row.some((cell, column) => isNumber(cell) && !(isYear(cell) && !years.has(column)));

/** “填报单位：某局”, “单位：亿元”: a row of labels with what they stand for. */
const isLabelled = (row: Row) => row.every((cell) => cell.trim() === '' || /^[^:：]{1,12}[:：]/.test(cell.trim()));

/** Numbers of the columns, as tables of statistics have them under their header: 1, 2, 3 or 甲, 乙, 1, 2. */
function isCounting(row: Row, width: number): boolean {
  const cells = row.map((cell) => cell.trim().replace(/^[（(]|[)）]$/g, '')).filter((cell) => cell !== '');
  const stems = cells.filter((cell) => /^[甲乙丙丁戊己庚辛壬癸]$|^[A-E]$|^栏次$/.test(cell)).length;
  const counted = cells.slice(stems).every((cell, i) => cell === String(i + 1) || cell === String(i + 1 + stems));
  return counted && cells.length >= Math.max(3, 0.7 * width) && cells.length - stems > 0;
}

/** Whether a row goes on with a header: names under a heading (坐标 over 经度, 纬度), units under names, a second name for every column. */
function goesOn(block: readonly Row[], [next, after]: readonly Row[], width: number, body: Body): boolean {
  if (!next || filled(next) === 0 || hasNumber(next, body)) return false;
  const divided = after && !hasNumber(after, body) ? after : undefined;
  let [below, above, units, apart] = [0, 0, 0, 0];
  for (let column = 0; column < width; column++) {
    const up = block.map((row) => textIn(row, column)).findLast((cell) => cell !== '') ?? '';
    const down = textIn(next, column);
    // a heading over several columns may be divided once more below
    if (up === '' && down === '') apart += textIn(divided, column) === '' ? 1 : 0;
    else if (up === '') below++;
    // a name merged over both rows is read in both
    else if (down === '' || down === up) above++;
    if (down !== '' && down !== up && isUnit(down)) units++;
  }
  const different = next.filter((cell, column) => cell.trim() !== '' && !block.some((row) => textIn(row, column) === cell.trim())).length;
  if (different === 0) return false;
  if (below > 0 && above > 0 && apart === 0) return true;
  if (units === different) return true;
  // words where numbers stand further down
  const words = body.numbers.filter((column) => {
    const cell = textIn(next, column);
    return cell !== '' && !isPlaceholder(cell) && (isYear(cell) || !/\d/.test(cell));
  });
  // 面议 in the first row of data is no name: where every column has a second name, most of them are words of ours
  if (below === 0 && above === 0 && 2 * next.filter((cell) => isWord(cell) || isType(cell)).length <= filled(next)) return false;
  return words.length > 0 && words.length >= 0.5 * body.numbers.length;
}

/** Whether a row that is emptier than the others is the first of a header: names reach down from it, or it tells columns of one name apart. */
function isHeading(row: Row, below: readonly Row[], usual: number, body: Body): boolean {
  const own = row.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
  const [next = []] = below;
  const names = next.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const apart = names.length >= 0.6 * usual && new Set(names).size < names.length;
  if (!apart && !own.some((column) => textIn(next, column) === '' || textIn(next, column) === row[column]?.trim())) return false;
  // together the rows of a header name about as many columns as there are
  const named = new Set(own);
  for (const part of below) {
    if (filled(part) === 0 || hasNumber(part, body)) break;
    part.forEach((cell, column) => cell.trim() !== '' && named.add(column));
  }
  return named.size > own.length && named.size >= 0.8 * usual;
}

/** Blank names are numbered and names used twice get a number too, so that each stands for one column. */
function nameColumns(cells: Row, width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const base = cells[column]?.replace(/\s+/g, ' ').trim() || String(column + 1);
    let name = base;
    for (let again = 2; used.has(name); again++) name = `${base} (${again})`;
    used.add(name);
    return name;
  });
}

const titleOf = (row: Row) => [...new Set(row.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== ''))].join(' · ').slice(0, 200);

/**
 * Where a table's header is. The first row that is about as full as the others and holds no number is taken, with the rows that go on with
 * it; a row that knows a word of ours (经度, name …) may hold numbers (years). Without one there is no header.
 */
export function findHeader(rows: readonly Row[]): Header {
  const usual = usualWidth(rows);
  const width = rows.slice(0, 5000).reduce((most, row) => Math.max(most, row.length), 0);
  const body = numberColumns(rows, width);
  const titles: string[] = [];
  for (let at = 0; at < Math.min(DEEPEST, rows.length); at++) {
    const row = rows[at] ?? [];
    const count = filled(row);
    const full = count >= 0.6 * usual;
    const first =
      count >= Math.min(2, usual) &&
      !(count < usual && usual > 2 && isLabelled(row)) &&
      (full || (!hasNumber(row, body) && isHeading(row, rows.slice(at + 1, at + TALLEST), usual, body)));
    if (!first) {
      const title = titleOf(row);
      if (title) titles.push(title);
      continue;
    }
    if (!row.some(isWord) && hasNumber(row, body)) return { headerRows: at, header: nameColumns([], width), titles };
    const block = [row];
    let next = rows[at + 1];
    // a header without any row under it is one still
    while (block.length < TALLEST && at + block.length + 1 < rows.length && goesOn(block, rows.slice(at + block.length, at + block.length + 2), width, body)) {
      block.push(next as Row);
      next = rows[at + block.length];
    }
    const counting = next !== undefined && at + block.length + 1 < rows.length && isCounting(next, count) ? 1 : 0;
    const headerRows = at + block.length + counting;
    // trailing blank cells are no columns, unless data stand under them
    let last = Math.max(...block.map(({ length }) => length));
    const blank = (column: number) =>
      block.every((part) => textIn(part, column) === '') && !rows.slice(headerRows).some((below) => textIn(below, column) !== '');
    while (last > 0 && blank(last - 1)) last--;
    return { headerRows, header: nameColumns(block.length > 1 ? joinNames(block, last) : row, last), titles };
  }
  return { headerRows: 0, header: nameColumns([], width), titles: [] };
}
