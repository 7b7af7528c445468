import type { Locator, Page } from '@playwright/test';
import { clickMiddle } from './support/click-middle';
import { mapIdle } from './support/map-idle';
import { ONE_SCREEN, expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

/* The explorer's main jobs, on the built site, in both languages, on a desktop and a phone. */

const HANGZHOU = 'hz-one-core-four-parks';
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 800;

/** Fold the phone's sheet away so that the map can be touched. */
async function foldSheet(page: Page): Promise<void> {
  if (!isPhone(page)) return;
  const handle = page.locator('.sheet .handle');
  while ((await page.locator('.sheet.peek').count()) === 0) await handle.click();
  // it slides: wait until it has left the map free
  await expect.poll(async () => (await page.locator('.sheet').boundingBox())?.height ?? Infinity).toBeLessThan(140);
}

for (const language of [
  {
    name: 'Chinese',
    root: '',
    sector: '产业方向',
    hangzhou: '一核四园多点',
    qiantang: '钱塘',
    target: '≥ 500 亿元',
    clause: '二（一）',
    expired: '规划期已结束'
  },
  {
    name: 'English',
    root: 'en/',
    sector: 'Sector',
    hangzhou: 'One core',
    qiantang: 'Qiantang',
    target: '¥50 billion',
    clause: 'II (1)',
    expired: 'Plan period ended'
  }
]) {
  test.describe(language.name, () => {
    oneScreenPerLanguage(language.root === 'en/');

    test('opens on the province, Hangzhou is one click away', async ({ page }) => {
      await page.goto(language.root);
      await mapIdle(page);
      await expect(page.locator('[data-zone]')).toHaveCount(5);
      // the plan of 2022–2024 is over, and says so
      await expect(page.getByText(language.expired).first()).toBeVisible();

      await page.locator(`[data-layout="${HANGZHOU}"]`).click();
      await expect(page).toHaveURL(new RegExp(`layout=${HANGZHOU}`));
      await expect(page.locator('[data-zone]')).toHaveCount(8);
    });

    test('none of the start page’s zones is empty: what its plan leaves blank, other documents name on its ground', async ({ page }) => {
      await page.goto(language.root);
      const zones = await page.locator('[data-zone]').evaluateAll((all) => all.map((one) => one.getAttribute('data-zone') ?? ''));
      expect(zones).toHaveLength(5);
      for (const zone of zones) {
        await page.goto(`${language.root}?zone=${zone}`);
        const others = page.getByTestId('others');
        await expect(others.getByRole('heading')).toContainText(/ [1-9]\d*$/);
        await expect(others.locator('li[data-document] .badge').first()).toBeVisible();
        await expect(others.locator('li[data-document] a:not([href*="/documents/"])').first()).toBeVisible();
      }
      // a name opens its place, whose clauses stand there
      await page.getByTestId('others').locator('li[data-document] a:not([href*="/documents/"])').first().click();
      await expect(page).toHaveURL(/place=/);
      await expect(page.getByTestId('selection').locator('.citations a').first()).toBeVisible();
    });

    test('a zone picked on the canvas gives a cited target', async ({ page }) => {
      await page.goto(`${language.root}?layout=${HANGZHOU}&view=120.49,30.3,10`);
      const map = await mapIdle(page);
      await foldSheet(page);
      await clickMiddle(page, map);
      await expect(page).toHaveURL(/zone=h24-core-qiantang/);
      const selection = page.getByTestId('selection');
      await expect(selection.getByRole('heading', { level: 2 })).toContainText(language.qiantang);
      const target = selection.locator('#target-h24-core-biopharma-output');
      await expect(target).toContainText(language.target);
      const mark = target.locator('.citations > a:not(.note)');
      expect(await mark.getAttribute('aria-label')).toContain(language.clause);

      await mark.click();
      const card = page.getByRole('dialog');
      await expect(card).toContainText(language.clause);
      await card.getByRole('link').click();
      await expect(page).toHaveURL(/documents\/hz-2024-2026\/#c-/);
      await expect(page.locator('li:target')).toContainText('二（一）');
    });

    test('a pasted link restores the view, and back and forward walk through it', async ({ page }) => {
      await page.goto(`${language.root}?layout=${HANGZHOU}&zone=h24-park-binjiang`);
      await mapIdle(page);
      const heading = page.getByTestId('selection').getByRole('heading', { level: 2 });
      const first = await heading.textContent();
      await page.getByTestId('selection').getByRole('button').first().click();
      await expect(page.getByTestId('selection')).toHaveCount(0);
      await page.goBack();
      await expect(heading).toHaveText(first ?? '');
      await page.reload();
      await expect(heading).toHaveText(first ?? '');
    });

    test('a damaged link shows what it can and says what it could not read', async ({ page }) => {
      await page.goto(`${language.root}?layout=%3Cscript%3E&zone=nothing&view=1e999,,&hide=x&sector=synbio`);
      await mapIdle(page);
      await expect(page.getByRole('status').filter({ hasText: 'layout' })).toContainText('view');
      await expect(page.getByLabel(language.sector, { exact: true })).toHaveValue('synbio');
    });
  });
}

/** Boxes of what a locator finds, px. */
const boxes = (locator: Locator) => locator.evaluateAll((list) => list.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));

for (const path of ['', 'en/', `layouts/${HANGZHOU}/`, `en/layouts/${HANGZHOU}/`]) {
  test(`/${path} shows all zones at first sight`, async ({ page, isMobile }) => {
    if (!isMobile) await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    await expect(page.getByTestId('explorer')).toHaveAttribute('data-ready', 'true');
    const { height, width } = page.viewportSize()!;
    const shown = await boxes(page.locator('[data-zone]'));
    expect(shown.length).toBeGreaterThanOrEqual(5);
    if (isMobile) {
      // a row to swipe: two cards and a part of the third, and the map above is the larger part of the screen
      const whole = shown.filter((box) => box.left >= 0 && box.right <= width && box.bottom <= height);
      expect(whole.length).toBeGreaterThanOrEqual(2);
      expect(shown[whole.length]!.left).toBeLessThan(width - 16);
      expect(new Set(shown.map(({ top }) => Math.round(top))).size).toBe(1);
      expect((await boxes(page.locator('.sheet')))[0]!.top).toBeGreaterThan(height / 2);
      await page.locator('.sheet .handle').click();
      await expect(page.locator('.sheet.full')).toHaveCount(1);
      const listed = await boxes(page.locator('[data-zone]'));
      expect(new Set(listed.map(({ left }) => Math.round(left))).size).toBe(1);
    } else {
      for (const box of shown) expect(box.bottom).toBeLessThanOrEqual(height);
    }
    // what is not there is not counted
    await expect(page.locator('.sheet')).not.toContainText(/(^|[^\d])0 (个|项|parks|platforms|targets)/);
    // and each small map has been found
    const svg = await page.request.get((await page.locator('.shape use').first().getAttribute('href'))!.split('#')[0]!);
    const ids = await page.locator('.shape use').evaluateAll((list) => list.map((use) => use.getAttribute('href')!.split('#')[1]!));
    const text = await svg.text();
    for (const id of new Set(ids)) expect(text).toContain(`id="${id}"`);
  });
}

test('a plan that is over leads to the one in force, with its last day', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('?day=2026-11-28');
  await expect(page.getByTestId('explorer')).toHaveAttribute('data-ready', 'true');
  await page.locator('[data-layout="hz-one-core-four-parks"]').filter({ hasText: '现行' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '一核四园多点' })).toBeVisible();
  await expect(page.getByText('至 2026年12月31日，还有 33 天')).toBeVisible();
});

test('which zones a city belongs to is answered at a click', async ({ page }) => {
  await page.goto('?view=119.5,29.95,8');
  const map = await mapIdle(page);
  await foldSheet(page);
  await clickMiddle(page, map);
  await expect(page).toHaveURL(/unit=3301/);
  const selection = page.getByTestId('selection');
  await expect(selection).toContainText('创新策源核');
  await expect(selection).toContainText('制药产业创新赋能带');
  await expect(selection).toContainText('医疗器械创新赋能带');
});

test('Esc clears the selection', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto(`?layout=${HANGZHOU}&zone=h24-park-yuhang`);
  const map = await mapIdle(page);
  await expect(page.getByTestId('selection')).toBeVisible();
  await map.locator('canvas').first().focus();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('selection')).toHaveCount(0);
});

test('the zones can be walked through with the keyboard alone', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto(`?layout=${HANGZHOU}`);
  await mapIdle(page);
  await page.getByRole('button', { name: '下一个片区' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/zone=h24-core-qiantang/);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/zone=h24-park-binjiang/);
});

test('the sector filter leaves the zones that name the sector', async ({ page }) => {
  await page.goto(`?layout=${HANGZHOU}`);
  await mapIdle(page);
  await page.getByLabel('产业方向', { exact: true }).selectOption('synbio');
  await expect(page.locator('[data-zone]')).toHaveCount(2);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.locator('[data-zone]')).toHaveCount(8);
});

test('where no zone is left by the sector filter, a line says which clause names the sector', async ({ page }) => {
  await page.goto(`?layout=${HANGZHOU}&sector=generics`);
  const line = page.getByTestId('sector-line');
  await expect(line).toContainText('本布局没有片区点名');
  await expect(page.locator('[data-zone]')).toHaveCount(0);
  await expect(line.getByRole('link').first()).toHaveAttribute('href', /\/sectors\/generics\/$/);
  await expect(line.getByRole('link').last()).toHaveAttribute('href', /\/documents\/hz-2024-2026\/.*#c-/);
  await page.getByRole('button', { name: '清除筛选' }).first().click();
  await expect(line).toBeEmpty();
});

test('first paint does not load the map library', async ({ page, baseURL, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  const html = await (await page.request.get('')).text();
  const preloads = [...html.matchAll(/<link[^>]*>/g)].flatMap(([tag]) => (tag.includes('modulepreload') ? (/href="([^"]+)"/.exec(tag)?.slice(1) ?? []) : []));
  expect(preloads.length).toBeGreaterThan(3);
  for (const href of preloads) {
    const script = await (await page.request.get(new URL(href, baseURL).href)).text();
    expect(script, href).not.toMatch(/maplibregl-|luma\.gl|deck\.gl/);
  }
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });

  test('list, facts and the picture are there', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('svg.static .zone')).toHaveCount(5);
    await expect(page.getByText('未启用 JavaScript')).toBeVisible();
    await page.locator(`[data-layout="${HANGZHOU}"]`).click();
    await page.locator('[data-zone="h24-core-qiantang"]').click();
    await expect(page.locator('#target-h24-core-biopharma-output')).toContainText('≥ 500 亿元');
  });
});
