import { createServer } from 'vite';
import type { ViteDevServer } from 'vite';
// not ./support/test: what a development server fetches and writes to the console is its own affair
import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './support/axe';

/* The page of the design language is for builders: the development server has it, the built site has not. */

let server: ViteDevServer;
let address = '';

test.describe.configure({ mode: 'serial' });
test.skip(({ isMobile }) => isMobile, 'each component stands on light and dark paper at any width');

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await createServer({ server: { host: '127.0.0.1', port: 0, strictPort: false }, logLevel: 'error' });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? '';
});
test.afterAll(() => server.close());

for (const [language, width] of [
  ['', 1440],
  ['en/', 390]
] as const) {
  test(`every component, ${language || 'zh/'} at ${width} px: axe finds nothing, nothing sticks out`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${address}${language}design/`, { timeout: 120_000 });
    await expect(page.locator('[data-specimen="Sheet"]')).toBeVisible({ timeout: 120_000 });
    const specimens = page.locator('[data-specimen]');
    expect(await specimens.count()).toBeGreaterThanOrEqual(22);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('what opens, opens and closes; a head puts its table in order', async ({ page }) => {
  await page.goto(`${address}en/design/`, { timeout: 120_000 });
  await page.getByRole('button', { name: 'A dialog' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'A dialog' });
  await expect(dialog).toBeVisible();
  expect(await accessibilityFaults(page, { include: 'dialog' })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.locator('[data-specimen="Popover"]').getByRole('button', { name: 'More' }).first().click();
  await expect(page.locator('.popover')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.popover')).toHaveCount(0);

  await page.getByRole('tab', { name: 'Second' }).first().click();
  await expect(page.getByRole('tabpanel').first()).toContainText('A hint');

  const table = page.getByRole('region', { name: /light/ }).getByRole('table');
  await expect(table.locator('tbody tr').first()).toContainText('12');
  await table.getByRole('button', { name: 'Count' }).click();
  await expect(table.locator('tbody tr').first()).toContainText('3');
  await expect(table.locator('th[aria-sort="ascending"]')).toContainText('Count');
});

test('the built site has no such page', async ({ page }) => {
  const answer = await page.goto('design/');
  expect(answer?.status()).toBe(404);
});
