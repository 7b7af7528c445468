import { availableParallelism } from 'node:os';
import { chromium, defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium, thisMachine } from './scripts/steps/chromium';

const port = Number(process.env.TEST_PORT ?? 4183);
const base = process.env.BASE_PATH ?? '';
const address = `http://127.0.0.1:${port}${base}/`;
const { CHROMIUM_PATH: executablePath = findChromium(thisMachine(() => chromium.executablePath())) } = process.env;

/* Browser tests on the site as built: `npm run build` first. Drawing is in software, so time limits are generous. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: Math.min(2, availableParallelism()),
  // software drawing on a busy machine can take longer than any limit worth setting; the report names what needed its second try
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: address,
    trace: 'off',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // each test meets the site for the first time; tests/browser/offline.spec.ts allows them
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: CHROMIUM_ARGS
    }
  },
  projects: [
    // a small laptop's window: drawing in software costs by the pixel. Tests of what is in view at first set the size that they are about
    { name: 'desktop', grepInvert: /@phone\b/, use: { viewport: { width: 1200, height: 750 } } },
    { name: 'phone', grepInvert: /@desktop\b/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 } }
  ],
  webServer: { command: `node --import tsx scripts/serve.ts --port ${port}`, url: address, reuseExistingServer: false, timeout: 30_000 }
});
