import { z } from 'zod';
import { Citation } from '#lib/schema/common';
import { Cite } from '#lib/schema/pack';

/*
 * A schema of the authoring format as a form to fill in: which fields, what each holds, which may be left out. The worksheet has a column
 * for each value and a sheet for each table; the guide has a row for each.
 */

/** What one value is. `code`: text by a pattern (an id, an adcode, a version); `cite`: a clause, with `home` that of the document whose folder it is in. */
export type Value =
  | { type: 'text' | 'code' | 'day' | 'number' | 'flag' | 'id-or-number' }
  | { type: 'choice'; values: readonly string[] }
  | { type: 'cite'; home: boolean }
  | { type: 'list'; of: Value }
  /** by id: each id with its value */
  | { type: 'lines'; of: Value };

/** `bare`: the field whose value alone may stand for the whole record, as the id of a link does. */
export type Form = { kind: 'value'; value: Value } | { kind: 'record'; fields: readonly Field[]; bare?: string } | { kind: 'table'; item: RecordForm };
export type RecordForm = Extract<Form, { kind: 'record' }>;

/** A field of a record. `fallback` is what it is when left out, where the schema says so. */
export type Field = { key: string; form: Form; required: boolean; fallback?: unknown };

const value = (of: Value): Form => ({ kind: 'value', value: of });

/** Tables within a record, in records of it as well. `path` leads from the record to the table. */
export const tablesIn = (form: RecordForm, above: readonly string[] = []): { path: readonly string[]; item: RecordForm; field: Field }[] =>
  form.fields.flatMap((field) => {
    const path = [...above, field.key];
    if (field.form.kind === 'table') return [{ path, item: field.form.item, field }];
    return field.form.kind === 'record' ? tablesIn(field.form, path) : [];
  });

/** @throws Error for a schema that no form is known for: the format has then grown beyond worksheet and guide */
export function formOf(schema: z.ZodType): Form {
  if (schema === Cite) return value({ type: 'cite', home: true });
  if (schema === Citation) return value({ type: 'cite', home: false });
  if (schema instanceof z.ZodObject) return { kind: 'record', fields: fieldsOf(schema) };
  if (schema instanceof z.ZodArray) return listOf(formOf(schema.element as z.ZodType));
  if (schema instanceof z.ZodTuple) return value({ type: 'list', of: { type: 'number' } });
  if (schema instanceof z.ZodEnum) return value({ type: 'choice', values: schema.options.map(String) });
  if (schema instanceof z.ZodLiteral) return value(schema.value === true ? { type: 'flag' } : { type: 'choice', values: [String(schema.value)] });
  if (schema instanceof z.ZodRecord) return linesOf(formOf(schema.valueType as z.ZodType));
  if (schema instanceof z.ZodUnion) return unionOf(schema.options as z.ZodType[]);
  if (schema.def.type === 'string') return value({ type: textType(schema) });
  if (schema.def.type === 'number') return value({ type: 'number' });
  if (schema.def.type === 'boolean') return value({ type: 'flag' });
  throw new Error(`no form for a schema of type ${schema.def.type}`);
}

function listOf(item: Form): Form {
  if (item.kind === 'value') return value({ type: 'list', of: item.value });
  if (item.kind === 'record') return { kind: 'table', item };
  throw new Error('no form for a list of lists of records');
}

function linesOf(item: Form): Form {
  if (item.kind !== 'value') throw new Error('no form for a record of records');
  return value({ type: 'lines', of: item.value });
}

function textType(schema: z.ZodType): 'text' | 'code' | 'day' {
  if ('format' in schema && schema.format === 'date') return 'day';
  const patterns = (schema.def as z.core.$ZodStringDef).checks?.map(({ _zod: { def } }) => ('pattern' in def ? def.pattern : undefined));
  const whole = patterns?.some((pattern) => pattern instanceof RegExp && pattern.source.startsWith('^') && pattern.source.endsWith('$'));
  return whole && !('format' in schema && schema.format === 'url') ? 'code' : 'text';
}

/** What a field is without “may be left out” around it. */
function unwrap(schema: z.ZodType): { inner: z.ZodType; required: boolean; fallback?: unknown } {
  if (schema instanceof z.ZodOptional) return { ...unwrap(schema.unwrap() as z.ZodType), required: false };
  if (schema instanceof z.ZodDefault) return { ...unwrap(schema.unwrap() as z.ZodType), required: false, fallback: schema.def.defaultValue };
  if (schema instanceof z.ZodPrefault) {
    const inner = schema.unwrap() as z.ZodType;
    return { ...unwrap(inner), required: false, fallback: inner.parse(schema.def.defaultValue) };
  }
  return { inner: schema, required: true };
}

const fieldsOf = (schema: z.ZodObject): Field[] =>
  Object.entries(schema.shape).map(([key, field]) => {
    const { inner, ...presence } = unwrap(field as z.ZodType);
    return { key, form: formOf(inner), ...presence };
  });

function unionOf(options: readonly z.ZodType[]): Form {
  const forms = options.map(formOf);
  const records = forms.filter((form) => form.kind === 'record');
  // an id, or a record with one
  if (records.length === 1 && forms.length === 2 && records[0]?.fields.some(({ key }) => key === 'id')) return { ...records[0], bare: 'id' };
  if (records.length === forms.length) return { kind: 'record', fields: mergeFields(records) };
  const values = forms.flatMap((form) => (form.kind === 'value' ? [form.value] : []));
  const [first, second] = values;
  if (values.length !== 2 || !first || !second) throw new Error('no form for such a choice of schemas');
  // a position may be blank
  if (first.type === 'choice' && first.values.join('') === '') return value(second);
  if (first.type === 'code' && second.type === 'number') return value({ type: 'id-or-number' });
  throw new Error(`no form for ${first.type} or ${second.type}`);
}

/** Kinds of a record side by side: what not all of them have may be left out. */
function mergeFields(records: readonly RecordForm[]): Field[] {
  const keys = [...new Set(records.flatMap(({ fields }) => fields.map(({ key }) => key)))];
  return keys.flatMap((key) => {
    const found = records.flatMap(({ fields }) => fields.filter((field) => field.key === key));
    const [first] = found;
    if (!first) return [];
    const choices = found.flatMap(({ form }) => (form.kind === 'value' && form.value.type === 'choice' ? form.value.values : []));
    const form = choices.length > 0 ? value({ type: 'choice', values: [...new Set(choices)] }) : first.form;
    return [{ ...first, form, required: found.length === records.length && found.every(({ required }) => required) }];
  });
}
