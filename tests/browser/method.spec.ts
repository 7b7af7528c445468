import { ONE_SCREEN, expect, oneScreenPerLanguage, test } from './support/test';

/* The page on method and sources, on the built site. */

for (const language of [
  { name: 'Chinese', root: '', unknown: '文件没有说', xilin: '西湖—临安', term: 'CXO', gloss: '替药企做研发', ended: '规划期已结束', expired: '已失效' },
  {
    name: 'English',
    root: 'en/',
    unknown: 'The document does not say',
    xilin: 'Xihu–Lin',
    term: 'CXO',
    gloss: 'the general term for CROs',
    ended: 'Plan period ended',
    expired: 'Expired'
  }
]) {
  test.describe(language.name, () => {
    oneScreenPerLanguage(language.root === 'en/');

    test('names every source with its state on the reader’s day', async ({ page }) => {
      await page.goto(`${language.root}method/?day=2025-06-01`);
      const row = (id: string) => page.locator('tr').filter({ has: page.locator(`a[href*="/documents/${id}/"]`) });
      await expect(row('zj-2022-2024')).toContainText(language.ended);
      await expect(row('hz-2021-39')).not.toContainText(language.expired);
      await page.goto(`${language.root}method/?day=2026-01-01`);
      await expect(row('hz-2021-39')).toContainText(language.expired);
    });

    test('lists what is not known, by kind, linked to its clause', async ({ page }) => {
      await page.goto(`${language.root}method/`);
      const group = page.locator('details').filter({ hasText: language.unknown }).first();
      await group.locator('summary').click();
      await expect(group).toContainText(language.xilin);
      const link = group.locator('li').filter({ hasText: language.xilin }).first().locator('a');
      await link.click();
      await expect(page).toHaveURL(/documents\/hz-2024-2026\/.*#c-/);
    });

    test('explains terms in plain words', async ({ page }) => {
      await page.goto(`${language.root}method/`);
      await expect(page.locator('#term-cxo + dd')).toContainText(language.gloss);
    });
  });
}

test('every listed file is there, as large as stated, and tables are what they say', async ({ page, request, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('method/');
  const links = await page.locator('#downloads ~ * a[download]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(25);
  for (const href of links) expect((await request.head(href)).status(), href).toBe(200);
  const csv = await (await request.get(links.find((href) => href.endsWith('zones.csv')) ?? '')).body();
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const workbook = await (await request.get(links.find((href) => href.endsWith('atlas.xlsx')) ?? '')).body();
  expect(workbook.subarray(0, 2).toString()).toBe('PK');
});

test('the dates can be taken into a calendar and followed, in the language of the page', async ({ page, request, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  for (const [root, begins] of [
    ['', '文件有效期'],
    ['en/', 'Ends of validity']
  ] as const) {
    await page.goto(`${root}method/`);
    const at = (end: string) => page.locator(`a[href$="${end}"]`).evaluate((link) => (link as HTMLAnchorElement).href);
    const ics = await (await request.get(await at('/calendar.ics'))).text();
    expect(ics).toContain(`DESCRIPTION:${begins}`);
    expect(ics).toContain('DTSTART;VALUE=DATE:20261231');
    const feed = await request.get(await at('/feed.xml'));
    expect(feed.status()).toBe(200);
    expect(await feed.text()).toContain(`<subtitle>${begins}`);
  }
});
