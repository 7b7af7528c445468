import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { bring, csv, languages, ROWS } from './support/own-data';
import { mapIdle } from './support/map-idle';
import { expect, oneScreen, test } from './support/test';

const words = languages[0];
const OTHERS = ['名称,经度,纬度,面积', '一号地,120.31,30.31,3', '"二,号地",120.32,30.32,5', '=三号,120.33,30.33,'].join('\n');
const SAVE = '存成项目（ZIP）';

oneScreen();

async function add(page: Page, name: string, text: string): Promise<void> {
  await bring(page, words.pick, name, Buffer.from(text));
  await page.getByRole('button', { name: words.import, exact: true }).click();
  await expect(page.getByRole('heading', { name })).toBeFocused();
}

/** What a reader sees of the layers: names with rows, which are shown and looked at, in what colours, and the figures of the one looked at. */
async function seen(page: Page): Promise<unknown> {
  const list = page.getByRole('region', { name: '图层，最上面的在前' });
  const items = await list.getByRole('listitem').all();
  const layers = await Promise.all(
    items.map(async (item) => ({
      text: await item.locator('.line').innerText(),
      shown: await item.getByRole('checkbox').isChecked(),
      active: await item.locator('[aria-pressed]').getAttribute('aria-pressed'),
      colour: await item.locator('.line circle').getAttribute('fill')
    }))
  );
  const figures = page.getByRole('region', { name: words.byDistrict });
  await expect(figures).toBeVisible();
  return { layers, figure: await page.getByRole('combobox', { name: words.figure, exact: true }).inputValue(), figures: await figures.innerText() };
}

test('two layers are saved as a project that another page opens as they were; its tables open anywhere', async ({ page, context }) => {
  await page.goto(words.path);
  await add(page, 'plots.csv', csv(ROWS));
  await page.getByRole('combobox', { name: words.figure, exact: true }).selectOption({ label: words.sum });
  await add(page, '地块.csv', OTHERS);
  await page.getByRole('radio', { name: '颜色 4', exact: true }).check({ force: true });
  await page.getByRole('button', { name: '下移 地块.csv' }).click();
  await page.getByRole('checkbox', { name: '在图上显示 地块.csv' }).uncheck();
  await page.getByRole('button', { name: /^plots\.csv/ }).click();
  await mapIdle(page);
  const before = await seen(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: SAVE }).click()]);
  const file = await readFile(await download.path());
  expect(download.suggestedFilename()).toBe('plots-项目.zip');
  const files = unzipSync(file);
  expect(Object.keys(files).sort()).toEqual(['1-plots-剔除的行.csv', '1-plots.csv', '2-地块.csv', 'README.txt', 'project.json']);
  expect(new TextDecoder().decode(files['2-地块.csv'])).toContain("'=三号");

  const other = await context.newPage();
  await other.goto(words.path);
  await bring(other, words.pick, 'from-a-colleague.zip', file);
  await expect(other.getByRole('heading', { name: 'plots.csv' })).toBeFocused();
  await mapIdle(other);
  expect(await seen(other)).toEqual(before);
  await expect(other.getByText(words.kept)).toBeVisible();
  await expect(other.getByText(words.rejected)).toBeVisible();

  // what was changed is not taken for what was saved
  const changed = Buffer.from(file);
  const at = changed.indexOf('project.json');
  expect(at).toBeGreaterThan(0);
  changed.writeUInt8(changed.readUInt8(at + 20) ^ 0xff, at + 20);
  await bring(other, words.pick, 'damaged.zip', changed);
  await expect(other.getByRole('alert').or(other.locator('.notice')).filter({ hasText: 'damaged.zip' })).toBeVisible();
  expect(await seen(other)).toEqual(before);

  // nor is the refusal forgotten over another file that comes with it
  const together = [['damaged-too.zip', changed] as const, ['more.csv', Buffer.from(OTHERS)] as const];
  await other.getByLabel(words.pick, { exact: true }).setInputFiles(together.map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer })));
  await expect(other.getByRole('alert').or(other.locator('.notice')).filter({ hasText: 'damaged-too.zip' })).toBeVisible();
  expect(await seen(other)).toEqual(before);
});

test('every row of all layers comes out as one ZIP', async ({ page }) => {
  await page.goto(words.path);
  await add(page, 'plots.csv', csv(ROWS));
  await expect(page.getByRole('checkbox', { name: /合成一个 ZIP/ })).toBeHidden();
  await add(page, '地块.csv', OTHERS);
  await page.getByRole('checkbox', { name: '全部 2 个图层，合成一个 ZIP' }).check();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '逐行 CSV', exact: true }).click()]);
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files)).toEqual(['1-地块-逐行.csv', '2-plots-逐行.csv']);
  expect(new TextDecoder().decode(files['2-plots-逐行.csv']).trim().split('\r\n')).toHaveLength(5);
});
