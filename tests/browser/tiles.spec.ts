import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { serveStatic } from '../../scripts/steps/serve-static';
import { fixturePoints, noPostgis, startAtlasDatabase } from '../postgis/atlas-database';
import { serveTiles } from '../postgis/serve-tiles';
import { mapIdle } from './support/map-idle';
import { expect, oneScreenPerLanguage, test } from './support/test';

/*
 * A layer of very many points, read in ranges from a file: 20 000 generated points, made by `npm run tiles`
 * (tests/postgis/build.test.ts makes them again and compares).
 */
const FILE = '/large/zhejiang-20k.pmtiles';
const FILE_BYTES = 811_832;
const PROVINCE = '120.3,29.2,7.2';
const DISTRICT = '120.18,30.27,11.3';

type Fetched = { status: number; bytes: number; range: string | undefined };

let server: Server;
test.beforeAll(async () => {
  server = createServer(serveStatic('tests/postgis'));
  // as long as a slow test: a connection closed between two requests would be reset under the second
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
test.afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Put the folder of tiles on the site's own origin, as a host would. @returns what is fetched from it */
async function hostTiles(page: Page): Promise<Fetched[]> {
  const fetched: Fetched[] = [];
  await page.route(
    ({ pathname }) => pathname.startsWith('/large/'),
    async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
      const response = await route.fetch({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`, maxRetries: 3 });
      const body = await response.body();
      fetched.push({ status: response.status(), bytes: body.length, range: route.request().headers().range });
      await route.fulfill({ response, body });
    }
  );
  return fetched;
}

/** Circles on the map once it rests, and the points that they stand for. */
async function drawn(page: Page): Promise<{ circles: number; points: number }> {
  const map = await mapIdle(page);
  let counts = { circles: 0, points: 0 };
  await expect
    .poll(async () => {
      counts = JSON.parse((await map.getAttribute('data-tiled')) ?? '{"points":0}') as typeof counts;
      return counts.points;
    })
    .toBeGreaterThan(0);
  return counts;
}

const sum = (fetched: readonly Fetched[]) => fetched.reduce((total, { bytes }) => total + bytes, 0);

for (const { language, root } of [
  { language: 'Chinese', root: '' },
  { language: 'English', root: 'en/' }
]) {
  test.describe(language, () => {
    oneScreenPerLanguage(root === 'en/');

    test('the province is drawn from its overview, a district point by point, each from a small part of the file', async ({ page, isMobile: phone }) => {
      if (!phone) await page.setViewportSize({ width: 1440, height: 900 });
      const fetched = await hostTiles(page);
      await page.goto(`${root}?tiles=${FILE}&view=${PROVINCE}`);
      const province = await drawn(page);
      expect(province.points).toBeGreaterThan(phone ? 8000 : 17_000);
      expect(province.points).toBeLessThanOrEqual(20_000);
      expect(province.circles).toBeLessThan(province.points / 4);
      expect(fetched.every(({ status, range }) => status === 206 && range !== undefined)).toBe(true);
      expect(sum(fetched)).toBeLessThan(FILE_BYTES / 8);
      expect(fetched.length).toBeLessThan(16);

      // the layer stays in the address when the map moves
      await page.locator('.maplibregl-ctrl-zoom-in').click();
      await expect(page).toHaveURL(/tiles=.*view=.*8\.2/);

      fetched.length = 0;
      await page.goto(`${root}?tiles=${FILE}&view=${DISTRICT}`);
      const district = await drawn(page);
      expect(district.points).toBe(district.circles);
      expect(district.points).toBeGreaterThan(phone ? 50 : 250);
      expect(sum(fetched)).toBeLessThan(FILE_BYTES / 8);
    });
  });
}

/** What does not depend on the screen is looked at on one. */
const oneScreen = (page: Page) => test.skip((page.viewportSize()?.width ?? 0) < 800, 'the same on a phone');

test('nothing of it is asked for where no layer is named', async ({ page }) => {
  oneScreen(page);
  const asked: string[] = [];
  const scripts: Promise<string>[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text().catch(() => ''));
  });
  await page.goto('');
  const map = await mapIdle(page);
  expect(asked.filter((url) => url.includes('.pmtiles'))).toEqual([]);
  expect((await Promise.all(scripts)).filter((text) => text.includes('Wrong magic number for PMTiles'))).toEqual([]);
  expect(await map.getAttribute('data-tiled')).toBeNull();
});

test('an address on another host is refused, and said so', async ({ page }) => {
  oneScreen(page);
  await page.goto('en/?tiles=https://example.com/points.pmtiles');
  await expect(page.getByText(/tiles/).first()).toBeVisible();
  await mapIdle(page);
});

test.describe('a file that is not there', () => {
  test.use({ allowedFaults: /404/ });
  test('is named, and the map stays', async ({ page }) => {
    oneScreen(page);
    await hostTiles(page);
    await page.goto('en/?tiles=/large/nothing.pmtiles');
    await expect(page.getByText('The point layer (/large/nothing.pmtiles) could not be read.')).toBeVisible();
    await mapIdle(page);
  });
});

test('PostGIS serves the same layer: as many points in view, and the zones with them', async ({ page }) => {
  oneScreen(page);
  test.skip(noPostgis !== undefined, noPostgis);
  await hostTiles(page);
  await page.goto(`?tiles=${FILE}&view=${DISTRICT}`);
  const fromFile = await drawn(page);
  const db = await startAtlasDatabase(await fixturePoints());
  const tiles = await serveTiles(db);
  try {
    let served = 0;
    await page.route(/\/live\/\d+/, async (route) => {
      served++;
      const response = await route.fetch({ url: `${tiles.address}/atlas${new URL(route.request().url()).pathname.replace('/live', '')}` });
      await route.fulfill({ response });
    });
    await page.goto(`?tiles=${encodeURIComponent('/live/{z}/{x}/{y}')}&view=${DISTRICT}`);
    expect(await drawn(page)).toEqual(fromFile);
    expect(served).toBeGreaterThan(0);
  } finally {
    await tiles.close();
    await db.stop();
  }
});
