import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import edges from './edges.json';
import reasons from './long-files.json';
import { readImports } from './read-imports';
import type { ParsedSource } from './read-imports';
import {
  checkAlias,
  checkFetch,
  checkFileCycles,
  checkFolderCycles,
  checkLength,
  checkMapLibraries,
  checkNames,
  checkPlaces,
  checkPurity,
  checkRooms,
  checkScripts,
  checkTestFolders,
  MOST_LINES
} from './rules';

/** Names for the same kind of thing in several rooms: what its address says, its words, its page's load, its slice of the facts … */
const KINDS = ['address', 'state', 'text', 'page', 'index', 'slice', 'draw-maps', 'method', 'results', 'sources', 'picture', 'places'];

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
    ['each room imports only what lies below it, jobs only along the table', () => checkRooms([...source, ...scripts], edges)],
    ['scripts take logic only', () => checkScripts(scripts)],
    ['every source file has its room', () => checkPlaces(source)],
    ['names do not repeat their room, and no two things share one', () => checkNames(source, KINDS)],
    ['no cycle between files', () => checkFileCycles([...source, ...scripts])],
    ['no cycle between folders', () => checkFolderCycles([...source, ...scripts])],
    ['MapLibre and deck.gl as values only in src/lib/map', () => checkMapLibraries(source)],
    ['logic knows no framework', () => checkPurity(source)],
    ['fetch is called only in src/lib/atlas and the offline copy', () => checkFetch(source)],
    ['one alias, #lib', () => checkAlias([...source, ...scripts, ...tests])],
    ['unit tests stand where their subject does', () => checkTestFolders(tests, source)],
    [`no file over ${MOST_LINES} lines without a reason`, () => checkLength([...source, ...scripts, ...tests], reasons)]
  ])('%s', (_, check) => {
    expect(check()).toEqual([]);
  });
});

describe('each rule notices what breaks it', () => {
  it.each([
    ['a lower room importing a higher one', 'src/lib/schema/a.ts', "import type { B } from '../atlas/b';", 'schema must not import atlas'],
    ['rooms on one step', 'src/lib/atlas/a.ts', "import { b } from '#lib/design/b';", 'atlas must not import design'],
    ['facts and map', 'src/lib/facts/a.ts', "import { b } from '../map/b';", 'facts must not import map'],
    ['a component reaching up', 'src/lib/design/A.svelte', "<script>\n  import B from '#lib/facts/B.svelte';\n</script>", 'design must not import facts'],
    [
      'a job importing another',
      'src/lib/features/match/a.ts',
      "import { b } from '#lib/features/stories/b';",
      'features/match must not import features/stories'
    ],
    ['the edge the other way', 'src/lib/features/zones/a.ts', "import { b } from '../units/b';", 'features/zones must not import features/units'],
    ['the library importing a route', 'src/lib/features/explorer/a.ts', "import { b } from '../../../routes/b';", 'features/explorer must not import routes'],
    ['the library importing scripts', 'src/lib/atlas/a.ts', "import { b } from '../../../scripts/b';", 'atlas must not import scripts'],
    ['messages below what speaks', 'src/lib/atlas/a.ts', "import * as m from '#lib/paraglide/messages';", 'atlas must not import paraglide']
  ])('rooms: %s', (_, file, text, complaint) => {
    const edge = { 'units → zones': 'a unit lists its zones' };
    const user = { 'src/lib/features/units/u.ts': "import { z } from '#lib/features/zones/z';" };
    expect(checkRooms(project({ ...user, [file]: text }), edge).join()).toContain(complaint);
  });

  it('rooms: allow what the design allows', () => {
    const allowed = project({
      'src/lib/atlas/a.ts': "import { b } from '../schema/b';",
      'src/lib/facts/A.svelte': "<script>import * as m from '#lib/paraglide/messages'; import B from '#lib/design/B.svelte';</script>",
      'src/lib/features/units/u.ts': "import { z } from '#lib/features/zones/z'; import { p } from '#lib/site/prerender/p';",
      'src/hooks.ts': "import { r } from '#lib/paraglide/runtime';",
      'src/routes/+page.svelte': "<script>import E from '#lib/features/explorer/Explorer.svelte';</script>",
      'scripts/a.ts': "import { s } from '../src/lib/schema/s'; import { d } from '../src/lib/atlas/d';"
    });
    expect(checkRooms(allowed, { 'units → zones': 'a unit lists its zones' })).toEqual([]);
  });

  it('an edge between jobs without a reason, and one that no import needs', () => {
    const files = project({ 'src/lib/features/match/a.ts': "import { b } from '../pitch/b';" });
    expect(checkRooms(files, { 'match → pitch': ' ' })).toHaveLength(1);
    expect(checkRooms(files, { 'match → pitch': 'results lead to a pitch', 'pitch → match': 'once' })).toEqual([
      'pitch → match: in edges.json, but no import needs it'
    ]);
  });

  it('scripts importing what needs a browser', () => {
    const files = project({
      'scripts/a.ts': "import { c } from '#lib/facts/terms'; import { d } from '#lib/features/search/entries';",
      'scripts/b.ts': "import { c } from '#lib/site/offline/site-copy.svelte';",
      'scripts/bench/floor/page.ts': "import { c } from '#lib/facts/terms';",
      'src/lib/facts/terms.ts': '',
      'src/lib/site/offline/site-copy.svelte.ts': ''
    });
    expect(checkScripts(files)).toEqual([
      'scripts/a.ts:1: scripts take logic only, not src/lib/facts/terms.ts',
      'scripts/b.ts:1: scripts take logic only, not src/lib/site/offline/site-copy.svelte.ts'
    ]);
  });

  it('a file without a room', () => {
    expect(checkPlaces(project({ 'src/lib/utils/a.ts': '', 'src/lib/features/a.ts': '', 'src/lib/features/match/a.ts': '' }))).toHaveLength(2);
  });

  it('a name that repeats its room, and one name for two things', () => {
    const files = project({
      'src/lib/features/search/search-typo.ts': '',
      'src/lib/features/targets/TargetRow.svelte': '',
      'src/lib/features/match/address.ts': '',
      'src/lib/features/search/address.ts': '',
      'src/lib/features/match/project.ts': '',
      'src/lib/features/support/project.ts': ''
    });
    expect(checkNames(files, ['address'])).toEqual([
      'src/lib/features/search/search-typo.ts: its name repeats its room',
      'src/lib/features/targets/TargetRow.svelte: its name repeats its room',
      'project.ts: one name for src/lib/features/match/project.ts, src/lib/features/support/project.ts'
    ]);
  });

  it('a cycle of files, even of types only', () => {
    const cycle = project({
      'src/lib/atlas/a.ts': "import { b } from './b';",
      'src/lib/atlas/b.ts': "import { c } from './c';",
      'src/lib/atlas/c.ts': "import type { A } from './a';"
    });
    expect(checkFileCycles(cycle)).toEqual(['cycle: src/lib/atlas/a.ts → src/lib/atlas/b.ts → src/lib/atlas/c.ts → src/lib/atlas/a.ts']);
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
      'src/lib/features/explorer/a.ts': "import type { Map } from 'maplibre-gl';",
      'src/lib/map/b.ts': "import { Map } from 'maplibre-gl'; import { ArcLayer } from '@deck.gl/layers';",
      'src/lib/facts/c.ts': "const { Map } = await import('maplibre-gl');",
      'src/routes/d.ts': "import { ArcLayer } from '@deck.gl/layers';"
    });
    expect(checkMapLibraries(files)).toEqual([
      'src/lib/facts/c.ts:1: only src/lib/map imports maplibre-gl as a value',
      'src/routes/d.ts:1: only src/lib/map imports @deck.gl/layers as a value'
    ]);
  });

  it('a framework, a component or a map library in logic', () => {
    const files = project({
      'src/lib/features/match/a.ts': "import { page } from '$app/state';",
      'src/lib/features/match/b.ts': "import Card from './Card.svelte';",
      'src/lib/features/match/c.ts': "import type { Component } from 'svelte';",
      'src/lib/features/match/d.svelte.ts': "import { untrack } from 'svelte';",
      'src/lib/map/layers/e.ts': "import { Map } from 'maplibre-gl';",
      'src/lib/features/match/page.ts': "import { error } from '@sveltejs/kit';"
    });
    expect(checkPurity(files)).toEqual([
      'src/lib/features/match/a.ts:1: logic must not know $app/state',
      'src/lib/features/match/b.ts:1: logic must not know ./Card.svelte',
      'src/lib/map/layers/e.ts:1: logic must not know maplibre-gl'
    ]);
  });

  it('fetch outside of src/lib/atlas', () => {
    const files = project({ 'src/lib/atlas/a.ts': "fetch('x');", 'src/lib/map/b.ts': "\nwindow.fetch('x'); // fetch()\nconst fetch = 1;" });
    expect(checkFetch(files)).toEqual(['src/lib/map/b.ts:2: only src/lib/atlas calls fetch']);
  });

  it('$lib', () => {
    expect(checkAlias(project({ 'src/routes/a.ts': "import { b } from '$lib/b'; import { c } from '#lib/c';" }))).toEqual([
      'src/routes/a.ts:1: import #lib instead of $lib/b'
    ]);
  });

  it('a unit test apart from its subject', () => {
    const [subject] = project({ 'src/lib/features/match/rank.ts': '' });
    const files = project({ 'tests/unit/features/match/rank.test.ts': '', 'tests/unit/scripts/a.test.ts': '', 'tests/unit/domain/rank.test.ts': '' });
    expect(checkTestFolders(files, subject ? [subject] : [])).toEqual(['tests/unit/domain/rank.test.ts: src/lib has no folder domain']);
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
