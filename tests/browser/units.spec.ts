import { expect, oneScreenPerLanguage, test } from './support/test';

/* Heads of cities’ and counties’ pages: what one learns of them first. */
const languages = [
  {
    at: './',
    crowded: ['上城', '拱墅', '西湖', '滨江'],
    inParts: '“一核四园多点”的 8 个片区',
    role: '全产业链',
    park: '天目医药港'
  },
  {
    at: './en/',
    crowded: ['Shangcheng', 'Gongshu', 'Xihu', 'Binjiang'],
    inParts: '8 zones of “One core, four parks, many points”',
    role: 'the whole industrial chain',
    park: 'Tianmu Pharma Port'
  }
] as const;

for (const words of languages) {
  test.describe(words.at, () => {
    oneScreenPerLanguage(words.at === './en/');

    test('a city’s map names its crowded districts, too, and its head counts the zones of one layout', async ({ page }) => {
      await page.goto(`${words.at}units/330100/`);
      const head = page.getByRole('main').locator('header');
      for (const name of words.crowded) await expect(head.getByRole('img')).toContainText(name);
      await expect(head.locator('a[href*="/zones/"]')).toHaveCount(8);
      await expect(head).toContainText(words.inParts);
    });

    test('a county’s head says its part in its document’s words, cited; its map has its parks by name', async ({ page }) => {
      await page.goto(`${words.at}units/330114/`);
      const lead = page.getByRole('main').locator('header p.large');
      await expect(lead).toContainText(words.role);
      await expect(lead.locator('.citations a')).not.toHaveCount(0);
      await page.goto(`${words.at}units/330112/`);
      await expect(page.getByRole('main').locator('header').getByRole('img')).toContainText(words.park);
    });
  });
}
