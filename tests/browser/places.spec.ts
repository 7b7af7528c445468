import { expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

/* Pages of parks and platforms, and their directory. */
const languages = [
  {
    at: './',
    park: '杭州医药港',
    kind: '园区',
    planned: '拟建',
    named: '杭州行动计划',
    district: '钱塘区',
    position: '位置',
    all: /^共 \d+ 处$/,
    count: /^\d+ 处中的 \d+ 处$/
  },
  {
    at: './en/',
    park: 'Hangzhou Biopharma Town',
    kind: 'Park',
    planned: 'as planned',
    named: 'Hangzhou',
    district: 'Qiantang',
    position: 'Position',
    all: /^\d+ places$/,
    count: /^\d+ of \d+ places$/
  }
] as const;

for (const words of languages) {
  test.describe(words.at, () => {
    oneScreenPerLanguage(words.at === './en/');

    test('a park’s page says what it is, where, and what each document says of it', async ({ page }) => {
      await page.goto(`${words.at}places/hangzhou-pharma-port/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.park);
      const head = page.locator('#place-hangzhou-pharma-port');
      await expect(head).toContainText(words.kind);
      await expect(head).toContainText(words.district);
      // its own mark, and the circle that it may lie in
      await expect(head.getByRole('img').locator('.reach')).toHaveCount(1);
      // its zone and the support that it may ask for are one step away
      await expect(head.locator('a[href$="/zones/h24-core-qiantang/"]')).toBeVisible();
      await expect(head.locator('a[href$="/support/"]')).toBeVisible();
      const says = page.locator('#says');
      await expect(says.getByRole('link', { name: words.named })).not.toHaveCount(0);
      // each mention as printed, with its clause
      await expect(says.locator('li')).toHaveCount(4);
      await expect(says.locator('li q[lang=zh-CN]')).toHaveCount(4);
      await expect(says.locator('li .citations')).toHaveCount(4);
      await expect(page.locator('#zones a[href*="/zones/"]')).not.toHaveCount(0);
      await expect(page.locator('#near a[href$="/places/heda-pharma-valley/"]')).toBeVisible();
      await expect(page.locator('#sources')).toBeAttached();
      await head.locator('a[href*="place=hangzhou-pharma-port"]').click();
      await expect(page).toHaveURL(/\?place=hangzhou-pharma-port/);
    });

    test('the directory is filtered, and its address keeps the filter', async ({ page }) => {
      await page.goto(`${words.at}places/`);
      const rows = page.locator('tbody tr');
      const all = await rows.count();
      expect(all).toBeGreaterThan(100);
      await expect(page.getByRole('main').getByRole('status').filter({ hasText: words.all })).toBeVisible();
      await page.locator('select[name=city]').selectOption('330600');
      await expect(page).toHaveURL(/\?city=330600$/);
      await expect(rows).toHaveCount(1);
      await expect(page.getByRole('main').getByRole('status').filter({ hasText: words.count })).toBeVisible();
      await page.locator('select[name=city]').selectOption('');
      await page.locator('select[name=kind]').selectOption('ground');
      await page.locator('select[name=named]').selectOption('now');
      await expect(page).toHaveURL(/\?kind=ground&named=now$/);
      const some = await rows.count();
      expect(some).toBeLessThan(all);
      await page.reload();
      await expect(rows).toHaveCount(some);
      await page.goBack();
      await expect(page).toHaveURL(/\?kind=ground$/);
      // a city on the map is the same choice
      await page.locator('figure a[href*="city=330100"]').click();
      await expect(page).toHaveURL(/city=330100/);
      await expect(page.locator('select[name=city]')).toHaveValue('330100');
    });
  });
}

test('what a place is not known for is said once, and what only its district is known of has no point', async ({ page }) => {
  await page.goto('places/tianhe-park/');
  const head = page.locator('#place-tianhe-park');
  await expect(head.locator('figure')).toBeVisible();
  await expect(head.locator('figure .symbol')).toHaveCount(0);
  await expect(page.locator('#near')).toHaveCount(0);
  await expect(page.getByText('文件没有写：')).toHaveCount(1);
});

test('a zone’s park leads to its page', async ({ page, isMobile }) => {
  test.skip(isMobile, 'links do not depend on the screen');
  await page.goto('zones/h24-core-qiantang/');
  await page.locator('#places a', { hasText: '杭州医药港' }).first().click();
  await expect(page).toHaveURL(/\/places\/hangzhou-pharma-port\/$/);
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });

  test('the directory is a full list, and a page has its facts', async ({ page }) => {
    await page.goto('places/');
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(100);
    await expect(page.locator('select[name=city]')).toBeHidden();
    await page.locator('tbody a[href$="/places/hangzhou-pharma-port/"]').click();
    await expect(page.locator('#says li')).toHaveCount(4);
  });
});
