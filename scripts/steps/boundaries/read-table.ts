import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { z } from 'zod';

/** The folder of authored boundary data, geodata/boundaries. */
export const BOUNDARY_DATA = fileURLToPath(new URL('../../../geodata/boundaries/', import.meta.url));

/**
 * Reads an authored CSV of geodata/boundaries, each row checked by `row`.
 * Throws an Error naming file, line and rule at the first row that breaks it.
 * @param extra a pack's own folder of boundary facts: the rows of its file of the same name follow, if it has one
 */
export function readTable<Row>(name: string, row: z.ZodType<Row>, extra?: string): Row[] {
  const own = extra === undefined ? undefined : join(extra, name);
  return [
    ...readRows(`${BOUNDARY_DATA}${name}`, `geodata/boundaries/${name}`, row),
    ...(own !== undefined && existsSync(own) ? readRows(own, `boundaries/${name}`, row) : [])
  ];
}

function readRows<Row>(path: string, name: string, row: z.ZodType<Row>): Row[] {
  const text = readFileSync(path, 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const [problem] = errors;
  if (problem) throw new Error(`${name}:${(problem.row ?? 0) + 2}: ${problem.message}`);
  return data.map((record, index) => {
    const result = row.safeParse(record);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new Error(`${name}:${index + 2}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid row'}`);
  });
}
