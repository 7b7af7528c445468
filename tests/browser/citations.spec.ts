import { expect, oneScreen, oneScreenPerLanguage, test } from './support/test';

/* The number at a fact: what it shows by mouse, keyboard and finger, and the list that it counts by. */
const languages = [
  { at: './', clause: '二（一）¶2', copied: '引文已复制', open: '打开条款', synbio: '合成生物', panel: '出处', expired: '已失效' },
  {
    at: './en/',
    clause: 'II (1), para. 2',
    copied: 'Citation copied',
    open: 'Open the clause',
    synbio: 'Synthetic biology',
    panel: 'Sources',
    expired: 'Expired'
  }
] as const;
const ZONE = 'zones/h24-core-qiantang/';

for (const words of languages) {
  test.describe(words.at, () => {
    oneScreenPerLanguage(words.at === './en/');

    test('a tap or click on a number shows its source, and the citation can be copied', async ({ page, context, isMobile }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`${words.at}${ZONE}`);
      const mark = page.locator('#sectors .citations > a:not(.note)');
      if (isMobile) await mark.tap();
      else await mark.click();
      const card = page.getByRole('dialog');
      await expect(card).toBeInViewport({ ratio: 1 });
      await expect(card).toContainText(words.clause);
      await expect(card.getByRole('link', { name: words.open })).toHaveAttribute('href', /\/documents\/hz-2024-2026\/.*#c-二-一-¶2$/);
      await card.getByRole('button').first().click();
      await expect(card.getByRole('status')).toHaveText(words.copied);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(words.synbio);
      expect(copied).toContain('二（一）¶2');
      expect(copied).toContain('#sectors');
      // another one takes its place, and a tap beside it closes it
      await page.locator('#targets .citations > a:not(.note)').first().click();
      await expect(card).toHaveCount(1);
      await expect(card).not.toContainText(words.copied);
      await page.locator('h1').click();
      await expect(card).toHaveCount(0);
    });

    test('the list at the end has every number of the page once', async ({ page }) => {
      await page.goto(`${words.at}${ZONE}`);
      const shown = (await page.locator('.citations > a:not(.note)').allTextContents()).flatMap((text) => text.split(',').map((part) => parseInt(part)));
      const highest = Math.max(...shown);
      // first met, first counted
      expect([...new Set(shown)]).toEqual(Array.from({ length: highest }, (_, i) => i + 1));
      const listed = page.locator('#sources li');
      await expect(listed).toHaveCount(highest);
      expect(new Set(await listed.evaluateAll((rows) => rows.map((row) => (row as HTMLLIElement).value)))).toEqual(new Set(shown));
      await expect(listed.first().getByRole('link')).toHaveAttribute('href', /#c-/);
      await page.emulateMedia({ media: 'print' });
      await expect(listed.first()).toBeVisible();
      await expect(page.locator('#sectors .citations > a:not(.note)')).toBeVisible();
    });

    test('what has expired is marked at its number, in a sign and in words', async ({ page }) => {
      await page.goto(`${words.at}timeline/`);
      const past = page.locator('.citations > .bad').first();
      await expect(past).toContainText(/旧|past/);
      await expect(past).toHaveAttribute('aria-label', new RegExp(words.expired));
    });

    test('the explorer’s panel counts what is selected, and lists it at its end', async ({ page }) => {
      await page.goto(`${words.at}?zone=h24-core-qiantang`);
      const panel = page.getByTestId('selection');
      const numbers = async () => (await panel.locator('.citations > a:not(.note)').allTextContents()).map((text) => parseInt(text));
      await expect(panel.getByRole('heading', { name: words.panel, exact: true })).toBeAttached();
      expect((await numbers())[0]).toBe(1);
      await page.goto(`${words.at}?zone=h24-park-xiaoshan`);
      await expect(panel.locator('.citations > a:not(.note)').first()).toBeAttached();
      expect((await numbers())[0]).toBe(1);
    });
  });
}

test.describe('with a mouse', () => {
  oneScreen();

  test('pointing shows the card and going away hides it', async ({ page }) => {
    await page.goto(`./${ZONE}`);
    await page.locator('#sectors .citations > a:not(.note)').hover();
    const card = page.getByRole('dialog');
    await expect(card).toBeVisible();
    // it stays while it is read
    await card.hover();
    await page.waitForTimeout(400);
    await expect(card).toBeVisible();
    await page.locator('h1').hover();
    await expect(card).toHaveCount(0);
    await expect(page).toHaveURL(/\/zones\/h24-core-qiantang\/$/);
  });
});

test.describe('by keyboard', () => {
  oneScreen();

  test('the focus shows the card, Enter goes into it, Escape comes back', async ({ page }) => {
    await page.goto(`./${ZONE}`);
    const mark = page.locator('#sectors .citations > a:not(.note)');
    await page.locator('#sectors').getByRole('link').first().focus();
    await mark.focus();
    const card = page.getByRole('dialog');
    // a focus that a script sets is a keyboard’s only after a key
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(mark).toBeFocused();
    await expect(card).toBeVisible();
    // it is no stop on the way
    await page.keyboard.press('Tab');
    await expect(card).toHaveCount(0);
    await page.keyboard.press('Shift+Tab');
    await expect(card).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(card.getByRole('link')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expect(mark).toBeFocused();
  });
});

test.describe('without JavaScript', () => {
  oneScreen();
  test.use({ javaScriptEnabled: false });

  test('a number leads to its line in the list and from there to its clause, a letter to its note', async ({ page }) => {
    await page.goto(`./${ZONE}`);
    await page.locator('.citations > .note').first().click();
    await expect(page).toHaveURL(/#note-/);
    await expect(page.locator('li:target')).toBeInViewport();
    await page.locator('#sectors .citations > a:not(.note)').click();
    await expect(page).toHaveURL(/#source-\d+$/);
    await expect(page.locator('li:target')).toBeInViewport();
    await page.locator('li:target').getByRole('link').click();
    await expect(page).toHaveURL(/\/documents\/hz-2024-2026\/#c-/);
    await expect(page.locator('li:target')).toContainText('二（一）');
  });
});
