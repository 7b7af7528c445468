import Papa from 'papaparse';
import type { z } from 'zod';
import type { Problem, Said } from '../problem';
import { closest } from './describe/closest';
import { describeIssues } from './describe/issues';
import { fieldsAt } from './describe/schema-at';
import { plainWidth } from './describe/values';
import { problemInRow } from './problems-of';
import { readText } from './read-text';
import { READING } from './words/reading';

/** A row with the line it stands on (header = line 1; rows are single lines by rule). */
export type Row<T> = { data: T; line: number };

type Raw = Record<string, string>;
const SHAPES: Readonly<Record<string, Said>> = {
  TooFewFields: READING.csv('这一行的格子比表头少：缺逗号，或前面的引号没有成对', 'too few fields: a comma is missing, or a quote before is not closed'),
  TooManyFields: READING.csv('这一行的格子比表头多：含逗号的文字要放进双引号', 'too many fields: put text that holds a comma into double quotes'),
  MissingQuotes: READING.csv('引号没有成对', 'a quote is not closed'),
  InvalidQuotes: READING.csv('引号里的引号要写两遍', 'a quote inside quotes is written twice')
};

/**
 * Read a CSV file (UTF-8, comma, header) and hold every row against a schema. Rows and columns without any content, which spreadsheets leave behind, are passed over.
 * Problems go to `problems`, a wrong column once; rows that fail are left out.
 */
export function readCsv<S extends z.ZodType>(path: string, file: string, schema: S, problems: Problem[]): Row<z.output<S>>[] {
  const text = readText(path, file, problems);
  if (text === undefined) return [];
  const parsed = Papa.parse<Raw>(text, { header: true, delimiter: ',', transformHeader: (name, i) => (name.trim() === '' ? `_${i}` : name) });
  const raws = parsed.data.map((raw) => Object.fromEntries(Object.entries(raw).filter(([name, cell]) => !isNameless(name) || !isBlank(cell))));
  const isEmpty = (raw: Raw | undefined): boolean => Object.values(raw ?? {}).every(isBlank);
  const columns = (parsed.meta.fields ?? []).filter((name) => !isNameless(name));
  const nameless = raws.some((raw) => Object.keys(raw).some(isNameless));
  const wrong = [...columnFaults(columns, fieldsAt(schema, [])), ...(nameless ? [READING.nameless()] : [])];
  if (wrong.length > 0) {
    problems.push(...wrong.map((rule) => ({ file, line: 1, rule })));
    return [];
  }
  // one problem a line: a row of the wrong shape is not held against the schema as well
  const ragged = new Set<number>();
  for (const { row = 0, type, code, message } of parsed.errors) {
    // Papa Parse counts the header as row 0 in a problem with quotes, and not at all in others
    const index = row - (type === 'Quotes' ? 1 : 0);
    const line = index + 2;
    if (!ragged.has(line) && !(code === 'TooFewFields' && isEmpty(raws[index])))
      problems.push({ file, line, rule: SHAPES[code] ?? READING.csv(message, message) });
    ragged.add(line);
  }
  const rows: Row<z.output<S>>[] = [];
  raws.forEach((raw, index) => {
    const line = index + 2;
    if (ragged.has(line) || isEmpty(raw)) return;
    const result = schema.safeParse(raw);
    if (result.success) rows.push({ data: result.data, line });
    else
      for (const { path: at, rule } of describeIssues(schema, raw, result.error.issues))
        problems.push(problemInRow(file, line, at.map(String).join('.'), rule));
  });
  return rows;
}

const isBlank = (cell: unknown): boolean => typeof cell === 'string' && cell.trim() === '';
/** Columns without a name are numbered: Papa Parse warns of two of one name. */
const isNameless = (name: string): boolean => /^_\d+$/.test(name);

function columnFaults(columns: readonly string[], known: readonly string[]): Said[] {
  const [only = ''] = columns;
  if (columns.length === 1 && known.length > 1) {
    if (only.includes('\t')) return [READING.separator('制表符', 'tabs')];
    if (only.includes(';')) return [READING.separator('分号', 'semicolons')];
    if (only.includes('，')) return [READING.separator('全角逗号', 'commas of full width')];
  }
  const missing = new Set(known.filter((name) => !columns.includes(name)));
  const strange = columns
    .filter((name) => !known.includes(name))
    .map((name): Said => {
      const meant = closest(plainWidth(name), missing);
      if (meant === undefined) return READING.noColumn(name, known);
      missing.delete(meant);
      return READING.column(meant, name);
    });
  return [...strange, ...[...missing].map((name) => READING.column(name))];
}
