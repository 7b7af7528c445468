import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/axe';
import { sourceLine } from './support/source-line';
import { ONE_SCREEN, expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

/* Guided walks on the built site: read without JavaScript, presented with it, in both languages. */

const player = (page: Page) => page.getByTestId('story-player');

for (const language of [
  {
    name: 'Chinese',
    root: '',
    start: '全屏讲解',
    next: '下一步',
    leave: '退出',
    belts: '两带：方案只写了名目',
    first: '一张分工图',
    second: '一核：杭州，由行文推断',
    ended: '规划期已结束',
    question: '台州市在哪一部分？',
    answer: '看答案和依据',
    marine: '海洋生态医药产业圈',
    partly: '其中三门县、天台县、仙居县'
  },
  {
    name: 'English',
    root: 'en/',
    start: 'Present full screen',
    next: 'Next',
    leave: 'Leave',
    belts: 'Two belts: the plan gives only the label',
    first: 'A map of who does what',
    second: 'The core: Hangzhou, by inference',
    ended: 'Plan period ended',
    question: 'Which part is Taizhou City in?',
    answer: 'Show the answer and its source',
    marine: 'Marine eco-pharma circle',
    partly: 'only Sanmen County, Tiantai County and Xianju County'
  }
]) {
  const story = `${language.root}stories/zhejiang-layout/`;

  test.describe(language.name, () => {
    oneScreenPerLanguage(language.root === 'en/');

    test('from the index into the player, through it by button, and back out', async ({ page }) => {
      await page.goto(`${language.root}stories/`);
      await page.locator('main a[href*="zhejiang-layout"]').last().click();
      await expect(player(page)).toBeVisible();
      await expect(page).toHaveURL(/step=1/);
      await expect(player(page).getByRole('heading', { name: language.first })).toBeVisible();
      await player(page).getByRole('button', { name: language.next, exact: true }).click();
      await expect(player(page).getByRole('heading', { name: language.second })).toBeVisible();
      await expect(player(page).getByRole('status')).toContainText(language.second);
      await player(page).getByRole('button', { name: language.leave }).click();
      await expect(player(page)).toHaveCount(0);
      await expect(page).not.toHaveURL(/step=/);
    });

    test('a link to a step opens it, with its sources and their status on the reader’s day', async ({ page }) => {
      await page.goto(`${story}?step=3`);
      await expect(player(page).getByRole('heading', { name: language.belts })).toBeVisible();
      await expect(player(page).locator('a[href*="/documents/askci-2023/"]').first()).toBeVisible();
      await expect(player(page).getByText(language.ended).first()).toBeVisible();
      await page.goto(`${story}?step=3&day=2023-01-01`);
      await expect(player(page).getByRole('heading', { name: language.belts })).toBeVisible();
      await expect(player(page).getByText(language.ended)).toHaveCount(0);
    });

    test('a damaged step shows the page to read', async ({ page }) => {
      await page.goto(`${story}?step=%3Cscript%3E`);
      await expect(page.getByRole('link', { name: language.start })).toBeVisible();
      await expect(player(page)).toHaveCount(0);
    });

    test('after it, which part a city is in is answered from the data, several right, with clauses', async ({ page }) => {
      await page.goto(story);
      const question = page.locator('.question').filter({ has: page.getByRole('group', { name: language.question }) });
      await question.getByLabel(language.marine).check();
      await question.getByText(language.answer).click();
      await expect(question.locator('.verdict.yes')).toHaveCount(3);
      await expect(question.locator('details')).toContainText(language.partly);
      const marks = question.locator('details .citations a');
      await expect(marks.first()).toBeVisible();
      const clauses = await Promise.all((await marks.all()).map(async (mark) => (await sourceLine(mark)).getAttribute('href')));
      expect(clauses.join(' ')).toContain('/documents/zj-2022-2024/');
    });

    test('nothing for axe to complain of in the player, light and dark', async ({ page }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(`${story}?step=3`);
        await expect(player(page)).toBeVisible();
        expect(await accessibilityFaults(page, { include: '[data-testid=story-player]' }), colorScheme).toEqual([]);
      }
    });

    test('nothing reaches beyond a window of 320 px', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      for (const [address, part] of [
        [story, 'main'],
        [`${story}?step=4`, '[data-testid=story-player]']
      ] as const) {
        await page.goto(address);
        await expect(page.locator(part)).toBeVisible();
        expect(await page.locator(part).evaluate((element) => element.scrollWidth), address).toBeLessThanOrEqual(320);
      }
    });
  });
}

test('keys of a keyboard and a clicker turn the steps, and Esc leaves to where one came from', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('stories/hangzhou-layout/');
  await page.getByRole('link', { name: '全屏讲解' }).click();
  await expect(player(page)).toBeVisible();
  const at = (step: number) => expect(player(page).getByText(`第 ${step} 步，共 6 步`, { exact: true })).toBeVisible();
  for (const [key, step] of [
    ['ArrowRight', 2],
    ['PageDown', 3],
    ['PageUp', 2],
    ['Space', 3],
    ['Shift+Space', 2],
    ['End', 6],
    ['ArrowRight', 6],
    ['ArrowLeft', 5],
    ['Home', 1]
  ] as const) {
    await page.keyboard.press(key);
    await at(step);
    await expect(page).toHaveURL(new RegExp(`step=${step}`));
  }
  await page.keyboard.press('Escape');
  await expect(player(page)).toHaveCount(0);
  await expect(page).toHaveURL(/hangzhou-layout\/$/);
});

test('Back leaves the player in one step, however far one went', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('stories/hangzhou-layout/');
  await page.getByRole('link', { name: '全屏讲解' }).click();
  await expect(player(page)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/step=3/);
  await page.goBack();
  await expect(player(page)).toHaveCount(0);
});

test('a swipe turns the step', async ({ page }) => {
  await page.goto('stories/hangzhou-layout/?step=2');
  await expect(player(page)).toBeVisible();
  const swipe = async (from: number, to: number) => {
    const body = player(page).locator('.body');
    await body.dispatchEvent('pointerdown', { pointerType: 'touch', clientX: from, clientY: 300, bubbles: true });
    await body.dispatchEvent('pointerup', { pointerType: 'touch', clientX: to, clientY: 310, bubbles: true });
  };
  await swipe(300, 120);
  await expect(page).toHaveURL(/step=3/);
  await swipe(120, 300);
  await expect(page).toHaveURL(/step=2/);
});

test('the map of a step opens with what it showed', async ({ page }) => {
  await page.goto('stories/hangzhou-layout/');
  await expect(page.locator('#step-2 .open')).toHaveAttribute('href', /\?layout=hz-one-core-four-parks&zone=h24-core-qiantang$/);
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });

  test('all six steps are there, each with its map, members and clauses', async ({ page }) => {
    await page.goto('stories/zhejiang-layout/');
    for (let step = 1; step <= 6; step++) {
      const one = page.locator(`#step-${step}`);
      await expect(one.getByRole('img')).toBeVisible();
      await expect(one.locator('.citations a').first()).toBeVisible();
    }
    await expect(page.locator('#step-3')).toContainText('湖州市、杭州市、绍兴市、金华市、台州市“等”');
    await expect(page.locator('table')).toContainText('衢江区');
  });
});

test('printed, it is six steps on three sheets and the sources on a fourth at most', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('en/stories/hangzhou-layout/');
  await expect(page.getByText('Thirteen districts')).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThanOrEqual(3);
  expect(sheets).toBeLessThanOrEqual(4);
});
