import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { measureActs } from './measure/acts';
import { measureBuild } from './measure/build';
import type { Context, Measurement } from './measure/context';
import { measureLoad } from './measure/load';
import { measureMemory } from './measure/memory';
import { measureParse } from './measure/parse';
import { measurePoints } from './measure/points';
import { measureSearch } from './measure/search';
import { buildFloor } from './tools/floor';
import { describeMachine } from './tools/machine';
import { writeReport } from './tools/report';
import type { Section } from './tools/report';
import { prepareRivals } from './tools/rivals';
import type { Row } from './tools/row';
import { serve } from './tools/serve';

/*
 * The site beside what readers would pick instead, in one run on one machine: `npm run bench`.
 * `-- --runs 1` for a quick look, `--only load,memory` for some parts (then the report goes to test-results/bench.md), `--out FILE` for elsewhere.
 * After every part the report is written anew, so that a part that fails costs no other.
 */
const PARTS = ['build', 'load', 'acts', 'search', 'parse', 'points', 'memory'] as const;
type Part = (typeof PARTS)[number];
const TITLES: Readonly<Record<Part, string>> = {
  build: 'Build',
  load: 'Start page: bytes, first paint, map, frames',
  acts: 'Acts of a reader',
  search: 'Search',
  parse: 'Reading a file, in Node',
  points: 'Points from a file, in the browser',
  memory: 'Memory over time'
};
const BROWSER: Partial<Record<Part, Measurement>> = {
  load: measureLoad,
  acts: measureActs,
  search: measureSearch,
  parse: measureParse,
  points: measurePoints,
  memory: measureMemory
};
const NOTES = [
  'All pages draw the same counties, with the vertices that the site itself draws, in a map of 1020 × 836, and the same generated rows; one beside the site draws all of its map. All are served compressed by one server on this machine, each run with an empty cache; runs of the pages alternate.',
  'No page can reach another host: kepler.gl runs without a basemap, and what it asks of other hosts is refused at once.',
  'Drawing is in software, so frame times only rank; bytes, memory and main-thread work carry over to other machines better.',
  'Scripts’ and tasks’ times are the main thread’s, from the browser’s own counters; memory is what the browser says after a collection, the memory of the graphics card not included.',
  'Tiles of millions of points are measured by `npm run bench:tiles`, more ways to read a file by `npm run bench:import`.'
];

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, only: { type: 'string' }, out: { type: 'string' }, build: { type: 'string', default: 'build' } }
});
const runs = Number(values.runs);
const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => !PARTS.some((part) => part === name)) ?? [];
if (!Number.isInteger(runs) || runs < 1 || unknown.length > 0) {
  console.error(unknown.length > 0 ? `No part ${unknown.join(', ')}: there are ${PARTS.join(', ')}.` : '--runs takes a whole number from 1 on.');
  process.exit(1);
}
const parts = PARTS.filter((part) => !wanted || wanted.includes(part));
const out = values.out ?? (wanted ? 'test-results/bench.md' : 'scripts/bench/RESULTS.md');
mkdirSync(dirname(out), { recursive: true });

const started = performance.now();
const say = (line: string) => console.log(`[${((performance.now() - started) / 60_000).toFixed(1)} min] ${line}`);
let failures: string[] = [];
const fail = (what: string, error: unknown) => {
  failures.push(`${what}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
  say(`FAILED ${failures.at(-1)}`);
};

const sections: Section[] = [];
let machine: string[] = [];
async function part(name: Part, measure: () => Promise<readonly Row[]> | readonly Row[]): Promise<void> {
  const began = performance.now();
  failures = [];
  let rows: readonly Row[] = [];
  try {
    rows = await measure();
  } catch (error) {
    fail(name, error);
  }
  sections.push({ title: TITLES[name], rows, failures, seconds: (performance.now() - began) / 1000 });
  const command = ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' ');
  writeReport(out, { runs, command, machine, notes: NOTES, sections });
}

if (parts.includes('build') || !existsSync(values.build)) await part('build', () => measureBuild(say));
const pages = await prepareRivals(values.build, say);
machine = await describeMachine();
const sites: Context['sites'] = {
  ours: await serve(values.build),
  static: await serve(pages.static, values.build),
  floor: await serve(await buildFloor('node_modules/.cache/bench-floor')),
  maplibre: await serve(pages.maplibre),
  echarts: await serve(pages.echarts),
  kepler: await serve(pages.kepler)
};
for (const name of parts) {
  const measure = BROWSER[name];
  if (measure) await part(name, () => measure({ sites, runs, say, fail }));
}
await Promise.all(Object.values(sites).map((site) => site.close()));
say(`${out} is written`);
if (sections.some(({ rows }) => rows.length === 0)) process.exitCode = 1;
