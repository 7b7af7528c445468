import { stored } from './support/kept-pitch';
import { ONE_SCREEN, expect, test } from './support/test';

/* What is published elsewhere, beside the plans' targets: drawn where it can be compared, told in words where not, always with its source. */

test('a published figure of the same kind stands on the target’s own scale, another one in words only, and both lead to their source', async ({
  page,
  isMobile
}) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('targets/?q=台州');
  const comparable = page.locator('#target-zl-taizhou-output');
  await expect(comparable.locator('svg [data-figure]')).toHaveCount(1);
  await expect(page.locator('#deadlines svg [data-figure]')).toHaveCount(1);
  await expect(comparable).toContainText('501.7 亿元');
  const near = page.locator('#target-zl-taizhou-formulation-share');
  await expect(near).toContainText('446.3 亿元');
  await expect(near.locator('svg')).toHaveCount(0);
  await near.getByRole('link', { name: /446\.3/ }).click();
  await expect(page).toHaveURL(/targets\/published\/#published-/);
  const row = page.locator('li:target');
  await expect(row).toBeInViewport();
  await expect(row).toContainText('官方媒体');
  await expect(row.getByRole('link')).toHaveAttribute('rel', /noopener/);
});

test('own figures kept in the browser lie over the published ones when they are chosen', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('method/');
  // as the page of own data keeps them
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('own-data', 1);
        opened.onupgradeneeded = () => {
          opened.result.createObjectStore('labels', { keyPath: 'id' });
          opened.result.createObjectStore('contents');
        };
        opened.onerror = () => reject(new Error('no database'));
        opened.onsuccess = () => {
          const change = opened.result.transaction(['labels', 'contents'], 'readwrite');
          const actuals = [{ line: 2, target: 'h24-firms-listed', year: 2024, value: 31, unit: '家' }];
          change.objectStore('labels').put({ id: 'a', form: 1, kind: 'actuals', name: '本局数字', savedAt: '2026-01-01T00:00:00Z', rows: 1, bytes: 100 });
          change.objectStore('contents').put({ kind: 'actuals', actuals }, 'a');
          change.oncomplete = () => {
            opened.result.close();
            resolve();
          };
        };
      })
  );
  await page.goto('targets/');
  const row = page.locator('#target-h24-firms-listed');
  await expect(row.locator('svg [data-figure]')).toHaveCount(1);
  await page.getByLabel('叠加本单位数字').selectOption('a');
  await expect(row.locator('svg [data-figure]')).toHaveCount(2);
  await expect(row).toContainText('本单位数字：31 家（2024）');
});

test('a long list of published facts shows its first; the rest are one touch away, and an address leads to each', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('./places/hangzhou-pharma-port/');
  const rows = page.locator('#published .rows > li');
  const all = await rows.count();
  const seen = rows.filter({ visible: true });
  await expect(seen).toHaveCount(6);
  expect(all).toBeGreaterThan(8);
  const last = (await rows.last().getAttribute('id')) ?? '';
  await page.locator('#published summary').first().click();
  await expect(seen).toHaveCount(all);
  await page.goto('about:blank');
  await page.goto(`./places/hangzhou-pharma-port/#${last}`);
  await expect(page.locator(`#${last}`)).toBeVisible();
  await expect(page.locator(`#${last}`)).toBeInViewport();
});

test('a comparison has what is published about each zone’s areas in a row of its own: comparable first, why others are not, and its source', async ({
  page,
  isMobile
}) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('compare/?zones=zl-core-taizhou,h24-core-qiantang,h24-park-linping');
  const row = page.locator('[data-rows="published"]');
  const cells = row.locator('td');
  await expect(cells).toHaveCount(3);
  const [taizhou, qiantang] = [cells.nth(0).locator('li').first(), cells.nth(1).locator('li').first()];
  await expect(taizhou).toContainText('501.7 亿元');
  await expect(taizhou.locator('.badge')).toHaveText('与目标可比');
  await expect(qiantang).toContainText('与目标不可比：');
  await expect(qiantang.getByRole('link').last()).toHaveAttribute('rel', /noopener/);
  await expect(cells.nth(2)).toContainText('没有查到');
  await expect(row.locator('svg')).toHaveCount(0);
  // all of them are there, the first in view
  const lines = cells.nth(1).locator('li');
  await expect(lines.filter({ visible: true })).toHaveCount(3);
  await cells.nth(1).locator('summary').click();
  await expect(lines.filter({ visible: true })).toHaveCount(await lines.count());
  await taizhou.getByRole('link', { name: '501.7' }).click();
  await expect(page).toHaveURL(/targets\/published\/#published-taizhou-pharma-output-2022$/);
});

test('a sheet sets it apart from the documents’ word, numbered in the one list of sources', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await stored(page, ['zl-core-taizhou']);
  await page.goto('pitch/');
  const sheet = page.locator('.sheet');
  const block = sheet.locator('section.outside');
  await expect(block.locator('li')).toHaveCount(2);
  await expect(block.locator('li').first()).toContainText('501.7 亿元');
  await expect(block.locator('svg, img')).toHaveCount(0);
  const number = Number(await block.locator('sup').first().textContent());
  const all = (await sheet.locator('footer sup').allTextContents()).map(Number);
  // in the list once, and numbered on after the clauses
  expect(all.filter((other) => other === number)).toEqual([number]);
  expect(Math.max(...all)).toBe(number);
  await expect(sheet.locator('footer a[href^="http"]')).toHaveAttribute('rel', /noopener/);
});
