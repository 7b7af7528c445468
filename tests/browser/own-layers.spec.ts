import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/axe';
import { mapIdle } from './support/map-idle';
import { bring, cell, csv, languages, ROWS } from './support/own-data';
import { expect, oneScreen, test } from './support/test';

const words = languages[0];
/** The middle one is in the middle of the map that frames them; none is where those of the other file are. */
const SITES = '地块,经度,纬度,面积\n东,120.40,30.40,1\n中,120.30,30.30,2\n西,120.20,30.20,4\n';
const FIRMS = '企业,经度,纬度\n甲,120.39,30.21\n乙,120.30,30.30\n丙,120.21,30.39\n';

oneScreen();

const layers = (page: Page) => page.getByRole('region', { name: '图层，最上面的在前' });
const names = (page: Page) => layers(page).getByRole('listitem').locator('.called');
async function add(page: Page, name: string, text: string): Promise<void> {
  await bring(page, words.pick, name, Buffer.from(text));
  await page.getByRole('button', { name: words.import, exact: true }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeFocused();
}
async function clickMiddle(page: Page): Promise<void> {
  const map = await mapIdle(page);
  const box = await map.boundingBox();
  if (!box) throw new Error('no map');
  await map.click({ position: { x: box.width / 2, y: box.height / 2 } });
}

test('a second file lies above the first; each is shown, moved, renamed, coloured, corrected and removed by itself', async ({ page }) => {
  await page.goto(words.path);
  await add(page, 'sites.csv', SITES);
  await add(page, 'firms.csv', FIRMS);
  await expect(names(page)).toHaveText(['firms.csv', 'sites.csv']);
  const colours = await layers(page)
    .locator('.name circle')
    .evaluateAll((circles) => circles.map((circle) => circle.getAttribute('fill')));
  expect(new Set(colours).size).toBe(2);

  // what is on top is found first; what is hidden is not found
  await clickMiddle(page);
  await expect(page.locator('.side')).toContainText('乙');
  await page.getByRole('checkbox', { name: '在图上显示 firms.csv' }).uncheck();
  await clickMiddle(page);
  await expect(page.locator('.side')).toContainText('文件第 3 行');
  await expect(page.locator('.side')).toContainText('中');
  // the panel, the legend and the tables are of the layer that was clicked
  await expect(page.getByRole('heading', { name: 'sites.csv', exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: '在图上显示 firms.csv' }).check();
  await clickMiddle(page);
  await expect(page.locator('.side')).toContainText('乙');
  await page.getByRole('button', { name: '下移 firms.csv' }).press('Enter');
  await expect(names(page)).toHaveText(['sites.csv', 'firms.csv']);
  // the keyboard stays with the layer, at the end on the button that still does something
  await expect(page.getByRole('button', { name: '上移 firms.csv' })).toBeFocused();
  await expect(page.getByText('firms.csv 现在是第 2 层，共 2 层')).toBeAttached();
  await clickMiddle(page);
  await expect(page.locator('.side')).toContainText('中');

  await page.getByRole('button', { name: '给图层 sites.csv 改名' }).click();
  await page.getByLabel('新名称').fill('2026 年地块');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '2026 年地块' })).toBeVisible();
  await page.getByRole('radio', { name: '颜色 4' }).check({ force: true });
  expect(await accessibilityFaults(page, { exclude: '.maplibregl-map' })).toEqual([]);

  // the form of a layer corrects that layer
  await page.getByRole('combobox', { name: '数值', exact: true }).selectOption({ label: '面积，合计' });
  await page.getByRole('button', { name: '调整列和坐标系' }).click();
  await page.getByLabel('“地块”列的用途').selectOption('skip');
  await page.getByRole('button', { name: words.import, exact: true }).click();
  await expect(names(page)).toHaveText(['2026 年地块', 'firms.csv']);
  await expect(page.getByRole('combobox', { name: '数值', exact: true })).toHaveValue(/^sum/);
  await expect(page.getByRole('radio', { name: '颜色 4' })).toBeChecked();

  await page.getByRole('button', { name: '移除 2026 年地块' }).click();
  await page.getByRole('button', { name: '确定移除' }).click();
  await expect(names(page)).toHaveText(['firms.csv']);
  await expect(page.getByRole('heading', { name: 'firms.csv', exact: true })).toBeVisible();
});

test('one layer at a time shades districts, and the page says so', async ({ page }) => {
  await page.goto(words.path);
  await add(page, 'sites.csv', SITES);
  await page.getByRole('radio', { name: '按区县', exact: true }).check();
  await add(page, 'firms.csv', FIRMS);
  await page.getByRole('radio', { name: '按片区', exact: true }).check();
  await expect(page.getByText('所以 sites.csv 改回逐行画出')).toBeVisible();
  await layers(page).getByRole('button', { name: 'sites.csv', exact: true }).click();
  await expect(page.getByRole('radio', { name: '自动', exact: true })).toBeChecked();
  await expect(cell(page, words.byDistrict, words.total, 0)).toHaveText('3');

  // what is not kept is not lost by a click beside it
  const asked = page.waitForEvent('dialog');
  await page.getByRole('banner').getByRole('link', { name: '产业集群地图' }).click({ noWaitAfter: true });
  const dialog = await asked;
  expect(dialog.message()).toContain('firms.csv、sites.csv');
  await dialog.dismiss();
  await expect(page).toHaveURL(/\/data\/$/);
  await expect(names(page)).toHaveText(['firms.csv', 'sites.csv']);
});

for (const landscape of [false, true])
  test(`the map is printed on one page with its legend, ${landscape ? 'wide' : 'upright'}`, async ({ page }) => {
    await page.goto(words.path);
    await add(page, 'sites.csv', SITES);
    await add(page, 'plots.csv', csv(ROWS));
    await mapIdle(page);
    // what stands on the paper is there only while the browser prints
    await page.evaluate(() => {
      window.addEventListener('beforeprint', () => {
        const [paper] = document.querySelectorAll<HTMLElement>('.ground section');
        const canvas = paper?.querySelector('canvas');
        const small = new OffscreenCanvas(50, 50).getContext('2d');
        if (canvas) small?.drawImage(canvas, 0, 0, 50, 50);
        const pixels = new Set(new Uint32Array(small?.getImageData(0, 0, 50, 50).data.buffer ?? new ArrayBuffer(0)));
        document.body.dataset.printed = JSON.stringify({ text: paper?.textContent, colours: pixels.size });
      });
    });
    const pdf = (await page.pdf({ landscape, preferCSSPageSize: true })).toString('latin1');
    const { text, colours } = JSON.parse((await page.locator('body').getAttribute('data-printed')) ?? '') as { text: string; colours: number };
    for (const said of ['sites.csv', 'plots.csv', '4 行', '制图日期', '审图号', 'WGS 84', '一行数据', '画成空心圈']) expect(text).toContain(said);
    expect(colours).toBeGreaterThan(10);
    const boxes = [...pdf.matchAll(/\/MediaBox ?\[([^\]]+)\]/g)].map(([, box = '']) => box.trim().split(/\s+/).map(Number).slice(2).map(Math.round));
    // the first page holds the map and nothing else, the tables follow
    expect(boxes.length).toBeGreaterThanOrEqual(2);
    expect(boxes.length).toBeLessThanOrEqual(4);
    for (const [width = 0, height = 0] of boxes) expect(width > height).toBe(landscape);
    // on the screen all is as it was
    await mapIdle(page);
    await expect(page.locator('.ground canvas.maplibregl-canvas')).toBeVisible();
  });
