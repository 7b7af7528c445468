import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { ensureChromium, thisMachine } from './steps/chromium';

/* The icons of the installed site, drawn from static/icon.svg: `npm run icons`, after that file has changed. */
const OUT = 'static/icons';
/** `share` of the width that the mark takes: systems cut maskable icons to a circle of 80%; the ground is --brand of design/tokens/tokens.css. */
const ICONS = [
  // of the tab: not the SVG itself, which Chromium lays out anew, as a document, whenever the address changes;
  // offline copies keep it for good: give it another name when the mark changes
  { name: 'icon-64', size: 64, share: 1 },
  { name: 'icon-192', size: 192, share: 1 },
  { name: 'icon-512', size: 512, share: 1 },
  { name: 'apple-touch-icon', size: 180, share: 0.9, ground: '#0b5563' },
  { name: 'maskable-192', size: 192, share: 0.9, ground: '#0b5563' },
  { name: 'maskable-512', size: 512, share: 0.9, ground: '#0b5563' }
] as const;

mkdirSync(OUT, { recursive: true });
const mark = `data:image/svg+xml;base64,${readFileSync('static/icon.svg').toString('base64')}`;
const browser = await chromium.launch({ executablePath: ensureChromium(thisMachine(() => chromium.executablePath())), args: ['--no-sandbox'] });
for (const { name, size, share, ...rest } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const ground = 'ground' in rest ? rest.ground : 'transparent';
  await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}"><img src="${mark}" width="${size * share}">`);
  writeFileSync(`${OUT}/${name}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
  console.log(`${OUT}/${name}.png`);
}
await browser.close();
