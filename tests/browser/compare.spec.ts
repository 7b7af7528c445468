import AxeBuilder from '@axe-core/playwright';
import { expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

const PARKS = 'h24-core-qiantang,h24-park-xiaoshan';
const languages = [
  {
    path: '/compare/',
    picker: '添加片区',
    type: '临平',
    option: /临平创新药械转化承载区/,
    keyboard: '海洋生态',
    synbio: '合成生物',
    silent: '文件未列出',
    airport: '到最近的机场',
    joint: '5 个片区合计，这里比较了其中 2 个',
    expired: '已失效',
    m3: 'M3 工业用地',
    copy: '复制链接',
    copied: '链接已复制',
    remove: '移除钱塘核心区',
    more: '再选一个片区即可比较。',
    refused: /nowhere/,
    ready: '现成的比较'
  },
  {
    path: '/en/compare/',
    picker: 'Add a zone',
    type: 'linping',
    option: /Linping: commercialising new drugs/,
    keyboard: 'marine eco-pharma',
    synbio: 'Synthetic biology',
    silent: 'The document names none.',
    airport: 'To the nearest airport',
    joint: 'Joint target for 5 zones, 2 of them compared here',
    expired: 'Expired',
    m3: /M3/,
    copy: 'Copy link',
    copied: 'Link copied',
    remove: 'Remove Qiantang core',
    more: 'Choose one more zone to compare.',
    refused: /nowhere/,
    ready: 'Ready-made comparisons'
  }
] as const;

for (const words of languages) {
  test.describe(words.path, () => {
    oneScreenPerLanguage(words.path.startsWith('/en/'));

    test('two zones are found by typing and compared', async ({ page }) => {
      await page.goto(words.path);
      const picker = page.getByRole('combobox', { name: words.picker });
      await picker.click();
      await picker.pressSequentially(words.type);
      await expect(page.getByRole('option').first()).toHaveText(words.option);
      await page.getByRole('option', { name: words.option }).click();
      await expect(page).toHaveURL(/zones=h24-park-linping$/);
      await expect(page.getByText(words.more)).toBeVisible();
      await picker.click();
      // by keyboard alone; the zone that is chosen already is not offered again
      await picker.fill(words.keyboard);
      await expect(page.getByRole('option')).toHaveCount(1);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/zones=h24-park-linping,z22-circle-marine$/);
      await expect(page.getByRole('table')).toBeVisible();
    });

    test('a link shows what is shared, what only one has, and blanks as silence, each cited', async ({ page }) => {
      await page.goto(`${words.path}?zones=${PARKS},h24-belt-api`);
      const row = (name: string | RegExp) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
      const synbio = row(words.synbio).locator('td');
      await expect(synbio.nth(0).locator('.citations a')).toHaveAttribute('href', /#c-二-一-¶2/);
      await expect(synbio.nth(1).locator('.citations a').first()).toBeVisible();
      await expect(synbio.nth(2)).toContainText(words.silent);
      const land = row(words.m3).locator('td');
      await expect(land.nth(0)).toContainText(words.silent);
      await expect(land.nth(2).locator('.citations a')).toBeVisible();
      await expect(page.getByText(words.joint)).toBeVisible();
      await expect(page.getByText(words.expired, { exact: true }).first()).toBeVisible();
    });

    test('distances are given with their ends and their uncertainty', async ({ page }) => {
      await page.goto(`${words.path}?zones=${PARKS}`);
      const cells = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: words.airport }) })
        .locator('td');
      await expect(cells.nth(0).locator('.km')).toHaveText(/^14 /);
      await expect(cells.nth(0)).toContainText(/5/);
      await expect(cells.nth(0).locator('.citations a')).toHaveAttribute('href', /gazetteer/);
    });

    test('a zone can be removed, a damaged link keeps what it can', async ({ page }) => {
      await page.goto(`${words.path}?zones=${PARKS},nowhere`);
      await expect(page.locator('.notice')).toContainText(words.refused);
      await expect(page.getByRole('table')).toBeVisible();
      await page.getByRole('button', { name: words.remove }).first().click();
      await expect(page).toHaveURL(/zones=h24-park-xiaoshan$/);
      await expect(page.getByText(words.more)).toBeVisible();
      await page.goBack();
      await expect(page.getByRole('table')).toBeVisible();
    });

    test('the link can be copied', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`${words.path}?zones=${PARKS}`);
      await page.getByRole('button', { name: words.copy }).click();
      await expect(page.getByText(words.copied)).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    });

    test('a ready-made comparison opens; nothing sticks out and axe finds nothing', async ({ page }) => {
      await page.goto(words.path);
      const ready = page.getByRole('region', { name: words.ready }).or(page.locator('.ready'));
      await ready.locator('a').first().click();
      await expect(page.getByRole('table')).toBeVisible();
      await expect(page.locator('thead th')).toHaveCount(5);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.locator('main').evaluate((main) => main.scrollWidth)).toBeLessThanOrEqual(320);
      // the first column stays while the table scrolls sideways in its box
      const head = page.locator('tbody th[scope="row"]').first();
      const before = await head.boundingBox();
      await page.locator('.comparison .box').evaluate((box) => box.scrollBy(200, 0));
      expect((await head.boundingBox())?.x).toBeCloseTo(before?.x ?? -1, 0);
    });
  });
}

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('the page offers ready-made comparisons and a page for each zone', async ({ page }) => {
    await page.goto('/compare/');
    expect(await page.locator('.ready > ul a').count()).toBeGreaterThanOrEqual(3);
    await page.locator('.ready summary').click();
    await expect(page.locator('.ready .all a[href$="/zones/h24-core-qiantang/"]')).toBeVisible();
  });
});
