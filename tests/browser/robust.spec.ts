import type { Page } from '@playwright/test';
import { mapIdle } from './support/map-idle';
import { expect, oneScreen, test } from './support/test';

/* Bad luck: no graphics, a lost graphics context, code that does not arrive, damaged storage, two tabs. */

oneScreen();

/** What the browser says when a test cuts off a request. */
const CUT_OFF = /ERR_FAILED|Failed to fetch dynamically imported module/;

/** Take the graphics context away from the map, for as long as is wanted. */
const loseContext = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
    const lose = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    Object.assign(window, { giveBack: () => lose?.restoreContext() });
    lose?.loseContext();
  });

test.describe('the graphics context', () => {
  test.use({ allowedFaults: /CONTEXT_LOST|context lost/i });

  test('is lost: the drawing stands in until the map is back, or is asked for again', async ({ page }) => {
    await page.goto('?layout=hz-one-core-four-parks&view=120.2,30.3,9.5');
    const map = await mapIdle(page);
    await loseContext(page);
    const notice = page.getByRole('status').filter({ hasText: '地图画面中断了' });
    await expect(notice).toBeVisible();
    await expect(page.locator('svg.static')).toBeVisible();
    // facts go on meanwhile
    await page.locator('[data-zone="h24-core-qiantang"]').click();
    await expect(page.getByTestId('selection')).toContainText('≥ 500 亿元');
    await page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack());
    await expect(map).toHaveAttribute('data-state', 'idle');
    await expect(notice).toHaveCount(0);
    await expect(page.locator('svg.static')).toHaveCount(0);

    // lost for good: a retry opens another map
    await loseContext(page);
    await notice.getByRole('button', { name: '重试' }).click();
    await mapIdle(page);
    await expect(page.locator('svg.static')).toHaveCount(0);
  });
});

test.describe('without WebGL', () => {
  test.use({ allowedFaults: /WebGL/i });

  test('the picture stays and a plain message says why', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(`?layout=hz-one-core-four-parks`);
    await expect(page.getByText('不支持 WebGL')).toBeVisible();
    await expect(page.locator('[data-zone]')).toHaveCount(8);
    await page.locator('[data-zone="h24-core-qiantang"]').click();
    await expect(page.getByTestId('selection')).toContainText('≥ 500 亿元');
  });
});

test.describe('code that does not arrive', () => {
  test.use({ allowedFaults: CUT_OFF });

  test('leaves the text, and a reload brings the map', async ({ page }) => {
    // the map's chunk by what is in it: its name is not known
    let cut = true;
    await page.route('**/_app/immutable/**/chunks/*.js', async (route) => {
      const response = await route.fetch();
      if (cut && (await response.text()).includes('maplibregl-canvas')) return route.abort();
      return route.fulfill({ response });
    });
    await page.goto('?layout=hz-one-core-four-parks');
    await expect(page.getByText('交互地图没有加载成功')).toBeVisible();
    await expect(page.locator('[data-zone]')).toHaveCount(8);

    const notice = page.getByRole('complementary', { name: '网站状态' });
    await page.route('**/_app/version.json', (route) => route.abort());
    await notice.getByRole('button', { name: '重新载入' }).click();
    await expect(notice).toContainText('现在连不上网站');
    await expect(page.locator('[data-zone]')).toHaveCount(8);

    cut = false;
    await page.unroute('**/_app/version.json');
    await notice.getByRole('button', { name: '重新载入' }).click();
    await mapIdle(page);
    await expect(notice).toHaveCount(0);
  });
});

test.describe('what does not exist', () => {
  test.use({ allowedFaults: /404/ });

  test('is said in the language of its address, with a way on', async ({ page }) => {
    await page.goto('en/zones/nowhere/');
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('link', { name: 'Back to the map' }).click();
    await expect(page.getByTestId('explorer')).toBeVisible();
  });
});

test('damaged storage is set aside', async ({ page }) => {
  await page.goto('method/');
  await page.evaluate(async () => {
    for (const key of ['shortlist', 'pitch', 'theme', 'search-slash']) localStorage.setItem(key, '{"__proto__":[\u0000');
    // a database of our name, of which nothing can be read
    await new Promise((resolve) => {
      indexedDB.open('own-data', 1).onsuccess = (event) => {
        (event.target as IDBOpenDBRequest).result.close();
        resolve(undefined);
      };
    });
  });
  await page.goto('pitch/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('data/');
  await page.getByRole('button', { name: '用示例试一试' }).click();
  await page.getByRole('button', { name: '导入' }).click();
  await page.getByRole('checkbox', { name: '保存在本浏览器（默认不保存）' }).check();
  await expect(page.getByRole('heading', { name: '保存在本浏览器的数据' })).toBeVisible();
});

test('what one tab puts aside, another shows', async ({ page, context }) => {
  await page.goto('zones/h24-core-qiantang/');
  const other = await context.newPage();
  await other.goto(page.url().replace(/zones\/.*$/, 'pitch/'));
  await page.getByRole('button', { name: '加入备选' }).first().click();
  await expect(other.locator('header .count').first()).toHaveText('1');
  // words too: the tab that saves last must not undo the other's
  const title = other.getByLabel('标题', { exact: true });
  await page.goto('pitch/');
  await page.getByLabel('标题', { exact: true }).fill('两个标签页');
  await page.getByLabel('标题', { exact: true }).blur();
  await expect(title).toHaveValue('两个标签页');
});
