import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/axe';
import { sourceLine } from './support/source-line';
import { ONE_SCREEN, PHONE, expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

/* The page of targets: find, filter, sort, share; what has fallen due on the reader's day; nothing is summed or called achieved. */

const rows = (page: Page) => page.locator('tr[id^="target-"]');
const status = (page: Page) => page.locator('#deadlines').getByRole('status');

for (const language of [
  {
    name: 'Chinese',
    root: 'targets/',
    search: '检索',
    filters: /^筛选/,
    query: '钱塘 产值',
    noResult: '没有目标符合',
    all: '显示 120 / 120 项目标',
    due: '文件未公布实际完成值',
    runs: '还有 39 天',
    counts: '已到期 42，未到期 27，未载明期限 8；征求意见稿 43',
    expired: '所在文件：已失效',
    damaged: 'doc'
  },
  {
    name: 'English',
    root: 'en/targets/',
    search: 'Search',
    filters: /^Filters/,
    query: 'qiantang output',
    noResult: 'No target matches',
    all: 'Showing 120 of 120 targets',
    due: 'no actual value is published in the documents',
    runs: 'days left: 39',
    counts: '42 due, 27 running, 8 without a deadline; 43 in a draft',
    expired: 'its document: Expired',
    damaged: 'doc'
  }
]) {
  test.describe(language.name, () => {
    oneScreenPerLanguage(language.root === 'en/targets/');

    test('a search finds targets, counts them aloud, and makes a link that can be shared', async ({ page }) => {
      await page.goto(`${language.root}?day=2026-11-22`);
      await expect(rows(page)).toHaveCount(120);
      await expect(status(page)).toContainText(language.all);
      await expect(status(page)).toContainText(language.counts);

      await page.getByRole('searchbox', { name: language.search }).pressSequentially(language.query);
      await expect(rows(page)).toHaveCount(3);
      await expect(page.locator('#target-h24-core-biopharma-output')).toBeVisible();
      await expect(page).toHaveURL(/q=/);
      await expect(page).toHaveURL(/day=2026-11-22/);
      await page.reload();
      await expect(rows(page)).toHaveCount(3);

      await page.getByRole('searchbox').fill('xyzzy');
      await expect(status(page)).toContainText(language.noResult);
    });

    test('filters add up, order turns round, and back undoes one step', async ({ page }) => {
      await page.goto(language.root);
      await page.getByRole('button', { name: language.filters }).click();
      await page.locator('select[name=doc]').selectOption('hz-2024-2026');
      await expect(rows(page)).toHaveCount(31);
      await page.locator('select[name=family]').selectOption('enterprises');
      await expect(rows(page)).toHaveCount(8);
      await page.locator('select[name=sort]').selectOption('value');
      await expect(rows(page).first()).toHaveAttribute('id', /target-h24-(firms-100|influential-firms)/);
      await page.locator('select[name=sort] + button').click();
      await expect(rows(page).first()).toHaveAttribute('id', 'target-h24-firms-specialised-province');
      await expect(page).toHaveURL(/doc=hz-2024-2026&family=enterprises&sort=-value/);
      await page.goBack();
      await page.goBack();
      await page.goBack();
      await expect(rows(page)).toHaveCount(31);
    });

    test('what is due depends on the reader’s day, and a goal ahead in an expired document says so', async ({ page }) => {
      await page.goto(`${language.root}?day=2026-11-22`);
      await expect(page.locator('#target-z22-output')).toContainText(language.due);
      await expect(page.locator('#target-h24-health-revenue')).toContainText(language.runs);
      await expect(page.locator('#target-h21-industry-scale-2030')).toContainText(language.expired);
      await page.goto(`${language.root}?day=2027-01-01&due=running`);
      await expect(rows(page)).toHaveCount(1);
      await page.goto(`${language.root}?day=2027-01-01#target-h24-health-revenue`);
      await expect(page.locator('#target-h24-health-revenue')).toContainText(language.due);
    });

    test('a hostile link opens the page and names what it could not read', async ({ page }) => {
      await page.goto(`${language.root}?doc=%3Cscript%3E&year=1e9&sort=__proto__&due=running&day=2026-11-22`);
      await expect(rows(page)).toHaveCount(27);
      await expect(status(page).first()).toContainText(language.damaged);
    });
  });

  test.describe(language.root, () => {
    // every-page.spec.ts looks at desktops, in the other pairs of language and colours
    const colorScheme = language.root === 'targets/' ? 'dark' : 'light';
    test(`axe finds nothing on a phone, ${colorScheme}`, { tag: PHONE }, async ({ page }) => {
      // some five thousand elements
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.goto(language.root);
      await expect(rows(page)).toHaveCount(120);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
}

test('a link to a target shows it, and says when filters hide it', async ({ page }) => {
  await page.goto('targets/#target-zl-westlake-funding');
  const row = page.locator('#target-zl-westlake-funding');
  await expect(row).toBeInViewport();
  await expect(row).toHaveClass(/marked/);
  await page.goto('targets/?doc=hz-2024-2026#target-zl-westlake-funding');
  const notice = page.getByRole('status').filter({ hasText: '被当前筛选挡住' });
  await notice.getByRole('button').click();
  await expect(rows(page)).toHaveCount(120);
  await page.goto('targets/#target-no-such-target');
  await expect(page.getByText('不在本数据版本中')).toBeVisible();
});

test('nested goals show their share of the one above and are never summed', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('targets/');
  const nest = page.locator('#nested section').filter({ hasText: '“一核四园”生物医药制造业产值' });
  await expect(nest.locator('li')).toHaveCount(3);
  await expect(nest.locator('li').nth(1)).toContainText('67%');
  await expect(nest.locator('li').nth(2)).toContainText('占全市 1/3 以上');
  await expect(nest).toContainText('不可相加');
  // 1500 + 1000 亿, and 3 + 10 + 22 firms
  for (const sum of ['2,500', '35 家']) await expect(page.locator('#nested')).not.toContainText(sum);
  await nest.getByRole('link', { name: '“一核四园”生物医药制造业产值' }).click();
  await expect(page.locator('#target-h24-core-parks-output')).toBeInViewport();
});

test('a number of the counts filters the table', async ({ page }) => {
  await page.goto('targets/?day=2026-11-22');
  const counts = page.locator('#families');
  await counts.locator('summary').click();
  await expect(counts.getByRole('table')).toBeVisible();
  // every target once by deadline and once by kind
  const numbers = (await counts.locator('td a').allTextContents()).map(Number);
  expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(240);
  await expect(counts.getByRole('row', { name: /2022年12月31日/ })).toContainText('33');
  await counts.getByRole('link', { name: /省行动方案.*人才/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: /^筛选/ }).click();
  await expect(page.locator('select[name=family]')).toHaveValue('talent');
  await expect(page.locator('#target-z22-talent-share')).toBeVisible();
});

test('the chart by deadline counts every target, and a group of dots opens into its targets by name', async ({ page }) => {
  await page.goto('targets/?day=2026-11-22');
  const chart = page.locator('#deadlines');
  await expect(chart.getByRole('img', { name: /2026年11月22日/ })).toBeVisible();
  await expect(chart.getByText('今天 2026年11月22日').or(chart.getByText('所选日期 2026年11月22日'))).toBeVisible();
  const heaps = chart.getByRole('link', { name: /项，逐项显示/ });
  const numbers = (await heaps.locator('text').allTextContents()).map(Number);
  expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(120);

  // what still holds is read first, with its deadline and standing in words
  const first = chart.getByRole('listitem').filter({ hasText: '亿元' }).first();
  await expect(first).toContainText('≥ 6,000 亿元');
  await expect(first.getByRole('img')).toHaveAccessibleName(/2026 年.*现行/);

  const heap = chart.getByRole('link', { name: '杭州市，2026：23 项，逐项显示' });
  await heap.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/level=city&unit=330100&year=2026/);
  await expect(page).toHaveURL(/day=2026-11-22/);
  await expect(heaps).toHaveCount(0);
  await expect(chart.locator('ol a')).toHaveCount(23);
  await expect(rows(page)).toHaveCount(23);
  await chart.getByRole('link', { name: /获批上市的1类新药/ }).click();
  await expect(page.locator('#target-h24-class1-drugs')).toBeInViewport();
});

test.describe('on a slow machine', () => {
  oneScreen();
  test('letters typed while the address changes stay in the field', async ({ page }) => {
    await page.goto('en/targets/');
    const field = page.getByRole('searchbox');
    // each pause lets the address follow, and the next letters come while it does
    for (const part of ['qian', 'tang', ' out', 'put']) {
      await field.pressSequentially(part);
      await page.waitForTimeout(245);
    }
    await expect(field).toHaveValue('qiantang output');
    await expect(page).toHaveURL(/q=qiantang\+output/);
    await expect(field).toHaveValue('qiantang output');
    // a link of the page is another view: the field follows it
    await page.locator('#families summary').click();
    await page
      .locator('#families')
      .getByRole('link', { name: /Talent/ })
      .first()
      .click();
    await expect(field).toHaveValue('');
  });
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('every target is in the page, with its value, document and clause', async ({ page }) => {
    await page.goto('targets/');
    await expect(rows(page)).toHaveCount(120);
    const row = page.locator('#target-h24-core-parks-output');
    await expect(row).toContainText('≥ 1,000 亿元');
    // a number that leads to its line in the list, which names the clause and leads to it
    await expect(await sourceLine(row.locator('.citations a').first())).toHaveAttribute('href', /documents\/hz-2024-2026\/#c-/);
    const plan = page.locator('#sources .stack').filter({ has: page.locator('a[href$="/documents/hz-2024-2026/"]') });
    await expect(plan.last()).toContainText('一（二）¶2');
    await expect(page.locator('noscript p')).toBeVisible();
    expect(await page.locator('noscript').innerHTML()).toContain('未启用 JavaScript');
  });
});

test('nothing sticks out at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('en/targets/');
  await expect(rows(page)).toHaveCount(120);
  const sticking = await page.locator('main').evaluate((main) => main.scrollWidth);
  expect(sticking).toBeLessThanOrEqual(320);
});
