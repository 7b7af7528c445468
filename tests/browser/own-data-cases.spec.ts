import { readFileSync } from 'node:fs';
import { OUTCOMES } from '../data/case-outcomes';
import { bring } from './support/own-data';
import { expect, oneScreen, test } from './support/test';

/* The files of tests/data/own-cases.test.ts once more, in the page itself: one after the other, as they are dropped. */
test.describe('files that people had trouble with', () => {
  oneScreen();
  for (let from = 0; from < OUTCOMES.length; from += 10) {
    const some = OUTCOMES.slice(from, from + 10);
    test(`are read: ${some[0]?.file} to ${some.at(-1)?.file}`, async ({ page }) => {
      await page.goto('/data/');
      for (const { file, districts, rejected = {} } of some) {
        await bring(page, '选择文件', file, readFileSync(new URL(`../files/cases/${file}`, import.meta.url)));
        await page.getByRole('button', { name: '导入', exact: true }).click();
        const result = page.getByRole('region', { name: file });
        await expect(result.getByText(`读入 ${districts.length} 行`), file).toBeVisible();
        const left = Object.values(rejected).reduce((sum, count) => sum + count, 0);
        await expect(result.getByText(`剔除 ${left} 行`), file).toBeVisible();
      }
    });
  }
});
