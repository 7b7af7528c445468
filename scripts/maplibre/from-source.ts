import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { normalizePath, transformWithOxc } from 'vite';
import type { Plugin } from 'vite';
import { standIn } from './left-out.ts';
import { quicker } from './quicker.ts';

const HOME = normalizePath(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')));
const SOURCES = `${HOME}/src/`;
const PAGE = `${SOURCES}index.ts`;
const WORKER = `${SOURCES}source/worker.ts`;
/** What the site imports, whichever way MapLibre is built. */
const WORKER_URL = 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

const URL_MODULE = '\0maplibre-worker-url';
const MANIFEST_MODULE = '\0maplibre-manifest';
const MLT_MODULE = '\0maplibre-without-mlt';

/** MapLibre's manifest, of which its code wants the version. */
function manifest(): string {
  const { version } = JSON.parse(readFileSync(`${HOME}/package.json`, 'utf8')) as { version: string };
  return `export default { version: ${JSON.stringify(version)} };`;
}

/** Stands in for the decoder of MapLibre's own tile format. */
const WITHOUT_MLT = `export const GEOMETRY_TYPE = {};
export const decodeTile = () => { throw new Error('this build of MapLibre reads no tiles of the format MLT'); };`;

/**
 * MapLibre's TypeScript as its own build takes it: fields are assigned, not defined, or those that a subclass declares again to narrow
 * their type would be emptied.
 */
export async function asUpstream(code: string, id: string): Promise<string> {
  const done = await transformWithOxc(code, id, {
    lang: 'ts',
    target: 'es2022',
    sourcemap: false,
    tsconfig: { compilerOptions: { useDefineForClassFields: false } }
  });
  return done.code;
}

/** As much of a bundle as is needed to follow the worker's imports. */
export type Bundle = Readonly<
  Record<string, Readonly<{ type: string; imports?: readonly string[]; moduleIds?: readonly string[]; facadeModuleId?: string | null }>>
>;

/**
 * Modules that the worker would load without needing them: a group of chunks that takes in what page and worker share makes the worker load
 * the rest of that group, and code that expects a page.
 * @param importsOf what a module imports
 * @throws Error if no chunk starts at the worker
 */
export function strangers(bundle: Bundle, worker: string, importsOf: (module: string) => readonly string[]): string[] {
  const needed = new Set<string>();
  const need = (module: string): void => {
    if (needed.has(module)) return;
    needed.add(module);
    importsOf(module).forEach(need);
  };
  need(worker);
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    bundle[file]?.imports?.forEach(load);
  };
  const [start] = Object.entries(bundle).find(([, { facadeModuleId }]) => facadeModuleId === worker) ?? [];
  if (start === undefined) throw new Error(`no chunk starts at ${worker}`);
  load(start);
  return [...loaded].flatMap((file) => bundle[file]?.moduleIds ?? []).filter((module) => !needed.has(module) && !module.startsWith('\0rolldown/'));
}

/**
 * Vite plugin: builds MapLibre from the sources in its package, its worker as a chunk of the same graph, without the MLT decoder and what
 * ./left-out lists. The site
 * imports MapLibre as it would anyway, so that leaving the plugin out is all it takes to have the published bundles again (README.md).
 */
export const maplibreFromSource = (): Plugin => ({
  name: 'maplibre-from-source',
  enforce: 'pre',
  apply: 'build',
  // they come compiled out of `load`
  config: () => ({ oxc: { exclude: [/\.js$/, /\/node_modules\/maplibre-gl\/src\//] } }),
  resolveId(source, importer) {
    // asked for in prerendering too, where there is no map: or the published worker would lie in the site, and nobody would fetch it
    if (source === WORKER_URL) return URL_MODULE;
    if (this.environment.name !== 'client') return undefined;
    if (source === 'maplibre-gl') return PAGE;
    if (!importer?.startsWith(SOURCES)) return undefined;
    if (source === '@maplibre/mlt') return MLT_MODULE;
    return source.endsWith('/package.json') ? MANIFEST_MODULE : undefined;
  },
  async load(id) {
    if (id === URL_MODULE) {
      if (this.environment.name !== 'client') return "export default '';";
      const chunk = this.emitFile({ type: 'chunk', id: WORKER, name: 'maplibre-worker' });
      return `export default import.meta.ROLLDOWN_FILE_URL_${chunk};`;
    }
    if (id === MANIFEST_MODULE) return manifest();
    if (id === MLT_MODULE) return WITHOUT_MLT;
    if (!id.startsWith(SOURCES) || !id.endsWith('.ts')) return undefined;
    const empty = standIn(id);
    if (empty !== undefined) return { code: empty, map: null, moduleType: 'js' };
    return { code: await asUpstream(quicker(id, readFileSync(id, 'utf8')), id), map: null, moduleType: 'js' };
  },
  generateBundle(_, bundle) {
    // a bundle without a map has no worker either
    if (this.environment.name !== 'client' || !this.getModuleInfo(WORKER)) return;
    const carried = strangers(bundle, WORKER, (module) => this.getModuleInfo(module)?.importedIds ?? []);
    if (carried.length > 0) this.error(`MapLibre's worker would load modules that it does not need: ${carried.join(', ')}`);
  }
});

/** The plugin, or none where MAPLIBRE=published asks for the bundles as published. @throws Error for another value */
export function maplibre(choice = process.env.MAPLIBRE ?? 'source'): Plugin[] {
  if (choice !== 'source' && choice !== 'published') throw new Error(`MAPLIBRE is “source” or “published”, not “${choice}”`);
  return choice === 'source' ? [maplibreFromSource()] : [];
}
