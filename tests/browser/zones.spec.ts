import { sourceLine } from './support/source-line';
import { ONE_SCREEN, expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

/* Zone, sector and unit pages: what readers come for, in both languages. */
const languages = [
  {
    at: './',
    clauses: ['二（一）¶2', '二（二）4', '三（五）¶2'],
    zone: '钱塘核心区',
    synbio: '合成生物',
    circle: '山区生态医药产业圈',
    marine: '海洋生态医药产业圈',
    units: '市县索引',
    inForce: '现行',
    ended: '规划期已结束',
    figures: ['≥ 500 亿元', '≥ 1/3', '到 2026 年'],
    park: '杭州医药港',
    silent: '这份文件没有写明本片区的园区、平台、服务与条件或目标。',
    others: '其他文件提到的',
    shaoxing: '绍兴现代医药高新技术产业园区',
    expired: '已失效',
    listed: /只列这些文件的条款/,
    draft: '征求意见稿'
  },
  {
    at: './en/',
    clauses: ['II (1), para. 2', 'II (2) 4', 'III (5), para. 2'],
    zone: 'Qiantang core',
    synbio: 'Synthetic biology',
    circle: 'Mountain',
    marine: 'Marine',
    units: 'Cities and counties',
    inForce: 'In force',
    ended: 'Plan period ended',
    figures: ['≥ ¥50 billion', '≥ 1/3', 'by 2026'],
    park: 'Hangzhou Biopharma Town',
    silent: 'The document names no parks, platforms, conditions or targets here.',
    others: 'Named here by other documents',
    shaoxing: 'Shaoxing Modern Pharma High-tech Park',
    expired: 'expired',
    listed: /Only the measures of these documents/,
    draft: 'Draft'
  }
] as const;

for (const words of languages) {
  test.describe(words.at, () => {
    oneScreenPerLanguage(words.at === './en/');

    test('a zone’s page has its facts by clause, and ways on', async ({ page }) => {
      await page.goto(`${words.at}zones/h24-core-qiantang/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.zone);
      const sector = page.locator('#sector-h24-core-qiantang-synbio');
      await expect(sector.getByRole('link', { name: words.synbio })).toHaveAttribute('href', /\/sectors\/synbio\/$/);
      // what all its sectors rest on is cited once, at their head
      await expect(page.locator('#sectors')).toContainText(words.clauses[0]);
      await expect(page.locator('#sectors .citations')).toHaveCount(1);
      await expect(page.locator('#members').getByRole('link')).toHaveAttribute('href', /\/units\/330114\/$/);
      await expect(page.locator('#near a[href*="/zones/"]')).toHaveCount(3);
      await expect(page.getByRole('main').locator('a[href*="compare/?zones=h24-core-qiantang"]')).toBeVisible();
      await page.getByRole('main').locator('a[href*="zone=h24-core-qiantang"]').first().click();
      await expect(page).toHaveURL(/layout=hz-one-core-four-parks&zone=h24-core-qiantang/);
    });

    test('a zone’s head says what it is in figures, and its map has its parks by name', async ({ page }) => {
      await page.goto(`${words.at}zones/h24-core-qiantang/`);
      const head = page.locator('#zone-h24-core-qiantang');
      for (const figure of words.figures) await expect(head).toContainText(figure);
      const map = head.getByRole('img');
      await expect(map).toContainText(words.park);
      await expect(head.locator('figure .symbol')).not.toHaveCount(0);
      // one action comes first
      await expect(head.locator('.button.primary')).toHaveCount(1);
      await expect(head.locator('a[href*="pitch/#z=h24-core-qiantang"]')).toBeVisible();
    });

    test('what a document leaves blank is told in one line', async ({ page }) => {
      await page.goto(`${words.at}zones/z22-belt-pharma/`);
      await expect(page.getByText(words.silent)).toHaveCount(1);
      for (const section of ['offers', 'parks', 'platforms', 'targets']) await expect(page.locator(`#${section}`)).toHaveCount(0);
      // a thing that is there is not said to be missing
      await expect(page.locator('#sectors li')).not.toHaveCount(0);
    });

    test('what other documents name on its ground stands apart, by document, with the document’s standing', async ({ page }) => {
      await page.goto(`${words.at}zones/z22-belt-pharma/`);
      const others = page.locator('#places #others');
      await expect(others).toContainText(words.others);
      const groups = others.locator('li[data-document]');
      expect(await groups.evaluateAll((all) => all.map((one) => one.getAttribute('data-document')))).toEqual([
        'hz-2024-2026',
        'zj-pharma-innovation',
        'hz-2021-39',
        'zj-life-health-draft'
      ]);
      await expect(groups.first().locator('.badge.ok')).toHaveCount(1);
      await expect(others.locator('.badge')).toHaveCount(4);
      // what is not in force is one touch away
      const past = groups.nth(1).locator('a[href*="shaoxing-pharma"]');
      await expect(past).toBeHidden();
      await groups.nth(1).locator('summary').first().click();
      await expect(past).toBeVisible();
      // a name leads to its clauses
      await groups.nth(1).locator('a[href*="shaoxing-pharma"]').click();
      await expect(page).toHaveURL(/places\/shaoxing-pharma\/$/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(words.shaoxing);
      await expect(await sourceLine(page.locator('.citations a').first())).toHaveAttribute('href', /documents\//);
    });

    test('support in force is listed; the rest is a line that says why and leads to it', async ({ page }) => {
      await page.goto(`${words.at}zones/h24-core-qiantang/`);
      const measures = page.locator('#incentives');
      await expect(measures.locator('.badge.ok')).toHaveCount(1);
      await expect(measures.locator('li')).toHaveCount(11);
      await expect(await sourceLine(measures.locator('li .citations a').first())).toHaveAttribute('href', /documents\/hz-2024-2026\//);
      const others = measures.locator('p').filter({ has: page.locator('a[href*="/support/?documents="]') });
      await expect(others).toContainText(words.expired);
      await expect(others).toContainText('86');
      // on a day before its end, the same document is in force: its measures are where the page leads
      await page.goto(`${words.at}zones/h24-core-qiantang/?day=2024-01-01`);
      await expect(measures.locator('a[href*="?documents=hz-2021-39"]')).toBeVisible();
      await page.goto(`${words.at}zones/h24-core-qiantang/`);
      await others.getByRole('link').click();
      await expect(page).toHaveURL(/\/support\/\?documents=.*hz-2021-39.*#measures$/);
      await expect(page.locator('#measures .notice')).toContainText(words.listed);
      await expect(page.locator('#h21-overseas-market')).toBeVisible();
      await expect(page.locator('#measures .badge.ok')).toHaveCount(0);
      await page.locator('#measures .notice').getByRole('button').click();
      await expect(page).not.toHaveURL(/documents=/);
      await expect(page.locator('#measures .badge.ok').first()).toBeVisible();
    });

    test('a sector’s page names its places, current documents first', async ({ page }) => {
      await page.goto(`${words.at}sectors/synbio/`);
      const rows = page.locator('#where tbody tr');
      await expect(rows).toHaveCount(5);
      expect(await rows.evaluateAll((list) => list.map((row) => row.getAttribute('data-unit')))).toEqual(['330114', '330109', '330106', '330105', '330700']);
      for (const [row, clause] of [
        [0, words.clauses[0]],
        [1, words.clauses[1]],
        [3, words.clauses[2]]
      ] as const) {
        expect(await rows.nth(row).locator('.citations a').first().getAttribute('aria-label')).toContain(clause);
      }
      await expect(rows.nth(4).locator('.citations a').first()).toHaveAccessibleName(new RegExp(words.draft));
      await expect(rows.nth(4).locator('.citations .warn').first()).toBeVisible();
    });

    test('“what is my county’s role?” takes two clicks', async ({ page }) => {
      for (const [adcode, zone] of [
        ['330727', words.circle],
        ['330900', words.marine]
      ] as const) {
        await page.goto(`${words.at}sectors/`);
        await page.getByRole('main').getByRole('link', { name: words.units }).click();
        await page.getByRole('main').locator(`a[href$="/units/${adcode}/"]`).click();
        await expect(page.locator('#roles').getByRole('link', { name: zone }).first()).toBeVisible();
      }
    });

    test('a unit’s page tells what it is in now, and what it was in at the foot', async ({ page }) => {
      await page.goto(`${words.at}units/330114/`);
      await expect(page.getByRole('main').locator('header a[href="#role-h24-core-qiantang"]')).toHaveText(words.zone);
      await expect(page.locator('#roles .badge').first()).toHaveText(words.inForce);
      await expect(page.locator('#roles').getByText(words.ended)).toHaveCount(0);
      const past = page.locator('#history details').first();
      await expect(past).not.toHaveAttribute('open');
      await past.locator('summary').first().click();
      await expect(past.getByText(words.ended).first()).toBeVisible();
      // on a day of its plan period, the province’s plan is among what holds
      await page.goto(`${words.at}units/330114/?day=2024-06-01`);
      await expect(page.locator('#roles #role-z22-core-hangzhou')).toBeVisible();
    });

    test('the index of units can be searched', async ({ page }) => {
      await page.goto(`${words.at}units/`);
      await expect(page.getByRole('main').locator('section li a')).toHaveCount(90);
      await page.getByRole('searchbox').fill('舟山');
      await page.getByRole('searchbox').fill(words.at === './' ? '磐安' : 'panan');
      await expect(page.getByRole('main').locator('section li a')).toHaveCount(1);
      await page.getByRole('searchbox').fill('xyzzy');
      await expect(page.getByRole('status').filter({ hasText: 'xyzzy' })).toBeVisible();
    });
  });
}

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('facts, languages and structured data are in the HTML', async ({ page }) => {
    await page.goto('./zones/h24-core-qiantang/');
    await expect(page.locator('#sectors ul li')).toHaveCount(9);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/zones\/h24-core-qiantang\/$/);
    await expect(page.locator('link[hreflang="en"]')).toHaveAttribute('href', /\/en\/zones\/h24-core-qiantang\/$/);
    await expect(page.locator('link[hreflang="x-default"]')).toHaveCount(1);
    await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /钱塘核心区/);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as Record<string, unknown>;
    expect(data).toMatchObject({ '@type': 'Place', name: '钱塘核心区', alternateName: 'Qiantang core', identifier: 'h24-core-qiantang' });
  });
});

test.describe('the membership table', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('has the map’s members by unit and zone, with heads, without JavaScript', async ({ page }) => {
    await page.goto('./layouts/zj-one-core-two-belts-two-circles/');
    await page.getByText('成员一览表').click();
    const table = page.getByRole('table', { name: '各市县属于哪个片区' });
    await expect(table.getByRole('columnheader')).toHaveCount(6);
    const cells = (name: string) =>
      table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name }) })
        .getByRole('cell');
    await expect(cells('丽水市')).toHaveText(['', '', '', '✓', '']);
    await expect(cells('杭州市')).toHaveText(['(✓)', '(✓)', '(✓)', '1/13', '']);
    await expect(table.getByRole('link', { name: '丽水市' })).toHaveAttribute('href', /\/units\/331100\/$/);
  });
});

test('sitemap and robots', async ({ request, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  const sitemap = await (await request.get('./sitemap.xml')).text();
  for (const path of [
    '/zones/h24-core-qiantang/',
    '/en/zones/h24-core-qiantang/',
    '/sectors/synbio/',
    '/units/330727/',
    '/en/units/',
    '/documents/hz-2021-39/'
  ]) {
    expect(sitemap).toContain(`${path}</loc>`);
  }
  expect(sitemap.match(/<url>/g)!.length * 3).toBe(sitemap.match(/<xhtml:link /g)!.length);
  expect(await (await request.get('./robots.txt')).text()).toContain('User-agent: *');
});

test('on paper a zone’s page is light, without controls, and says where it is from', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('./zones/h24-core-qiantang/');
  await expect(page.locator('details.actions').first()).toBeHidden();
  await expect(page.locator('header.top')).toBeHidden();
  await expect(page.getByText(/http.*\/zones\/h24-core-qiantang\//)).toBeVisible();
  const ink = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
  const [red = 255] = ink.match(/\d+/g)!.map(Number);
  expect(red).toBeLessThan(80);
});
