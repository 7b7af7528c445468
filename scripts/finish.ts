import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCards } from './steps/cards/make-cards';
import { cardOf, nameCard } from './steps/cards/name-card';
import { headersFile } from './steps/headers';
import { splitLanguages } from './steps/languages';
import { offlinePack } from './steps/offline';
import { compressFile, precompress } from './steps/precompress';
import { BUNDLE_MANIFEST } from './steps/site/budgets';
import type { Manifest } from './steps/site/budgets';
import { addPreloads } from './steps/site/preloads';
import { listFiles } from './steps/write-data';

/* Last step of `npm run build`: what hosts and browsers need beside the pages. */
const dir = process.argv[2] ?? 'build';
/** What hosts send compressed. */
const TEXT = ['.html', '.js', '.mjs', '.json', '.css', '.svg', '.xml', '.ics', '.txt', '.geojson', '.topojson', '.webmanifest'];

// `npm start` bundles too, and the site's checks are about this bundle
copyFileSync('.svelte-kit/output/client/.vite/manifest.json', BUNDLE_MANIFEST);

const base = process.env.BASE_PATH ?? '';
const manifest = JSON.parse(readFileSync(BUNDLE_MANIFEST, 'utf8')) as Manifest;

// pictures are drawn beside all that follows
const { cards, drawing } = makeCards(dir);

const pages = listFiles(dir)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replaceAll('\\', '/'));
for (const page of pages) {
  const html = readFileSync(join(dir, page), 'utf8');
  const card = cardOf(page, cards);
  const loaded = addPreloads(html, manifest, base);
  const whole = card ? nameCard(loaded, card, base) : loaded;
  if (whole !== html) writeFileSync(join(dir, page), whole);
}

console.log(`Scripts for each language: ${splitLanguages(dir)}`);

const names = await precompress(dir, TEXT);
console.log(`Compressed ${names.length} files`);

// named after the build, so that a browser never takes the copy of another one
const { version } = JSON.parse(readFileSync(join(dir, '_app/version.json'), 'utf8')) as { version: string };
const copy = join(dir, 'offline', `${version}.json`);
mkdirSync(join(dir, 'offline'), { recursive: true });
writeFileSync(copy, JSON.stringify(offlinePack(dir)));
const { brotli } = await compressFile(copy, { fast: true });
console.log(`Offline copy: ${(brotli / 1e6).toFixed(2)} MB compressed, and the files of _app/`);

writeFileSync(join(dir, '_headers'), headersFile(pages, base));

const { drawn, bytes, missing } = await drawing;
console.log(`Share cards: ${cards.size}, ${drawn} drawn anew, ${(bytes / 1e6).toFixed(1)} MB`);
if (missing.length > 0) console.warn(`Share cards: the font has no ${missing.join(' ')}`);
