import type { FrameLocator, Page } from '@playwright/test';
import { accessibilityFaults } from './support/axe';
import { ONE_SCREEN, expect, oneScreen, test } from './support/test';

/* The map as a guest in another page. */

const SIZES = [
  [320, 240],
  [1200, 800]
] as const;
const LANGUAGES = [
  { root: '', open: '打开完整地图', panel: '图例与列表', name: '杭州“一核四园多点”', short: '一核四园多点', ended: '规划期已结束' },
  {
    root: 'en/',
    open: 'Open the full map',
    panel: 'Legend and list',
    name: 'Hangzhou: one core, four parks, many points',
    short: 'Core, parks',
    ended: 'Plan period ended'
  }
] as const;

/** A page of someone else's with the map in a frame. */
async function framed(page: Page, baseURL: string, src: string, [width, height]: readonly [number, number]): Promise<FrameLocator> {
  await page.setViewportSize({ width: Math.max(390, width + 40), height: height + 80 });
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html data-ready><title>Host</title><iframe src="${new URL(src, baseURL).href.replaceAll('&', '&amp;')}" title="map" width="${width}" height="${height}"></iframe>`
    })
  );
  await page.goto('host.html');
  return page.frameLocator('iframe');
}

for (const language of LANGUAGES) {
  for (const size of SIZES) {
    test(`${language.root || 'zh/'} fills a frame of ${size.join(' × ')}, with nothing of the site around it`, async ({ page, baseURL }, { project }) => {
      test.skip(project.name === 'phone' && size[0] > 400, 'wider than a phone');
      const frame = await framed(page, baseURL!, `${language.root}embed/?layout=hz-one-core-four-parks&zone=h24-core-qiantang`, size);
      await expect(frame.getByTestId('embed')).toHaveAttribute('data-ready', 'true');
      await expect(frame.getByTestId('map')).toHaveAttribute('data-state', 'idle', { timeout: 90_000 });
      await expect(frame.getByRole('heading', { level: 1 })).toContainText(size[0] < 480 ? language.short : language.name);
      await expect(frame.getByRole('navigation')).toHaveCount(0);
      await expect(frame.locator('body')).toHaveJSProperty('scrollWidth', size[0]);
      expect(await frame.locator('html').evaluate((root) => root.scrollHeight)).toBe(size[1]);
      const map = await frame.getByTestId('map').boundingBox();
      expect(map!.width).toBeGreaterThan(size[0] * 0.7);
      expect(map!.height).toBeGreaterThan(size[1] * 0.7);

      const link = frame.getByRole('link', { name: language.open });
      expect(new URL((await link.getAttribute('href'))!, baseURL).search).toBe('?layout=hz-one-core-four-parks&zone=h24-core-qiantang');
      const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
      await expect(opened).toHaveURL(
        new RegExp(`^${new URL(language.root, baseURL).href.replace(/[.?]/g, '\\$&')}\\?layout=hz-one-core-four-parks&zone=h24-core-qiantang$`)
      );
      await expect(opened.getByTestId('selection')).toBeVisible();
      await opened.close();
    });
  }

  test(`${language.root || 'zh/'} its panel opens, closes, filters and picks; the status is said`, async ({ page, isMobile }) => {
    test.skip(isMobile === (language.root === 'en/'), 'one language on a phone, the other on a desktop');
    await page.goto(`${language.root}embed/?legend=0`);
    await expect(page.getByTestId('embed')).toHaveAttribute('data-ready', 'true');
    await expect(page.getByText(language.ended).first()).toBeVisible();
    const panel = page.getByRole('region', { name: language.panel });
    await expect(panel).toBeHidden();
    await page.getByRole('button', { name: language.panel }).click();
    await expect(panel).toBeVisible();
    const steps = await page.evaluate(() => history.length);
    await panel.locator('[data-zone="z22-belt-pharma"]').click();
    await expect(page).toHaveURL(/zone=z22-belt-pharma/);
    await expect(page).toHaveURL(/legend=0/);
    // the page around keeps its own history
    expect(await page.evaluate(() => history.length)).toBe(steps);
    if (!isMobile) await expect(page.locator('.selected a')).toHaveAttribute('target', '_blank');
  });
}

test('hostile parameters fall back, and are named', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto('en/embed/?layout=%3Cscript%3E&zone=../../x&legend=%22onload&interactive=maybe&view=1e9,,&hide=core.x');
  await expect(page.getByTestId('embed')).toHaveAttribute('data-ready', 'true');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Zhejiang|Core, belts/);
  const notice = page.getByRole('status').filter({ hasText: 'could not be read' });
  for (const name of ['layout', 'zone', 'legend', 'interactive', 'view']) await expect(notice).toContainText(name);
});

test('interactive=0 shows a still picture and fetches no map', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  const scripts: string[] = [];
  page.on('request', (request) => void (request.resourceType() === 'script' && scripts.push(request.url())));
  await page.goto('en/embed/?interactive=0&layout=zj-key-fields&legend=0');
  const picture = page.getByRole('img', { name: 'Map: Zhejiang: key fields by city' });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  expect(scripts.filter((url) => /maplibre|MapCanvas|deck/.test(url))).toEqual([]);
});

test('is not for search engines, and has no accessibility fault', async ({ page }) => {
  await page.goto('en/embed/');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.getByTestId('embed')).toHaveAttribute('data-ready', 'true');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('picture and list are there, links leave the frame', async ({ page }) => {
    await page.goto('embed/');
    await expect(page.getByRole('img').first()).toBeVisible();
    await expect(page.locator('[data-zone]')).toHaveCount(5);
    await expect(page.locator('[data-zone]').first()).toBeVisible();
    await expect(page.locator('base')).toHaveAttribute('target', '_blank');
  });
});
