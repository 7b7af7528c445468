import { accessibilityFaults } from './support/axe';
import { ONE_SCREEN, expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

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
    capabilities: '只有它点名',
    m3: 'M3 工业用地',
    same: '各片区相同',
    shared: ['合成生物', '杭州行动计划'],
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
    expired: 'expired',
    capabilities: 'Only this zone',
    m3: /M3/,
    same: 'Same for all',
    shared: ['Synthetic biology', 'Hangzhou plan'],
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

    test('a link shows what some share in ticks, what only one has, and blanks as silence, each cited', async ({ page }) => {
      await page.goto(`${words.path}?zones=${PARKS},h24-belt-api`);
      const row = (name: string | RegExp) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
      const synbio = row(words.synbio).locator('td');
      await expect(synbio.nth(0)).toContainText('✓');
      await expect(synbio.nth(1)).toContainText('✓');
      await expect(synbio.nth(2)).toContainText(words.silent);
      // the clause that all the ticks of a zone rest on stands once, above them
      const head = page.locator('tr.group').first().locator('td');
      await expect(head.nth(0).or(synbio.nth(0)).locator('.citations a').first()).toHaveAttribute('href', /#c-二-一-¶2/);
      await expect(head.nth(1).or(synbio.nth(1)).locator('.citations a').first()).toBeVisible();
      const alone = row(words.capabilities).filter({ hasText: words.m3 }).locator('td');
      await expect(alone.nth(0)).not.toContainText(words.m3);
      await expect(alone.nth(2)).toContainText(words.m3);
      await expect(alone.nth(2).locator('.citations a').first()).toBeVisible();
      await expect(page.getByText(words.joint)).toBeVisible();
    });

    test('what is the same for all is said once, below, with its sources folded', async ({ page }) => {
      await page.goto(`${words.path}?zones=${PARKS}`);
      const same = page.locator('details').filter({ hasText: words.same });
      for (const shared of words.shared) await expect(same.locator('summary').first()).toContainText(shared);
      await expect(page.getByRole('rowheader', { name: words.synbio, exact: true })).toHaveCount(0);
      await same.locator('summary').first().click();
      await expect(same.locator('dd .citations a').first()).toBeVisible();
      await expect(same.getByText(words.expired).first()).toBeVisible();
      await expect(same.locator('a[href*="/support/?documents="]')).toHaveAttribute('href', /#measures$/);
    });

    test('distances are given with their ends and their uncertainty', async ({ page }) => {
      await page.goto(`${words.path}?zones=${PARKS}`);
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: words.airport }) });
      const cells = row.locator('td');
      await expect(cells.nth(0).locator('.km')).toHaveText(/^14 /);
      await expect(cells.nth(0)).toContainText(/5/);
      await expect(row.locator('.citations a')).toHaveAttribute('href', /gazetteer/);
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
      await expect(page.locator('thead th')).toHaveCount(4);
      expect(await accessibilityFaults(page)).toEqual([]);
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

test('prints on one A4 sheet, landscape, for two zones and for four', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  for (const address of [
    `/compare/?zones=${PARKS}`,
    `/en/compare/?zones=${PARKS}`,
    '/compare/?zones=h24-park-binjiang,h24-park-yuhang,h24-park-linping,h24-park-xiaoshan',
    '/en/compare/?zones=h24-core-qiantang,h24-park-yuhang,h24-belt-api,z22-field-devices'
  ]) {
    await page.goto(address);
    await expect(page.getByRole('table')).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox ?\[([^\]]+)\]/g)].map(([, box = '']) => box.trim().split(/\s+/).map(Number).slice(2).map(Math.round));
    expect(boxes, address).toEqual([[842, 595]]);
  }
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('the page offers ready-made comparisons and a page for each zone', async ({ page }) => {
    await page.goto('/compare/');
    expect(await page.locator('.ready > ul a').count()).toBeGreaterThanOrEqual(3);
    // two of them worked out: goals, counts and what is named by one alone
    await expect(page.locator('.ready > ul a').filter({ hasText: '只有它点名' })).toHaveCount(2);
    await expect(page.locator('.ready > ul a').filter({ hasText: '≥ 500 亿元' })).toContainText('都点名：生物药、合成生物');
    await page.locator('.ready summary').click();
    await expect(page.locator('.ready .all a[href$="/zones/h24-core-qiantang/"]')).toBeVisible();
  });
});
