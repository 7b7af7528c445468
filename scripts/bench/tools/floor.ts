import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { maplibre } from '../../maplibre/from-source';
import { precompress } from '../../steps/precompress';

const SOURCE = resolve('scripts/bench/floor');

/**
 * Build the page that draws the site's own style and data in bare MapLibre, MapLibre built as the site builds it.
 * @param out where to, emptied before
 */
export async function buildFloor(out: string): Promise<string> {
  const dir = resolve(out);
  rmSync(dir, { recursive: true, force: true });
  // the data first, by the site's own code: some of it wants a build (style sheets read as text)
  const prepared = `${dir}-prepare`;
  await build({
    root: SOURCE,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(SOURCE, 'prepare.ts'), outDir: prepared, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'prepare.mjs' } } }
  });
  const { prepare } = (await import(pathToFileURL(join(prepared, 'prepare.mjs')).href)) as { prepare: () => unknown };
  await build({
    root: SOURCE,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [maplibre()],
    build: { outDir: dir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 }
  });
  // a tenth of a metre: the outlines come with more digits than they mean
  const text = JSON.stringify(prepare(), (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value));
  writeFileSync(join(dir, 'map.json'), text);
  rmSync(prepared, { recursive: true, force: true });
  await precompress(dir, ['.html', '.css', '.js', '.mjs', '.json']);
  return dir;
}
