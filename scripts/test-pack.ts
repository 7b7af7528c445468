import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { scriptArguments } from './steps/arguments';
import { runTool } from './steps/checks/run-tool';
import { CHROMIUM_ARGS, ensureChromium, thisMachine } from './steps/chromium';
import { tryStart } from './steps/checks/try-start';
import { serveStatic } from './steps/serve-static';
import { checkCards } from './steps/site/check-cards';
import { checkLinks } from './steps/site/check-links';
import { listFiles } from './steps/write-data';

/*
 * Build the whole site from another pack and for a sub-path, in a copy of the project, and look for that pack's words, for traces of the default
 * pack, and for addresses that lead out of the sub-path; then open it there, and see that `npm start` serves the same pages: `npm run test:pack`.
 * The pack has districts, cities without counties and neighbours abroad; `npm run test:pack -- --pack tests/packs/suzhou-demo` takes the other one. The working folder's own
 * build is left alone.
 */
const PACK = relative('.', scriptArguments({}).values.pack ?? 'tests/packs/guangdong-demo');
const BASE = '/county/clusters';
/** A pack of the project's own is copied with it; another is read where it lies. */
const OWN = !PACK.startsWith('..') && !isAbsolute(PACK);
const INPUT = ['src', 'static', 'scripts', 'geodata/boundaries', ...(OWN ? [PACK] : []), 'package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];
const started = Date.now();
const dir = mkdtempSync(join(tmpdir(), 'pack-site-'));

/** Complaints about the built pages. */
function check(site: string): string[] {
  const pages = listFiles(site).filter((name) => name.endsWith('.html'));
  const home = (page: string) => (pages.includes(page) ? readFileSync(join(site, page), 'utf8') : '');
  const { title } = JSON.parse(readFileSync(join(site, 'data/v1/index.json'), 'utf8')) as { title: { zh: string; en: string } };
  return [
    ...(home('index.html').includes(title.zh) ? [] : [`index.html does not name the pack “${title.zh}”`]),
    ...(home('en/index.html').includes(title.en) ? [] : [`en/index.html does not name the pack “${title.en}”`]),
    ...pages.flatMap((page) => {
      const [trace] = /浙江|杭州|Zhejiang|Hangzhou/.exec(home(page)) ?? [];
      return trace ? [`${page} speaks of ${trace}`] : [];
    }),
    ...checkLinks(site, BASE),
    ...checkCards(site, BASE)
  ];
}

/** One unit of each kind that zones name: county, prefecture, both in one. */
function unitsOf(site: string): string[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(site, `data/v1/${name}.json`), 'utf8'));
  const admin = read('admin') as { adcode: string; level: string; undivided?: true }[];
  const named = new Set(
    (read('zones') as { tier: string; units: string[] }[]).filter(({ tier }) => tier === 'core' || tier === 'belt').flatMap(({ units }) => units)
  );
  const kinds = Map.groupBy(
    admin.filter(({ adcode }) => named.has(adcode)),
    ({ level, undivided = false }) => `${level} ${undivided}`
  );
  return [...kinds.values()].flatMap(([unit]) => unit?.adcode ?? []);
}

/** Complaints of a browser that opens the site under its sub-path: requests out of it or in vain, a page or map that does not come up, with the host or without. */
async function open(site: string): Promise<string[]> {
  const server = createServer(serveStatic(site, BASE));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const executablePath = process.env.CHROMIUM_PATH || ensureChromium(thisMachine(() => chromium.executablePath()));
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const complaints: string[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => complaints.push(`error on the page: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(`${origin}${BASE}/`)) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(`${origin}${BASE}/`);
    await page.getByTestId('map').and(page.locator('[data-state="idle"]')).waitFor({ timeout: 90_000 });
    await page.goto(`${origin}${BASE}/en/targets/`);
    await page.locator('html[data-ready]').waitFor();
    // by the site's name in the header, without loading a page
    await page.locator(`a[href="${BASE}/en/"]`).filter({ visible: true }).first().click();
    await page.waitForURL(`${origin}${BASE}/en/`);
    await page.getByTestId('map').waitFor();
    // every kind of unit that the pack names has its page, with what it belongs to
    for (const unit of unitsOf(site)) {
      await page.goto(`${origin}${BASE}/units/${unit}/`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('main a[href*="/zones/demo-"]').first().waitFor();
    }
    // the pack carries its document's text: a citation opens it with the words marked, in as many parts as are printed
    await page.goto(`${origin}${BASE}/en/documents/demo-plan/?q=${encodeURIComponent('力争达到 … 左右')}#c-一`);
    await page.locator('#c-一 mark').nth(1).waitFor();
    await page.goto(`${origin}${BASE}/en/`);
    await page.getByTestId('map').waitFor();
    // the copy for reading offline is complete once it serves the page: from here on nobody answers
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
    server.close();
    server.closeAllConnections();
    await page.goto(`${origin}${BASE}/en/compare/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${origin}${BASE}/`);
    await page.getByTestId('map').and(page.locator('[data-state="idle"]')).waitFor({ timeout: 90_000 });
  } catch (error) {
    complaints.push(error instanceof Error ? error.message : String(error));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
  return complaints;
}

try {
  for (const path of INPUT) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    cpSync(path, join(dir, path), { recursive: true, filter: (source) => resolve(source) !== resolve('static/data') });
  }
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'), 'junction');
  const env = { GEODATA_PACK: OWN ? PACK : resolve(PACK), BASE_PATH: BASE };
  const built =
    (await runTool('tsx', ['scripts/geodata.ts'], { env, cwd: dir })) &&
    (await runTool('vite', ['build', '--logLevel', 'warn'], { env, cwd: dir })) &&
    (await runTool('tsx', ['scripts/finish.ts'], { env, cwd: dir }));
  const site = join(dir, 'build');
  const complaints = built ? [...check(site), ...(await open(site)), ...(await tryStart(dir, BASE, env))] : ['the site could not be built'];
  for (const complaint of complaints) console.error(`${PACK}: ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
  else console.log(`${PACK}: site built and checked in ${((Date.now() - started) / 1000).toFixed(1)} s`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
