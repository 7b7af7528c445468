import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import reasons from './long-files.json';
import { readImports } from './read-imports';
import type { ParsedSource } from './read-imports';
import {
  checkAlias,
  checkFetch,
  checkFileCycles,
  checkFolderCycles,
  checkFolders,
  checkLength,
  checkMapLibraries,
  checkMatrix,
  checkPurity,
  MOST_LINES,
  resolveImport
} from './rules';

/** Source files below a folder; what is generated is left out. */
function sourcesIn(folder: string): ParsedSource[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((file) => /\.(ts|js|svelte)$/.test(file) && !file.startsWith('src/lib/paraglide/') && !file.endsWith('.d.ts'))
    .filter((file) => !file.startsWith('src/i18n/'))
    .map((file) => readImports({ file, text: readFileSync(file, 'utf8') }));
}

const source = sourcesIn('src');
const scripts = sourcesIn('scripts');
const tests = sourcesIn('tests');

/** A made-up project: file names and their texts. */
const project = (files: Record<string, string>) => Object.entries(files).map(([file, text]) => readImports({ file, text }));

it('reads the project', () => {
  expect(source.length).toBeGreaterThan(10);
  expect(source.flatMap(({ imports }) => imports).length).toBeGreaterThan(10);
  expect(source.some(({ file, imports }) => file.endsWith('.svelte') && imports.length > 0)).toBe(true);
});

describe('the project keeps the rules', () => {
  it.each([
    ['each folder imports only what lies below it', () => checkMatrix([...source, ...scripts])],
    ['every source folder has its place', () => checkFolders(source)],
    ['no cycle between files', () => checkFileCycles([...source, ...scripts])],
    ['no cycle between folders', () => checkFolderCycles([...source, ...scripts])],
    ['MapLibre and deck.gl as values only in src/lib/map', () => checkMapLibraries(source)],
    ['pure folders know no framework', () => checkPurity(source)],
    ['fetch is called only in src/lib/data', () => checkFetch(source)],
    ['one alias, #lib', () => checkAlias([...source, ...scripts, ...tests])],
    [`no file over ${MOST_LINES} lines without a reason`, () => checkLength([...source, ...scripts, ...tests], reasons)]
  ])('%s', (_, check) => {
    expect(check()).toEqual([]);
  });
});

describe('reading imports', () => {
  it('tells values from types, in every form', () => {
    const text = [
      "import type { A } from 'a';",
      "import { type B } from 'b';",
      "import { type C, c } from 'c';",
      "import 'd';",
      "export type { E } from 'e';",
      "export { f } from 'f';",
      "const g = await import('g');",
      "type H = import('h').H;",
      "// import 'comment';",
      'const text = "import \'string\'";'
    ].join('\n');
    const { imports } = readImports({ file: 'src/lib/domain/x.ts', text });
    expect(imports.map(({ specifier, value, line }) => `${specifier}${value ? '' : ' type'} ${line}`)).toEqual([
      'a type 1',
      'b type 2',
      'c 3',
      'd 4',
      'e type 5',
      'f 6',
      'g 7',
      'h type 8'
    ]);
  });

  it('reads both scripts of a component with their line numbers', () => {
    const text =
      '<script module lang="ts">\n  import a from "a";\n</script>\n\n<script lang="ts">\n  import b from "b";\n  fetch(b);\n</script>\n<p>import c from "c"</p>\n';
    const { imports, fetches } = readImports({ file: 'src/lib/ui/X.svelte', text });
    expect(imports.map(({ specifier, line }) => [specifier, line])).toEqual([
      ['a', 2],
      ['b', 6]
    ]);
    expect(fetches).toEqual([7]);
  });

  it('resolves aliases, relative paths, extensions and queries', () => {
    const known = new Set(['src/lib/ui/X.svelte', 'src/lib/url/state.ts', 'src/lib/theme/tokens.css']);
    expect(resolveImport('src/routes/+page.svelte', '#lib/ui/X.svelte', known)).toBe('src/lib/ui/X.svelte');
    expect(resolveImport('src/lib/panels/a.ts', '../url/state', known)).toBe('src/lib/url/state.ts');
    expect(resolveImport('src/lib/panels/a.ts', '../theme/tokens.css?url', known)).toBe('src/lib/theme/tokens.css');
    expect(resolveImport('src/lib/panels/a.ts', 'zod', known)).toBeUndefined();
  });
});

describe('each rule notices what breaks it', () => {
  it.each([
    ['a lower folder importing a higher one', 'src/lib/schema/a.ts', "import type { B } from '../domain/b';", 'schema must not import domain'],
    ['folders on one step', 'src/lib/url/a.ts', "import { b } from '#lib/data/b';", 'url must not import data'],
    ['panels and map', 'src/lib/panels/a.ts', "import { b } from '../map/b';", 'panels must not import map'],
    ['a component reaching up', 'src/lib/ui/A.svelte', "<script>\n  import B from '#lib/panels/B.svelte';\n</script>", 'ui must not import panels'],
    ['the library importing a route', 'src/lib/explorer/a.ts', "import { b } from '../../routes/b';", 'explorer must not import routes'],
    ['scripts importing what runs in the browser', 'scripts/steps/a.ts', "import { b } from '../../src/lib/layers/b';", 'scripts must not import layers'],
    ['the library importing scripts', 'src/lib/data/a.ts', "import { b } from '../../../scripts/b';", 'data must not import scripts'],
    ['messages below the panels', 'src/lib/domain/a.ts', "import * as m from '#lib/paraglide/messages';", 'domain must not import paraglide']
  ])('matrix: %s', (_, file, text, complaint) => {
    expect(checkMatrix(project({ [file]: text })).join()).toContain(complaint);
  });

  it('matrix: allows what the design allows', () => {
    const allowed = project({
      'src/lib/domain/a.ts': "import { b } from '../schema/b'; import { c } from '../theme/c';",
      'src/lib/panels/A.svelte': "<script>import * as m from '#lib/paraglide/messages'; import B from '#lib/ui/B.svelte';</script>",
      'src/hooks.ts': "import { r } from '#lib/paraglide/runtime';",
      'src/routes/+page.svelte': "<script>import E from '#lib/explorer/E.svelte';</script>",
      'scripts/a.ts': "import { s } from '../src/lib/schema/s'; import { d } from '../src/lib/domain/d';"
    });
    expect(checkMatrix(allowed)).toEqual([]);
  });

  it('a folder without a place', () => {
    expect(checkFolders(project({ 'src/lib/utils/a.ts': '' }))).toHaveLength(1);
  });

  it('a cycle of files, even of types only', () => {
    const cycle = project({
      'src/lib/domain/a.ts': "import { b } from './b';",
      'src/lib/domain/b.ts': "import { c } from './c';",
      'src/lib/domain/c.ts': "import type { A } from './a';"
    });
    expect(checkFileCycles(cycle)).toEqual(['cycle: src/lib/domain/a.ts → src/lib/domain/b.ts → src/lib/domain/c.ts → src/lib/domain/a.ts']);
  });

  it('a cycle of folders without a cycle of files', () => {
    const cycle = project({
      'scripts/steps/pack/a.ts': "import { b } from '../map/b';",
      'scripts/steps/map/b.ts': '',
      'scripts/steps/map/c.ts': "import { d } from '../pack/d';",
      'scripts/steps/pack/d.ts': ''
    });
    expect(checkFileCycles(cycle)).toEqual([]);
    expect(checkFolderCycles(cycle)).toHaveLength(1);
  });

  it('a map library as a value outside of src/lib/map', () => {
    const files = project({
      'src/lib/layers/a.ts': "import type { Map } from 'maplibre-gl';",
      'src/lib/map/b.ts': "import { Map } from 'maplibre-gl'; import { ArcLayer } from '@deck.gl/layers';",
      'src/lib/panels/c.ts': "const { Map } = await import('maplibre-gl');",
      'src/routes/d.ts': "import { ArcLayer } from '@deck.gl/layers';"
    });
    expect(checkMapLibraries(files)).toEqual([
      'src/lib/panels/c.ts:1: only src/lib/map imports maplibre-gl as a value',
      'src/routes/d.ts:1: only src/lib/map imports @deck.gl/layers as a value'
    ]);
  });

  it('a framework in a pure folder', () => {
    const files = project({ 'src/lib/url/a.ts': "import { page } from '$app/state';", 'src/lib/data/b.ts': "import { asset } from '$app/paths';" });
    expect(checkPurity(files)).toEqual(['src/lib/url/a.ts:1: url must not know $app/state']);
  });

  it('fetch outside of src/lib/data', () => {
    const files = project({ 'src/lib/data/a.ts': "fetch('x');", 'src/lib/map/b.ts': "\nwindow.fetch('x'); // fetch()\nconst fetch = 1;" });
    expect(checkFetch(files)).toEqual(['src/lib/map/b.ts:2: only src/lib/data calls fetch']);
  });

  it('$lib', () => {
    expect(checkAlias(project({ 'src/routes/a.ts': "import { b } from '$lib/b'; import { c } from '#lib/c';" }))).toEqual([
      'src/routes/a.ts:1: import #lib instead of $lib/b'
    ]);
  });

  it('a long file, and a reason for a file that is not long', () => {
    const long = { file: 'src/a.ts', text: 'x\n'.repeat(MOST_LINES + 1) };
    const short = { file: 'src/b.ts', text: 'x\n'.repeat(MOST_LINES) };
    expect(checkLength([long, short], {})).toEqual([`src/a.ts: ${MOST_LINES + 1} lines, more than ${MOST_LINES} and no reason in long-files.json`]);
    expect(checkLength([long, short], { 'src/a.ts': ' ' })).toHaveLength(1);
    expect(checkLength([long, short], { 'src/a.ts': 'one table', 'src/b.ts': 'was long' })).toEqual([
      `src/b.ts: listed in long-files.json, but not over ${MOST_LINES} lines`
    ]);
  });
});
