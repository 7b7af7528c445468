import { colToLetter, writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Value } from '../fields/form';
import { InputError } from '../problem';
import { MOST_CHARACTERS } from './cells';
import { helpRows } from './help';
import { DOCUMENT, SOURCE } from './sheets';
import type { Sheet, SheetColumn } from './sheets';
import type { SheetRow, SheetRows } from './to-rows';

/** Names of the sheets that are no tables of the format. */
export const HELP_SHEET = '使用说明';
export const LISTS_SHEET = '选项';
export const SOURCE_SHEET = '原文';
/** Headings in words, then keys: rows above the facts. */
const HEAD_ROWS = 2;
/** Blank rows below the facts that have drop-down lists and the format of text, too: what is typed there stays as it is typed. */
const SPARE_ROWS = 100;
const spare = (width: number): null[][] => Array.from({ length: SPARE_ROWS }, () => Array.from({ length: width }, () => null));

const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4ECF7' } },
  alignment: { vertical: 'top', wrapText: true }
};
const NEEDED: CellStyle = { ...HEAD, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F9E3B4' } } };
const KEYS: CellStyle = { font: { size: 9, color: { rgb: '707070' } }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4F4F4' } } };
/** Text stays as it is typed: a code keeps its digits, 1/3 is no day. */
const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const NUMBER: CellStyle = { alignment: { vertical: 'top' } };

/** The workbook of a worksheet. @throws InputError for a text that is longer than a cell can be */
export async function writeBook(rows: SheetRows, sheets: readonly Sheet[], title: string): Promise<Uint8Array> {
  const lists = new Lists();
  const facts = sheets.map((sheet) => factSheet(sheet, rows.get(sheet.key) ?? [], sheets, lists, rows));
  const help = helpRows(sheets, (key) => rows.get(key)?.length ?? 0, title);
  return writeXlsx({
    sheets: [helpSheet(help), ...facts, sourceSheet(rows.get(SOURCE) ?? []), lists.sheet()],
    defaultFont: { name: '等线', size: 11 }
  });
}

function helpSheet(help: ReturnType<typeof helpRows>): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  help.forEach(({ head, sheet }, row) => {
    if (head) cells.set(`${row},0`, { style: HEAD });
    if (sheet) cells.set(`${row},0`, { hyperlink: { target: '', location: `'${sheet}'!A1` }, style: { font: { color: { rgb: '1F5FBF' }, underline: true } } });
  });
  const style: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
  return { name: HELP_SHEET, columns: [24, 70, 70, 10].map((width) => ({ width, style })), rows: help.map(({ cells: row }) => [...row]), cells };
}

/** Words of closed lists, a column each: a validation may hold no more than 255 characters itself. */
class Lists {
  readonly #columns: string[][] = [];
  readonly #known = new Map<string, number>();

  /** Where a list stands, as a validation names it. */
  range(words: readonly string[]): string {
    const key = words.join('\n');
    const at = this.#known.get(key) ?? this.#columns.push([...words]) - 1;
    this.#known.set(key, at);
    const column = colToLetter(at);
    return `'${LISTS_SHEET}'!$${column}$1:$${column}$${words.length}`;
  }

  sheet(): WriteSheet {
    const height = Math.max(1, ...this.#columns.map(({ length }) => length));
    return { name: LISTS_SHEET, rows: Array.from({ length: height }, (_, row) => this.#columns.map((column) => column[row] ?? null)) };
  }
}

function factSheet(sheet: Sheet, facts: readonly SheetRow[], sheets: readonly Sheet[], lists: Lists, rows: SheetRows): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  sheet.columns.forEach((column, i) => {
    cells.set(`0,${i}`, { style: column.required ? NEEDED : HEAD, comment: { author: HELP_SHEET, text: remark(column) } });
    cells.set(`1,${i}`, { style: KEYS });
  });
  const last = HEAD_ROWS + facts.length + SPARE_ROWS;
  const dataValidations = sheet.columns.flatMap((column, i): DataValidation[] => {
    const from = choicesOf(column, sheets, lists, rows);
    if (from === undefined) return [];
    const letter = colToLetter(i);
    // a cell may hold several, or a line for each: the list then only helps
    const single = column.value.type !== 'list' && column.value.type !== 'lines';
    return [
      { type: 'list', range: `${letter}${HEAD_ROWS + 1}:${letter}${last}`, allowBlank: true, formula1: from, showErrorMessage: single, errorStyle: 'warning' }
    ];
  });
  const body = facts.map((row, i) => sheet.columns.map(({ key }) => checked(row[key] ?? null, sheet.name, HEAD_ROWS + 1 + i, key)));
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ value, title }) => ({ width: widthOf(value, title), style: value.type === 'number' ? NUMBER : TEXT })),
    rows: [sheet.columns.map(({ title }) => title), sheet.columns.map(({ key }) => key), ...body, ...spare(sheet.columns.length)],
    cells,
    dataValidations,
    freezePane: { rows: HEAD_ROWS, columns: 1 }
  };
}

function sourceSheet(rows: readonly SheetRow[]): WriteSheet {
  const body = rows.map((row, i) => [DOCUMENT, 'line', 'end'].map((key) => checked(row[key] ?? null, SOURCE_SHEET, HEAD_ROWS + 1 + i, key)));
  const head = ['文件编号', '原文（一行一格）', '行尾'];
  return {
    name: SOURCE_SHEET,
    columns: [18, 100, 8].map((width) => ({ width, style: TEXT })),
    rows: [head, [DOCUMENT, 'line', 'end'], ...body, ...spare(head.length)],
    cells: new Map(head.flatMap((_, i) => [[`0,${i}`, { style: HEAD }] as const, [`1,${i}`, { style: KEYS }] as const])),
    freezePane: { rows: HEAD_ROWS }
  };
}

function checked(cell: string | number | null, file: string, line: number, path: string): string | number | null {
  if (typeof cell === 'string' && cell.length > MOST_CHARACTERS)
    throw new InputError([
      {
        file,
        line,
        path,
        rule: {
          zh: `一格最多 ${MOST_CHARACTERS} 个字符，这里有 ${cell.length} 个`,
          en: `a cell holds ${MOST_CHARACTERS} characters at most; this one has ${cell.length}`
        }
      }
    ]);
  return cell;
}

/** The range that a drop-down list shows: words of a closed list, yes or no, ids of another sheet. */
function choicesOf({ value, labels, ref }: SheetColumn, sheets: readonly Sheet[], lists: Lists, rows: SheetRows): string | undefined {
  const one: Value = value.type === 'list' ? value.of : value;
  if (one.type === 'choice') return lists.range(one.values.map((word) => (labels[word] ? `${labels[word]} ${word}` : word)));
  if (one.type === 'flag') return lists.range(['是', '否']);
  const target = sheets.find(({ key }) => key === ref);
  const at = target?.columns.findIndex(({ key }) => key === 'id') ?? -1;
  if (!target || at < 0) return undefined;
  const column = colToLetter(at);
  return `'${target.name}'!$${column}$${HEAD_ROWS + 1}:$${column}$${HEAD_ROWS + (rows.get(target.key)?.length ?? 0) + SPARE_ROWS}`;
}

/** What a heading's comment says. */
function remark({ words, required, value, key }: SheetColumn): string {
  const how = value.type === 'list' ? (value.of.type === 'text' || value.of.type === 'cite' ? '几个：一行一个（Alt+Enter）' : '几个：用分号隔开') : '';
  const lines = [
    words.zh,
    how,
    required ? '必填' : '',
    words.example ? `例：${words.example}` : '',
    words.shows ? `显示在：${words.shows.zh}` : '',
    words.en,
    key
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function widthOf({ type }: Value, title: string): number {
  const wide = type === 'text' ? 30 : type === 'list' || type === 'cite' || type === 'lines' ? 22 : 14;
  return Math.max(wide, Math.min(30, title.length * 2 + 2));
}
