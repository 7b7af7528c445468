import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { SearchIndex } from '../../src/lib/features/search/entries';
import { resultPath } from '../../src/lib/features/search/result-path';
import { accessibilityFaults } from './support/axe';
import { DESKTOP, ONE_SCREEN, PHONE, expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

/* The search that every page has: open it, type, choose, go there; by keyboard alone, on a phone, in both languages, and when it cannot load. */

const LANGUAGES = [
  {
    name: 'Chinese',
    root: '',
    button: '搜索',
    dialog: '搜索全站',
    close: '关闭',
    sector: '合成生物',
    district: '钱塘区',
    none: '没有找到',
    failed: '搜索没有加载成功',
    retry: '重试'
  },
  {
    name: 'English',
    root: 'en/',
    button: 'Search',
    dialog: 'Search the site',
    close: 'Close',
    sector: 'Synthetic biology',
    district: 'Qiantang District',
    none: 'Nothing found',
    failed: 'could not be loaded',
    retry: 'Try again'
  }
];

const button = (page: Page) => page.locator('button[aria-haspopup=dialog]');
const input = (page: Page) => page.getByRole('combobox');
const options = (page: Page) => page.getByRole('dialog').getByRole('option');
const chosen = (page: Page) => page.getByRole('option', { selected: true });

for (const { name, root, ...words } of LANGUAGES) {
  test.describe(name, () => {
    oneScreenPerLanguage(root === 'en/');

    test('Ctrl+K opens it, letters find, arrows choose, Enter goes there', async ({ page }) => {
      await page.goto(`${root}documents/?day=2026-11-22`);
      await expect(button(page)).toBeVisible();
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog', { name: words.dialog })).toBeVisible();
      await expect(input(page)).toBeFocused();
      await page.keyboard.type('hcsw');
      await expect(chosen(page)).toContainText(words.sector);
      await expect(input(page)).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id')) ?? '');

      await page.keyboard.press('ArrowDown');
      await expect(chosen(page)).toHaveAttribute('href', /\/zones\/h24-future-synbio\/\?day=2026-11-22$/);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await expect(chosen(page), 'from the first up to the last').toHaveText(await options(page).last().innerText(), { useInnerText: true });
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${root}sectors/synbio/`));
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(words.sector);
    });

    test('Esc closes it and gives the focus back', async ({ page }) => {
      await page.goto(`${root}documents/`);
      await button(page).click();
      await input(page).fill('qiantnag');
      await expect(chosen(page), 'in spite of the typo').toContainText(words.district);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(button(page)).toBeFocused();
    });

    test('what is not there is said, with a way on', async ({ page }) => {
      await page.goto(`${root}documents/`);
      await button(page).click();
      await input(page).fill('qwertyuiop');
      await expect(page.getByRole('dialog').locator('p').filter({ hasText: words.none }).last()).toBeVisible();
      await expect(options(page)).toHaveCount(0);
      await page.getByRole('dialog').locator('a[href$="/sectors/"]').click();
      await expect(page).toHaveURL(new RegExp(`/${root}sectors/$`));
      await expect(page.getByRole('dialog')).toBeHidden();
    });

    test('has no accessibility fault when open', async ({ page }) => {
      await page.goto(`${root}documents/`);
      await button(page).click();
      for (const query of ['', '钱塘', 'qwertyuiop']) {
        await input(page).fill(query);
        await expect(options(page).first().or(page.getByText(words.none).last())).toBeVisible();
        expect(await accessibilityFaults(page, { include: 'dialog' }), query).toEqual([]);
      }
    });

    test.describe('without a connection', () => {
      test.use({ allowedFaults: /search\.json|ERR_FAILED/ });
      test('it says so and tries again', async ({ page }) => {
        await page.route('**/search.json', (route) => route.abort());
        await page.goto(`${root}documents/`);
        await button(page).click();
        await expect(page.getByRole('alert')).toContainText(words.failed);
        await page.unroute('**/search.json');
        await page.getByRole('button', { name: words.retry }).click();
        await input(page).fill('qt');
        await expect(chosen(page)).toContainText(words.district);
      });
    });
  });
}

test.describe('without its code', () => {
  test.use({ allowedFaults: /ERR_FAILED/ });
  test('it leads to lists to look things up in', { tag: DESKTOP }, async ({ page }) => {
    // the dialog's chunk by what is in it: its name is not known
    await page.route('**/_app/immutable/**/chunks/*.js', async (route) => {
      const response = await route.fetch();
      return (await response.text()).includes('search-list') ? route.abort() : route.fulfill({ response });
    });
    await page.goto('documents/?day=2026-11-22');
    await button(page).click();
    await expect(page).toHaveURL(/\/sectors\/\?day=2026-11-22$/);
  });
});

test('the slash opens it, not while typing, and can be turned off', { tag: DESKTOP }, async ({ page }) => {
  await page.goto('documents/');
  await expect(button(page)).toBeVisible();
  await page.keyboard.press('/');
  await expect(input(page)).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(input(page)).toHaveValue('a/b');
  await page.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(button(page)).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the rest of a group is shown on request, by keyboard too', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('documents/');
  await button(page).click();
  await input(page).fill('杭州');
  const places = page.getByRole('group', { name: /地点与平台/ }).getByRole('option');
  await expect(places).toHaveCount(6);
  await places.last().click();
  await expect.poll(() => places.count()).toBeGreaterThan(20);
  await expect(input(page)).toBeFocused();
  await expect(chosen(page)).toHaveAttribute('href', /\/places\/|place=/);
  await input(page).fill('杭');
  await expect(places, 'a new question starts short').toHaveCount(6);
});

test('an expired document is marked so, on the picked day', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  const result = page.getByRole('option').filter({ hasText: '1类新药临床研发资助' });
  for (const [day, shown] of [
    ['2026-11-22', true],
    ['2024-01-01', false]
  ] as const) {
    await page.goto(`documents/?day=${day}`);
    await button(page).click();
    await input(page).fill('1类新药临床');
    await expect(result).toBeVisible();
    await expect(result.getByText('已失效')).toHaveCount(shown ? 1 : 0);
  }
});

test('fills a phone from edge to edge, targets large enough', { tag: PHONE }, async ({ page }) => {
  await page.goto('documents/');
  await button(page).tap();
  await input(page).fill('钱塘');
  await expect(options(page).first()).toBeVisible();
  const viewport = page.viewportSize();
  expect(await page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, width: viewport?.width, height: viewport?.height });
  for (const option of await options(page).all()) expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(36);
  await options(page).first().tap();
  await expect(page).toHaveURL(/\/units\/330114\/$/);
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('the button is a link to the sectors', async ({ page }) => {
    await page.goto('documents/');
    await expect(page.getByRole('link', { name: '搜索' })).toHaveAttribute('href', /\/sectors\/$/);
  });
});

test('every result leads to a page and a place on it that exist', { tag: DESKTOP }, async ({ request }) => {
  const { entries } = JSON.parse(readFileSync('static/data/v1/search.json', 'utf8')) as SearchIndex;
  const fragments = new Map<string, Set<string>>();
  for (const entry of entries.filter(({ kind }) => kind !== 'capability')) {
    const [path = '', fragment] = resultPath(entry).slice(1).replace(/\?.*/, '').split('#');
    fragments.set(path, (fragments.get(path) ?? new Set()).add(fragment ?? ''));
  }
  const broken: string[] = [];
  for (const [path, wanted] of fragments) {
    const response = await request.get(path || './');
    const html = response.ok() ? await response.text() : '';
    if (!html) broken.push(path);
    else broken.push(...[...wanted].filter((fragment) => fragment && !html.includes(`id="${fragment}"`)).map((fragment) => `${path}#${fragment}`));
  }
  expect(broken).toEqual([]);
});
