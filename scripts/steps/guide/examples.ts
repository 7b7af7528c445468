import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, isCollection } from 'yaml';
import { formOf } from '../fields/form';
import type { RecordForm } from '../fields/form';
import { baseOf } from '../fields/files';
import { readParts } from '../worksheet/parts';
import type { Part } from '../worksheet/parts';
import { growPack, stepNumbers } from './steps';

/** Packs that examples are taken from, the plainest first, after the guide’s own. */
const PACKS = ['tests/packs/suzhou-demo', 'tests/packs/guangdong-demo', 'geodata/packs/zhejiang-biopharma'];
/** So long an example is still one; a longer one is taken only where there is none shorter. */
const SHORT = 60;

/** What fields hold in real packs, by table and field: `zones.zones.mark`. As YAML writes it, in one line. */
export function collectExamples(): ReadonlyMap<string, string> {
  const dir = mkdtempSync(join(tmpdir(), 'guide-'));
  try {
    growPack(stepNumbers().at(-1) ?? '', dir);
    const found = new Map<string, string>();
    for (const pack of [dir, ...PACKS]) for (const part of readParts(pack).parts) collect(part, found);
    return found;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function collect({ file, data }: Part, found: Map<string, string>): void {
  const form = formOf(file.schema);
  const item = form.kind === 'table' ? form.item : form;
  if (item.kind !== 'record') return;
  for (const record of Array.isArray(data) ? data : [data]) collectRecord(baseOf(file), [], item, record, found);
}

function collectRecord(table: string, path: readonly string[], form: RecordForm, record: unknown, found: Map<string, string>): void {
  const content = (typeof record === 'object' && record !== null ? record : form.bare === undefined ? {} : { [form.bare]: record }) as Record<string, unknown>;
  for (const { key, form: field } of form.fields) {
    const value = content[key];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    const here = [...path, key];
    if (field.kind === 'table' && Array.isArray(value)) for (const one of value) collectRecord([table, ...here].join('.'), [], field.item, one, found);
    else if (field.kind === 'record' && !isText(key, field)) collectRecord(table, here, field, value, found);
    else keep([table, ...here].join('.'), oneLine(value), found);
  }
}

/** A text in both languages: one field to an author, but for a mark, which has a word for each. */
export const isText = (name: string, { fields }: RecordForm): boolean =>
  name !== 'mark' && fields.length === 2 && fields.every(({ key }) => key === 'zh' || key === 'en');

function keep(key: string, example: string, found: Map<string, string>): void {
  const before = found.get(key);
  if (before === undefined || (before.length > SHORT && example.length < before.length)) found.set(key, example);
}

function oneLine(value: unknown): string {
  const document = new Document(value);
  if (isCollection(document.contents)) document.contents.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trim().replace(/\n\s*/g, ' ');
}
