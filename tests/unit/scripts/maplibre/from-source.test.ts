import { expect, it } from 'vitest';
import { asUpstream, maplibre, strangers } from '../../../../scripts/maplibre/from-source';

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
