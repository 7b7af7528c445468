import { PAIR, stored } from './support/kept-pitch';
import { expect, oneScreen, test } from './support/test';

/* A pitch begun on another page of the site is the reader's own; what another pitch took the place of is not lost. */

test.describe('a pitch from a comparison or a match', () => {
  oneScreen();

  test('opens as the reader’s own, to be edited; the earlier one can be brought back, later too', async ({ page }) => {
    await stored(page, ['z22-circle-marine'], 't=Mine&i.z22-circle-marine=ours');
    await page.goto(`en/compare/?zones=${PAIR.join(',')}`);
    await page.locator('a[href*="pitch/#z="]').click();
    await expect(page).toHaveURL(/\/en\/pitch\/$/);
    await expect(page.locator('.sheet')).toHaveCount(3);
    await expect(page.getByText('This pitch was shared with you')).toHaveCount(0);
    await expect(page.getByText('Your earlier one, “Mine” (zones: 1), can be restored.')).toBeVisible();
    const title = page.getByLabel('Title', { exact: true });
    await expect(title).toHaveValue('');
    await title.fill('Two for the visitor');
    await page.reload();
    await expect(title).toHaveValue('Two for the visitor');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(title).toHaveValue('Mine');
    await expect(page.locator('.editor .internal textarea')).toHaveValue('ours');
  });

  test('with the same zones keeps all that was written', async ({ page }) => {
    await stored(page, PAIR, 't=Mine');
    await page.goto(`en/pitch/#z=${[...PAIR].reverse().join(',')}`);
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Mine');
    await expect(page.locator('.sheet')).toHaveCount(3);
    await expect(page.getByText('can be restored')).toHaveCount(0);
  });

  test('from a match brings the project', async ({ page }) => {
    await page.goto('en/match/?s=synbio');
    await page.locator('#results a[href*="pitch/#z="]').click();
    await expect(page.getByLabel('Project (optional)')).toHaveValue('Synthetic biology');
    await expect(page.getByText('This pitch was shared with you')).toHaveCount(0);
  });

  test('a shared link is said to be shared, and read only', async ({ page }) => {
    await page.goto(`en/pitch/#z=${PAIR.join(',')}&v=2026.1.0`);
    await expect(page.getByText('This pitch was shared with you')).toBeVisible();
    await expect(page.getByLabel('Title', { exact: true })).toHaveCount(0);
  });
});
