import { describe, expect, it } from 'vitest';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { CellValue } from 'hucre/xlsx';
import { fromRows } from '../../../../scripts/steps/worksheet/from-rows';
import type { NewFile } from '../../../../scripts/steps/worksheet/from-rows';
import { readParts } from '../../../../scripts/steps/worksheet/parts';
import { readBook } from '../../../../scripts/steps/worksheet/read-book';
import { worksheetSheets } from '../../../../scripts/steps/worksheet/sheets';
import { toRows } from '../../../../scripts/steps/worksheet/to-rows';
import { writeBook } from '../../../../scripts/steps/worksheet/write-book';

/* What spreadsheet programs and people do to a workbook between writing and reading. */

const sheets = worksheetSheets();
const parts = readParts('tests/packs/suzhou-demo');
const book = await writeBook(toRows(parts, sheets), sheets, 'demo');
type Grids = Map<string, CellValue[][]>;

/** The workbook saved again after a change to its cells. */
async function saved(change: (grids: Grids) => void): Promise<Uint8Array> {
  const grids: Grids = new Map((await readXlsx(book)).sheets.map(({ name, rows }) => [name, rows.map((row) => [...row])]));
  change(grids);
  return writeXlsx({ sheets: [...grids].map(([name, rows]) => ({ name, rows })) });
}

async function outcome(change: (grids: Grids) => void): Promise<{ files: NewFile[]; said: string[] }> {
  try {
    const { rows, remarks } = await readBook(await saved(change), sheets, 'demo.xlsx');
    const { files, problems } = fromRows(rows, sheets);
    return {
      files,
      said: [...remarks, ...problems].map(({ file, line, path, at, rule }) => `${file} ${line ?? ''} ${at?.zh ?? path ?? ''}: ${JSON.stringify(rule)}`)
    };
  } catch (error) {
    return { files: [], said: String((error as Error).message).split('\n') };
  }
}

const untouched = await outcome(() => undefined);
const grid = (grids: Grids, name: string) => grids.get(name) ?? [];
/** Column of a key, which stands in the second row. */
const at = (rows: CellValue[][], key: string) => rows[1]?.indexOf(key) ?? -1;
/** Change a column's cells below the head. */
function eachCell(rows: CellValue[][], key: string, change: (cell: CellValue) => CellValue): void {
  for (const row of rows.slice(2)) if (row[at(rows, key)] !== null && row[at(rows, key)] !== undefined) row[at(rows, key)] = change(row[at(rows, key)] ?? null);
}
const fullWidth = (text: CellValue): CellValue => String(text).replace(/[0-9a-z;-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('a workbook says the same', () => {
  it.each<[string, (grids: Grids) => void]>([
    ['with numbers for codes', (grids) => eachCell(grid(grids, '布局'), 'adcode', Number)],
    ['with days as days', (grids) => eachCell(grid(grids, '文件'), 'issued', (day) => new Date(`${String(day)}T00:00:00Z`))],
    ['with days as serial numbers', (grids) => eachCell(grid(grids, '文件'), 'issued', (day) => Date.parse(String(day)) / 86_400_000 + 25_569)],
    [
      'with days as Chinese write them',
      (grids) => eachCell(grid(grids, '文件'), 'issued', (day) => String(day).replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'))
    ],
    ['with full-width codes and semicolons', (grids) => eachCell(grid(grids, '片区'), 'units', fullWidth)],
    ['with other separators', (grids) => eachCell(grid(grids, '片区'), 'units', (cell) => String(cell).replace('; ', '、'))],
    ['with numbers as text', (grids) => eachCell(grid(grids, '目标'), 'value', (cell) => ` ${Number(cell).toLocaleString('en')} `)],
    ['with full-width numbers', (grids) => eachCell(grid(grids, '目标'), 'value', (cell) => fullWidth(String(cell)))],
    ['with words of lists in Chinese alone', (grids) => eachCell(grid(grids, '片区'), 'tier', (cell) => String(cell).split(' ')[0] ?? null)],
    ['with words of lists as the files have them', (grids) => eachCell(grid(grids, '片区'), 'tier', (cell) => String(cell).split(' ').at(-1) ?? null)],
    ['with signs of comparison', (grids) => eachCell(grid(grids, '目标'), 'operator', (cell) => (String(cell).endsWith('>=') ? '≥' : '～'))],
    ['with TRUE for yes', (grids) => eachCell(grid(grids, '措施条件'), 'judged', () => true)],
    [
      'with blank rows, cells of blanks and columns below and beside',
      (grids) => {
        for (const rows of grids.values()) rows.push([null], ['  ', '', null], []);
        for (const row of grid(grids, '片区')) row.push(null, ' ');
      }
    ],
    ['with a blank row between', (grids) => grid(grids, '片区').splice(3, 0, [null, null])],
    ['with a line above the headings', (grids) => grid(grids, '片区').unshift(['某某局', '2026年填'])],
    ['with columns the other way round', (grids) => grid(grids, '目标').forEach((row) => row.reverse())],
    ['with line ends of Windows in cells', (grids) => eachCell(grid(grids, '片区'), 'role.zh', (cell) => `${String(cell)}\r\n`)],
    ['without its help and lists', (grids) => ['使用说明', '选项'].forEach((name) => grids.delete(name))]
  ])('%s', async (_, change) => {
    const { files, said } = await outcome(change);
    expect(said).toEqual([]);
    expect(files).toEqual(untouched.files);
  });
});

describe('a workbook is refused, or told', () => {
  it.each<[string, (grids: Grids) => void, RegExp]>([
    ['a row of a zone that is not there', (grids) => eachCell(grid(grids, '片区的产业'), '@parent', () => 'no-zone'), /^片区的产业 3 : .*no-zone/],
    ['a row without its document', (grids) => eachCell(grid(grids, '目标'), '@document', () => null), /^目标 3 : .*belong/],
    ['a document that is not there', (grids) => eachCell(grid(grids, '目标'), '@document', () => 'other-plan'), /^目标 3 : .*other-plan/],
    ['a needed cell that is blank', (grids) => eachCell(grid(grids, '片区'), 'name.en', () => null), /^片区 3 名称（英文）: /],
    ['words where a number belongs', (grids) => eachCell(grid(grids, '目标'), 'value', () => '1千'), /^目标 3 数值: /],
    ['a word that is in no list', (grids) => eachCell(grid(grids, '片区'), 'tier', () => '中心'), /^片区 3 层级: /],
    ['a code of five digits', (grids) => eachCell(grid(grids, '片区'), 'units', () => 32050), /^片区 3 区划代码: /],
    ['a sheet of its own', (grids) => grids.set('备忘', [['x']]), /^备忘 {2}: /],
    ['a column of its own', (grids) => grid(grids, '片区').forEach((row, i) => row.push(i === 1 ? 'colour' : 'red')), /^片区 2 colour: /],
    ['a sheet without its row of keys', (grids) => grid(grids, '片区').splice(1, 1), /^片区.*keys of the columns/]
  ])('%s', async (_, change, message) => {
    const { said } = await outcome(change);
    expect(said[0]).toMatch(message);
  });

  it('a file that is no workbook', async () => {
    await expect(readBook(new Uint8Array([1, 2, 3]), sheets, 'x.xlsx')).rejects.toThrow(/^x\.xlsx: .*no workbook/);
  });
});
