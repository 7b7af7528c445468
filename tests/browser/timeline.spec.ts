import { accessibilityFaults } from './support/axe';
import { expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

const languages = [
  {
    path: '/timeline/',
    title: '战略沿革',
    slider: '选择文件（由早到晚）',
    draft: '征求意见稿',
    expired: '已失效',
    enter: '新列入',
    city: '宁波市',
    silent: '上一份同级文件没有列出布局成员',
    sector: '合成生物',
    matrix: '各产业方向由谁、何时点名'
  },
  {
    path: '/en/timeline/',
    title: 'Strategy over time',
    slider: 'Choose a document (earliest to latest)',
    draft: 'Draft for comment',
    expired: 'Expired',
    enter: 'Newly named',
    city: 'Ningbo City',
    silent: 'The document of the same level before it lists no members',
    sector: 'Synthetic biology',
    matrix: 'Who names which sector, and since when'
  }
] as const;

for (const words of languages) {
  test.describe(words.path, () => {
    oneScreenPerLanguage(words.path.startsWith('/en/'));

    test('the slider goes through the documents by keyboard, and the address follows', async ({ page }) => {
      await page.goto(words.path);
      const slider = page.getByRole('slider', { name: words.slider });
      await expect(slider).toHaveAttribute('max', '4');
      await expect(page.locator('#step-zj-pharma-innovation')).toBeVisible();
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      await expect(page).toHaveURL(/[?&]step=zj-life-health-draft/);
      const step = page.locator('#step-zj-life-health-draft');
      await expect(step).toBeVisible();
      await expect(page.locator('#step-zj-pharma-innovation')).toBeHidden();
      await expect(slider).toBeFocused();
      await expect(slider).toHaveAttribute('aria-valuetext', /2019/);
      await expect(step.locator('header').getByText(words.draft, { exact: true }).first()).toBeVisible();
      const entered = step.getByRole('heading', { name: words.enter }).locator('..');
      await expect(entered.getByText(words.city, { exact: true })).toBeVisible();
      await expect(entered.locator('.citations a').first()).toHaveAttribute('href', /\/documents\/zj-life-health-draft\/#c-16/);
      await page.keyboard.press('End');
      await expect(page).toHaveURL(/step=hz-2024-2026/);
      await expect(page.locator('#step-hz-2024-2026').getByText(words.silent)).toBeVisible();
    });

    test('a link opens its step, and a damaged one the first', async ({ page }) => {
      await page.goto(`${words.path}?step=hz-2021-39`);
      await expect(page.locator('#step-hz-2021-39')).toBeVisible();
      await expect(page.locator('#step-hz-2021-39 header').getByText(words.expired, { exact: true })).toBeVisible();
      await page.goto(`${words.path}?step=%3Cscript%3E`);
      await expect(page.locator('#step-zj-pharma-innovation')).toBeVisible();
    });

    test('the map shows as many counties in a state as the legend says', async ({ page }) => {
      await page.goto(`${words.path}?step=zj-2022-2024`);
      const map = page.locator('#step-zj-2022-2024 figure');
      await expect(map.locator('g.enter use')).toHaveCount(26);
      await expect(map.locator('figcaption li').first().locator('.count')).toHaveText('26');
      // what is referred to is in the file of outlines
      const address = (await map.locator('g.enter use').first().getAttribute('href')) ?? '';
      const [file = '', id = ''] = address.split('#');
      expect(await (await page.request.get(file)).text()).toContain(`id="${id}"`);
    });

    test('the table says who names a sector and links to it', async ({ page }) => {
      await page.goto(words.path);
      const row = page
        .getByRole('region', { name: words.matrix })
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: words.sector, exact: true }) });
      await expect(row.getByRole('link')).toHaveAttribute('href', /\/sectors\/synbio\//);
      await expect(row.locator('td').nth(4)).toContainText('4');
      await expect(row.locator('td.first')).toHaveCount(1);
    });

    test('nothing sticks out and axe finds nothing', async ({ page }, { project }) => {
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(`${words.path}?step=zj-2022-2024`);
        await expect(page.getByRole('slider')).toBeVisible();
        expect(await page.locator('main').evaluate((main) => main.scrollWidth)).toBeLessThanOrEqual(width);
      }
      // every-page.spec.ts looks at desktops
      if (project.name === 'phone') expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
}

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  for (const words of languages) {
    test(`all five steps can be read: ${words.path}`, async ({ page }) => {
      await page.goto(words.path);
      const steps = page.locator('section.step');
      await expect(steps).toHaveCount(5);
      for (const step of await steps.all()) await expect(step.getByRole('heading', { level: 2 })).toBeVisible();
      await expect(steps.nth(1).getByText(words.city, { exact: true }).first()).toBeVisible();
      await expect(steps.nth(3).locator('.citations a').first()).toBeVisible();
      await expect(page.getByRole('slider')).toHaveCount(0);
      await expect(page.locator('.slider a').nth(3)).toHaveAttribute('href', '#step-zj-2022-2024');
    });
  }
});
