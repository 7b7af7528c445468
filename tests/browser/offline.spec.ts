import type { Page } from '@playwright/test';
import { mapIdle } from './support/map-idle';
import { expect, test as base } from './support/test';
import { Host } from './support/two-builds';

/* The site after one visit: with the network off, and when a new build comes. Each test has a host of its own. */

const test = base.extend<{ host: Host }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's names
  host: async ({}, use) => {
    const host = new Host();
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(await host.open())
});
// what a browser says of a host that does not answer
test.use({ serviceWorkers: 'allow', allowedFaults: /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/ });
test.skip(({ isMobile }) => isMobile, 'workers know no screens');

/** Wait until the copy is complete and serves the page. */
const served = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });

test('after one visit everything works with the network off, in both languages', async ({ page, host }) => {
  await page.goto('match/');
  await served(page);
  await host.close();

  await page.goto('?layout=hz-one-core-four-parks&zone=h24-core-qiantang');
  await mapIdle(page);
  await expect(page.getByTestId('selection')).toContainText('≥ 500 亿元');
  // a page whose HTML is not kept, opened by its address
  await page.goto('en/zones/h24-core-qiantang/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Qiantang');
  for (const [path, heading] of [
    ['units/330727/', '磐安'],
    ['stories/zhejiang-layout/', ''],
    ['compare/?zones=h24-core-qiantang,h24-park-xiaoshan', ''],
    ['match/', ''],
    ['support/', ''],
    ['targets/', ''],
    ['pitch/', '']
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
  }
  // from page to page, and into code that is loaded on first use
  await page
    .locator('header a[href$="/documents/"]')
    .first()
    .evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(/documents\/$/);
  await page.goto('method/');
  await expect(page.getByTestId('offline-copy')).toHaveAttribute('data-kept', 'true');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('合成生物');
  await expect(page.getByRole('option').first()).toContainText('合成生物');
});

test('a new build is announced, taken at a click, and leaves another tab on its own', async ({ page, context, host }) => {
  await page.goto('match/');
  await served(page);
  const other = await context.newPage();
  await other.goto(new URL('support/', page.url().replace(/match\/$/, '')).href);
  await other.locator('html[data-ready]').waitFor({ state: 'attached' });

  host.deploy();
  await page.reload();
  const notice = page.getByRole('status').filter({ hasText: '新版本' });
  await expect(notice).toBeVisible({ timeout: 60_000 });
  // announced, not forced: the page is still that of the old build, and so is one opened now
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-build');
  await notice.getByRole('button', { name: '重新载入' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-build', 'next');
  await expect(notice).toHaveCount(0);

  // the other tab is told, and goes on: its next page is still of its own build
  await expect(other.getByRole('status').filter({ hasText: '另一个标签页' })).toBeVisible();
  await other
    .locator('header a[href$="/zones/"], header a[href$="/units/"]')
    .first()
    .evaluate((link: HTMLElement) => link.click());
  await expect(other).toHaveURL(/units\/$/);
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(other.locator('html')).not.toHaveAttribute('data-build');
  expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('site ')).length)).toBe(2);
  await other.close();
  await page.reload();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('site ')).length)).toBe(1);
});

test('a reader who saves data is asked for nothing', async ({ page, host }) => {
  test.skip(!host);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto('method/');
  await expect(page.getByTestId('offline-copy')).toHaveAttribute('data-kept', 'false');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
