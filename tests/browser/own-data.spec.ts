import gcoord from 'gcoord';
import writeXlsx from 'write-excel-file/node';
import { accessibilityFaults } from './support/axe';
import { mapIdle } from './support/map-idle';
import { bring, cell, csv, drop, gbk, languages, ROWS, saved } from './support/own-data';
import { expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

for (const words of languages) {
  test.describe(words.path, () => {
    oneScreenPerLanguage(words.path.startsWith('/en/'));

    for (const format of ['GBK CSV', 'XLSX'] as const) {
      test(`a ${format} is read, joined and counted as by hand; nothing goes to the address`, async ({ page }) => {
        await page.goto(words.path);
        const address = page.url();
        const requests: string[] = [];
        page.on('request', (request) => {
          if (request.method() !== 'GET') requests.push(request.url());
        });
        await expect(page.getByText(words.private)).toBeVisible();
        if (format === 'XLSX') {
          // numbers as numbers, as Excel writes them
          const rows = ROWS.map((row, i) =>
            row.map((text) =>
              text === '' ? null : i > 0 && /^\d+(\.\d+)?$/.test(text) ? { value: Number(text), type: Number } : { value: text, type: String }
            )
          );
          await bring(page, words.pick, 'plots.xlsx', await writeXlsx(rows).toBuffer());
        } else await bring(page, words.pick, 'plots.csv', gbk(csv(ROWS)));
        if (format === 'GBK CSV') await expect(page.getByText('GB18030')).toBeVisible();
        await expect(page.getByRole('cell', { name: '甲企业' })).toBeVisible();
        await page.getByRole('button', { name: words.import, exact: true }).click();

        await expect(page.getByText(words.kept)).toBeVisible();
        await expect(page.getByText(words.rejected)).toBeVisible();
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.download }).click()]);
        const rejected = (await saved(download)).split('\r\n').filter(Boolean);
        expect(rejected).toHaveLength(4);
        expect(rejected.join('\n')).toContain('火星区');
        // no cell of the file is a formula, not even one quoted from a rejected row
        expect(rejected.join('\n')).not.toMatch(/(^|,|\n)"?=1\+1/);

        await expect(cell(page, words.byDistrict, words.qiantang, 0)).toHaveText('2');
        await expect(cell(page, words.byDistrict, words.total, 0)).toHaveText('4');
        await page.getByRole('combobox', { name: words.figure, exact: true }).selectOption({ label: words.sum });
        // rows, filled, sum, mean: 10 and a blank
        for (const [column, text] of ['2', '1', '10', '10'].entries()) await expect(cell(page, words.byDistrict, words.qiantang, column)).toHaveText(text);
        await expect(cell(page, words.byDistrict, words.xiaoshan, 2)).toHaveText('4');
        // 10 + 5.5 + 4; rejected rows' 100 are in no sum
        await expect(cell(page, words.byDistrict, words.total, 2)).toHaveText('19.5');

        // all four lie in Hangzhou, which is the core and belongs to both belts: each row counts in three zones, and once in the total
        await page.getByRole('combobox', { name: words.layout }).selectOption('zj-one-core-two-belts-two-circles');
        await expect(cell(page, words.byZone, words.total, 0)).toHaveText('4');
        await expect(cell(page, words.byZone, words.total, 2)).toHaveText('19.5');
        await expect(page.getByText(words.shared)).toBeVisible();
        const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV', exact: true }).first().click()]);
        expect(await saved(table)).toContain('19.5');
        expect(page.url()).toBe(address);
        expect(requests).toEqual([]);
      });
    }

    test('points of a Chinese map are recognised by their districts', async ({ page }) => {
      // within 500 m of the western and eastern borders of 滨江, read as GPS they would lie outside
      const border: [number, number][] = Array.from({ length: 240 }, (_, i) => [120.09 + (i % 40) * 0.004, 30.17 + Math.floor(i / 40) * 0.01]);
      await page.goto(words.path);
      const counties = (await (await page.request.get('/data/v1/boundaries/counties.geojson')).json()) as {
        features: { properties: { adcode: string; nameZh: string }; geometry: { type: string; coordinates: number[][][] | number[][][][] } }[];
      };
      const inside = ([x, y]: readonly [number, number], ring: number[][]) =>
        ring.reduce((odd, [x1 = 0, y1 = 0], i) => {
          const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? [];
          return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !odd : odd;
        }, false);
      const districtOf = (at: readonly [number, number]) =>
        counties.features.find(({ geometry }) => {
          const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as number[][][][];
          return polygons.some((rings) => rings[0] && inside(at, rings[0]));
        })?.properties.nameZh;
      const rows = border.flatMap((at) => {
        const district = districtOf(at);
        const [lon, lat] = gcoord.transform(at, gcoord.WGS84, gcoord.GCJ02);
        return district ? [['地块', district, lon.toFixed(6), lat.toFixed(6)]] : [];
      });
      await bring(page, words.pick, 'amap.csv', Buffer.from(csv([['名称', '区县', '经度', '纬度'], ...rows])));
      const choice = page.getByRole('radio', { name: words.gcj });
      await expect(choice).toBeChecked();
      await expect(page.locator('.hint')).toContainText(/GCJ-02/);
      await expect(page.locator('.hint')).toContainText(/100%|9\d(\.\d)?%/);
    });

    test('the map shows rows, hexagons, districts and zones; a click shows the row', async ({ page }) => {
      await page.goto(words.path);
      await page.getByRole('button', { name: words.sample }).click();
      await page.getByRole('button', { name: words.import, exact: true }).click();
      const map = await mapIdle(page);
      for (const mode of words.modes) {
        await page.getByRole('radio', { name: mode, exact: true }).check();
        await mapIdle(page);
        await expect(page.locator('.legend .title')).toBeVisible();
      }
      expect(await accessibilityFaults(page, { exclude: '.maplibregl-map' })).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.locator('main').evaluate((main) => main.scrollWidth)).toBeLessThanOrEqual(320);
      await expect(map).toBeVisible();
    });

    test('a file is dropped anywhere; one row alone is found under the pointer', async ({ page }) => {
      await page.goto(words.path);
      // the map is open before there is a file, and stays
      const waiting = await mapIdle(page);
      await waiting.evaluate((element) => element.setAttribute('data-first', ''));
      const letGo = page.getByText(words.letGo);
      await drop(page, 'one.csv', '名称,经度,纬度\n甲企业,120.345,30.335\n乙企业,120.145,30.235\n丙企业,120.545,30.435\n', () => expect(letGo).toBeVisible());
      await expect(letGo).toBeHidden();
      await page.getByRole('button', { name: words.import, exact: true }).click();
      await expect(page.getByRole('heading', { name: 'one.csv' })).toBeFocused();
      const map = await mapIdle(page);
      await expect(map).toHaveAttribute('data-first');
      // the first of three on a diagonal is in the middle of what is framed
      const box = await map.boundingBox();
      if (!box) throw new Error('no map');
      await map.click({ position: { x: box.width / 2, y: box.height / 2 } });
      await expect(page.getByRole('heading', { name: words.line })).toBeVisible();
      await expect(page.locator('.side')).toContainText('甲企业');
    });

    test('only what the reader keeps survives a reload', async ({ page }) => {
      await page.goto(words.path);
      await bring(page, words.pick, 'plots.csv', Buffer.from(csv(ROWS)));
      await page.getByRole('button', { name: words.import, exact: true }).click();
      const keep = page.getByRole('checkbox', { name: words.keep });
      await expect(keep).not.toBeChecked();
      await page.reload();
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await expect(page.getByRole('heading', { name: words.saved })).toBeHidden();

      await bring(page, words.pick, 'plots.csv', Buffer.from(csv(ROWS)));
      await page.getByRole('button', { name: words.import, exact: true }).click();
      await keep.check();
      await expect(page.getByRole('heading', { name: words.saved })).toBeVisible();
      await page.getByRole('button', { name: words.rename }).click();
      await page.getByLabel(words.newName).fill('示例地块');
      await page.getByRole('button', { name: words.saveName, exact: true }).click();
      await expect(page.getByText('示例地块')).toBeVisible();
      await page.reload();
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await page.getByRole('button', { name: words.open }).click();
      await expect(page.getByRole('heading', { name: '示例地块' })).toBeVisible();
      await expect(page.getByText(words.kept)).toBeVisible();
      await expect(cell(page, words.byDistrict, words.qiantang, 0)).toHaveText('2');
      // neither the caches of a service worker nor the other stores know of it
      const elsewhere = await page.evaluate(async () =>
        JSON.stringify([
          { ...localStorage },
          { ...sessionStorage },
          await Promise.all((await caches.keys()).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url)))
        ])
      );
      expect(elsewhere).not.toContain('plots');
      await page.getByRole('button', { name: words.remove }).click();
      await page.getByRole('button', { name: words.sure }).click();
      await expect(page.getByRole('heading', { name: words.saved })).toBeHidden();
    });

    test('reported values stand beside the targets, converted or refused', async ({ page }) => {
      await page.goto(words.path);
      const table = 'Target ID,Year,Actual,Unit\nh21-industry-scale-2030,2025,65000000,万元\nh21-industry-scale-2030,2024,12,家\nnot-a-target,2025,1,家\n';
      await bring(page, words.actuals, 'actuals.csv', Buffer.from(table));
      const reported = page.getByRole('region', { name: words.reported });
      // 65,000,000 万元 are 6,500 of 10,000 亿元
      await expect(reported.getByRole('cell', { name: '65%', exact: true })).toBeVisible();
      await expect(reported.getByRole('cell', { name: words.unit })).toBeVisible();
      await expect(page.locator('.actuals')).toContainText('not-a-target');
      await expect(page.getByRole('img', { name: /1/ }).locator('.bar')).toHaveCount(1);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
}

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('the page says what it does and gives the template', async ({ page }) => {
    await page.goto('/data/');
    await expect(page.getByText('数据不离开本浏览器。')).toBeVisible();
    await expect(page.getByRole('button', { name: '用示例试一试' })).toBeDisabled();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板（CSV）' }).click()]);
    const template = await saved(download);
    expect(template.startsWith('\ufeff指标编号,')).toBe(true);
    expect(template).toContain('h21-industry-scale-2030');
  });
});
