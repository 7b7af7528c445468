import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dataSchemas, packSchemas } from '../../../../scripts/steps/pack/json-schema';
import { AtlasData } from '#lib/schema/atlas';
import { DEMO_PACK } from './support';

const FOLDER: Record<string, string> = {
  document: 'documents/demo-plan',
  zones: 'documents/demo-plan',
  targets: 'documents/demo-plan',
  incentives: 'documents/demo-plan',
  notes: 'documents/demo-plan'
};
const schemas = packSchemas();
const names = Object.keys(schemas).map((file) => file.replace('.schema.json', ''));

/** Read a schema back as an editor would, from its JSON. */
function accepts(name: string, value: unknown): boolean {
  const schema = JSON.parse(JSON.stringify(schemas[`${name}.schema.json`])) as Parameters<typeof z.fromJSONSchema>[0];
  return z.fromJSONSchema(schema).safeParse(value).success;
}
const demo = (name: string): unknown => parse(readFileSync(join(DEMO_PACK, FOLDER[name] ?? '', `${name}.yaml`), 'utf8'));

describe('JSON Schemas for editors of packs', () => {
  it.each(names)('%s.yaml of the demo pack fits its schema', (name) => {
    expect(accepts(name, demo(name))).toBe(true);
  });

  it('every YAML file of the demo pack has a schema', () => {
    const files = readdirSync(DEMO_PACK, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
    expect(files.map((file) => basename(file, '.yaml')).sort()).toEqual([...names].sort());
  });

  it('a target without unit does not fit', () => {
    const [first, ...others] = demo('targets') as Record<string, unknown>[];
    const { unit: _, ...rest } = first ?? {};
    expect(accepts('targets', [rest, ...others])).toBe(false);
  });

  it('an unknown field does not fit', () => {
    expect(accepts('pack', { ...(demo('pack') as object), colour: 'red' })).toBe(false);
  });

  it('fields with a default may be left out', () => {
    expect(schemas['notes.schema.json']).toMatchObject({ items: { required: ['id', 'kind', 'text'] } });
  });
});

it('there is a schema for each published file of facts', () => {
  expect(Object.keys(dataSchemas())).toEqual(
    [...Object.keys(AtlasData.shape), 'stories', 'glossary', 'support', 'explain', 'examples', 'register', 'published', 'calls', 'ground', 'passages'].map(
      (key) => `${key}.schema.json`
    )
  );
});
