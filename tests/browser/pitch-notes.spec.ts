import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { PAIR, stored } from './support/kept-pitch';
import { pitchWords } from './support/pitch-words';
import { expect, oneScreenPerLanguage, test } from './support/test';

for (const [path, say] of Object.entries(pitchWords)) {
  test.describe(path, () => {
    oneScreenPerLanguage(path.startsWith('/en/'));

    test('internal notes leave the browser in nothing, the internal version included; what is for the visitor is in all of it', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await stored(page, PAIR, 'n.h24-core-qiantang=note-of-old');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
      await page.goto(path);
      await expect(page.getByText(say.hidden)).toBeVisible();
      await page.getByLabel(say.internalNote).fill('note-of-ours');
      const save = async (name: RegExp | string) => {
        const wait = page.waitForEvent('download');
        await page.getByRole('button', { name }).click();
        return readFileSync(await (await wait).path());
      };
      /** Where a note can be read: sheets, paper, every part of deck and workbook, tables, link, what the browser stores for the site, what is asked of it. */
      const everywhere = async (note: string) => {
        await page.getByRole('button', { name: say.share }).click();
        const places = {
          sheets: await page.locator('.sheets').innerHTML(),
          deck: Object.values(unzipSync(new Uint8Array(await save(say.deck))))
            .map((bytes) => strFromU8(bytes))
            .join(),
          csv: (await save(/^CSV$/)).toString('utf8'),
          geojson: (await save(/^GeoJSON$/)).toString('utf8'),
          xlsx: Object.values(unzipSync(new Uint8Array(await save(/XLSX/))))
            .map((bytes) => strFromU8(bytes))
            .join(),
          link: await page.evaluate(() => navigator.clipboard.readText()),
          address: page.url(),
          cache: await page.evaluate(async () => {
            const texts: string[] = [];
            for (const name of await caches.keys()) {
              const cache = await caches.open(name);
              for (const request of await cache.keys()) texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
            }
            return texts.join();
          }),
          network: asked.join()
        };
        return Object.entries(places).flatMap(([place, text]) => (text.includes(note) ? [place] : []));
      };
      await expect(page.locator('.sheet img.map')).toHaveCount(2);
      expect(await everywhere('note-of-')).toEqual([]);
      const all = ['sheets', 'deck', 'csv', 'geojson', 'xlsx', 'link'];
      await page.getByLabel(say.note).fill('note-for-visitors');
      await expect(page.locator('.sheets')).toContainText('note-for-visitors');
      expect(await everywhere('note-for-visitors')).toEqual(all);
      // for colleagues too
      await page.getByLabel(say.colleagues, { exact: true }).check();
      await expect(page.locator('.sheets .doubt').first()).toBeVisible();
      expect(await everywhere('note-of-')).toEqual([]);
      await page.getByRole('button', { name: say.share }).click();
      await expect(page.getByText(say.internal)).toBeVisible();
      // both are kept, and the older note waits to be moved over
      await page.reload();
      await expect(page.getByText(say.hidden)).toHaveCount(0);
      await expect(page.locator('.editor .internal textarea')).toHaveCount(2);
      await expect(page.locator('.editor .internal textarea').first()).toHaveValue('note-of-old');
      await expect(page.getByLabel(say.internalNote)).toHaveValue('note-of-ours');
      await expect(page.getByLabel(say.note)).toHaveValue('note-for-visitors');
      await page.getByRole('button', { name: say.give }).click();
      await expect(page.locator('.sheets')).toContainText('note-of-old');
      await expect(page.locator('.editor .internal textarea').first()).toHaveValue('');

      // a link of earlier times held internal notes too: they are shown to nobody, and not lost
      await page.goto(`${path}#z=${PAIR.join(',')}&for=internal&n.h24-core-qiantang=note-of-theirs&i.h24-park-xiaoshan=note-between-them&v=2026.1.0`);
      await expect(page.locator('.sheets')).toContainText('note-of-theirs');
      await expect(page.locator('.sheets')).not.toContainText('note-between-them');
      await page.getByRole('button', { name: say.take }).click();
      await expect(page.getByText(say.takenNotes)).toBeVisible();
      await expect(page.locator('.editor .internal textarea').first()).toHaveValue('note-of-theirs');
      await expect(page.getByLabel(say.internalNote)).toHaveValue('note-between-them');
      await expect(page.locator('.sheets')).not.toContainText('note-of-theirs');
    });
  });
}
