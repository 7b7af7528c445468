import { z } from 'zod';
import * as atlas from '#lib/schema/atlas';
import { Examples } from '#lib/schema/examples';
import { ExplainFile } from '#lib/schema/explain';
import { GroundFile } from '#lib/schema/ground';
import { Passages } from '#lib/schema/passages';
import { Call } from '#lib/schema/calls';
import { Published } from '#lib/schema/published';
import { Register } from '#lib/schema/register';
import { SupportFile } from '#lib/schema/support';
import { baseOf, PACK_FILES } from '../fields/files';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * JSON Schemas (draft 7, which YAML editors know) of a pack's files, by file name.
 * An editor finds one by a comment on a file's first line, e.g. in documents/<id>/zones.yaml:
 * `# yaml-language-server: $schema=../../../../schema/zones.schema.json`
 */
export function packSchemas(): Record<string, JsonSchema> {
  const authored = PACK_FILES.filter(({ name }) => name.endsWith('.yaml')).map((file) => [baseOf(file), file.schema] as const);
  return named(Object.fromEntries(authored), 'input', (name) => `${name}.yaml of a pack`);
}

/** JSON Schemas of the published files, data/v1/<name>.json, by file name. */
export function dataSchemas(): Record<string, JsonSchema> {
  const pages = {
    stories: z.array(atlas.Story),
    glossary: z.array(atlas.GlossaryTerm),
    support: SupportFile,
    explain: ExplainFile,
    examples: Examples,
    register: Register,
    published: Published,
    calls: z.array(Call),
    ground: GroundFile,
    passages: Passages
  };
  return named({ ...atlas.AtlasData.shape, ...pages }, 'output', (name) => `data/v1/${name}.json`);
}

function named(schemas: Record<string, z.ZodType>, io: 'input' | 'output', title: (name: string) => string): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-7' });
      return [`${name}.schema.json`, { $schema, title: title(name), ...rest }];
    })
  );
}
