import { posix } from 'node:path';
import type { Import, ParsedSource } from './read-imports';

/* The rules of the architecture as pure functions: sources in, complaints out (“file:line: what”). */

/** Rooms of src/lib from the ground up: each may import those of lower steps; rooms on one step do not import each other. */
const STEPS = [
  ['schema'],
  // design knows no fact, the atlas shows none
  ['design', 'atlas'],
  ['facts'],
  // above the facts, whose words its pictures speak
  ['map'],
  // what the site is as a whole: its copy in the browser, what prerendering reads
  ['site'],
  // one room for each job, see edges.json for which may use which
  ['features'],
  ['routes'],
  ['scripts']
] as const;
type Step = (typeof STEPS)[number][number];

/** Generated messages: for what speaks to readers. */
const SPEAKS: ReadonlySet<Step | undefined> = new Set<Step>(['design', 'facts', 'map', 'site', 'features', 'routes']);
const FRAMEWORK = /^(svelte|bits-ui)(\/|$)|^(\$app|\$env|@sveltejs)\//;
const MAP_LIBRARY = /^(maplibre-gl|@deck\.gl|deck\.gl|@luma\.gl)(\/|$)/;
/** Plain .ts files that are no logic: they fetch, prerender, keep the offline copy, run the map or gather components for a chunk. */
const NO_LOGIC =
  /^src\/lib\/(atlas\/(load-atlas|reach-site)|features\/[^/]+\/page|features\/(match\/answering|decision\/making)|site\/.*|map\/(runtime|rows)\/.*)\.ts$/;

const EXTENSIONS = ['', '.ts', '.js', '.svelte', '.svelte.ts', '.svelte.js', '/index.ts', '/index.js'];

/** The room that a file belongs to (`features/match` for a job); the hooks at src/ go with the routes. */
export function roomOf(file: string): string | undefined {
  const [top, second, third, fourth, fifth] = file.split('/');
  if (top === 'scripts') return 'scripts';
  if (top !== 'src') return undefined;
  if (second !== 'lib') return second === 'routes' || third === undefined ? 'routes' : undefined;
  if (third === 'features') return fifth === undefined ? undefined : `features/${fourth}`;
  return third === 'paraglide' || STEPS.flat().some((step) => step === third) ? third : undefined;
}

const stepOf = (room: string): Step | undefined => STEPS.flat().find((step) => step === room.split('/')[0]);
const heightOf = (room: string) => STEPS.findIndex((step) => step.some((name) => name === stepOf(room)));

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

/** Jobs that use another job, as “match → pitch”, with the reason. */
export type EdgeTable = Readonly<Record<string, string>>;

/** Which room may import which: lower steps, and between jobs what the table names. An entry that no import needs is a complaint, too. */
export function checkRooms(sources: readonly ParsedSource[], table: EdgeTable): string[] {
  const used = new Set<string>();
  const wrong = edgesOf(sources).flatMap(({ from, to, line }) => {
    const [importer, imported] = [roomOf(from), roomOf(to)];
    if (!importer || !imported || importer === imported) return [];
    if (imported === 'paraglide') return SPEAKS.has(stepOf(importer)) ? [] : [`${from}:${line}: ${importer} must not import paraglide (${to})`];
    if (heightOf(imported) < heightOf(importer)) return [];
    const edge = [importer, imported].map((room) => room.replace('features/', '')).join(' → ');
    used.add(edge);
    const named = stepOf(importer) === 'features' && stepOf(imported) === 'features' && table[edge]?.trim();
    return named ? [] : [`${from}:${line}: ${importer} must not import ${imported} (${to})`];
  });
  const unused = Object.keys(table).filter((edge) => !used.has(edge));
  return [...wrong, ...unused.map((edge) => `${edge}: in edges.json, but no import needs it`)];
}

/** A page that the benchmark builds beside the site, to hold the site's map against it: it is drawn in a browser. */
const BENCH_PAGE = 'scripts/bench/floor/';

/** Scripts run without a browser: of src/lib they take logic and what the site is made of, never components. */
export const checkScripts = (sources: readonly ParsedSource[]): string[] =>
  edgesOf(sources).flatMap(({ from, to, line }) =>
    from.startsWith('scripts/') &&
    !from.startsWith(BENCH_PAGE) &&
    to.startsWith('src/lib/') &&
    (/\.svelte(\.ts)?$/.test(to) || /^(design|facts|map)$/.test(roomOf(to) ?? ''))
      ? [`${from}:${line}: scripts take logic only, not ${to}`]
      : []
  );

/** Every source file has its room, or the order is changed on purpose. */
export const checkPlaces = (sources: readonly ParsedSource[]): string[] =>
  sources.filter(({ file }) => roomOf(file) === undefined).map(({ file }) => `${file}: its folder is no room of tests/architecture/rules.ts`);

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
    value && MAP_LIBRARY.test(specifier) && roomOf(file) !== 'map' ? `only src/lib/map imports ${specifier} as a value` : undefined
  );

/** A plain .ts file of the library is logic: it knows no framework, no map library and no component, so that it runs and is tested anywhere. */
export const checkPurity = (sources: readonly ParsedSource[]): string[] =>
  complain(sources, (file, { specifier, value }) => {
    if (!file.startsWith('src/lib/') || !value || !/(?<!\.svelte)\.ts$/.test(file) || NO_LOGIC.test(file)) return undefined;
    return FRAMEWORK.test(specifier) || MAP_LIBRARY.test(specifier) || /\.svelte(\.ts)?$/.test(specifier) ? `logic must not know ${specifier}` : undefined;
  });

/** One alias: `#lib/…`, which Node and Vite both read from package.json; SvelteKit 3 has no `$lib`. */
export const checkAlias = (sources: readonly ParsedSource[]): string[] =>
  complain(sources, (_, { specifier }) => {
    if (/^\$lib(\/|$)/.test(specifier)) return `import #lib instead of ${specifier}`;
    return /^(src|\/src)\//.test(specifier) ? `import #lib instead of ${specifier}` : undefined;
  });

/** fetch is called only in src/lib/atlas, and in src/lib/site/offline, which stands between the pages and the network. */
export const checkFetch = (sources: readonly ParsedSource[]): string[] =>
  sources.flatMap(({ file, fetches }) =>
    file.startsWith('src/') && !/^src\/lib\/(atlas|site\/offline)\//.test(file) ? fetches.map((line) => `${file}:${line}: only src/lib/atlas calls fetch`) : []
  );

/**
 * A file's name does not repeat its room, and says one thing: of two files with one name one would be opened for the other. The schema names
 * what others make. @param kinds names of the same kind of thing in several rooms
 */
export function checkNames(sources: readonly ParsedSource[], kinds: readonly string[]): string[] {
  const stems = sources
    .filter(({ file }) => file.startsWith('src/lib/'))
    .map(({ file }) => ({ file, room: roomOf(file) ?? '', stem: posix.basename(file).replace(/(\.svelte)?\.(ts|js|svelte)$/, '') }));
  const kebab = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  const repeats = stems.filter(({ room, stem }) => {
    const own = room.replace('features/', '').replace(/s$/, '');
    return room.startsWith('features/') && new RegExp(`^${own}s?-`).test(kebab(stem));
  });
  const byName = Map.groupBy(
    stems.filter(({ room, stem }) => room !== 'schema' && !kinds.includes(kebab(stem))),
    ({ file }) => posix.basename(file).replace('.svelte.ts', '.ts')
  );
  return [
    ...repeats.map(({ file }) => `${file}: its name repeats its room`),
    ...[...byName].filter(([, files]) => files.length > 1).map(([name, files]) => `${name}: one name for ${files.map(({ file }) => file).join(', ')}`)
  ];
}

/** tests/unit mirrors src/lib (and scripts, i18n): a test lies in the folder of what it tests. */
export function checkTestFolders(tests: readonly ParsedSource[], sources: readonly ParsedSource[]): string[] {
  const folders = new Set(sources.map(({ file }) => posix.dirname(file)));
  return tests.flatMap(({ file }) => {
    const folder = posix.dirname(file).replace(/^tests\/unit\/?/, '');
    if (!/^tests\/unit\/.*\.test\.ts$/.test(file) || /^(scripts|i18n)\b/.test(folder) || folders.has(`src/lib/${folder}`)) return [];
    return [`${file}: src/lib has no folder ${folder}`];
  });
}

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
