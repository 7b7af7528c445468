import { posix } from 'node:path';
import type { Import, ParsedSource } from './read-imports';

/* The rules of the architecture as pure functions: sources in, complaints out (“file:line: what”). */

type Folder = (typeof STEPS)[number][number] | 'paraglide';

/** Folders from the ground up: each may import those of lower steps; folders on one step do not import each other. */
const STEPS = [
  ['schema'],
  // paints the schema's closed lists of terms
  ['theme'],
  ['domain'],
  // drawings as text (SVG), for pages made at build time and for files made in the browser
  ['picture'],
  // own: what readers bring, read and kept in their browser; offline: the site's own copy there
  ['url', 'data', 'own', 'offline', 'server', 'layers', 'ui'],
  ['panels', 'map'],
  // files that readers take away: decks, tables, pictures
  ['export'],
  ['explorer'],
  ['routes'],
  ['scripts']
] as const;
/** `own`: benchmarks measure the importer */
const SCRIPTS_MAY = new Set<string>(['schema', 'domain', 'own', 'scripts']);
/** Generated messages: for what speaks to readers. */
const MESSAGES_FOR = new Set<string>(['ui', 'panels', 'export', 'explorer', 'routes']);
/** Pure folders know no framework. */
const PURE = new Set<string>(['schema', 'theme', 'domain', 'picture', 'url', 'layers']);
const FRAMEWORK = /^(svelte|bits-ui)(\/|$)|^(\$app|\$env|@sveltejs)\//;
const MAP_LIBRARY = /^(maplibre-gl|@deck\.gl|deck\.gl|@luma\.gl)(\/|$)/;

const EXTENSIONS = ['', '.ts', '.js', '.svelte', '.svelte.ts', '.svelte.js', '/index.ts', '/index.js'];

/** The layer that a file belongs to; the hooks at src/ go with the routes. */
export function folderOf(file: string): Folder | undefined {
  const [top, second, third] = file.split('/');
  if (top === 'scripts') return 'scripts';
  if (top !== 'src') return undefined;
  if (second !== 'lib') return second === 'routes' || third === undefined ? 'routes' : undefined;
  return ([...STEPS.flat(), 'paraglide'] as const).find((name) => name === third);
}

const stepOf = (folder: Folder) => STEPS.findIndex((step) => step.some((name) => name === folder));

/** The file of the project that an import means, or undefined for a package. */
export function resolveImport(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  const path = specifier.split('?')[0] ?? '';
  const target = /^[#$]lib(\/|$)/.test(path) ? `src/lib${path.slice(4)}` : path.startsWith('.') ? posix.join(posix.dirname(from), path) : undefined;
  if (target === undefined) return undefined;
  return EXTENSIONS.map((extension) => target + extension).find((file) => known.has(file)) ?? target;
}

type Edge = Readonly<{ from: string; to: string; line: number }>;

function edgesOf(sources: readonly ParsedSource[]): Edge[] {
  const known = new Set(sources.map(({ file }) => file));
  return sources.flatMap(({ file, imports }) =>
    imports.flatMap(({ specifier, line }) => {
      const to = resolveImport(file, specifier, known);
      return to === undefined ? [] : [{ from: file, to, line }];
    })
  );
}

/** Which folder may import which. */
export function checkMatrix(sources: readonly ParsedSource[]): string[] {
  return edgesOf(sources).flatMap(({ from, to, line }) => {
    const importer = folderOf(from);
    const imported = folderOf(to);
    if (!importer || !imported || importer === imported) return [];
    const allowed =
      imported === 'paraglide' ? MESSAGES_FOR.has(importer) : importer === 'scripts' ? SCRIPTS_MAY.has(imported) : stepOf(imported) < stepOf(importer);
    return allowed ? [] : [`${from}:${line}: ${importer} must not import ${imported} (${to})`];
  });
}

/** Every source folder has its place in the order, or is added to it on purpose. */
export function checkFolders(sources: readonly ParsedSource[]): string[] {
  return sources
    .filter(({ file }) => folderOf(file) === undefined)
    .map(({ file }) => `${file}: its folder has no place in the order of tests/architecture/rules.ts`);
}

/** Cycles between the nodes that `group` makes of files (the file itself, or its folder). */
function cyclesOf(edges: readonly Edge[], group: (file: string) => string | undefined): string[] {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    const [a, b] = [group(from), group(to)];
    if (a !== undefined && b !== undefined && a !== b) graph.set(a, (graph.get(a) ?? new Set()).add(b));
  }
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node);
    if (start >= 0) return void cycles.push(`cycle: ${[...trail.slice(start), node].join(' → ')}`);
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return cycles;
}

/** Imports of types count too: a type that needs its user cannot be read alone. */
export const checkFileCycles = (sources: readonly ParsedSource[]): string[] => cyclesOf(edgesOf(sources), (file) => file);

/** Cycles between folders beside each other; what a folder shares with the folders inside it is its own affair. */
export function checkFolderCycles(sources: readonly ParsedSource[]): string[] {
  const within = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  const across = edgesOf(sources).filter(({ from, to }) => !within(posix.dirname(from), posix.dirname(to)) && !within(posix.dirname(to), posix.dirname(from)));
  return cyclesOf(across, (file) => posix.dirname(file));
}

const complain = (sources: readonly ParsedSource[], wrong: (file: string, item: Import) => string | undefined): string[] =>
  sources.flatMap(({ file, imports }) => imports.flatMap((item) => (wrong(file, item) ? [`${file}:${item.line}: ${wrong(file, item)}`] : [])));

/** MapLibre and deck.gl as values only in src/lib/map; their types anywhere. */
export const checkMapLibraries = (sources: readonly ParsedSource[]): string[] =>
  complain(sources, (file, { specifier, value }) =>
    value && MAP_LIBRARY.test(specifier) && folderOf(file) !== 'map' ? `only src/lib/map imports ${specifier} as a value` : undefined
  );

/** Pure folders import no framework. */
export const checkPurity = (sources: readonly ParsedSource[]): string[] =>
  complain(sources, (file, { specifier }) =>
    PURE.has(folderOf(file) ?? '') && FRAMEWORK.test(specifier) ? `${folderOf(file)} must not know ${specifier}` : undefined
  );

/** One alias: `#lib/…`, which Node and Vite both read from package.json; SvelteKit 3 has no `$lib`. */
export const checkAlias = (sources: readonly ParsedSource[]): string[] =>
  complain(sources, (_, { specifier }) => {
    if (/^\$lib(\/|$)/.test(specifier)) return `import #lib instead of ${specifier}`;
    return /^(src|\/src)\//.test(specifier) ? `import #lib instead of ${specifier}` : undefined;
  });

/** fetch is called only in src/lib/data, and in src/lib/offline, which stands between the pages and the network. */
export const checkFetch = (sources: readonly ParsedSource[]): string[] =>
  sources.flatMap(({ file, fetches }) =>
    file.startsWith('src/') && !['data', 'offline'].includes(folderOf(file) ?? '')
      ? fetches.map((line) => `${file}:${line}: only src/lib/data calls fetch`)
      : []
  );

export const MOST_LINES = 250;

/** Files over MOST_LINES need a reason on the list, and the list names no other. */
export function checkLength(files: readonly Readonly<{ file: string; text: string }>[], reasons: Readonly<Record<string, string>>): string[] {
  const long = files.map(({ file, text }) => ({ file, lines: text.replace(/\n$/, '').split('\n').length })).filter(({ lines }) => lines > MOST_LINES);
  const complaints = long
    .filter(({ file }) => !reasons[file]?.trim())
    .map(({ file, lines }) => `${file}: ${lines} lines, more than ${MOST_LINES} and no reason in long-files.json`);
  const stale = Object.keys(reasons).filter((file) => !long.some((entry) => entry.file === file));
  return [...complaints, ...stale.map((file) => `${file}: listed in long-files.json, but not over ${MOST_LINES} lines`)];
}
