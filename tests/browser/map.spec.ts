import { clickMiddle } from './support/click-middle';
import { mapIdle } from './support/map-idle';
import { ONE_SCREEN, expect, test } from './support/test';

/* The map itself: its inset, its ways from one layout to the other, its places. */

const HANGZHOU = 'hz-one-core-four-parks';

test('a district of the urban core is picked in the inset, with the mouse and by keyboard', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto(`?layout=${HANGZHOU}`);
  await mapIdle(page);
  const inset = page.getByRole('figure', { name: '主城区' });
  await inset.getByRole('button', { name: '滨江区' }).click();
  await expect(page).toHaveURL(/zone=h24-park-binjiang/);
  await page.goto(`?layout=${HANGZHOU}`);
  await mapIdle(page);
  await inset.getByRole('button', { name: '拱墅区' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/zone=h24-belt-future/);
});

test('on a phone a button flies to the urban core and back, and its names can be read there', async ({ page, isMobile }) => {
  test.skip(!isMobile, ONE_SCREEN);
  await page.goto(`?layout=${HANGZHOU}`);
  await mapIdle(page);
  await page.getByRole('button', { name: '主城区' }).click();
  await page.getByRole('button', { name: '返回全市' }).click();
  await expect(page.getByRole('button', { name: '主城区' })).toBeVisible();
});

test('on a phone the key above the sheet says what the marks mean, and a tap fills the members of a zone', async ({ page, isMobile }) => {
  test.skip(!isMobile, ONE_SCREEN);
  await page.goto('');
  await mapIdle(page);
  const key = page.getByRole('group', { name: '底色：所属片区之一' });
  await expect(key.getByRole('button')).toHaveText(['核心', '制药带', '器械带', '山区圈', '海洋圈']);
  await key.getByRole('button', { name: '器械带' }).tap();
  await expect(key.getByRole('button', { pressed: true })).toHaveText(['器械带']);
});

test('the map of the province leads to the layout of its main city', async ({ page, isMobile }) => {
  test.skip(isMobile, 'on a phone the switch of layouts is right below the map');
  await page.goto('');
  const map = await mapIdle(page);
  await map.locator('xpath=ancestor::*[contains(@class, "map-stage")]').getByRole('button', { name: '杭州市' }).click();
  await expect(page).toHaveURL(new RegExp(`layout=${HANGZHOU}`));
});

test('two places at one point have a mark and a name each, and the name that is clicked is the place that opens', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  // known to their town only, some 200 m apart: one name stands to the left of the marks, the other to the right
  for (const [side, id] of [
    [-60, 'hangzhou-pharma-port'],
    [60, 'heda-pharma-valley']
  ] as const) {
    await page.goto(`en/?layout=${HANGZHOU}&view=120.341,30.3375,11`);
    const box = await (await mapIdle(page)).boundingBox();
    if (!box) throw new Error('the map has no size');
    await page.mouse.click(box.x + box.width / 2 + side, box.y + box.height / 2);
    await expect(page).toHaveURL(new RegExp(`place=${id}`));
  }
});

test('a place opens when its mark is clicked close up, and not from afar, where places are only counted', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  await page.goto(`?layout=${HANGZHOU}&view=120.522,30.352,11`);
  let map = await mapIdle(page);
  await clickMiddle(page, map);
  await expect(page).toHaveURL(/place=qianjin-block/);
  await page.goto(`?layout=${HANGZHOU}&view=120.522,30.352,8.4`);
  map = await mapIdle(page);
  await clickMiddle(page, map);
  await expect(page).toHaveURL(/zone=h24-core-qiantang/);
});

test('where the map comes from is told at a click', async ({ page }) => {
  await page.goto('');
  const map = await mapIdle(page);
  const source = map.getByText('WGS 84');
  await expect(source).toBeHidden();
  await map.getByLabel('底图来源').click();
  await expect(source).toBeVisible();
});
