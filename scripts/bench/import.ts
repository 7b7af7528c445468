import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import type { ImportContext } from '#lib/features/own-data/table/import-context';
import type { Datum } from '#lib/features/own-data/table/guess';
import { guess, prepareRegion, read } from '#lib/features/own-data/read/importer';
import type { NamedBlob } from '#lib/features/own-data/read/importer';
import { DATA, readData, writeSample } from './tools/sample';
import type { Unit } from './tools/sample';

/*
 * Time and memory from a file to typed, validated, placed rows: the site's importer beside Papa Parse and uDSV, which only parse.
 * `npm run bench:import -- [runs] [way]` after `npm run geodata`. Every run is a process of its own, because every import is a worker of its own:
 * nothing is warm. Prints Markdown: median (least–most). `npm run bench` runs some of these ways beside all else.
 */
const ROWS = 1_000_000;
/** `reading`: without indexing the region and guessing, which a page does while the reader looks at the preview; the whole where there is no such part */
type Measure = Readonly<{ ms: number; cpu: number; reading: number; kept: number; peak: number; rows: number; bytes: number }>;

const memory = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** One way to read the file; the answer is the number of rows, and the result so that it stays in memory. */
type Way = (file: string, sampled: () => void) => Promise<Readonly<{ rows: number; result: unknown; reading?: number }>>;

const own =
  (datum: Datum): Way =>
  async (file, sampled) => {
    const blob = Object.assign(await openAsBlob(file), { name: file }) as NamedBlob;
    const context: ImportContext = {
      units: readData('admin.json') as Unit[],
      places: readData('places.json') as ImportContext['places'],
      former: [],
      topology: readData('boundaries/focus.topo.json') as ImportContext['topology']
    };
    const region = prepareRegion(context);
    const found = { ...(await guess(blob, region)), datum };
    const started = performance.now();
    const result = await read(blob, found, region, { onProgress: sampled });
    return { rows: result.rows, result, reading: performance.now() - started };
  };

const papa =
  (dynamicTyping: boolean): Way =>
  (file, sampled) => {
    const { data } = Papa.parse(readFileSync(file, 'utf8'), { header: false, dynamicTyping, skipEmptyLines: true });
    sampled();
    return Promise.resolve({ rows: data.length - 1, result: data });
  };

const udsv =
  (typed: boolean): Way =>
  (file, sampled) => {
    const text = readFileSync(file, 'utf8');
    const parser = initParser(inferSchema(text));
    const result = typed ? parser.typedArrs(text) : parser.stringArrs(text);
    sampled();
    return Promise.resolve({ rows: result.length, result });
  };

const WAYS: Readonly<Record<string, readonly [about: string, way: Way, sample: string]>> = {
  own: ['this importer: guess, types, checks, joined to counties', own('wgs84'), 'utf8'],
  gcj: ['the same, GCJ-02 → WGS 84', own('gcj02'), 'utf8'],
  gbk: ['the same, GBK', own('wgs84'), 'gbk'],
  small: ['the same, 100 000 rows', own('wgs84'), 'small'],
  udsv: ['uDSV, typed arrays of rows', udsv(true), 'utf8'],
  udsvText: ['uDSV, strings only', udsv(false), 'utf8'],
  papa: ['Papa Parse, typed', papa(true), 'utf8'],
  papaText: ['Papa Parse, strings only', papa(false), 'utf8']
};

async function measure(way: Way, file: string): Promise<Measure> {
  global.gc?.();
  const before = memory();
  let peak = 0;
  const used = process.cpuUsage();
  const started = performance.now();
  const { rows, result, reading } = await way(file, () => (peak = Math.max(peak, memory() - before)));
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  peak = Math.max(peak, memory() - before);
  global.gc?.();
  const kept = memory() - before;
  // the result must live until it has been weighed
  if (result === undefined) throw new Error('no result');
  return { ms, cpu: (user + system) / 1000, reading: reading ?? ms, kept, peak, rows, bytes: readFileSync(file).length };
}

const [middle, mb] = [(values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN, (bytes: number) => (bytes / 1e6).toFixed(0)];
const spread = (values: number[]) => `${middle(values).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;

/** GB 18030 has no encoder on the platform: the names of the counties are all that is not ASCII. */
function writeGbk(from: string, to: string): void {
  const codes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  const text = readFileSync(from, 'utf8');
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  for (const character of text) {
    const pair = character.charCodeAt(0) < 128 ? undefined : codes.get(character);
    if (pair) bytes.set(pair, length);
    else bytes[length] = character.charCodeAt(0);
    length += pair ? 2 : 1;
  }
  writeFileSync(to, bytes.subarray(0, length));
}

function main(runs: number, only?: string): void {
  if (!existsSync(join(DATA, 'admin.json'))) throw new Error(`${DATA} is missing: run npm run geodata`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  const file = (sample: string) => join(folder, `${sample}.csv`);
  try {
    writeSample(file('utf8'), ROWS);
    writeSample(file('small'), ROWS / 10);
    writeGbk(file('utf8'), file('gbk'));
    console.log(
      '| what | rows | MB | ms | processor ms | of it reading, ms | MB/s read | kept, MB | peak, MB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |'
    );
    for (const [id, [about, , sample]] of Object.entries(WAYS)) {
      if (only !== undefined && only !== id) continue;
      const measures = Array.from({ length: runs }, () => {
        const child = [...process.execArgv, '--expose-gc', process.argv[1] ?? '', '--one', id, file(sample)];
        return JSON.parse(execFileSync(process.execPath, child, { encoding: 'utf8', maxBuffer: 1 << 20 })) as Measure;
      });
      const [first] = measures;
      const all = (pick: (measure: Measure) => number) => measures.map(pick);
      const rate = (first?.bytes ?? 0) / 1e6 / (middle(all(({ reading }) => reading)) / 1000);
      console.log(
        `| ${[about, first?.rows, ((first?.bytes ?? 0) / 1e6).toFixed(1), spread(all(({ ms }) => ms)), spread(all(({ cpu }) => cpu)), spread(all(({ reading }) => reading)), rate.toFixed(0), mb(middle(all(({ kept }) => kept))), mb(middle(all(({ peak }) => peak)))].join(' | ')} |`
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [mode, id = '', path = ''] = process.argv.slice(2);
const way = WAYS[id]?.[1];
if (mode === '--one' && way) console.log(JSON.stringify(await measure(way, path)));
else main(Number(mode ?? 5), id || undefined);
