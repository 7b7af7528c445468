import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTool } from './steps/checks/run-tool';
import { listFiles } from './steps/write-data';

/*
 * Build the whole site from another pack, in a copy of the project, and look for that pack's words and for traces of the default pack:
 * `npm run test:pack`. The working folder's own build is left alone.
 */
const PACK = 'tests/packs/suzhou-demo';
const INPUT = ['src', 'static', 'scripts', 'geodata/boundaries', PACK, 'package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];
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
    })
  ];
}

try {
  for (const path of INPUT) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    cpSync(path, join(dir, path), { recursive: true, filter: (source) => resolve(source) !== resolve('static/data') });
  }
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'), 'junction');
  const env = { GEODATA_PACK: PACK };
  const built = (await runTool('tsx', ['scripts/geodata.ts'], env, dir)) && (await runTool('vite', ['build', '--logLevel', 'warn'], env, dir));
  const complaints = built ? check(join(dir, 'build')) : ['the site could not be built'];
  for (const complaint of complaints) console.error(`${PACK}: ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
  else console.log(`${PACK}: site built and checked in ${((Date.now() - started) / 1000).toFixed(1)} s`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
