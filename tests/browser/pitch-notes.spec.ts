import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { PAIR, stored } from './support/kept-pitch';
import { pitchWords } from './support/pitch-words';
import { expect, oneScreenPerLanguage, test } from './support/test';

for (const [path, say] of Object.entries(pitchWords)) {
  test.describe(path, () => {
    oneScreenPerLanguage(path.startsWith('/en/'));

    test('a note is in nothing that is handed over until its maker shows it; one from before, or from a link, waits for that too', async ({
      page,
      context
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await stored(page, PAIR, 'n.h24-core-qiantang=note-of-old');
      await page.goto(path);
      await expect(page.getByText(say.hidden)).toBeVisible();
      await page.getByLabel(say.note).fill('note-of-ours');
      const save = async (name: RegExp | string) => {
        const wait = page.waitForEvent('download');
        await page.getByRole('button', { name }).click();
        return readFileSync(await (await wait).path());
      };
      /** Where a note can be read: sheets, every part of deck and workbook, tables, link. */
      const everywhere = async (note: string) => {
        await page.getByRole('button', { name: say.share }).click();
        const places = {
          sheets: await page.locator('.sheets').innerText(),
          deck: Object.values(unzipSync(new Uint8Array(await save(say.deck))))
            .map((bytes) => strFromU8(bytes))
            .join(),
          csv: (await save(/^CSV$/)).toString('utf8'),
          geojson: (await save(/^GeoJSON$/)).toString('utf8'),
          xlsx: Object.values(unzipSync(new Uint8Array(await save(/XLSX/))))
            .map((bytes) => strFromU8(bytes))
            .join(),
          link: await page.evaluate(() => navigator.clipboard.readText())
        };
        return Object.entries(places).flatMap(([place, text]) => (text.includes(note) ? [place] : []));
      };
      await expect(page.locator('.sheet img.map')).toHaveCount(2);
      expect(await everywhere('note-of-')).toEqual([]);
      await page.getByLabel(say.shown).last().check();
      await expect(page.locator('.sheets')).toContainText('note-of-ours');
      expect(await everywhere('note-of-ours')).toEqual(['sheets', 'deck', 'csv', 'geojson', 'xlsx', 'link']);
      expect(await everywhere('note-of-old')).toEqual([]);
      // the choice is kept, and the older note with it
      await page.reload();
      await expect(page.getByLabel(say.shown).last()).toBeChecked();
      await expect(page.getByLabel(say.shown).first()).not.toBeChecked();
      await expect(page.locator('.editor textarea').first()).toHaveValue('note-of-old');
      await expect(page.getByText(say.hidden)).toHaveCount(0);
      // for colleagues there is all of it, and the link says so
      await page.getByLabel(say.colleagues, { exact: true }).check();
      await expect(page.locator('.sheets')).toContainText('note-of-old');
      await page.getByRole('button', { name: say.share }).click();
      await expect(page.getByText(say.internal)).toBeVisible();

      await page.goto(`${path}#z=h24-core-qiantang&n.h24-core-qiantang=note-of-theirs`);
      await expect(page.locator('.sheets')).toContainText('note-of-theirs');
      await page.getByRole('button', { name: say.take }).click();
      await expect(page.getByText(say.takenNotes)).toBeVisible();
      await expect(page.locator('.editor textarea')).toHaveValue('note-of-theirs');
      await expect(page.locator('.sheets')).not.toContainText('note-of-theirs');
    });
  });
}
