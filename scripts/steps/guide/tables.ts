import type { Descriptions } from '../fields/describe';
import type { RecordForm, Value } from '../fields/form';
import { TABLES } from '../fields/walk';
import type { Table } from '../fields/walk';
import type { Language } from '../problem';
import { isText } from './examples';

const WORDS = {
  zh: {
    head: '| 字段 | 名称 | 意思 | 写法 | 例子 | 显示在 |',
    needed: '必填',
    shows: '显示在：',
    both: '中英文各一句',
    text: '文字',
    code: '编号或代码',
    day: '日期',
    number: '数字',
    flag: 'true / false',
    cite: '条款号',
    citeAway: '{ document, clause }',
    idOrNumber: '编号或数字',
    list: (one: string) => `名单，每项：${one}`,
    lines: (one: string) => `编号: ${one}`,
    ref: (name: string) => `“${name}”的编号`,
    none: '同本表',
    stop: '。'
  },
  en: {
    head: '| field | Chinese name | meaning | how to write it | example | where it shows |',
    needed: 'needed',
    shows: 'Shows: ',
    both: 'a text in each language',
    text: 'text',
    code: 'id or code',
    day: 'day',
    number: 'number',
    flag: 'true / false',
    cite: 'clause',
    citeAway: '{ document, clause }',
    idOrNumber: 'id or number',
    list: (one: string) => `list, each: ${one}`,
    lines: (one: string) => `id: ${one}`,
    ref: (name: string) => `id from ${name}`,
    none: 'as the table',
    stop: '. '
  }
} as const;

/** Every table of the format with a row for each field, as Markdown. @throws Error for a field without example or words */
export function fieldTables(language: Language, descriptions: Descriptions, examples: ReadonlyMap<string, string>): string {
  return TABLES.map((table) => tableText(table, language, descriptions, examples)).join('\n\n');
}

function tableText(table: Table, language: Language, descriptions: Descriptions, examples: ReadonlyMap<string, string>): string {
  const say = WORDS[language];
  const { name, shows, ...about } = descriptions.table(table.key);
  const where = `${table.file.where === 'document' ? 'documents/…/' : ''}${table.file.name}`;
  const within = table.at.length > 0 ? ` → ${table.at.join(' → ')}` : '';
  const rows = entriesOf(table.form).map(({ path, value, required }) => {
    const words = descriptions.field(table.key, path);
    const key = `${table.key}.${path.join('.')}`;
    const example = words.example ?? examples.get(key);
    if (example === undefined) throw new Error(`geodata/guide/fields.yaml: ${key} has no example, and no pack has one`);
    const how = [
      value
        ? howText(value, words.ref === undefined ? undefined : nameOf(words.ref, language, descriptions), language, descriptions.values(table.key, path))
        : say.both,
      ...(required ? [`**${say.needed}**`] : [])
    ].join('<br>');
    const meaning = words[language] || words.name;
    return `| \`${path.join('.')}\` | ${words.name} | ${cell(meaning)} | ${cell(how)} | ${code(example)} | ${cell(words.shows?.[language] ?? say.none)} |`;
  });
  const file = `\`${where}${within}\``;
  const [what] = about[language].split(/[.。]$/);
  return [
    `### ${language === 'zh' ? `${name} · ${file}` : `${file} · ${name}`}`,
    '',
    `${what}${say.stop}${say.shows}${shows?.[language] ?? ''}${say.stop.trim()}`,
    '',
    say.head,
    '|---|---|---|---|---|---|',
    ...rows
  ].join('\n');
}

type Entry = { path: readonly string[]; value?: Value; required: boolean };

/** Fields of a record as an author meets them: a text in both languages is one, a record in it is drawn up. */
function entriesOf(form: RecordForm, path: readonly string[] = [], within = true): Entry[] {
  return form.fields.flatMap(({ key, form: field, required }): Entry[] => {
    const here = [...path, key];
    const needed = within && required;
    if (field.kind === 'table') return [];
    if (field.kind === 'value') return [{ path: here, value: field.value, required: needed }];
    return isText(key, field) ? [{ path: here, required: needed }] : entriesOf(field, here, needed);
  });
}

/** What a table that ids come from is called. */
const nameOf = (key: string, language: Language, descriptions: Descriptions): string => (language === 'zh' ? descriptions.table(key).name : `\`${key}\``);

function howText(value: Value, from: string | undefined, language: Language, names: Readonly<Record<string, string>>): string {
  const say = WORDS[language];
  switch (value.type) {
    case 'list':
      return say.list(howText(value.of, from, language, names));
    case 'lines':
      return say.lines(howText(value.of, undefined, language, names));
    case 'choice':
      return value.values
        .map((word) => (language === 'zh' && names[word] ? `\`${word}\` ${names[word]}` : `\`${word}\``))
        .join(language === 'zh' ? '、' : ', ');
    case 'cite':
      return value.home ? say.cite : say.citeAway;
    case 'id-or-number':
      return say.idOrNumber;
    case 'code':
      return from === undefined ? say.code : say.ref(from);
    case 'day':
    case 'flag':
    case 'number':
    case 'text':
      return say[value.type];
  }
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string): string => `\`${cell(text)}\``;
