import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_SIZE, metaContent } from '../cards/name-card';
import { pngSize } from '../cards/palette-png';
import { listFiles } from '../write-data';

/** Bytes of a card: programs that show links give up on large pictures. */
const MOST = 80_000;
/** Pages about one thing, each with a card of its own. */
const OWN = /^(en\/)?((?:zones|units|places|sectors|layouts|stories|documents)\/[^/]+)\/index\.html$/;

/**
 * Pages of a built site without a card to go with their links, and cards that are not as those who show them want them.
 * @param base path that the site is served under
 * @param site its public address, where it was built with one
 */
export function checkCards(dir: string, base: string, site = ''): string[] {
  const complaints: string[] = [];
  const sound = new Map<string, string | undefined>();
  for (const page of listFiles(dir).map((name) => name.replaceAll('\\', '/'))) {
    if (!page.endsWith('.html') || page === '404.html') continue;
    const html = readFileSync(join(dir, page), 'utf8');
    const image = metaContent(html, 'og:image') ?? '';
    const language = page.startsWith('en/') ? 'en' : 'zh';
    const [, , own = 'site'] = OWN.exec(page) ?? [];
    const wanted = `${base}/cards/${language}/${own}.png`;
    if (image !== (site ? new URL(wanted, site).href : wanted)) complaints.push(`${page}: its card is ${image || 'not named'}, not ${wanted}`);
    const meta = { 'og:image:width': String(CARD_SIZE.width), 'og:image:height': String(CARD_SIZE.height), 'twitter:card': 'summary_large_image' };
    for (const [name, value] of Object.entries(meta)) if (metaContent(html, name) !== value) complaints.push(`${page}: ${name} is not ${value}`);
    if (!metaContent(html, 'og:image:alt')) complaints.push(`${page}: its card has no words for who cannot see it`);
    const file = wanted.slice(base.length + 1);
    if (!sound.has(file)) sound.set(file, problemOf(join(dir, file)));
  }
  for (const [file, problem] of sound) if (problem) complaints.push(`${file}: ${problem}`);
  if (sound.size === 0) complaints.push('no page has a card');
  return complaints;
}

function problemOf(file: string): string | undefined {
  if (!existsSync(file)) return 'is not there';
  const png = readFileSync(file);
  const size = pngSize(png);
  if (size?.width !== CARD_SIZE.width || size.height !== CARD_SIZE.height) return `is not a PNG of ${CARD_SIZE.width} × ${CARD_SIZE.height}`;
  return png.length > MOST ? `${(png.length / 1000).toFixed(1)} kB are more than ${MOST / 1000}` : undefined;
}
