import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { parse } from 'yaml';
import { z } from 'zod';
import { InputError } from '../problem';
import { BOUNDARY_DATA, readOwn, readTable } from './read-table';

const adcode = z.string().regex(/^\d{6}$/, 'an adcode has six digits');
const nameZh = z.string().min(1);
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** A day, or the month or year where no more is known. */
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is 2021-03-11, 2021-03 or 2021');

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
  date,
  source: z.string().min(1),
  steps: z.array(z.discriminatedUnion('kind', [recode, merge, cut])).min(1)
});
const wholeRow = z.object({
  date,
  units: z
    .string()
    .transform((text) => text.split(' '))
    .pipe(z.array(adcode).min(1)),
  adcode,
  nameZh,
  prefecture: adcode.or(z.literal('')),
  source: z.string().min(1)
});
const notDrawnRow = z.object({
  adcode,
  nameZh,
  since: date,
  within: z
    .string()
    .transform((text) => text.split(' '))
    .pipe(z.array(adcode).min(1)),
  source: z.string().min(1)
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

/**
 * Changes in the order in which they are applied: those of geodata/boundaries/changes.yaml, those of whole units, which need no new lines, of
 * whole-changes.csv, then a pack's own in the same order. Throws an InputError naming file, path and rule where one breaks the format.
 */
export function readChanges(extra?: string): Change[] {
  const shared = [...readAuthored(BOUNDARY_DATA, 'geodata/boundaries'), ...readTable(WHOLE, wholeRow).map(wholeChange)];
  if (extra === undefined) return shared;
  const own = existsSync(join(extra, CHANGES)) ? readAuthored(extra, 'boundaries') : [];
  return [...shared, ...own, ...readOwn(WHOLE, wholeRow, extra).map(wholeChange)];
}

const CHANGES = 'changes.yaml';
const WHOLE = 'whole-changes.csv';
/** @param said what the folder is called in messages */
function readAuthored(dir: string, said: string): Change[] {
  const file = `${said}/${CHANGES}`;
  const text = readFileSync(join(dir, CHANGES), 'utf8');
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new InputError([{ file, rule: error instanceof Error ? error.message : String(error) }]);
  }
  return checked(file, z.array(change), content);
}

type Step = Change['steps'][number];

/** Codes of the units that a step takes. */
export const unitsBefore = (step: Step): readonly string[] => (step.kind === 'recode' ? [step.unit] : step.units);

/** The units that a step leaves; a recoded one keeps what the step does not name. @param name of the unit that is recoded */
export function unitsAfter(step: Step, name = ''): readonly Readonly<{ adcode: string; nameZh: string }>[] {
  switch (step.kind) {
    case 'recode':
      return [{ adcode: step.adcode ?? step.unit, nameZh: step.nameZh ?? name }];
    case 'merge':
      return [{ adcode: step.adcode, nameZh: step.nameZh }];
    case 'cut':
      return step.parts;
  }
}

function wholeChange({ date: day, units, adcode: code, nameZh: name, prefecture, source }: z.infer<typeof wholeRow>): Change {
  const [unit = code, ...more] = units;
  const moved = prefecture === '' ? {} : { parent: prefecture, from: `${unit.slice(0, 4)}00` };
  const step: Change['steps'][number] =
    more.length > 0 ? { kind: 'merge', units, adcode: code, nameZh: name } : { kind: 'recode', unit, adcode: code, nameZh: name, ...moved };
  return { id: `${code}-${day.slice(0, 4)}`, date: day, source, steps: [step] };
}

/** A unit that was founded after the base and whose lines are not drawn: it lies within units that are. */
type NotDrawn = Readonly<z.infer<typeof notDrawnRow>>;

/** Units of today that are not drawn: geodata/boundaries/not-drawn.csv. */
export const readNotDrawn = (extra?: string): NotDrawn[] => readTable('not-drawn.csv', notDrawnRow, extra);

/** Reads geodata/boundaries/lines-2021.json, control points of new district borders, and lines.json of a pack. Errors as readChanges. */
export function readLines(extra?: string): DividingLines {
  const own = extra === undefined ? undefined : join(extra, 'lines.json');
  const files = [
    [`${BOUNDARY_DATA}lines-2021.json`, 'geodata/boundaries/lines-2021.json'],
    ...(own !== undefined && existsSync(own) ? [[own, 'boundaries/lines.json'] as const] : [])
  ] as const;
  return new Map(files.flatMap(([path, said]) => checked(said, lines, JSON.parse(readFileSync(path, 'utf8'))).lines.map((line) => [line.id, line.wgs84])));
}

function checked<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError([{ file: name, rule: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}` }]);
}
