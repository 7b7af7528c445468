import { baseOf, PACK_FILES } from './files';
import type { PackFile } from './files';
import { formOf, tablesIn } from './form';
import type { RecordForm, Value } from './form';

/** A value of a table's rows. `path` leads from the row to it: ['name', 'zh']. */
export type Column = Readonly<{ path: readonly string[]; value: Value; required: boolean; fallback?: unknown }>;

/** A table of a file: the file's own records, or records within them. */
export type Table = Readonly<{
  /** file and fields that lead to it: `zones.zones.sectors` */
  key: string;
  file: PackFile;
  /** from the file's root; empty for the root itself */
  at: readonly string[];
  /** the table that its rows are within the rows of */
  parent?: string;
  columns: readonly Column[];
  form: RecordForm;
}>;

/** Columns of a record: fields of records in it are drawn up, tables left out. */
function columnsOf(form: RecordForm, path: readonly string[] = [], within = true): Column[] {
  return form.fields.flatMap(({ key, form: field, required, fallback }): Column[] => {
    const here = [...path, key];
    if (field.kind === 'record') return columnsOf(field, here, within && required);
    if (field.kind === 'table') return [];
    return [{ path: here, value: field.value, required: within && required, ...(fallback === undefined ? {} : { fallback }) }];
  });
}

function tablesOf(file: PackFile): Table[] {
  const base = baseOf(file);
  const walk = (form: RecordForm, at: readonly string[], listed: boolean, parent?: string): Table[] => {
    const key = [base, ...at].join('.');
    const columns = columnsOf(form);
    const own: Table[] = columns.length > 0 ? [{ key, file, at, columns, form, ...(parent === undefined ? {} : { parent }) }] : [];
    const inner = tablesIn(form).flatMap(({ path, item }) => walk(item, [...at, ...path], true, listed ? key : undefined));
    return [...own, ...inner];
  };
  const form = formOf(file.schema);
  if (form.kind === 'value') throw new Error(`${file.name} is a single value`);
  return form.kind === 'table' ? walk(form.item, [], true) : walk(form, [], file.name.endsWith('.csv'));
}

/** Every table of the authoring format, in the order of PACK_FILES. */
export const TABLES: readonly Table[] = PACK_FILES.flatMap(tablesOf);
