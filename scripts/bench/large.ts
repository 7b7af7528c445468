import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium, thisMachine } from '../steps/chromium';
import { serve } from './tools/serve';
import { writeSample } from './tools/sample';
import { writeWorkbook } from './tools/workbook';

/*
 * Large files in the page itself: a CSV of 200 MB and an XLSX of 50 MB are read or refused with the reason, and no task of the page takes more
 * than 100 ms. `npm run bench:large -- [origin]` after `npm run build`, or with the origin of a site that runs. Prints Markdown.
 */

const FILES: readonly (readonly [name: string, write: (path: string) => Promise<void> | void])[] = [
  ['firms.csv', (path) => writeSample(path, 4_150_000)],
  ['firms.xlsx', (path) => writeWorkbook(path, 1_040_000)]
];
/** Longest that a file may take, ms: what takes longer is said to. */
const PATIENCE = 900_000;
const LONGEST = 100;

type Outcome = Readonly<{ guessed: number; read: number; said: string; tasks: readonly number[] }>;

async function measure(page: Page, origin: string, path: string): Promise<Outcome> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(`${origin}/en/data/`);
  const field = page.getByLabel('Choose a file', { exact: true });
  await field.waitFor({ state: 'attached' });
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  // the worker learns the region
  await page.waitForTimeout(5000);
  // what the page did before is not the file's affair
  await page.evaluate(() => ((window as unknown as { tasks: number[] }).tasks.length = 0));
  const started = performance.now();
  await field.setInputFiles(path);
  const form = page.getByRole('button', { name: 'Import', exact: true });
  const refused = page.getByRole('alert').first();
  await form.or(refused).first().waitFor({ timeout: PATIENCE });
  const guessed = performance.now() - started;
  let said: string;
  if (await form.isVisible()) {
    await form.click();
    const read = page.getByText(/\d rows read/).first();
    await read.or(refused).first().waitFor({ timeout: PATIENCE });
    said = (await read.or(refused).first().textContent()) ?? '';
  } else said = (await refused.textContent()) ?? '';
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  return { guessed, read: performance.now() - started, said: said.trim(), tasks };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-large-'));
const site = process.argv[2] ? undefined : await serve('build');
const browser = await chromium.launch({ executablePath: ensureChromium(thisMachine(() => chromium.executablePath())), args: CHROMIUM_ARGS });
try {
  console.log('| file | MB | to the form, ms | to the rows, ms | tasks over 50 ms | longest, ms | outcome |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |');
  for (const [name, write] of FILES) {
    const path = join(folder, name);
    await write(path);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
    const { guessed, read, said, tasks } = await measure(page, site?.origin ?? process.argv[2] ?? '', path);
    const longest = Math.max(0, ...tasks);
    console.log(
      `| ${name} | ${(statSync(path).size / 1e6).toFixed(0)} | ${guessed.toFixed(0)} | ${read.toFixed(0)} | ${tasks.length} | ${longest.toFixed(0)} | ${said} |`
    );
    if (longest > LONGEST) process.exitCode = 1;
    await page.close();
    rmSync(path);
  }
} finally {
  await browser.close();
  await site?.close();
  rmSync(folder, { recursive: true });
}
