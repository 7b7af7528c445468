import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { parse } from 'yaml';
import { z } from 'zod';
import { BOUNDARY_DATA } from './read-table';

const adcode = z.string().regex(/^\d{6}$/, 'an adcode has six digits');
const nameZh = z.string().min(1);
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const recode = z.strictObject({
  kind: z.literal('recode'),
  unit: adcode,
  adcode: adcode.optional(),
  nameZh: nameZh.optional(),
  parent: adcode.optional(),
  from: adcode.optional()
});
const merge = z.strictObject({ kind: z.literal('merge'), units: z.array(adcode).min(2), adcode, nameZh });
const cut = z.strictObject({
  kind: z.literal('cut'),
  units: z.array(adcode).min(1),
  along: z.array(z.string()).min(1),
  parts: z.array(z.strictObject({ adcode, nameZh, at: position })).min(2),
  rest: adcode
});
const change = z.strictObject({
  id: z.string().min(1),
  date: z.iso.date(),
  source: z.string().min(1),
  steps: z.array(z.discriminatedUnion('kind', [recode, merge, cut])).min(1)
});
const lines = z.object({
  datum: z.literal('WGS84'),
  lines: z.array(z.object({ id: z.string().min(1), wgs84: z.array(position).min(2) }))
});

export type Cut = z.infer<typeof cut>;
/** A dated, sourced administrative change: an ordered list of steps. */
export type Change = z.infer<typeof change>;
/** Authored dividing lines by id, WGS 84. */
export type DividingLines = ReadonlyMap<string, Position[]>;

/** Reads geodata/boundaries/changes.yaml. Throws an Error naming file, path and rule where it breaks the format. */
export function readChanges(): Change[] {
  return checked('changes.yaml', z.array(change), parse(read('changes.yaml')));
}

/** Reads geodata/boundaries/lines-2021.json, control points of new district borders. Errors as readChanges. */
export function readLines(): DividingLines {
  const file = checked('lines-2021.json', lines, JSON.parse(read('lines-2021.json')));
  return new Map(file.lines.map((line) => [line.id, line.wgs84]));
}

function read(name: string): string {
  return readFileSync(`${BOUNDARY_DATA}${name}`, 'utf8');
}

function checked<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`geodata/boundaries/${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}
