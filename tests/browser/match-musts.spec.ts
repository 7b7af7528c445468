import type { Page } from '@playwright/test';
import { ONE_SCREEN, expect, test } from './support/test';

/* What a project must have, and the way from its form to the results. */

const rows = (page: Page) => page.locator('#results li[data-zone]');
const row = (page: Page, zone: string) => page.locator(`#results ol > li[data-zone="${zone}"]`);
const status = (page: Page) => page.locator('#results > p[role=status]');

test('must-haves: what fails one is set apart with its reason, silence is to be asked', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('/match/?s=synbio&stage=manufacturing&land=land-m3&near=airport');
  await expect(rows(page).first()).toBeVisible();
  await page.locator('input[name=must][value=airport]').check();
  await expect(page).toHaveURL(/must=airport/);
  await expect(status(page)).toContainText('不满足必须项');
  const failed = page.locator('#results details.failed');
  if (!(await failed.evaluate((one: HTMLDetailsElement) => one.open))) await failed.locator('summary').click();
  await expect(failed.locator('li[data-zone=h24-belt-api]')).toContainText('最近的也有');
  await page.locator('input[name=must][value=land-m3]').check();
  await expect(row(page, 'h24-park-xiaoshan')).toContainText('要去问：M3 工业用地');
});

test('an example leads to the results, and so does the enter key anywhere in the form', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('/match/');
  await page.locator('button[data-preset=api]').focus();
  await page.keyboard.press('Enter');
  const heading = page.locator('#results-title');
  await expect(heading).toBeFocused();
  await page.locator('input[name=stage][value=research]').focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/stage=manufacturing,research/);
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
});
