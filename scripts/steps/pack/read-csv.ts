import Papa from 'papaparse';
import type { z } from 'zod';
import type { Problem } from '../problem';
import { readText } from './read-text';

/** A row with the line it stands on (header = line 1; rows are single lines by rule). */
export type Row<T> = { data: T; line: number };

/**
 * Read a CSV file (UTF-8, comma, header) and hold every row against a schema.
 * Problems go to `problems`; rows that fail are left out.
 */
export function readCsv<S extends z.ZodType>(path: string, file: string, schema: S, problems: Problem[]): Row<z.output<S>>[] {
  const text = readText(path, file, problems);
  if (text === undefined) return [];
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  // one problem a line: a row of the wrong shape is not held against the schema as well
  const ragged = new Set<number>();
  for (const error of parsed.errors) {
    // Papa Parse counts the header as row 0 in a problem with quotes, and not at all in others
    const line = (error.row ?? 0) + (error.type === 'Quotes' ? 1 : 2);
    if (!ragged.has(line)) problems.push({ file, line, rule: `CSV: ${error.message}` });
    ragged.add(line);
  }
  const rows: Row<z.output<S>>[] = [];
  parsed.data.forEach((raw, index) => {
    const line = index + 2;
    if (ragged.has(line)) return;
    const result = schema.safeParse(raw);
    if (result.success) rows.push({ data: result.data, line });
    else for (const issue of result.error.issues) problems.push({ file, line, path: issue.path.join('.'), rule: issue.message });
  });
  return rows;
}
