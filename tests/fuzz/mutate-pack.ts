import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { mutateBytes, mutateText } from './mutate-text';
import type { Random } from './random';

type Branch = Record<string, unknown> | unknown[];
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

/** All lists and maps of a value, itself first. */
function branches(root: unknown): Branch[] {
  const found: Branch[] = [];
  const walk = (value: unknown) => {
    if (!isBranch(value)) return;
    found.push(value);
    Object.values(value).forEach(walk);
  };
  walk(root);
  return found;
}

const ODD: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e300,
  Number.NaN,
  true,
  false,
  [],
  {},
  [[]],
  'fuzz-mark-7',
  '虚构',
  '2026-02-30',
  '2026-11-22',
  'x'.repeat(20_000),
  '__proto__',
  '330100',
  '999999',
  '\u0000',
  '<b>x</b>',
  ['fuzz-mark-7'],
  { zh: '虚构', en: 'made up' },
  { zh: '虚构' },
  '=cmd|1',
  '../../x',
  'https://example.org/'
];

/** One change of the structure of a YAML file's content, in place. */
function mutateTree(root: unknown, random: Random): string {
  const list = branches(root).filter((branch) => Object.keys(branch).length > 0);
  if (list.length === 0) return 'nothing';
  const branch = random.pick(list) as Record<string, unknown>;
  const key = random.pick(Object.keys(branch));
  const other = random.pick(list) as Record<string, unknown>;
  const otherKey = random.pick(Object.keys(other));
  switch (random.below(8)) {
    case 0:
      if (Array.isArray(branch)) branch.splice(Number(key), 1);
      else Reflect.deleteProperty(branch, key);
      return `left out ${key}`;
    case 1:
      branch[key] = random.pick(ODD);
      return `${key} = ${JSON.stringify(branch[key])?.slice(0, 40)}`;
    case 2:
      branch[key] = structuredClone(other[otherKey]);
      return `${key} = another’s ${otherKey}`;
    case 3:
      [branch[key], other[otherKey]] = [structuredClone(other[otherKey]), structuredClone(branch[key])];
      return `exchanged ${key} and ${otherKey}`;
    case 4:
      if (Array.isArray(branch)) branch.push(structuredClone(branch[Number(key)]));
      else branch[`${key}x`] = branch[key];
      return `doubled ${key}`;
    case 5:
      if (Array.isArray(branch)) branch.reverse();
      else branch[otherKey] = structuredClone(other[otherKey]);
      return `took over ${otherKey}`;
    case 6:
      branch[key] = Array.isArray(branch[key]) ? branch[key][0] : [branch[key]];
      return `${key} into or out of a list`;
    default:
      if (typeof branch[key] === 'string') branch[key] = random.pick([branch[key].toUpperCase(), ` ${branch[key]} `, `${branch[key]}x`, branch[key].slice(1)]);
      else if (typeof branch[key] === 'number') branch[key] = random.pick([-branch[key], branch[key] * 1e6, branch[key] / 3]);
      return `changed ${key}`;
  }
}

function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dir, name)).isFile())
    .sort();
}

/** One change of a pack folder. @returns what was changed */
export function mutatePack(dir: string, random: Random): string {
  const name = random.pick(filesOf(dir));
  const path = join(dir, name);
  const way = random.below(20);
  if (way === 0) return mutateFolder(dir, name, random);
  const text = readFileSync(path, 'utf8');
  if (way === 1) {
    const { bytes, what } = mutateBytes(readFileSync(path), random);
    writeFileSync(path, bytes);
    return `${name}: ${what}`;
  }
  if (way < 9 || !name.endsWith('.yaml')) {
    const mutated = mutateText(text, random);
    writeFileSync(path, mutated.text);
    return `${name}: ${mutated.what}`;
  }
  let root: unknown;
  try {
    root = parse(text);
  } catch {
    return `${name}: is broken already`;
  }
  const what = mutateTree(root, random);
  writeFileSync(path, stringify(root, { lineWidth: 0, aliasDuplicateObjects: false }));
  return `${name}: ${what}`;
}

function mutateFolder(dir: string, name: string, random: Random): string {
  const path = join(dir, name);
  const folder = random.pick(readdirSync(join(dir, 'documents')));
  switch (random.below(6)) {
    case 0:
      rmSync(path);
      return `no ${name}`;
    case 1:
      renameSync(path, path.replace(/(\.\w+)$/, 's$1'));
      return `${name} with an s more`;
    case 2:
      renameSync(path, path.replace(/yaml$/, 'yml').replace(/csv$/, 'CSV'));
      return `${name} with another extension`;
    case 3:
      renameSync(join(dir, 'documents', folder), join(dir, 'documents', `${folder}-2`));
      return `folder ${folder} renamed`;
    case 4:
      cpSync(join(dir, 'documents', folder), join(dir, 'documents', `${folder}-2`), { recursive: true });
      return `folder ${folder} doubled`;
    default:
      renameSync(join(dir, 'documents', folder), join(dir, folder));
      return `folder ${folder} moved up`;
  }
}
