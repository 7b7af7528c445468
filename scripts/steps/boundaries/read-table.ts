import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { z } from 'zod';
import { InputError } from '../problem';

/** The folder of authored boundary data, geodata/boundaries. */
export const BOUNDARY_DATA = fileURLToPath(new URL('../../../geodata/boundaries/', import.meta.url));

/**
 * Reads an authored CSV of geodata/boundaries, each row checked by `row`.
 * Throws an InputError naming file, line and rule at the first row that breaks it.
 * @param extra a pack's own folder of boundary facts: the rows of its file of the same name follow, if it has one
 */
export function readTable<Row>(name: string, row: z.ZodType<Row>, extra?: string): Row[] {
  return [...readRows(`${BOUNDARY_DATA}${name}`, `geodata/boundaries/${name}`, row), ...readOwn(name, row, extra)];
}

/** The rows of a pack's own file of that name, if there is a pack and it has one. Errors as readTable. */
export function readOwn<Row>(name: string, row: z.ZodType<Row>, extra: string | undefined): Row[] {
  const path = extra === undefined ? undefined : join(extra, name);
  return path !== undefined && existsSync(path) ? readRows(path, `boundaries/${name}`, row) : [];
}

function readRows<Row>(path: string, name: string, row: z.ZodType<Row>): Row[] {
  const text = readFileSync(path, 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const [problem] = errors;
  if (problem) throw new InputError([{ file: name, line: (problem.row ?? 0) + 2, rule: problem.message }]);
  return data.map((record, index) => {
    const result = row.safeParse(record);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new InputError([{ file: name, line: index + 2, rule: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid row'}` }]);
  });
}
