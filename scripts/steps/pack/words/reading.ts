import type { Said } from '../../problem';

const listed = (list: readonly string[], most = 24): string => (list.length > most ? `${list.slice(0, most).join(', ')} …` : list.join(', '));

/** What is said of files that cannot be read, and of values that are none of their field's. */
export const READING = {
  noPack: (): Said => ({
    zh: '这个文件夹里没有 pack.yaml：用 --pack 写数据包的文件夹（或设环境变量 GEODATA_PACK）',
    en: "no pack.yaml in this folder: give a pack's folder by --pack PATH (or by GEODATA_PACK)"
  }),
  missingFile: (): Said => ({ zh: '缺少这个文件', en: 'the file is missing' }),
  stranger: (): Said => ({
    zh: '数据包里没有叫这个名字的文件，其中的内容不会被读到；各文件的名字见 README',
    en: 'no file of a pack is called so, and what is in it would not be read; see the README'
  }),
  gbk: (): Said => ({
    zh: '文件是 GBK 编码：请另存为 UTF-8（Excel 选“CSV UTF-8（逗号分隔）”，记事本在“另存为”里选编码 UTF-8）',
    en: 'the file is in GBK: save it again as UTF-8 (in Excel “CSV UTF-8 (comma delimited)”, in Notepad “Save as” with the encoding UTF-8)'
  }),
  utf16: (): Said => ({
    zh: '文件是 UTF-16 编码（Excel 的“Unicode 文本”）：请另存为 UTF-8',
    en: 'the file is in UTF-16 (Excel’s “Unicode text”): save it again as UTF-8'
  }),
  notUtf8: (): Said => ({ zh: '文件须是 UTF-8 文本：请换用这种编码另存', en: 'the file must be UTF-8 text; save it again with that encoding' }),
  tab: (more: number): Said => ({
    zh: `行首用了制表符（Tab）：改成空格，每一级两个${more > 0 ? `（另有 ${more} 行也是）` : ''}`,
    en: `the line begins with a tab: write spaces, two for each level${more > 0 ? ` (so do ${more} more ${more === 1 ? 'line' : 'lines'})` : ''}`
  }),
  wideColon: (field: string): Said => ({
    zh: `${field} 后面是全角冒号“：”：改成半角冒号加一个空格，${field}: …`,
    en: `${field} is followed by a full-width colon (：): write a plain one and a space, ${field}: …`
  }),
  syntax: (zh: string, en: string): Said => ({ zh: `YAML 语法：${zh}`, en: `YAML syntax: ${en}` }),
  csv: (zh: string, en: string): Said => ({ zh: `CSV：${zh}`, en: `CSV: ${en}` }),
  column: (missing: string, instead?: string): Said => ({
    zh: instead === undefined ? `表头缺少 ${missing} 列` : `没有“${instead}”这一列，应为 ${missing}`,
    en: instead === undefined ? `the column ${missing} is missing` : `there is no column "${instead}"; write ${missing}`
  }),
  noColumn: (name: string, known: readonly string[]): Said => ({
    zh: `没有“${name}”这一列：去掉它；可有的列是 ${listed(known)}`,
    en: `there is no column "${name}": take it out; columns are ${listed(known)}`
  }),
  nameless: (): Said => ({ zh: '有一列没有列名却有内容：补上列名，或清空这一列', en: 'a column without a name has content: name it, or empty it' }),
  separator: (zh: string, en: string): Said => ({
    zh: `各列之间是${zh}：另存为用逗号分隔的 CSV（Excel 选“CSV UTF-8（逗号分隔）”）`,
    en: `the columns are separated by ${en}: save the file again as CSV with commas (in Excel “CSV UTF-8 (comma delimited)”)`
  }),
  typo: (field: string, instead: string): Said => ({ zh: `没有“${field}”这个字段，应为 ${instead}`, en: `there is no field "${field}"; write ${instead}` }),
  noField: (field: string, known: readonly string[]): Said => ({
    zh: `没有“${field}”这个字段：去掉它；这里还可写 ${listed(known)}`,
    en: `there is no field "${field}": take it out; what else may be written here is ${listed(known)}`
  }),
  missing: ({ zh, en }: Said): Said => ({ zh: `缺少，要写${zh}`, en: `missing; write ${en}` }),
  wanted: (value: string, { zh, en }: Said): Said => ({ zh: `“${value}”不对：写${zh}`, en: `"${value}" does not fit: write ${en}` }),
  instead: ({ zh, en }: Said, value: string): Said => ({ zh: `${zh}；写 ${value}`, en: `${en}; write ${value}` }),
  noOption: (value: string, options: readonly string[], instead?: string): Said => ({
    zh: `“${value}”不在可选之列：写 ${instead ?? `${listed(options)} 之一`}`,
    en: `"${value}" is none of the options: write ${instead ?? `one of ${listed(options)}`}`
  }),
  inQuotes: (value: string): Said => ({ zh: `要加引号：写 "${value}"`, en: `it needs quotes: write "${value}"` }),
  number: (value: string, number: string): Said => ({
    zh: `“${value}”不是数字：只写 ${number}`,
    en: `"${value}" is no number: write ${number} alone`
  }),
  numberWithUnit: (value: string, number: string, rest: string, unit: string): Said => ({
    zh: `“${value}”不是数字：只写 ${number}，“${rest}”写在 unit 里（如 unit: ${unit}）`,
    en: `"${value}" is no number: write ${number} alone, and put ${rest} into unit (for example unit: ${unit})`
  }),
  noDay: (value: string): Said => ({ zh: `日历上没有 ${value} 这一天`, en: `there is no ${value} in the calendar` }),
  empty: (): Said => ({ zh: '不能为空', en: 'must not be empty' }),
  least: (count: string): Said => ({ zh: `至少 ${count} 项`, en: `must have at least ${count} ${count === '1' ? 'entry' : 'entries'}` }),
  most: (count: string): Said => ({ zh: `最多 ${count} 项`, en: `must have at most ${count} ${count === '1' ? 'entry' : 'entries'}` }),
  tooShort: (count: string): Said => ({ zh: `至少 ${count} 个字`, en: `must have at least ${count} characters` }),
  tooSmall: (value: string, least: string, inclusive: boolean): Said => ({
    zh: `${value} 太小：须${inclusive ? '不小于' : '大于'} ${least}`,
    en: `${value} is too small: it must be ${inclusive ? 'at least' : 'more than'} ${least}`
  }),
  tooBig: (value: string, most: string, inclusive: boolean): Said => ({
    zh: `${value} 太大：须${inclusive ? '不大于' : '小于'} ${most}`,
    en: `${value} is too large: it must be ${inclusive ? 'at most' : 'less than'} ${most}`
  })
} as const;

/** What is to be written where something is missing or of the wrong kind. */
export const WANTED = {
  text: { zh: '文字', en: 'text' },
  texts: { zh: ' { zh: "中文", en: "English" }', en: '{ zh: "中文", en: "English" }' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  list: { zh: '方括号里的清单，如 [a, b]', en: 'a list in square brackets, e.g. [a, b]' },
  day: { zh: '日期，如 2026-03-01', en: 'a day, e.g. 2026-03-01' },
  fields: (names: readonly string[]): Said => ({ zh: `这些字段：${listed(names)}`, en: `these fields: ${listed(names)}` }),
  oneOf: (options: readonly string[]): Said => ({ zh: ` ${listed(options)} 之一`, en: `one of ${listed(options)}` }),
  idOf: (file: string): Said => ({ zh: ` ${file} 里的一个 id`, en: `an id of ${file}` })
} as const;
