import { baseOf } from '../fields/files';
import { formOf, tablesIn } from '../fields/form';
import type { Field, RecordForm } from '../fields/form';
import { InputError } from '../problem';
import { EMPTY_LIST, EMPTY_RECORD, isFallback, toCell } from './cells';
import { pathOf } from './parts';
import type { PackParts, Part } from './parts';
import { DOCUMENT, PARENT, SOURCE } from './sheets';
import type { Sheet } from './sheets';

/** A row of a sheet, by its columns' keys; a column left out is blank. */
export type SheetRow = Readonly<Record<string, string | number>>;
/** Rows by the keys of their sheets. */
export type SheetRows = ReadonlyMap<string, readonly SheetRow[]>;

type Content = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Content => typeof value === 'object' && value !== null && !Array.isArray(value);
const within = (record: unknown, path: readonly string[]): unknown => path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), record);

/** @throws InputError where two records that others belong to have one id: which of them is meant could not be told */
export function toRows({ parts, sources }: PackParts, sheets: readonly Sheet[]): SheetRows {
  const byKey = new Map(sheets.map((sheet) => [sheet.key, sheet]));
  const rows = new Map<string, SheetRow[]>();
  const add: Add = (key, row) => {
    const list = rows.get(key);
    if (list) list.push(row);
    else rows.set(key, [row]);
  };
  for (const part of parts) writePart(part, byKey, add);
  for (const { document, text } of sources) for (const row of sourceRows(document, text)) add(SOURCE, row);
  return rows;
}
type Add = (key: string, row: SheetRow) => void;

/** A printed text line by line; lines that end as Windows ends them say so. */
function sourceRows(document: string, text: string): SheetRow[] {
  return text.split('\n').map((line) => {
    const windows = line.endsWith('\r');
    const words = windows ? line.slice(0, -1) : line;
    return { [DOCUMENT]: document, ...(words === '' ? {} : { line: toCell({ type: 'text' }, words) }), ...(windows ? { end: 'CRLF' } : {}) };
  });
}

function writePart({ file, document, data }: Part, sheets: ReadonlyMap<string, Sheet>, add: Add): void {
  const home: SheetRow = document === undefined ? {} : { [DOCUMENT]: document };
  const seen = new Set<string>();
  const base = baseOf(file);

  const writeRecord = (key: string, form: RecordForm, record: unknown, owner: SheetRow) => {
    const sheet = sheets.get(key);
    if (sheet) add(key, { ...owner, ...cellsOf(sheet, form, record) });
    const tables = tablesIn(form);
    if (tables.length === 0) return;
    // the root of a file has no row that others name
    const isRoot = key === base && !Array.isArray(data);
    const id = String(within(record, ['id']));
    if (!isRoot) {
      if (seen.has(`${key} ${id}`))
        throw new InputError([
          { file: pathOf(file.name, document), rule: { zh: `编号“${id}”用了两次，先改掉`, en: `the id "${id}" is used twice; mend that first` } }
        ]);
      seen.add(`${key} ${id}`);
    }
    const below = isRoot ? home : { ...home, [PARENT]: id };
    for (const { path, item, field } of tables) writeList([key, ...path].join('.'), item, within(record, path), below, field);
  };
  const writeList = (key: string, form: RecordForm, list: unknown, owner: SheetRow, { required, fallback }: Pick<Field, 'required' | 'fallback'>) => {
    if (!Array.isArray(list)) return;
    const [first] = sheets.get(key)?.table.columns ?? [];
    if (list.length === 0 && !required && fallback === undefined && first) add(key, { ...owner, [first.path.join('.')]: EMPTY_LIST });
    for (const record of list) writeRecord(key, form, record, owner);
  };

  const form = formOf(file.schema);
  const item = form.kind === 'table' ? form.item : form;
  if (item.kind !== 'record') return;
  if (Array.isArray(data)) writeList(base, item, data, home, { required: !file.telling });
  else writeRecord(base, item, data, base === 'document' ? {} : home);
}

/** Cells of a record's own fields. */
function cellsOf({ columns, table }: Sheet, form: RecordForm, record: unknown): SheetRow {
  const plain = form.bare !== undefined && typeof record === 'string' ? { [form.bare]: record } : record;
  const isCsv = table.file.name.endsWith('.csv');
  const cells: Record<string, string | number> = {};
  for (const { key, column, value, labels } of columns) {
    const content = column && within(plain, column.path);
    if (content === undefined || isFallback(content, column?.fallback) || (isCsv && content === '')) continue;
    cells[key] = toCell(value, content, labels);
  }
  return { ...cells, ...emptyRecords(table.columns, form, record, cells) };
}

/** Records that are there, but without a cell to say so, say it in their first one. */
function emptyRecords(columns: readonly { path: readonly string[] }[], form: RecordForm, record: unknown, cells: SheetRow): SheetRow {
  const signs: Record<string, string> = {};
  const sign = (column: { path: readonly string[] } | undefined) => {
    if (column) signs[column.path.join('.')] = EMPTY_RECORD;
  };
  if (form.bare !== undefined && isRecord(record) && Object.keys(cells).length === 1) sign(columns.find(({ path }) => path[0] !== form.bare));
  for (const { key, form: inner, required, fallback } of form.fields) {
    const isThere = inner.kind === 'record' && !required && fallback === undefined && within(record, [key]) !== undefined;
    if (isThere && !Object.keys(cells).some((cell) => cell.startsWith(`${key}.`))) sign(columns.find(({ path }) => path[0] === key));
  }
  return signs;
}
