import { accessibilityFaults } from './support/axe';
import { DESKTOP, PHONE, expect, test } from './support/test';

/* What every kind of page must hold: no accessibility fault, no sideways scrolling, facts without JavaScript. */

const PAGES = [
  '',
  'layouts/hz-one-core-four-parks/',
  'zones/h24-core-qiantang/',
  'sectors/',
  'sectors/synbio/',
  'units/',
  'units/330727/',
  'places/',
  'places/hangzhou-pharma-port/',
  'targets/',
  'targets/published/',
  'timeline/',
  'compare/',
  'compare/?zones=h24-core-qiantang,h24-park-xiaoshan',
  'stories/',
  'stories/zhejiang-layout/',
  'match/',
  'support/',
  'pitch/',
  'decide/',
  'data/',
  'documents/',
  'documents/hz-2021-39/',
  'method/'
];

for (const path of PAGES) {
  // the pages’ own tests look at phones; colours do not depend on the language, nor words on the colours: each page is looked at in both, not in all four pairs
  for (const [language, colorScheme] of [
    ['', 'light'],
    ['en/', 'dark']
  ] as const) {
    test(`${language || 'zh/'}${path} has no accessibility fault, ${colorScheme}`, { tag: DESKTOP }, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(language + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      if (path === '' || path.startsWith('layouts/')) await expect(page.getByTestId('explorer')).toHaveAttribute('data-ready', 'true');
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }

  test(`${path || 'start page'} does not scroll sideways at 320 px, nor with text at 200%`, { tag: PHONE }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`en/${path}`);
    for (const size of ['100%', '200%']) {
      await page.evaluate((fontSize) => (document.documentElement.style.fontSize = fontSize), size);
      const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
      expect(scroll, `text at ${size}`).toBeLessThanOrEqual(client);
    }
  });
}
