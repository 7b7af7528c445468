import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { runTool } from './steps/checks/run-tool';
import type { Say } from './steps/checks/run-tool';
import { judge, reasons, summarize, tallyPlaywright, tallyVitest } from './steps/checks/tally';
import type { Tally } from './steps/checks/tally';
import { ChromiumError, ensureChromium, thisMachine } from './steps/chromium';

/*
 * Everything that must hold, in one run: `npm test`. The last line is “N passed, N failed”.
 * Sources are checked and units tested beside the build, which leaves a core idle most of the time; the browser comes after, and has the machine
 * to itself.
 * SKIP_BUILD=1 tests the site as it was last built.
 */
const started = Date.now();
const tallies: Tally[] = [];
const VITEST = 'test-results/vitest.json';
const PLAYWRIGHT = 'test-results/playwright.json';
const SKIP = process.env.SKIP_BUILD === '1';

/** Run a stage, print what it does, note its tally and the time taken. What runs beside others prints all together when it ends, complaints last. */
async function stage(name: string, beside: boolean, run: (say?: Say) => Promise<Tally>): Promise<Tally> {
  const from = Date.now();
  const said = { out: '', error: '' };
  if (!beside) console.log(`\n— ${name}`);
  const found = await run(beside ? (text, stream) => (said[stream] += text) : undefined);
  const words = `${said.out}${said.error}`.trimEnd();
  const tally = found.failed > 0 && !found.why?.length && words ? { ...found, why: words.split('\n') } : found;
  tallies.push(tally);
  if (beside) console.log(`\n— ${name}\n${words}`);
  console.log(`— ${name}: ${tally.passed} passed, ${tally.failed} failed${tally.skipped ? `, ${tally.skipped} skipped` : ''}, ${seconds(from)}`);
  return tally;
}

const seconds = (from: number) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/** Commands that count as one check together; the first that fails ends it. @returns whether all is well */
async function check(name: string, ...commands: (readonly [tool: string, ...args: string[]])[]): Promise<boolean> {
  const tally = await stage(name, true, async (say) => {
    for (const [tool, ...args] of commands) if (!(await runTool(tool, args, { ...(say ? { say } : {}) }))) return { name, passed: 0, failed: 1, skipped: 0 };
    return { name, passed: 1, failed: 0, skipped: 0 };
  });
  return tally.failed === 0;
}

function readReport<T>(file: string, tally: (report: unknown) => T): T | undefined {
  try {
    return tally(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`No usable report in ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function browserTests(name: string): Promise<Tally> {
  const notRun = (reason: string) => {
    console.error(reason);
    return { ...judge(name, false, undefined), why: [reason] };
  };
  if (!existsSync('build/index.html')) return notRun('There is no built site to test in build/.');
  try {
    const path = ensureChromium(thisMachine(() => chromium.executablePath()));
    console.log(`Chromium: ${path}`);
    const ok = await runTool('playwright', ['test'], { env: { CHROMIUM_PATH: path, TEST_PORT: String(await freePort()) } });
    return judge(name, ok, readReport(PLAYWRIGHT, tallyPlaywright));
  } catch (error) {
    if (!(error instanceof ChromiumError)) throw error;
    return notRun(error.message);
  }
}

async function checkSources(): Promise<void> {
  await check('types', ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']);
  await check('lint', ['eslint', '--max-warnings', '0', '.']);
  await check('no dead code', ['knip']);
  await check('format', ['prettier', '--check', '--log-level', 'warn', '.']);
}

/** @returns whether there is a site to test */
async function buildAndCheck(): Promise<boolean> {
  const built = SKIP || (await check('build', ['vite', 'build'], ['tsx', 'scripts/finish.ts']));
  if (built) await check('bytes, links and licences of the site', ['tsx', 'scripts/check-site.ts']);
  if (!SKIP) await check('another pack, built and drawn on demand', ['tsx', 'scripts/test-pack.ts']);
  return built;
}

async function testUnits(): Promise<void> {
  await stage('unit, architecture and data tests', true, async (say) => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`];
    return judge('vitest', await runTool('vitest', args, say ? { say } : {}), readReport(VITEST, tallyVitest));
  });
}

rmSync('test-results', { recursive: true, force: true });
// generated code, types and data, which all that follows reads
await check('generated code', ['tsx', 'scripts/messages.ts'], ['svelte-kit', 'sync']);
const data = SKIP || (await check('data', ['tsx', 'scripts/geodata.ts']));
const [built] = await Promise.all([data && buildAndCheck(), checkSources().then(testUnits)]);
await stage('browser tests', false, async () => {
  if (built) return browserTests('playwright');
  console.error('Not run: the site could not be built.');
  return judge('playwright', false, undefined);
});

const { line, ok } = summarize(tallies);
for (const reason of reasons(tallies)) console.log(reason);
console.log(`\n${tallies.map((tally) => `${tally.name} ${tally.passed}/${tally.passed + tally.failed}`).join(' · ')} in ${seconds(started)}`);
process.exitCode = ok ? 0 : 1;
console.log(line);
