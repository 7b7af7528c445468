import { readFileSync } from 'node:fs';
import type { Download } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { accessibilityFaults } from './support/axe';
import { PAIR, stored } from './support/kept-pitch';
import { pitchWords } from './support/pitch-words';
import { expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

const bytesOf = async (download: Download) => readFileSync(await download.path());
const partsOf = async (download: Download) => unzipSync(new Uint8Array(await bytesOf(download)));
const textOf = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('\n');

/** Width and height in a PNG's head. */
const pngSize = (bytes: Uint8Array) => [16, 20].map((at) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at));

for (const [path, say] of Object.entries(pitchWords)) {
  test.describe(path, () => {
    oneScreenPerLanguage(path.startsWith('/en/'));

    test('from a blank page to a deck on the disk', async ({ page }, info) => {
      await page.goto(path);
      await page.getByRole('button', { name: say.start }).first().click();
      const start = Date.now();
      let clicks = 1;
      await expect(page.locator('.sheet')).toHaveCount(9);
      await page.getByLabel(say.field, { exact: true }).fill(say.title);
      const wait = page.waitForEvent('download');
      await page.getByRole('button', { name: say.deck }).click();
      clicks += 1;
      const download = await wait;
      await info.attach('effort', {
        body: `${clicks} clicks, ${Date.now() - start} ms from the first click to the deck of 8 zones`,
        contentType: 'text/plain'
      });
      await expect(page.getByText(say.done)).toBeVisible();
      const parts = await partsOf(download);
      expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length).toBeGreaterThan(12);
    });

    test('the deck holds the zones, their figures, their sources and sharp maps', async ({ page }) => {
      await stored(page, [PAIR[0]]);
      await page.goto(path);
      const picker = page.getByRole('combobox', { name: say.picker });
      await picker.click();
      await picker.pressSequentially(say.type[1]);
      await page.getByRole('option').first().click();
      await page.getByLabel(say.field, { exact: true }).fill(say.title);
      await expect(page.locator('.sheet')).toHaveCount(3);
      const wait = page.waitForEvent('download');
      await page.getByRole('button', { name: say.deck }).click();
      const parts = await partsOf(await wait);
      await expect(page.getByText(say.done)).toBeVisible();
      const read = (pattern: RegExp) =>
        Object.entries(parts)
          .filter(([name]) => pattern.test(name))
          .map(([, bytes]) => strFromU8(bytes));
      const slides = read(/^ppt\/slides\/slide\d+\.xml$/);
      const said = textOf(slides.join());
      expect(slides.length).toBeGreaterThanOrEqual(8);
      for (const name of [say.title, ...say.names, ...say.figures]) expect(said).toContain(name);
      expect(said).not.toContain(say.history);
      const notes = textOf(read(/^ppt\/notesSlides\/notesSlide\d+\.xml$/).join());
      expect(notes).toContain('杭生创办〔2024〕01号');
      expect(notes).toContain(`${new URL(page.url()).origin}${say.site}documents/hz-2024-2026/#c-二-一-¶2`);
      const pictures = Object.entries(parts).filter(([name]) => name.endsWith('.png'));
      expect(pictures).toHaveLength(3);
      for (const [name, bytes] of pictures) {
        expect(pngSize(bytes)[0], name).toBeGreaterThanOrEqual(1600);
        // a map, not a blank
        expect(bytes.length, name).toBeGreaterThan(30_000);
      }
    });

    test('the sheets print on A4, one for each zone and one to compare', async ({ page }, info) => {
      await stored(page, PAIR);
      await page.goto(path);
      await expect(page.locator('.sheet img.map')).toHaveCount(2);
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox ?\[([^\]]+)\]/g)].map(([, box = '']) => box.trim().split(/\s+/).map(Number).slice(2).map(Math.round));
      expect(boxes).toEqual([
        [595, 842],
        [595, 842],
        [842, 595]
      ]);
      // what is not for paper stays off it, and maps are not cut
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('button', { name: say.deck })).toBeHidden();
      await expect(page.getByText(say.method)).toBeHidden();
      const cut = await page.locator('.sheet img.map').evaluateAll(
        (maps) =>
          maps.filter((map) => {
            const [inner, outer] = [map.getBoundingClientRect(), map.closest('.sheet')?.getBoundingClientRect()];
            return !outer || inner.width < 200 || inner.left < outer.left || inner.right > outer.right || inner.bottom > outer.bottom;
          }).length
      );
      expect(cut).toBe(0);
      await expect(page.locator('.sheet .scan svg')).toHaveCount(3);
      await info.attach('print', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
    });

    test('letters on paper are as large from a phone as from a desk', async ({ page }) => {
      await stored(page, PAIR);
      const letters = async (width: number) => {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(path);
        await expect(page.locator('.sheet img.map')).toHaveCount(2);
        return page.locator('.sheet').evaluateAll((sheets) => sheets.map((sheet) => (sheet as HTMLElement).style.getPropertyValue('--size')));
      };
      expect(await letters(390)).toEqual(await letters(1440));
    });

    test('order, notes and audience go into the link, what is for colleagues does not', async ({ page, context, browser, baseURL }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await stored(page, PAIR);
      await page.goto(path);
      await page.getByLabel(say.field, { exact: true }).fill(say.title);
      // by keyboard, and the focus stays with the zone
      await page.getByRole('button', { name: say.up }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.sheet h2').first()).toContainText(say.names[1]);
      await expect(page.locator('.editor button:focus')).toHaveCount(1);
      await page.getByLabel(say.internalNote).fill('secret-of-ours');
      await expect(page.locator('.sheets')).not.toContainText('secret-of-ours');
      await page.getByRole('button', { name: say.share }).click();
      await expect(page.getByText(say.left)).toBeVisible();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toContain('#z=h24-park-xiaoshan,h24-core-qiantang&t=');
      expect(link).not.toContain('secret');
      expect(link).toMatch(/&v=\d{4}\.\d+\.\d+$/);

      const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
      const other = await elsewhere.newPage();
      const asked: string[] = [];
      other.on('request', (request) => asked.push(request.url()));
      await stored(other, ['z22-circle-marine'], 't=Mine');
      await other.goto(link);
      await expect(other.getByRole('heading', { level: 1 })).toHaveText(say.title);
      await expect(other.getByText(say.readonly)).toBeVisible();
      await expect(other.locator('.sheet h2').first()).toContainText(say.names[1]);
      await expect(other.getByLabel(say.field, { exact: true })).toHaveCount(0);
      // nothing of the fragment went to the server
      expect(asked.filter((url) => url.includes('z=') || url.includes(encodeURIComponent(say.title)))).toEqual([]);
      await other.getByRole('button', { name: say.take }).click();
      await expect(other.getByText(say.replaced)).toBeVisible();
      await expect(other.getByLabel(say.field, { exact: true })).toHaveValue(say.title);
      await other.getByRole('button', { name: say.undo }).click();
      await expect(other.getByLabel(say.field, { exact: true })).toHaveValue('Mine');
      await elsewhere.close();
    });

    test('tables hold the facts with their sources', async ({ page }) => {
      await stored(page, PAIR);
      await page.goto(path);
      const save = async (name: RegExp) => {
        const wait = page.waitForEvent('download');
        await page.getByRole('button', { name }).click();
        return bytesOf(await wait);
      };
      const csv = (await save(/^CSV$/)).toString('utf8');
      expect(csv.startsWith(`\uFEFF${say.headings}`)).toBe(true);
      expect(csv).toContain(say.figures[0]);
      expect(csv).toContain('杭生创办〔2024〕01号');
      const geo = JSON.parse((await save(/^GeoJSON$/)).toString('utf8')) as { features: { id: string; geometry: { type: string } }[] };
      expect(geo.features.map(({ id, geometry }) => [id, geometry.type])).toEqual(PAIR.map((id) => [id, 'MultiPolygon']));
      const xlsx = unzipSync(new Uint8Array(await save(/XLSX/)));
      expect(Object.keys(xlsx).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(5);
      expect(strFromU8(xlsx['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(say.names[1]);
    });

    test('a logo stays in the browser; what is no picture is refused', async ({ page }) => {
      await stored(page, [PAIR[0]]);
      await page.goto(path);
      const file = page.locator('.editor input[type="file"]');
      await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)">') });
      await expect(page.locator('.editor .picture .problem')).not.toBeEmpty();
      await file.setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(600_000) });
      await expect(page.locator('.editor .picture .problem')).toContainText('500 kB');
      const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
      await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') });
      await expect(page.locator('.sheet header img')).toHaveCount(1);
      expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(['pitch', 'shortlist']);
    });

    test('damaged links keep what they can; nothing sticks out and axe finds nothing', async ({ page }) => {
      await page.goto(`${path}#z=h24-core-qiantang,nowhere&t=%E0%A4%A&for=everyone&n.h24-core-qiantang=%3Cb%3Ebold%3C/b%3E`);
      await expect(page.locator('.notice').filter({ hasText: say.refused })).toBeVisible();
      await expect(page.locator('.sheet')).toHaveCount(1);
      await expect(page.locator('.sheet')).toContainText('<b>bold</b>');
      await expect(page.locator('.sheet img.map')).toHaveCount(1);
      expect(await accessibilityFaults(page)).toEqual([]);
      // on a dark screen the paper stays white, and what is on it dark
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(path);
      await page.getByRole('button', { name: say.start }).first().click();
      await expect(page.locator('.sheet')).toHaveCount(9);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
}

test('an example shows what comes of it; one’s own begins with a zone', async ({ page }) => {
  await page.goto('/pitch/');
  const example = page.getByRole('region', { name: /^示例 / });
  await expect(example).toContainText('≥ 500 亿元');
  await expect(page.locator('.sheet')).toHaveCount(0);
  await example.getByRole('button', { name: '换成我的' }).click();
  await expect(example).toHaveCount(0);
  const picker = page.getByRole('combobox', { name: '添加片区' });
  await expect(picker).toBeFocused();
  await picker.pressSequentially('临平创新');
  await page.getByRole('option').first().click();
  await expect(page.locator('.sheet')).toHaveCount(1);
  expect(await page.evaluate(() => localStorage.getItem('shortlist'))).toBe('["h24-park-linping"]');
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });
  test('the page says what it does and what it rests on', async ({ page }) => {
    await page.goto('/pitch/');
    await expect(page.getByText(pitchWords['/pitch/'].method)).toBeVisible();
    const instead = page.locator('noscript p');
    await expect(instead).toBeVisible();
    await expect(instead).toContainText('需要启用 JavaScript');
    await expect(page.getByRole('button', { name: /开始/ }).first()).toBeDisabled();
    await expect(page.getByRole('region', { name: /^示例 / })).toContainText('≥ 500 亿元');
  });
});
