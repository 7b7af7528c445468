import { Descriptions } from '../fields/describe';
import type { Words } from '../fields/describe';
import type { Value } from '../fields/form';
import { TABLES } from '../fields/walk';
import type { Column, Table } from '../fields/walk';

/** A column of a sheet. `key` stands in the second row: a field of the record, or the record that the row belongs to. */
export type SheetColumn = Readonly<{
  key: string;
  title: string;
  words: Words;
  value: Value;
  labels: Readonly<Record<string, string>>;
  required: boolean;
  /** key of the sheet whose ids it takes */
  ref?: string;
  /** undefined for what a row belongs to */
  column?: Column;
}>;
export type Sheet = Readonly<{ key: string; name: string; words: Words; table: Table; columns: readonly SheetColumn[] }>;

/** Columns that say what a row belongs to: the document, the record above. */
export const DOCUMENT = '@document';
export const PARENT = '@parent';
/** The sheet of printed texts, which is no table of fields. */
export const SOURCE = 'source';

const LANGUAGES: Readonly<Record<string, string>> = { zh: '中文', en: '英文' };
const code: Value = { type: 'code' };

function owner(key: string, name: string, en: string, ref: string, required: boolean): SheetColumn {
  const words: Words = { name, zh: '这一行属于哪一条', en, ref };
  return { key, title: name, words, value: code, labels: {}, required, ref };
}

/** Words for a column; those of a text in two languages are the text's. */
function wordsFor(descriptions: Descriptions, { key }: Table, path: readonly string[]): { words: Words; title: string } {
  const language = path.length > 1 && !key.startsWith('terms.') ? LANGUAGES[path.at(-1) ?? ''] : undefined;
  // a mark has words for each language
  const own = language !== undefined && path[0] !== 'mark';
  const words = descriptions.field(key, own ? path.slice(0, -1) : path);
  return { words, title: own ? `${words.name}（${language}）` : words.name };
}

function sheetOf(table: Table, descriptions: Descriptions): Sheet {
  const words = descriptions.table(table.key);
  const columns = table.columns.map((column): SheetColumn => {
    const { words: own, title } = wordsFor(descriptions, table, column.path);
    const inner = column.value.type === 'list' ? column.value.of : column.value;
    const labels = inner.type === 'choice' ? descriptions.values(table.key, column.path) : {};
    const { path, value, required } = column;
    return { key: path.join('.'), title, words: own, value, labels, required, column, ...(own.ref === undefined ? {} : { ref: own.ref }) };
  });
  const { where } = table.file;
  const inDocument = where !== 'pack' && table.key !== 'document';
  const parent = table.parent === undefined ? undefined : descriptions.table(table.parent);
  const owners = [
    ...(inDocument ? [owner(DOCUMENT, '文件编号', 'Folder of the document', 'document', where === 'document')] : []),
    ...(parent && table.parent !== undefined ? [owner(PARENT, `所属${parent.name}`, 'Id of the record that the row belongs to', table.parent, true)] : [])
  ];
  return { key: table.key, name: words.name, words, table, columns: [...owners, ...columns] };
}

/** The sheets of the worksheet, one a table of the format. @throws Error for a table or field that is not described */
export function worksheetSheets(descriptions = new Descriptions()): Sheet[] {
  return TABLES.map((table) => sheetOf(table, descriptions));
}
