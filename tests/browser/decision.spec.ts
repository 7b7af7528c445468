import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/axe';
import { ONE_SCREEN, expect, test } from './support/test';

/* One page of A4 that answers a board's question, and the project that travels to it. */

const PROJECT = 's=synbio&stage=manufacturing&land=gmp-plant,land-m3&near=airport&must=land-m3,airport&invest=30000&on=2027-03-01';
const DAY = 'day=2026-11-29';
const paper = (page: Page) => page.locator('.decision');
const pagesOf = async (page: Page) => [...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;

for (const words of [
  {
    path: '/',
    project: ['合成生物', 'M3 工业用地（必须）', '固定资产投资 3 亿元', '2027年3月1日启动'],
    silent: '文件未提',
    must: '必须 · 待问',
    met: '必须 · 满足',
    standing: /现行，至 2026年12月31日（还有 32 天）/,
    distance: [/从已定位的园区/, /从片区范围/, '直线距离'],
    ends: /到期，早于项目启动日（2027年3月1日）/,
    scan: '扫码打开',
    decide: '决策单（一页 A4）',
    support: '测算这个项目的扶持',
    amount: '3 亿元',
    typed: '30000',
    back: '回到匹配结果'
  },
  {
    path: '/en/',
    project: ['Synthetic biology', 'M3 industrial land (must)', 'fixed-asset investment ¥300 million', 'starts on 1 March 2027'],
    silent: 'its document does not name it',
    must: 'must-have · to ask',
    met: 'must-have · met',
    standing: /in force until 31 December 2026 \(32 days left\)/,
    distance: [/from its located parks/, /from its ground/, 'as the crow flies'],
    ends: /before the project starts on 1 March 2027/,
    scan: 'Scan to reopen',
    decide: 'Decision sheet (one A4 page)',
    support: 'Estimate support for this project',
    amount: '¥300 million',
    typed: '300',
    back: 'Back to the match'
  }
] as const) {
  test.describe(words.path, () => {
    test('says what was asked, what is known of each zone and what is not; on one page of paper', async ({ page, isMobile }) => {
      test.skip(isMobile, ONE_SCREEN);
      await page.goto(`${words.path}decide/?${PROJECT}&${DAY}`);
      await expect(paper(page)).toBeVisible();
      for (const part of words.project) await expect(paper(page)).toContainText(part);
      await expect(paper(page).locator('thead th')).toHaveCount(3);
      const land = paper(page).locator('tr[data-wish=land-m3] td');
      await expect(land.first()).toContainText(words.silent);
      await expect(land.first()).toContainText(words.must);
      await expect(paper(page).locator('tr[data-wish=airport] td').first()).toContainText(words.met);
      await expect(paper(page).locator('tr[data-row=standing] td').first()).toContainText(words.standing);
      for (const part of words.distance) await expect(paper(page).locator('tr[data-distance=airport]')).toContainText(part);
      await expect(paper(page).locator('[data-part=questions]')).toContainText(words.ends);
      // every number stands in the list of sources
      const numbers = await paper(page).locator('table sup').allInnerTexts();
      expect(numbers.filter(Boolean).length).toBeGreaterThan(3);
      await expect(paper(page).getByRole('img', { name: words.scan })).toBeVisible();
      // distances from the ground come after the sheet, which is then fitted anew
      await expect.poll(() => pagesOf(page)).toBe(1);
      // three zones without a project's points, and the longest wishes: still one page
      await page.goto(`${words.path}decide/?${PROJECT}&want=cro-service,safety-evaluation,testing-lab,cold-chain&${DAY}`);
      await expect(paper(page)).toBeVisible();
      // distances from the ground come after the sheet, which is then fitted anew
      await expect.poll(() => pagesOf(page)).toBe(1);
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    test('the project travels from match to support and the sheet, and nothing is asked twice', async ({ page, isMobile }) => {
      test.skip(isMobile, ONE_SCREEN);
      await page.goto(`${words.path}match/?${PROJECT}`);
      await page.getByRole('link', { name: words.support }).click();
      await expect(page.locator('#input-fixed-assets')).toHaveValue(words.typed);
      await expect(page.locator('#support-on')).toHaveValue('2027-03-01');
      await expect(page.locator('input[name=for]:checked')).toHaveCount(1);
      await expect(page.getByText(words.amount).first()).toBeVisible();
      await page.locator('#input-fixed-assets').fill(words.path === '/' ? '50000' : '500');
      await page.getByRole('link', { name: words.back }).click();
      await expect(page).toHaveURL(/invest=50000/);
      await expect(page).toHaveURL(/must=land-m3(,|%2C)airport/);
      await page.getByRole('link', { name: words.decide }).click();
      await expect(paper(page).locator('thead th')).toHaveCount(3);
    });
  });
}

test('a hostile link opens the sheet and names what it could not read; zones are the reader’s choice', async ({ page }) => {
  await page.goto(`/decide/?s=synbio,%3Cscript%3E&zones=h24-park-xiaoshan,nowhere&invest=-1&on=2026-02-30`);
  await expect(page.locator('.notice')).toContainText('<script>');
  await expect(page.locator('.notice')).toContainText('nowhere');
  await expect(page.locator('.notice')).toContainText('invest=-1');
  await expect(paper(page).locator('thead th')).toHaveCount(1);
});

test('without a project it leads to the match', async ({ page }) => {
  await page.goto('/decide/');
  await page.getByRole('link', { name: '先描述项目' }).click();
  await expect(page).toHaveURL(/\/match\/$/);
});
