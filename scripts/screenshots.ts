import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium, thisMachine } from './steps/chromium';
import { serveStatic } from './steps/serve-static';

/* The pictures of the README, taken of the built site: `npm run build && npm run screenshots`. */
const OUT = '.github/screenshots';
const SHOTS = [
  { name: 'province-zh', path: '', width: 1440, height: 900, scheme: 'light' },
  { name: 'qiantang-en', path: 'en/?layout=hz-one-core-four-parks&zone=h24-core-qiantang', width: 1440, height: 900, scheme: 'light' },
  { name: 'phone-zh', path: '?layout=hz-one-core-four-parks', width: 390, height: 844, scheme: 'dark' }
] as const;

mkdirSync(OUT, { recursive: true });
const server = createServer(serveStatic('build', ''));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const browser = await chromium.launch({
  executablePath: ensureChromium(thisMachine(() => chromium.executablePath())),
  args: CHROMIUM_ARGS
});
for (const { name, path, width, height, scheme } of SHOTS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${port}/${path}`);
  await page.getByTestId('map').and(page.locator('[data-state="idle"]')).waitFor({ timeout: 90_000 });
  await page.screenshot({ path: `${OUT}/${name}.png` });
  await page.close();
  console.log(`${OUT}/${name}.png`);
}
await browser.close();
server.close();
