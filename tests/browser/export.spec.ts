import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { accessibilityFaults } from './support/axe';
import { ONE_SCREEN, expect, oneScreenPerLanguage, test } from './support/test';

/* A map taken away as a picture: what is in the file, not only that there is one. */

const LANGUAGES = [
  {
    name: 'Chinese',
    root: '',
    open: '导出地图',
    png: '下载 PNG',
    svg: '下载 SVG',
    title: '杭州“一核四园多点”',
    document: '杭生创办〔2024〕01号',
    approval: '无审图号',
    status: '现行',
    asShown: '突出当前选中或筛选的片区',
    embed: '嵌入网页',
    code: '嵌入代码'
  },
  {
    name: 'English',
    root: 'en/',
    open: 'Export map',
    png: 'Download PNG',
    svg: 'Download SVG',
    title: 'Hangzhou: one core, four parks, many points',
    document: '杭生创办〔2024〕01号',
    approval: 'has no approval number',
    status: 'In force',
    asShown: 'Highlight the zones now selected or filtered',
    embed: 'Embed in a page',
    code: 'Code to embed'
  }
] as const;

async function openDialog(page: Page, address: string, button: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByTestId('preview')).toBeVisible();
}

async function save(page: Page, button: string): Promise<Download> {
  const submit = page.getByRole('button', { name: button });
  await expect(submit).toBeEnabled();
  const [download] = await Promise.all([page.waitForEvent('download'), submit.click()]);
  return download;
}

/** Width and height from a PNG's header, px. */
function pngSize(file: Buffer): [number, number] {
  expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}

/** How many colours, of 15 bits, a picture has, and the share of the commonest. */
const coloursOf = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 270 });
    const pen = canvas.getContext('2d')!;
    pen.drawImage(bitmap, 0, 0, 480, 270);
    const { data } = pen.getImageData(0, 0, 480, 270);
    const seen = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = ((data[i]! >> 3) << 10) | ((data[i + 1]! >> 3) << 5) | (data[i + 2]! >> 3);
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    return { colours: seen.size, commonest: Math.max(...seen.values()) / (480 * 270) };
  }, png.toString('base64'));

for (const language of LANGUAGES) {
  test.describe(language.name, () => {
    oneScreenPerLanguage(language.root.startsWith('en/'));

    test('a PNG of the size asked for, not blank', async ({ page }) => {
      await openDialog(page, `${language.root}?layout=hz-one-core-four-parks`, language.open);
      const download = await save(page, language.png);
      expect(download.suggestedFilename()).toMatch(/^hz-one-core-four-parks-\d{4}-\d\d-\d\d\.png$/);
      const png = await readFile(await download.path());
      expect(pngSize(png)).toEqual([1920, 1080]);
      const { colours, commonest } = await coloursOf(page, png);
      expect(colours).toBeGreaterThan(100);
      expect(commonest).toBeLessThan(0.75);
      await expect(page.getByRole('dialog').getByText(download.suggestedFilename()).last()).toBeVisible();
    });

    test('an SVG that says what it shows, well-formed, nothing cut off', async ({ page }) => {
      await openDialog(page, `${language.root}?layout=hz-one-core-four-parks&day=2026-11-22`, language.open);
      await page.getByRole('dialog').locator('input[value="svg"]').check();
      const download = await save(page, language.svg);
      expect(download.suggestedFilename()).toBe('hz-one-core-four-parks-2026-11-22.svg');
      const svg = await readFile(await download.path(), 'utf8');
      const found = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        const root = parsed.documentElement;
        const words = [...parsed.querySelectorAll('text')].map((node) => node.textContent).join('\n');
        // drawn with this browser's own fonts: every text inside the picture, map names inside the map
        const host = document.createElement('div');
        host.append(document.importNode(root, true));
        document.querySelector('dialog')!.append(host);
        const inside = (inner: DOMRect, outer: DOMRect) =>
          inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
        const whole = host.querySelector('svg')!.getBoundingClientRect();
        const cut = [...host.querySelectorAll('text')].filter((node) => !inside(node.getBoundingClientRect(), whole)).map((node) => node.textContent);
        const names = [...host.querySelectorAll<SVGTextElement>('#names text')];
        const boxes = names.map((node) => ({ text: node.textContent, box: node.getBBox() }));
        const onEachOther = boxes.flatMap((a, i) =>
          boxes.slice(i + 1).flatMap((b) => {
            const across = Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x);
            const down = Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
            // boxes of fonts have air above and below the letters
            return across > 2 && down > 0.35 * Math.min(a.box.height, b.box.height) ? [`${a.text} / ${b.text}`] : [];
          })
        );
        host.remove();
        return { error: parsed.querySelector('parsererror')?.textContent, root: root.nodeName, words, cut, onEachOther };
      }, svg);
      expect(found.error).toBeUndefined();
      expect(found.root).toBe('svg');
      expect(found.cut).toEqual([]);
      expect(found.onEachOther).toEqual([]);
      const words = found.words.replace(/\s+/g, '');
      const day = language.root === '' ? '2026年11月22日' : '22 November 2026';
      for (const part of [language.title, language.document, language.approval, language.status, day]) expect(words).toContain(part.replace(/\s+/g, ''));
    });

    test('a zone picked stands out; print sizes are true', async ({ page }, { project }) => {
      await openDialog(page, `${language.root}?layout=hz-one-core-four-parks&zone=h24-core-qiantang`, language.open);
      await expect(page.getByRole('checkbox', { name: language.asShown })).toBeChecked();
      await page.getByRole('dialog').getByRole('combobox').selectOption('a4-portrait');
      await expect(page.getByTestId('preview')).toHaveAttribute('height', '3508');
      await expect(page.getByTestId('preview')).toHaveJSProperty('naturalHeight', 3508);
      if (project.name !== 'desktop') return;
      const download = await save(page, language.png);
      expect(download.suggestedFilename()).toMatch(/^h24-core-qiantang-/);
      expect(pngSize(await readFile(await download.path()))).toEqual([2480, 3508]);
    });

    test('the code to embed opens the same view, alone in its frame', async ({ page }) => {
      await openDialog(page, `${language.root}?layout=hz-one-core-four-parks&zone=h24-core-qiantang`, language.open);
      await page.getByRole('tab', { name: language.embed }).click();
      const code = await page.getByRole('textbox', { name: language.code }).inputValue();
      expect(code).toMatch(/^<iframe src="[^"]+" title="[^"]+" width="100%" height="560" loading="lazy"/);
      const src = /src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(new URL(src).pathname).toBe(language.root === '' ? '/embed/' : '/en/embed/');
      expect(Object.fromEntries(new URL(src).searchParams)).toEqual({ layout: 'hz-one-core-four-parks', zone: 'h24-core-qiantang' });
    });
  });
}

test('the dialog has no accessibility fault; Esc closes it and gives the focus back', async ({ page }) => {
  await openDialog(page, 'en/', 'Export map');
  for (const tab of ['Map image', 'Embed in a page']) {
    await page.getByRole('tab', { name: tab }).click();
    expect(await accessibilityFaults(page, { include: 'dialog' })).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('export-dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export map' })).toBeFocused();
});

test.describe('without boundaries', () => {
  test.use({ allowedFaults: /503|boundaries/ });
  test('says so and lets one try again', async ({ page, isMobile }) => {
    test.skip(isMobile, ONE_SCREEN);
    let down = true;
    await page.route('**/boundaries/*.json', (route) => (down ? route.fulfill({ status: 503 }) : route.continue()));
    await page.goto('en/');
    await page.getByRole('button', { name: 'Export map' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('alert')).toContainText('could not be loaded');
    await expect(dialog.getByRole('button', { name: 'Download PNG' })).toBeDisabled();
    down = false;
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByTestId('preview')).toBeVisible();
  });
});

test('nothing of it is fetched before it is asked for', async ({ page, isMobile }) => {
  test.skip(isMobile, ONE_SCREEN);
  const scripts: string[] = [];
  page.on('request', (request) => void (request.resourceType() === 'script' && scripts.push(request.url())));
  await page.goto('');
  await expect(page.getByRole('button', { name: '导出地图' })).toBeVisible();
  expect(scripts.filter((url) => /ExportDialog|map-picture/.test(url))).toEqual([]);
});
