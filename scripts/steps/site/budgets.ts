import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { listFiles } from '../write-data';
import { pageLoads } from './read-page';

/** One limit and what was found: bytes as sent (compressed files as they lie in the build), or a number of requests. */
export type Budget = Readonly<{ what: string; found: number; most: number; unit: 'B br' | 'B gzip' | 'requests'; of: string }>;

/** As much of Vite's manifest as is needed: chunks by what they were made from. */
type Chunk = Readonly<{ file: string; imports?: readonly string[]; css?: readonly string[] }>;
export type Manifest = Readonly<Record<string, Chunk>>;
/** Where `npm run build` leaves Vite's manifest of the site in build/. */
export const BUNDLE_MANIFEST = '.svelte-kit/build-manifest.json';

const LIMITS = {
  /** with the style sheets: small ones stand in the HTML (svelte.config.js) */
  html: 35_500,
  map: 288_000,
  /** with MapLibre as published, whose two bundles share most of what they hold */
  mapAsPublished: 470_000,
  deck: 270_000,
  geometry: 60_000,
  requests: 33
} as const;
/**
 * JavaScript before the first interaction, by kind of page: 60 kB is the target. Pages of lists and texts are held below what the others
 * need; lower a limit whenever something is saved. What lies above the target counts its own footnotes and notes, which the target did not
 * foresee (1 to 2 kB), the map's inset and small maps, on zones' pages figures, chips and targets within targets, and since places have
 * pages what is published elsewhere (3 kB: zones, units, targets; 1 kB: sectors) and what other documents name on the same ground (2 kB: zones, match);
 * 1 kB more where there is a map since edges show shared zones, and on the data page since tables are layers. Whom to ask and a project that
 * travels cost zones, compare and match 2 to 4 kB, pitch with its two notes and slides 5 kB; most of all, support with sums that explain
 * themselves 18 kB: the first to be made lighter.
 */
const SCRIPTS: Readonly<Record<string, number>> = {
  documents: 45_000,
  'documents/…': 53_000,
  sectors: 45_000,
  'sectors/…': 67_000,
  places: 54_800,
  'places/…': 64_900,
  stories: 44_500,
  'stories/…': 58_400,
  units: 46_000,
  'units/…': 71_400,
  'zones/…': 77_500,
  'start page': 63_000,
  'layouts/…': 63_000,
  embed: 66_500,
  method: 60_500,
  compare: 56_000,
  match: 65_200,
  decide: 52_000,
  pitch: 57_300,
  support: 82_700,
  targets: 67_400,
  'targets/…': 62_600,
  timeline: 61_000,
  data: 64_700
};
const SCRIPTS_ELSEWHERE = 60_000;
/**
 * HTML with its CSS, by kind of page. The explorer's pages hold a picture of the map; a city's its roles, places, targets and figures. Lower
 * a limit whenever something is saved.
 */
const PAGES: Readonly<Record<string, number>> = {
  'start page': 26_500,
  'layouts/…': 28_500,
  embed: 23_200,
  'units/…': 42_700,
  'zones/…': 30_800,
  'places/…': 21_000,
  'sectors/…': 27_000,
  'documents/…': 21_500,
  'stories/…': 30_000,
  stories: 9_500,
  support: 34_800,
  places: 31_500,
  match: 22_800
};

/**
 * Files are named after their content, and the names stand in pages and scripts: two builds of the same sources, whose version is the time,
 * differ by up to 115 bytes as sent. That much is luck, and no reason to fail where another machine passes.
 */
const LUCK = 200;

/** Whether more was found than the limit allows, luck with names left out. */
export const exceeds = ({ found, most, unit }: Budget): boolean => found > most + (unit === 'requests' ? 0 : LUCK);

const MAP = 'src/lib/map/runtime/MapCanvas.svelte';
/** MapLibre's worker, built from its sources or as published (scripts/maplibre) */
const MAP_WORKER = 'node_modules/maplibre-gl/src/source/worker.ts';
const PUBLISHED_WORKER = 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs';
const DECK = 'src/lib/map/rows/overlay.ts';
/** deck.gl loads this by itself as soon as it draws, where it is not in its chunk already */
const DECK_DEVICE = 'node_modules/@luma.gl/webgl/dist/adapter/webgl-device.js';

/** Bytes of a file as a host sends it. */
function sent(dir: string, file: string, coding: 'br' | 'gz'): number {
  const packed = join(dir, `${file}.${coding}`);
  if (existsSync(packed)) return statSync(packed).size;
  const bytes = readFileSync(join(dir, file));
  return (coding === 'br' ? brotliCompressSync(bytes) : gzipSync(bytes)).length;
}

/** Files of a chunk and of all that it imports statically. @throws Error if the manifest has no such chunk */
export function closure(manifest: Manifest, key: string, files = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the build has no chunk of ${key}`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const next of chunk.imports ?? []) closure(manifest, next, files);
  return files;
}

/** A page's kind: the folder that its route is in, without language and id. */
const kindOf = (page: string): string =>
  page
    .replace(/^en\//, '')
    .replace(/(^|\/)index\.html$/, '')
    .replace(/^(\w+)\/.+$/, '$1/…') || 'start page';

/**
 * The site's byte budgets. Names with hashes are found through the pages' own links and Vite's manifest.
 * @param dir the built site
 * @param base path that it was built for
 */
export function budgets(dir: string, base: string, manifest: Manifest): Budget[] {
  const found = new Map<string, Budget>();
  const cached = new Map<string, number>();
  const br = (address: string): number => {
    const file = address.slice(base.length + 1);
    const bytes = cached.get(file) ?? sent(dir, file, 'br');
    cached.set(file, bytes);
    return bytes;
  };
  const largest = (what: string, of: string, unit: Budget['unit'], most: number, value: number) => {
    const before = found.get(what);
    if (!before || value > before.found) found.set(what, { what, found: value, most, unit, of });
  };
  for (const page of listFiles(dir).filter((name) => name.endsWith('.html') && name !== '404.html')) {
    const { styles, scripts, others } = pageLoads(readFileSync(join(dir, page), 'utf8'));
    const total = (addresses: readonly string[]) => addresses.reduce((sum, address) => sum + br(address), 0);
    const kind = kindOf(page);
    largest(`HTML and CSS, ${kind}`, page, 'B br', PAGES[kind] ?? LIMITS.html, sent(dir, page, 'br') + total(styles));
    largest(`JavaScript, ${kind}`, page, 'B br', SCRIPTS[kind] ?? SCRIPTS_ELSEWHERE, total(scripts));
    largest('requests before the first interaction', page, 'requests', LIMITS.requests, 1 + styles.length + scripts.length + others.length);
  }
  const gzip = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + sent(dir, file, 'gz'), 0);
  const published = manifest[PUBLISHED_WORKER] !== undefined;
  const map = closure(manifest, published ? PUBLISHED_WORKER : MAP_WORKER, closure(manifest, MAP));
  const mostMap = published ? LIMITS.mapAsPublished : LIMITS.map;
  const deck = closure(manifest, DECK);
  if (manifest[DECK_DEVICE]) closure(manifest, DECK_DEVICE, deck);
  // what every page has loaded anyway is counted with the pages
  const before = closure(manifest, 'node_modules/@sveltejs/kit/src/runtime/client/entry.js');
  const without = (files: ReadonlySet<string>, ...others: ReadonlySet<string>[]) => [...files].filter((file) => others.every((other) => !other.has(file)));
  return [
    ...found.values(),
    { what: 'interactive map, without deck.gl', found: gzip(without(map, before)), most: mostMap, unit: 'B gzip', of: MAP },
    { what: 'deck.gl on top of it', found: gzip(without(deck, map, before)), most: LIMITS.deck, unit: 'B gzip', of: DECK },
    {
      what: 'outlines of the first view',
      found: sent(dir, 'data/v1/boundaries/overview.topo.json', 'gz'),
      most: LIMITS.geometry,
      unit: 'B gzip',
      of: 'overview.topo.json'
    }
  ];
}
