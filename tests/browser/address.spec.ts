import type { Page } from '@playwright/test';
import { mapIdle } from './support/map-idle';
import { expect, oneScreen, test } from './support/test';

/* What a reader does is in the address, at once and whole, however slow the machine: no letter is lost, no act waits, and the way back undoes each. */

oneScreen();

/** Make the page's machine slower by so much. */
async function slowDown(page: Page, rate = 6): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
}
/** Set a field as a hand does that waits for nothing: the event alone, at once. */
const choose = (page: Page, selector: string, value: string) =>
  page.evaluate(
    ([wanted, text]) => {
      const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(wanted)!;
      field.value = text;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [selector, value] as const
  );
/** Query of the address, parameter by parameter. */
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** What pages have asked for to be drawn from, from now on: an act on a page asks for nothing. */
function dataAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('__data.json')) asked.push(request.url());
  });
  return asked;
}

test.describe('typed fast on a slow machine, nothing is lost', () => {
  test.beforeEach(({ page }) => slowDown(page));

  test('search in targets', async ({ page }) => {
    await page.goto('en/targets/?day=2026-11-22');
    const field = page.getByRole('searchbox');
    await field.focus();
    await page.keyboard.type('qiantang output ');
    await expect(page.locator('tr[id^=target-]')).toHaveCount(3);
    await expect.poll(() => query(page)).toEqual({ q: 'qiantang output ', day: '2026-11-22' });
    await expect(field).toHaveValue('qiantang output ');
    await expect(field).toBeFocused();
  });

  test('answers of the estimate, also those that cannot be read; a jump within the page keeps them', async ({ page }) => {
    await page.goto('en/support/?for=rd,investment&drug-class=class-1&trial-phase=phase-2');
    const [spent, plant] = [page.locator('#input-rd-spending'), page.locator('#input-fixed-assets')];
    await spent.focus();
    // millions in English, 万元 in the address
    await page.keyboard.type('50.005');
    await plant.focus();
    await page.keyboard.type('30000 or so');
    await expect.poll(() => query(page)).toEqual({ for: 'rd,investment', 'drug-class': 'class-1', 'trial-phase': 'phase-2', 'rd-spending': '5000.5' });
    await page.locator('a[href="#rules"]').click();
    await expect(page).toHaveURL(/#rules$/);
    await expect(spent).toHaveValue('50.005');
    await expect(plant).toHaveValue('30000 or so');
  });

  test('weights of the matching', async ({ page }) => {
    await page.goto('en/match/?s=synbio&land=land-m3');
    const sliders = page.locator('input[type=range]');
    await expect(sliders).toHaveCount(2);
    for (const [at, key] of [
      [0, 'ArrowLeft'],
      [1, 'ArrowRight']
    ] as const) {
      await sliders.nth(at).focus();
      for (let i = 0; i < 2; i++) await page.keyboard.press(key);
    }
    const values = await sliders.evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value]));
    await expect.poll(() => query(page)).toMatchObject({ s: 'synbio', land: 'land-m3', ...Object.fromEntries(values) });
    expect(new Set(values.map(([, value]) => value)).size).toBe(2);
  });

  test('steps of the timeline', async ({ page }) => {
    await page.goto('en/timeline/');
    await page.getByRole('slider').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    await expect(page.getByRole('slider')).toHaveValue('2');
    await expect(page.locator('.step.current')).toBeVisible();
    await expect.poll(() => query(page).step).toBe((await page.locator('.step.current').getAttribute('id'))?.replace('step-', ''));
  });

  test('choices among places, made in one breath', async ({ page }) => {
    await page.goto('en/places/');
    for (const [name, value] of [
      ['city', '330100'],
      ['kind', 'ground'],
      ['named', 'now']
    ] as const)
      await choose(page, `select[name=${name}]`, value);
    await expect.poll(() => query(page)).toEqual({ city: '330100', kind: 'ground', named: 'now' });
    await expect(page.locator('select[name=city]')).toHaveValue('330100');
    await page.goBack();
    await expect.poll(() => query(page)).toEqual({ city: '330100', kind: 'ground' });
    await expect(page.locator('select[name=named]')).toHaveValue('');
  });

  test('zones of a comparison, found by typing', async ({ page }) => {
    await page.goto('en/compare/?zones=h24-core-qiantang&day=2026-11-22');
    const loaded = dataAsked(page);
    const picker = page.getByRole('combobox', { name: 'Add a zone' });
    for (const [word, zones] of [
      ['commercialising', 'h24-core-qiantang,h24-park-linping'],
      ['marine eco-pharma', 'h24-core-qiantang,h24-park-linping,z22-circle-marine']
    ] as const) {
      await picker.fill('');
      await page.keyboard.type(word);
      await expect(picker).toHaveValue(word);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => query(page)).toEqual({ zones, day: '2026-11-22' });
      await expect(picker).toBeFocused();
    }
    await expect(page.locator('thead th')).toHaveCount(3);
    await page.goBack();
    await expect(page.locator('thead th')).toHaveCount(2);
    expect(loaded).toEqual([]);
  });

  test('words of a pitch, right after a link’s was taken over; the way back leads to the link’s', async ({ page }) => {
    await page.goto('en/pitch/#z=h24-core-qiantang&t=Theirs');
    const loaded = dataAsked(page);
    await page.getByRole('button', { name: 'Save as my pitch' }).click();
    await expect(page).toHaveURL(/\/en\/pitch\/$/);
    const [title, project] = [page.getByLabel('Title', { exact: true }), page.getByLabel('Project (optional)')];
    await expect(title).toHaveValue('Theirs');
    await title.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', and what we make of it');
    await project.focus();
    await page.keyboard.type('a pilot plant with 3,000 m²');
    await expect(title).toHaveValue('Theirs, and what we make of it');
    await expect(project).toHaveValue('a pilot plant with 3,000 m²');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Theirs');
    await page.goForward();
    await expect(title).toHaveValue('Theirs, and what we make of it');
    expect(loaded).toEqual([]);
  });

  test('the search of every page, from the key that opens it on', async ({ page }) => {
    await page.goto('en/documents/');
    await page.keyboard.type('/qiantang');
    await expect(page.getByRole('combobox')).toHaveValue('qiantang');
    await expect(page.getByRole('option', { selected: true })).toContainText('Qiantang');
  });

  test('a day in the header, digit by digit: links carry it on, and a year that is being typed counts for nothing', async ({ page }) => {
    await page.goto('en/documents/');
    const steps = await page.evaluate(() => history.length);
    await page.locator('.day summary').click();
    const field = page.locator('.day input');
    // which part of a date stands first depends on the browser's language: a year as it grows under the hand
    for (const year of ['0002', '0020', '0202', '2027']) {
      await choose(page, '.day input', `${year}-01-03`);
      await expect(field).toHaveValue(`${year}-01-03`);
    }
    await expect(field).toBeVisible();
    await expect.poll(() => query(page)).toEqual({ day: '2027-01-03' });
    await expect(page.locator('nav.wide a').first()).toHaveAttribute('href', /\?day=2027-01-03$/);
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  });
});

test.describe('acts on the map', () => {
  test('load nothing; back and forward walk through them; the link, the other language and a new load have them all', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const loaded: string[] = [];
    page.on('request', (request) => {
      // what is pointed at is fetched ahead
      if (/\/en\/(__data\.json.*)?$/.test(request.url())) loaded.push(request.url());
    });
    await page.goto('en/');
    await mapIdle(page);
    loaded.length = 0;
    const sector = page.getByLabel('Sector', { exact: true });
    const selection = page.getByTestId('selection');

    await page.locator('[data-layout="hz-one-core-four-parks"]').click();
    await sector.selectOption('synbio');
    await expect(page.locator('[data-zone]')).toHaveCount(2);
    await page.locator('a[data-zone]').first().click();
    const heading = selection.getByRole('heading', { level: 2 });
    await expect(heading).toBeVisible();
    const zone = (await heading.textContent()) ?? '';
    const whole = query(page);
    expect(whole).toMatchObject({ layout: 'hz-one-core-four-parks', sector: 'synbio' });
    expect(whole.zone).toBeTruthy();
    await expect(page.locator('header a[hreflang="zh-CN"]')).toHaveAttribute('href', new RegExp(`zone=${whole.zone}`));

    await page.goBack();
    await expect(selection).toHaveCount(0);
    await expect(sector).toHaveValue('synbio');
    await page.goBack();
    await expect(page.locator('[data-zone]')).toHaveCount(8);
    await page.goBack();
    await expect(page.locator('[data-zone]')).toHaveCount(5);
    for (let i = 0; i < 3; i++) await page.goForward();
    await expect(heading).toHaveText(zone);
    expect(query(page)).toMatchObject({ layout: whole.layout, sector: whole.sector, zone: whole.zone });
    expect(loaded).toEqual([]);

    await page.getByRole('button', { name: 'Copy link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(Object.fromEntries(new URL(link).searchParams)).toMatchObject({ layout: whole.layout, sector: whole.sector, zone: whole.zone });
    await page.reload();
    await expect(heading).toHaveText(zone);
    // steps made before the page was loaded anew
    await page.goBack();
    await expect(selection).toHaveCount(0);
    await expect(sector).toHaveValue('synbio');
  });

  test('two at once lose neither', async ({ page }) => {
    await page.goto('en/');
    await expect(page.getByTestId('explorer')).toHaveAttribute('data-ready', 'true');
    await page.getByLabel('Sector', { exact: true }).evaluate((field: HTMLSelectElement) => {
      field.value = 'synbio';
      field.dispatchEvent(new Event('change', { bubbles: true }));
      document.querySelector<HTMLElement>('[data-layout="hz-one-core-four-parks"]')!.click();
    });
    await expect.poll(() => query(page)).toMatchObject({ layout: 'hz-one-core-four-parks', sector: 'synbio' });
    await expect(page.locator('[data-zone]')).toHaveCount(2);
  });

  test('a page left and come back to is as it was left', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('en/?layout=hz-one-core-four-parks');
    await expect(page.getByTestId('explorer')).toHaveAttribute('data-ready', 'true');
    await page.getByLabel('Sector', { exact: true }).selectOption('synbio');
    await expect(page.locator('[data-zone]')).toHaveCount(2);
    await page.locator('nav.wide').getByRole('link', { name: 'Stories' }).click();
    await expect(page).toHaveURL(/\/en\/stories\/$/);
    await page.goBack();
    await expect(page.getByTestId('explorer')).toHaveAttribute('data-ready', 'true');
    await expect(page.getByLabel('Sector', { exact: true })).toHaveValue('synbio');
    await expect(page.locator('[data-zone]')).toHaveCount(2);
    // its own link leads back to its beginning
    await page.locator('nav.wide a').first().click();
    await expect(page.locator('[data-zone]')).toHaveCount(5);
    expect(query(page)).toEqual({});
  });
});
