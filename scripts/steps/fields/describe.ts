import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/* What fields mean, in words: geodata/guide/fields.yaml, which says in its head what it is for. */

const both = { zh: z.string().min(1), en: z.string().min(1) };
const Shows = z.strictObject(both);
const Described = z.strictObject({
  ...both,
  shows: Shows.optional(),
  /** key of the table whose ids it takes */
  ref: z.string().optional(),
  example: z.string().optional()
});
const FieldsFile = z.strictObject({
  common: z.record(z.string(), Described),
  tables: z.record(z.string(), z.strictObject({ ...both, shows: Shows, ref: z.string().optional(), fields: z.record(z.string(), Described).default({}) })),
  values: z.record(z.string(), z.record(z.string(), z.string().min(1)))
});
const FILE = 'geodata/guide/fields.yaml';

/** A field or a table in words. `name` is what it is called in Chinese. */
export type Words = Readonly<{ name: string; zh: string; en: string; shows?: { zh: string; en: string }; ref?: string; example?: string }>;

/** Words for fields and tables by their keys; `used` has the keys that were asked for. */
export class Descriptions {
  readonly #file = FieldsFile.parse(parse(readFileSync(FILE, 'utf8')));
  readonly used = new Set<string>();

  /** A table in words: `zones.zones` for the zones of zones.yaml. @throws Error if it has none */
  table(key: string): Words {
    const found = this.#file.tables[key];
    if (!found) throw new Error(`${FILE}: the table ${key} is not described`);
    this.used.add(key);
    const { fields: _, ...words } = found;
    return named(words);
  }

  /**
   * A field in words: its own, or else those of fields of its name anywhere.
   * @param path from its table: ['scope', 'level']
   * @throws Error if it has none
   */
  field(table: string, path: readonly string[]): Words {
    const own = path.join('.');
    const exact = this.#file.tables[table]?.fields[own];
    if (exact) {
      this.used.add(`${table}.${own}`);
      return named(exact);
    }
    for (const name of commonNames(table, own)) {
      const found = this.#file.common[name];
      if (!found) continue;
      this.used.add(`common.${name}`);
      const ref = this.#file.tables[table]?.ref;
      return named({ ...found, ...(name === 'link.id' && ref ? { ref } : {}) });
    }
    throw new Error(`${FILE}: the field ${table}.${own} is not described`);
  }

  /** What the words of a closed list are called in Chinese; a word that has no name is its own. */
  values(table: string, path: readonly string[]): Readonly<Record<string, string>> {
    const own = path.join('.');
    for (const name of [`${table}.${own}`, ...commonNames(table, own)]) {
      const found = this.#file.values[name];
      if (!found) continue;
      this.used.add(`values.${name}`);
      return found;
    }
    return {};
  }

  /** Every key of the file, as `used` has them. */
  get keys(): string[] {
    const { common, tables, values } = this.#file;
    const inTables = Object.entries(tables).flatMap(([table, { fields }]) => [table, ...Object.keys(fields).map((field) => `${table}.${field}`)]);
    return [...Object.keys(common).map((name) => `common.${name}`), ...inTables, ...Object.keys(values).map((name) => `values.${name}`)];
  }
}

/** Names under which a field may stand among the common ones. */
function commonNames(table: string, own: string): string[] {
  const kind = table.endsWith('.sources')
    ? 'sources'
    : /^zones\.zones\.(sectors|capabilities|platforms|parks)$/.test(table)
      ? 'link'
      : table.startsWith('published.')
        ? 'apart'
        : '';
  return [...(kind ? [`${kind}.${own}`] : []), own];
}

function named({ zh, ...rest }: Omit<Words, 'name'>): Words {
  const [name = '', meaning = ''] = zh.split('｜');
  return { ...rest, name, zh: meaning };
}
