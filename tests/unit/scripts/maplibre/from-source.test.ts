import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { asUpstream, maplibre, strangers } from '../../../../scripts/maplibre/from-source';
import { quicker } from '../../../../scripts/maplibre/quicker';

it('leaves what a class inherits where the class only narrows its type', async () => {
  const code = await asUpstream(
    `class Layer { paint: unknown; constructor() { this.paint = 'set'; } }
    export class Fill extends Layer { paint: string; opacity = 1; }`,
    'fill.ts'
  );
  const { Fill } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { Fill: new () => { paint?: string; opacity: number } };
  expect(new Fill()).toMatchObject({ paint: 'set', opacity: 1 });
});

it('finds what a group of chunks would make the worker load, and nothing that it needs', () => {
  const chunk = (moduleIds: string[], imports: string[] = [], facadeModuleId: string | null = null) => ({ type: 'chunk', moduleIds, imports, facadeModuleId });
  const imports: Record<string, string[]> = { worker: ['shared', 'earcut'], shared: ['earcut'], page: ['shared'] };
  const importsOf = (module: string) => imports[module] ?? [];
  const apart = {
    'worker.js': chunk(['worker'], ['shared.js', 'runtime.js'], 'worker'),
    'shared.js': chunk(['shared', 'earcut']),
    'runtime.js': chunk(['\0rolldown/runtime.js']),
    'page.js': chunk(['page'], ['shared.js'], 'page')
  };
  expect(strangers(apart, 'worker', importsOf)).toEqual([]);
  const grouped = { ...apart, 'shared.js': chunk(['shared', 'earcut', 'header'], ['frame.js']), 'frame.js': chunk(['svelte']) };
  expect(strangers(grouped, 'worker', importsOf)).toEqual(['header', 'svelte']);
  expect(() => strangers({}, 'worker', importsOf)).toThrow('worker');
});

it('knows two ways to have MapLibre, and says so at a third', () => {
  expect(maplibre('source')).toHaveLength(1);
  expect(maplibre('published')).toEqual([]);
  expect(() => maplibre('dist')).toThrow('MAPLIBRE');
});

it('puts in what spares the page’s own thread, where MapLibre is as it was, and else ends the build', () => {
  const file = createRequire(import.meta.url)
    .resolve('maplibre-gl/package.json')
    .replace(/package\.json$/, 'src/util/web_worker_transfer.ts');
  const code = readFileSync(file, 'utf8');
  const changed = quicker(file, code);
  expect(changed.length).toBeGreaterThan(code.length);
  expect(quicker('/maplibre-gl/src/util/actor.ts', code)).toBe(code);
  expect(() => quicker(file, changed.replaceAll('transferables', 'others'))).toThrow('web_worker_transfer');
});
