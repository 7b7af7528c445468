import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../tools/browser';
import { pan, zoom } from '../tools/frames';
import type { Frames } from '../tools/frames';
import { all, atMost, atMostTimes, below, NAMES, Samples } from '../tools/row';
import type { Row, Subject, Target } from '../tools/row';
import { isScript, sum } from '../tools/serve';
import { inTurn, mapPage } from './context';
import type { Context } from './context';

/* The start page and the rivals' pages from an empty cache: bytes, first paint, facts, the map, and how it moves. */

const KB = 1000;
/** File names of the build that hold deck.gl, by what only deck says of itself. */
const DECK = /deck\.gl|luma\.gl/;

export async function measureLoad(context: Context): Promise<Row[]> {
  const samples = new Samples();
  await inTurn(context, 'load', ['ours', 'static', 'floor', 'maplibre', 'echarts', 'kepler'], (subject, bench) => loadOnce(context, bench, subject, samples));
  const row = (what: string, unit: string, figure: string, target?: Target, note?: string): Row => ({
    what,
    unit,
    samples: samples.of(figure),
    ...(target ? { target } : {}),
    ...(note ? { note } : {})
  });
  const fifth: Target = {
    text: '≤ 1/5 of kepler.gl, deck included',
    met: (median) => {
      const [ours, kepler] = [median('ours'), median('kepler')];
      return ours === undefined || kepler === undefined ? undefined : ours <= kepler / 5;
    }
  };
  const like = all(atMostTimes(1.1, 'floor'), atMostTimes(1.5, 'maplibre'));
  return [
    row('HTML, brotli', 'kB', 'html', atMost(30, 'kB')),
    row('CSS that holds up first paint, brotli', 'kB', 'css', atMost(10, 'kB')),
    row('JavaScript that the HTML asks for, brotli', 'kB', 'entry', atMost(60, 'kB'), 'before any interaction, and before the map’s code is fetched'),
    row('JavaScript until the map rests, gzip', 'kB', 'scripts-gzip', fifth),
    row('of it without deck.gl, gzip', 'kB', 'plain-gzip', atMost(400, 'kB')),
    row('of it deck.gl, gzip', 'kB', 'deck-gzip', atMost(270, 'kB')),
    row('JavaScript until the map rests, brotli', 'kB', 'scripts-brotli'),
    row('everything until first paint, brotli', 'kB', 'paint-brotli'),
    row('everything until the map rests, gzip', 'kB', 'all-gzip'),
    row('everything until the map rests, brotli', 'kB', 'all-brotli'),
    row('first contentful paint', 'ms', 'paint', all(atMostTimes(1.1, 'static'), atMostTimes(1, 'echarts'))),
    row('facts readable (zones and picture of the map painted)', 'ms', 'facts', undefined, 'the rivals show no facts: their first paint is their map'),
    row(
      'map drawn, rests and answers',
      'ms',
      'drawn',
      all(atMostTimes(1.25, 'floor'), atMostTimes(1.7, 'maplibre'), below('kepler'), atMostTimes(2.5, 'echarts')),
      `${NAMES.floor}: the style and the data of the start page, made ready before, drawn by MapLibre as the site builds it, without panel, framework and facts; ${NAMES.maplibre}: MapLibre from npm with the counties in two layers`
    ),
    row('longest task until then', 'ms', 'longest'),
    ...(['pan', 'zoom'] as const).flatMap((move) => [
      row(`frame while ${move === 'pan' ? 'panning' : 'zooming'}, median`, 'ms', `${move}-median`, like),
      row(`frame while ${move === 'pan' ? 'panning' : 'zooming'}, p95`, 'ms', `${move}-p95`, like),
      row(`scripts a frame while ${move === 'pan' ? 'panning' : 'zooming'}`, 'ms', `${move}-scripts`, atMost(5, 'ms'))
    ])
  ];
}

async function loadOnce(context: Context, bench: Bench, subject: Subject, samples: Samples): Promise<string> {
  const site = context.sites[subject];
  site.forget();
  await bench.page.goto(mapPage(context, subject), { waitUntil: 'load' });
  if (subject === 'static') await bench.mark('facts');
  else await bench.mark('drawn');
  const drawn = (await bench.marks()).drawn;
  await bench.painted();
  const [paint, origin, longest] = await bench.page.evaluate(() => [window.bench.paint(), performance.timeOrigin, window.bench.longest(0)] as const);
  const add = (figure: string, value: number | undefined) => samples.add(figure, subject, value);
  add('paint', paint);
  if (subject === 'ours' || subject === 'static') add('facts', Math.max((await bench.marks()).facts ?? NaN, paint ?? NaN));
  weigh(site.requests(), origin, paint ?? Infinity, drawn ?? Infinity, add);
  if (subject === 'static' || drawn === undefined) return `first paint ${paint?.toFixed(0)} ms`;
  add('drawn', drawn);
  add('longest', longest);

  const middle = await middleOfMap(bench, subject);
  const note = (move: string, { median, p95, scripts }: Frames) => {
    add(`${move}-median`, median);
    add(`${move}-p95`, p95);
    add(`${move}-scripts`, scripts);
    return `${move} ${median.toFixed(0)} / ${p95.toFixed(0)} ms`;
  };
  const panned = note('pan', await pan(bench, middle));
  await bench.page.waitForTimeout(1000);
  const zoomed = note('zoom', await zoom(bench, middle));
  const others = [...new Set(bench.strangers)];
  if (others.length > 0) context.say(`  refused: ${subject} asked for ${others.join(', ')}`);
  return `first paint ${paint?.toFixed(0)} ms, map ${drawn.toFixed(0)} ms, ${panned}, ${zoomed}`;
}

/** Bytes of what had left the server by a moment of the page's clock. */
function weigh(
  requests: readonly Readonly<{ file: string; at: number }>[],
  origin: number,
  paint: number,
  drawn: number,
  add: (figure: string, bytes: number) => void
): void {
  const by = (moment: number) => requests.filter(({ at }) => at <= origin + moment).map(({ file }) => file);
  const [early, asked] = [by(paint), by(drawn)];
  const html = asked.find((file) => file.endsWith('index.html'));
  if (!html) return;
  const scripts = asked.filter(isScript);
  const deck = scripts.filter((file) => DECK.test(readFileSync(file, 'utf8')));
  add('html', sum([html], 'brotli') / KB);
  add('css', sum(linkedFrom(html, /<link\b[^>]*rel="stylesheet"[^>]*>/g), 'brotli') / KB);
  add('entry', sum(linkedFrom(html, /<link\b[^>]*rel="modulepreload"[^>]*>|<script\b[^>]*src="[^"]*"[^>]*>/g), 'brotli') / KB);
  add('scripts-gzip', sum(scripts, 'gzip') / KB);
  add('scripts-brotli', sum(scripts, 'brotli') / KB);
  add('deck-gzip', sum(deck, 'gzip') / KB);
  add('plain-gzip', (sum(scripts, 'gzip') - sum(deck, 'gzip')) / KB);
  add('paint-brotli', sum(early, 'brotli') / KB);
  add('all-gzip', sum(asked, 'gzip') / KB);
  add('all-brotli', sum(asked, 'brotli') / KB);
}

/** Files that elements of a page name. */
function linkedFrom(html: string, elements: RegExp): string[] {
  const root = html.replace(/index\.html$/, '');
  return [...readFileSync(html, 'utf8').matchAll(elements)].flatMap(([element]) => {
    const path = /(?:href|src)="([^"]+)"/.exec(element)?.[1];
    const file = path ? join(root, path.replace(/^\//, '')) : '';
    return existsSync(file) ? [file] : [];
  });
}

export async function middleOfMap({ page }: Bench, subject: Subject): Promise<Readonly<{ x: number; y: number }>> {
  const box = await page.locator(subject === 'ours' ? '[data-testid=map]' : '#map').boundingBox();
  if (!box) throw new Error('no map');
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}
