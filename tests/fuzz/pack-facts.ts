import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/*
 * What a pack's files hold, read in the plainest way and without the project's own reader, so that the two can be held against each other.
 */

type Plain = Record<string, unknown>;
const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Files without entries of their own, or whose values are not in the facts. */
const SETTINGS = new Set(['pack.yaml', 'terms.yaml']);

function leaves(value: unknown, into: Set<string>): Set<string> {
  if (typeof value === 'string') into.add(value.trim());
  else if (typeof value === 'number') into.add(String(value));
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) leaves(part, into);
  return into;
}

/** Entries with an id, by “kind id”; the kind is what the file or its list is called. */
function entries(root: unknown, kind: string, into: Map<string, Plain>): void {
  if (Array.isArray(root)) {
    for (const one of root) if (isObject(one) && typeof one.id === 'string') into.set(`${kind} ${one.id}`, one);
  } else if (isObject(root)) for (const [key, list] of Object.entries(root)) if (Array.isArray(list)) entries(list, key, into);
}

const count = (root: unknown): number =>
  Array.isArray(root) ? root.length : isObject(root) && !('id' in root) ? Object.values(root).reduce((sum: number, list) => sum + count(list), 0) : 1;

const idOf = (value: unknown): unknown => {
  const id = isObject(value) ? value.id : value;
  return typeof id === 'string' ? id.trim() : id;
};

/** Files that hold several lists, by name. */
const LISTS = new Set(['zones', 'support', 'published']);

/** Facts that the files of a pack hold and that what was built from them does not. */
export function lostFacts(dir: string, built: unknown): string[] {
  const lost: string[] = [];
  const facts = built as Record<string, unknown> & { vocabulary: Plain };
  const kept = leaves(built, new Set());
  const published = new Map<string, Plain>();
  for (const source of [facts, facts.vocabulary, facts.support as Plain]) entries(source, '', published);
  const rename: Record<string, string> = { 'unit-groups': 'unitGroups', document: 'documents' };
  const expected = new Map<string, number>();
  const add = (kind: string, more: number) => void expected.set(kind, (expected.get(kind) ?? 0) + more);

  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(join(dir, name)).isFile()) continue;
    const bytes = readFileSync(join(dir, name));
    const text = bytes.toString('utf8').replace(/^\ufeff+/, '');
    if (!Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes)) lost.push(`${name} is not UTF-8: some of its characters are lost`);
    const kind = basename(name).replace(/\.\w+$/, '');
    if (/\.csv$/i.test(name)) {
      const rows = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
      // a document's sectors.csv lists clauses; the sectors themselves are in sectors.yaml
      add(kind === 'sectors' ? 'namings' : kind, Math.max(0, rows.length - 1));
      continue;
    }
    if (!/\.ya?ml$/i.test(name)) continue;
    const parsed: unknown = parse(text);
    if (SETTINGS.has(name)) continue;
    // the register lists documents that have no folder, too: its entries are no documents of the pack
    const register = name === 'documents.yaml' && isObject(parsed);
    const root: unknown = register ? { lines: parsed.lines ?? [], registered: parsed.documents ?? [] } : parsed;
    if (register) for (const [key, list] of Object.entries(root as Plain)) add(key, count(list));
    else if (kind === 'document') add('documents', 1);
    else if (LISTS.has(kind)) {
      for (const [key, list] of Object.entries(root as Plain)) if (Array.isArray(list)) add(key, list.length);
    } else add(rename[kind] ?? kind, count(root));
    for (const leaf of leaves(root, new Set())) if (!kept.has(leaf)) lost.push(`${name}: “${leaf.slice(0, 60)}” is not in what was built`);
    const authored = new Map<string, Plain>();
    if (register) entries(root, kind, authored);
    else if (kind === 'document' && isObject(root)) authored.set(`documents ${String(root.id)}`, root);
    else if (LISTS.has(kind)) entries(root, kind, authored);
    else entries(root, rename[kind] ?? kind, authored);
    for (const [id, entry] of authored) lost.push(...shortLists(id, entry, published));
  }
  const sizes: Record<string, unknown> = { ...facts, ...facts.vocabulary, ...(facts.support as Plain) };
  for (const [kind, most] of expected) {
    const list = sizes[kind];
    const size =
      kind === 'mentions'
        ? (facts.places as { mentions: unknown[] }[]).reduce((sum, { mentions }) => sum + mentions.length, 0)
        : kind === 'namings'
          ? Object.values(facts.namings as Record<string, Record<string, unknown[]>>).reduce(
              (sum, sectors) => sum + Object.values(sectors).reduce((own, { length }) => own + length, 0),
              0
            )
          : Array.isArray(list)
            ? list.length
            : -1;
    if (size !== most) lost.push(`${kind}: the files hold ${most}, built were ${size}`);
  }
  return lost;
}

/** Lists of an entry that became shorter. */
function shortLists(id: string, entry: Plain, published: ReadonlyMap<string, Plain>): string[] {
  const made = published.get(id);
  if (!made) return [`${id} was not built`];
  return Object.entries(entry).flatMap(([key, list]) => {
    const out = made[key];
    if (!Array.isArray(list) || !Array.isArray(out)) return [];
    const there = new Set(out.map((one) => JSON.stringify(idOf(one))));
    const missing = list.filter((one) => !there.has(JSON.stringify(idOf(one))) && !(isObject(one) && !('id' in one)));
    return missing.length > 0 ? [`${id}: ${key} lost ${JSON.stringify(missing).slice(0, 80)}`] : [];
  });
}
