import { z } from 'zod';
import { PACK_FILES } from '../fields/files';
import type { PackFile } from '../fields/files';
import { formOf, tablesIn } from '../fields/form';
import type { RecordForm } from '../fields/form';
import { baseOf } from '../fields/files';
import { describeIssues } from '../pack/describe/issues';
import type { Problem, Said } from '../problem';
import { EMPTY_LIST, EMPTY_RECORD, fromCell, isBlank } from './cells';
import type { CellValue } from './cells';
import { DOCUMENT, PARENT, SOURCE } from './sheets';
import type { Sheet } from './sheets';

/** A row as it was read: cells by their columns' keys, and its number in the sheet. */
export type ReadRow = Readonly<{ line: number; cells: ReadonlyMap<string, CellValue> }>;
export type ReadRows = ReadonlyMap<string, readonly ReadRow[]>;

/** What is to be written to one file: content of a YAML file or rows of a table, with defaults left out; or a text. */
export type NewFile = Readonly<{ file: PackFile; document?: string; content: unknown }> | Readonly<{ document: string; text: string }>;

type Place = { sheet: string; line: number; column?: Said };
type Path = PropertyKey[];
type Content = Record<string, unknown>;

/** Whether a cell of a row holds exactly this sign. */
const holds = (row: ReadRow, key: string, sign: string): boolean => row.cells.get(key) === sign;
const text = (row: ReadRow, key: string): string => {
  const cell = row.cells.get(key);
  return isBlank(cell) ? '' : String(fromCell({ type: 'code' }, cell ?? null));
};

/** The files that the rows of a worksheet make, and what is wrong with them: said by sheet, row and column. */
export function fromRows(rows: ReadRows, sheets: readonly Sheet[]): { files: NewFile[]; problems: Problem[] } {
  const reader = new Reader(rows, sheets);
  const documents = [...new Set((rows.get('document') ?? []).map((row) => text(row, 'id')).filter((id) => id !== ''))];
  const files = PACK_FILES.flatMap((file) => {
    const homes = [...(file.where === 'document' ? [] : [undefined]), ...(file.where === 'pack' ? [] : documents)];
    return homes.flatMap((document) => reader.file(file, document) ?? []);
  });
  const sources = documents.flatMap((document) => reader.source(document) ?? []);
  reader.complainOfStrays();
  return { files: [...files, ...sources], problems: reader.problems };
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #sheets: ReadonlyMap<string, Sheet>;
  readonly #rows: ReadRows;
  /** rows of each sheet by what they belong to */
  readonly #owned = new Map<string, ReadRow[]>();
  readonly #taken = new Set<ReadRow>();

  constructor(rows: ReadRows, sheets: readonly Sheet[]) {
    this.#rows = rows;
    this.#sheets = new Map(sheets.map((sheet) => [sheet.key, sheet]));
    for (const [key, list] of rows) {
      for (const row of list) {
        // a document has itself for a folder
        const owner = ownerKey(key, key === 'document' ? text(row, 'id') : text(row, DOCUMENT), text(row, PARENT));
        const owned = this.#owned.get(owner);
        if (owned) owned.push(row);
        else this.#owned.set(owner, [row]);
      }
    }
  }

  /** The file that belongs to a document, or to the pack; undefined where no row is for it. */
  file(file: PackFile, document = ''): NewFile | undefined {
    const taken = this.#taken.size;
    const base = baseOf(file);
    const form = formOf(file.schema);
    const item = form.kind === 'table' ? form.item : form;
    if (item.kind !== 'record') return undefined;
    const places = new Map<string, Place>();
    const listed = form.kind === 'table' || file.name.endsWith('.csv');
    const content = listed ? (this.#list(base, item, document, '', places, []) ?? []) : this.#root(base, item, document, places);
    if (this.#taken.size === taken) return undefined;
    this.#check(file, content, places);
    return { file, ...(document === '' ? {} : { document }), content };
  }

  source(document: string): NewFile | undefined {
    const rows = this.#take(SOURCE, document, '');
    if (rows.length === 0) return undefined;
    const lines = rows.map(
      (row) =>
        `${isBlank(row.cells.get('line')) ? '' : String(fromCell({ type: 'text' }, row.cells.get('line') ?? null))}${text(row, 'end') === 'CRLF' ? '\r' : ''}`
    );
    return { document, text: lines.join('\n') };
  }

  /** Rows that belong to nothing would be lost. */
  complainOfStrays(): void {
    for (const [key, rows] of this.#rows) {
      for (const row of rows) {
        if (this.#taken.has(row)) continue;
        const [document, parent] = [text(row, DOCUMENT), text(row, PARENT)];
        this.problems.push({ file: this.#sheets.get(key)?.name ?? key, line: row.line, rule: strayRule(document, parent) });
      }
    }
  }

  #take(key: string, document: string, parent: string): readonly ReadRow[] {
    const rows = this.#owned.get(ownerKey(key, document, parent)) ?? [];
    for (const row of rows) this.#taken.add(row);
    return rows;
  }

  /** A file's only record: its row, if it has a sheet, and its tables. */
  #root(key: string, form: RecordForm, document: string, places: Map<string, Place>): unknown {
    const rows = this.#sheets.has(key) ? this.#take(key, document, '') : [];
    const [row, second] = rows;
    const name = this.#sheets.get(key)?.name ?? key;
    if (second) this.problems.push({ file: name, line: second.line, rule: { zh: '这一条已经有一行了', en: 'there is one row for this already' } });
    const own = row ? this.#record(key, form, row, document, '', places, []) : {};
    return row ? own : this.#tables({}, key, form, document, '', places, []);
  }

  #list(key: string, form: RecordForm, document: string, parent: string, places: Map<string, Place>, path: Path): unknown[] | undefined {
    const rows = this.#take(key, document, parent);
    const [first] = rows;
    if (!first) return undefined;
    const sign = this.#sheets.get(key)?.table.columns[0]?.path.join('.') ?? '';
    if (rows.length === 1 && holds(first, sign, EMPTY_LIST)) return [];
    return rows.map((row, i) => this.#record(key, form, row, document, text(row, 'id'), places, [...path, i]));
  }

  #record(key: string, form: RecordForm, row: ReadRow, document: string, id: string, places: Map<string, Place>, path: Path): unknown {
    const sheet = this.#sheets.get(key);
    if (!sheet) return {};
    places.set(path.join('.'), { sheet: sheet.name, line: row.line });
    const isCsv = sheet.table.file.name.endsWith('.csv');
    const record = blankRecord(form);
    let filled = 0;
    for (const { key: cell, column, value, labels, title } of sheet.columns) {
      if (!column) continue;
      places.set([...path, ...column.path].join('.'), { sheet: sheet.name, line: row.line, column: { zh: title, en: cell } });
      if (holds(row, cell, EMPTY_RECORD) && value.type !== 'lines') {
        filled += 1;
        if (column.path.length > 1) put(record, column.path.slice(0, 1), {});
        continue;
      }
      const content = fromCell(value, row.cells.get(cell) ?? null, labels) ?? (isCsv ? '' : column.required ? emptyOf(value.type) : undefined);
      if (content === undefined) continue;
      if (!isBlank(row.cells.get(cell))) filled += 1;
      put(record, column.path, content);
    }
    if (form.bare !== undefined && filled === 1 && typeof record[form.bare] === 'string') return record[form.bare];
    return this.#tables(record, key, form, document, id, places, path);
  }

  /** Fill in the tables of a record. */
  #tables(record: Content, key: string, form: RecordForm, document: string, parent: string, places: Map<string, Place>, path: Path): Content {
    for (const { path: inner, item, field } of tablesIn(form)) {
      const table = [key, ...inner].join('.');
      const list = this.#list(table, item, document, this.#sheets.get(table)?.table.parent === undefined ? '' : parent, places, [...path, ...inner]);
      if (list !== undefined || field.required) put(record, inner, list ?? []);
    }
    return record;
  }

  #check({ schema, name }: PackFile, content: unknown, places: ReadonlyMap<string, Place>): void {
    const whole = name.endsWith('.csv') ? z.array(schema) : schema;
    const result = whole.safeParse(content);
    for (const { path, rule } of result.success ? [] : describeIssues(whole, content, result.error.issues)) {
      // the deepest place of the path that a cell or a row is for
      const found = [...path.keys(), path.length]
        .reverse()
        .map((length) => places.get(path.slice(0, length).join('.')))
        .find((place) => place !== undefined);
      const column = found?.column ?? { zh: path.join('.'), en: path.join('.') };
      this.problems.push({ file: found?.sheet ?? name, ...(found ? { line: found.line } : {}), at: column, rule });
    }
  }
}

function strayRule(document: string, parent: string): Said {
  if (parent) {
    const of = document ? { zh: `文件“${document}”里`, en: ` in the document "${document}"` } : { zh: '', en: '' };
    return { zh: `${of.zh}没有“${parent}”，这一行没有归属`, en: `there is no "${parent}"${of.en}: this row belongs to nothing` };
  }
  if (document) return { zh: `没有文件“${document}”，这一行没有归属`, en: `there is no document "${document}": this row belongs to nothing` };
  return { zh: '没有写属于哪一条', en: 'it does not say what it belongs to: this row belongs to nothing' };
}

const ownerKey = (key: string, document: string, parent: string): string => JSON.stringify([key, document, parent]);

/** A record with the records in it that it always has. */
function blankRecord(form: RecordForm): Record<string, unknown> {
  return Object.fromEntries(form.fields.flatMap(({ key, form: inner, required }) => (required && inner.kind === 'record' ? [[key, blankRecord(inner)]] : [])));
}

const emptyOf = (type: string): unknown => (type === 'list' ? [] : type === 'lines' ? {} : undefined);

function put(record: Record<string, unknown>, path: readonly string[], content: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) record[key] = content;
  else put((record[key] ??= {}) as Record<string, unknown>, rest, content);
}
