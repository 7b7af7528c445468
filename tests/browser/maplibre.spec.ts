import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { maplibre } from '../../scripts/maplibre/from-source';
import { serveStatic } from '../../scripts/steps/serve-static';
import { ONE_SCREEN, expect, test } from './support/test';

/* MapLibre as the site builds it and as it is published: one small page, built both ways, draws the same. */

const PAGE = fileURLToPath(new URL('./support/maplibre-page/', import.meta.url));
type Drawn = Readonly<{ picture: string; found: string; scripts: readonly string[]; bytes: number }>;

/** Build the page, draw it, and weigh all the scripts that it is made of. */
async function draw(page: Page, choice: 'source' | 'published'): Promise<Drawn> {
  const dir = await mkdtemp(join(tmpdir(), 'maplibre-page-'));
  await build({
    root: PAGE,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [maplibre(choice)],
    build: { outDir: dir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 }
  });
  const server = createServer(serveStatic(dir));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await expect(page).toHaveTitle('drawn', { timeout: 60_000 });
    const { picture = '', found = '' } = await page.locator('html').evaluate(({ dataset }) => ({ picture: dataset.picture, found: dataset.found }));
    const scripts = (await readdir(dir, { recursive: true })).filter((name) => /\.m?js$/.test(name));
    const weights = await Promise.all(scripts.map(async (name) => gzipSync(await readFile(join(dir, name))).length));
    return { picture, found, scripts, bytes: weights.reduce((sum, bytes) => sum + bytes, 0) };
  } finally {
    server.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** How many of a picture's points have each of these colours. */
const coloured = (page: Page, picture: string, colours: Readonly<Record<string, readonly number[]>>) =>
  page.evaluate(
    async ([source, wanted]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      const data = canvas?.getImageData(0, 0, image.width, image.height).data ?? [];
      return Object.fromEntries(
        Object.entries(wanted).map(([name, rgb]) => {
          let count = 0;
          for (let i = 0; i < data.length; i += 4) if (rgb.every((value, j) => Math.abs((data[i + j] ?? 0) - value) < 8)) count++;
          return [name, count];
        })
      );
    },
    [picture, colours] as const
  );

// the page stands on a server of its own
test.use({ allowedFaults: /^request to another host: http:\/\/127\.0\.0\.1:/ });

test('built from its sources, MapLibre draws what the published bundle draws, from seven tenths of the bytes at most', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  const ours = await draw(page, 'source');
  const published = await draw(page, 'published');
  expect(ours.found).toBe('circle fill icon line name');
  const colours = { fill: [255, 224, 160], line: [192, 0, 0], circle: [0, 0, 192], icon: [192, 0, 192], name: [0, 96, 0] };
  for (const [name, points] of Object.entries(await coloured(page, ours.picture, colours))) expect(points, name).toBeGreaterThan(50);
  expect(ours.found).toBe(published.found);
  expect(ours.picture === published.picture, 'the same picture').toBe(true);
  expect(ours.bytes).toBeLessThan(0.7 * published.bytes);
});
