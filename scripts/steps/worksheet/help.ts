import type { Sheet } from './sheets';

/** A row of the worksheet's first tab. `sheet`: the tab that it leads to. */
export type HelpRow = Readonly<{ cells: readonly (string | number)[]; head?: true; sheet?: string }>;

const HOW: readonly (readonly [string, string])[] = [
  [
    '一张表一种东西，一行一条。黄色标题必填；鼠标停在标题上看说明。',
    'A sheet for each kind of thing, a row for each thing. Headings in yellow are needed; point at a heading to read what it means.'
  ],
  [
    '第 2 行灰色的英文是程序认列用的，不要改；列的先后可以换。',
    'The grey words of row 2 tell the program which column is which: leave them. Columns may change places.'
  ],
  ['有下拉的格子从下拉里选；编号是小写字母、数字和短横线。', 'Where a cell has a list, choose from it. Ids are lower-case letters, digits and hyphens.'],
  [
    '一格写几个编号或代码：用分号隔开。几句话、几个出处：一行一个（Alt+Enter）。',
    'Several ids or codes in a cell: part them by semicolons. Several texts or citations: a line each (Alt+Enter).'
  ],
  [
    '出处写本文件的条款号；别的文件写成“文件编号：条款号”。',
    'A citation is the number of a clause of the same document; of another document, write document: clause.'
  ],
  [
    '一条下面的多行内容（层级、分档、片区的产业……）在自己的表里，“所属”一栏写上一条的编号，行的先后就是显示的先后。',
    'What a thing has several of (tiers, rows of an incentive, a zone’s sectors) is in a sheet of its own; the column “所属” has the id of the thing. Order of rows is order on the site.'
  ],
  [
    '空格子就是没有。[] 是“有名单，但是空的”，{} 是“有，但没写内容”，"" 是空文字；一般用不到，见到请留着。',
    'A blank cell: nothing. [] is a list that is there but empty, {} a record without content, "" an empty text; leave them where they stand.'
  ],
  [
    '日期写 2026-01-31；数字只写数字；代码、编号各列已设为文本。',
    'Days are written 2026-01-31; numbers without words; columns of codes and ids are set to text.'
  ],
  [
    '填好后：npm run pack:from-xlsx -- --in 文件.xlsx --out 文件夹。没改的文件不动；改过的文件重写，里面的注释会丢。',
    'When done: npm run pack:from-xlsx -- --in FILE.xlsx --out FOLDER. Files that say the same stay as they are; others are written anew, without their comments.'
  ],
  ['boundaries 文件夹不在工作簿里，原样保留。', 'The folder boundaries/ is not in the workbook and is left as it is.']
];

/** The first tab: how to fill in, and what each sheet holds. @param count rows of a sheet, by its key */
export function helpRows(sheets: readonly Sheet[], count: (key: string) => number, title: string): HelpRow[] {
  return [
    { cells: [title, '', '', ''], head: true },
    { cells: ['怎么填', '', 'How to fill it in', ''], head: true },
    ...HOW.map(([zh, en]): HelpRow => ({ cells: ['', zh, en, ''] })),
    { cells: ['有哪些表', '', 'What sheets there are', '行数'], head: true },
    ...sheets.map(({ key, name, words }): HelpRow => ({
      cells: [name, `${words.zh}${words.shows ? `显示在：${words.shows.zh}。` : ''}`, words.en, count(key)],
      sheet: name
    }))
  ];
}
