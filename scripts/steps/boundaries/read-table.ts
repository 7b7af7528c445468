import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { z } from 'zod';

/** The folder of authored boundary data, geodata/boundaries. */
export const BOUNDARY_DATA = fileURLToPath(new URL('../../../geodata/boundaries/', import.meta.url));

/**
 * Reads an authored CSV of geodata/boundaries, each row checked by `row`.
 * Throws an Error naming file, line and rule at the first row that breaks it.
 */
export function readTable<Row>(name: string, row: z.ZodType<Row>): Row[] {
  const text = readFileSync(`${BOUNDARY_DATA}${name}`, 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const [problem] = errors;
  if (problem) throw new Error(`geodata/boundaries/${name}:${(problem.row ?? 0) + 2}: ${problem.message}`);
  return data.map((record, index) => {
    const result = row.safeParse(record);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new Error(`geodata/boundaries/${name}:${index + 2}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid row'}`);
  });
}
