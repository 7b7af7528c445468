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

/** Code of MapLibre with its changes, without what it imports, as a module. */
async function changed(file: string, instead: string): Promise<Record<string, unknown>> {
  const code = quicker(file, readFileSync(file, 'utf8')).replace(/^import [^;]*;$/gm, '');
  return (await import(`data:text/javascript,${encodeURIComponent(await asUpstream(instead + code, 'changed.ts'))}`)) as Record<string, unknown>;
}
const sourceOf = (name: string) =>
  createRequire(import.meta.url)
    .resolve('maplibre-gl/package.json')
    .replace(/package\.json$/, `src/util/${name}.ts`);

it('sends positions packed, and unpacks them as they were; all else goes as it went', async () => {
  const { serialize, deserialize } = (await changed(
    sourceOf('web_worker_transfer'),
    `const [ImageData, TransferableGridIndex, Color, ResolvedImage, StylePropertyFunction, StyleExpression, ZoomDependentExpression, ZoomConstantExpression,
      CompoundExpression, AJAXError] = Array.from({ length: 10 }, () => class {}); const expressions = {}; const isImageBitmap = () => false;\n`
  )) as { serialize: (input: unknown, moved?: unknown[]) => unknown; deserialize: (input: unknown) => unknown };
  const ring = [
    [120.1, 30.2],
    [121, -0],
    [1e-9, 30]
  ];
  const sent = {
    type: 'Feature',
    properties: { name: 'a', pair: [1, 2] },
    geometry: { coordinates: [[ring, ring], [], [[1, 2, 3], ...ring], [[1, 'x'], ...ring]], point: [120.1, 30.2] }
  };
  const moved: unknown[] = [];
  const packed = serialize(sent, moved);
  expect(moved).toHaveLength(2);
  expect(deserialize(structuredClone(packed))).toEqual(sent);
});

it('mixes colours with what lies below as before', async () => {
  const { premultiplyAlpha } = (await changed(sourceOf('image'), 'const register = () => {};\n')) as { premultiplyAlpha: (data: Uint8Array) => Uint8Array };
  const pixels = [0, 1, 128, 254, 255].flatMap((alpha) => [200, 3, 255, alpha]);
  const before = pixels.map((value, i) => (i % 4 === 3 ? value : Math.round((value * (pixels[i - (i % 4) + 3] ?? 0)) / 255)));
  expect([...premultiplyAlpha(Uint8Array.from(pixels))]).toEqual(before);
});

it('leaves other files of MapLibre alone, and ends the build where one is no longer as it was', () => {
  const code = readFileSync(sourceOf('image'), 'utf8');
  expect(quicker(sourceOf('image'), code)).not.toBe(code);
  expect(quicker(sourceOf('actor'), code)).toBe(code);
  expect(() => quicker(sourceOf('image'), code.replaceAll('data[i + 3]', 'data[3]'))).toThrow('util/image.ts');
});
