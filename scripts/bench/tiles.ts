import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FetchSource, PMTiles } from 'pmtiles';
import { serveStatic } from '../steps/serve-static';
import { buildTiles } from '../steps/tiles/build-tiles';
import { generatePoints, readCountyCentres } from '../steps/tiles/generate-points';
import { usageOf } from '../steps/tiles/process-tree';

/*
 * Tiles of a national layer: seconds, memory and bytes to build them, and what views of them fetch from a static server on this
 * machine by range requests. `npm run bench:tiles -- [--points 5000000] [--runs 3]`; needs PostGIS, see geodata/TILES.md.
 */
const { values } = parseArgs({ options: { points: { type: 'string', default: '5000000' }, runs: { type: 'string', default: '3' } } });
const points = Number(values.points);
const runs = Number(values.runs);
const SEED = 20_211;
/** the map beside the panel on a screen of 1440 × 900, CSS px */
const SCREEN = [1020, 836] as const;
const TILE = 512;

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const kb = (bytes: number) => `${(bytes / 1e3).toFixed(0)} kB`;
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

const dir = join(tmpdir(), 'bench-tiles');
mkdirSync(dir, { recursive: true });
const csv = join(dir, `points-${points}.csv`);
const centres = readCountyCentres();
if (!existsSync(csv)) await generatePoints(csv, points, SEED, centres);
console.log(`${points} generated points round ${centres.length} counties, seed ${SEED}: CSV of ${mb(statSync(csv).size)}`);

const builds: { seconds: number; processor: number; memory: number }[] = [];
for (let run = 1; run <= runs; run++) {
  const started = performance.now();
  const before = usageOf(process.pid).processor;
  let [memory, processor] = [0, 0];
  const timer = setInterval(() => {
    const used = usageOf(process.pid);
    memory = Math.max(memory, used.memory);
    processor = Math.max(processor, used.processor - before);
  }, 500);
  const { bytes, levels, built } = await buildTiles({ file: csv, out: dir });
  clearInterval(timer);
  builds.push({ seconds: (performance.now() - started) / 1000, processor, memory });
  console.log(
    `build ${run}: ${builds.at(-1)?.seconds.toFixed(1)} s, ${processor.toFixed(0)} s of processor time, at most ${mb(memory)} of memory, ${mb(bytes)} in ${levels.tiles} tiles, points from zoom ${levels.detailZoom} (${built.with})`
  );
}
console.log(
  `median of ${runs}: ${median(builds.map(({ seconds }) => seconds)).toFixed(1)} s, ${median(builds.map(({ processor }) => processor)).toFixed(0)} s of processor time, ${mb(median(builds.map(({ memory }) => memory)))}`
);

type Box = readonly [number, number, number, number];
const world = ([lon, lat]: readonly [number, number]) => [(lon + 180) / 360, (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2] as const;

/** Tiles that MapLibre asks for when a box fills the screen. */
function tilesInView([west, south, east, north]: Box): [number, number, number][] {
  const [[left, top], [right, bottom]] = [world([west, north]), world([east, south])];
  const zoom = Math.min(15, Math.log2(Math.min(SCREEN[0] / (right - left), SCREEN[1] / (bottom - top)) / TILE));
  const half = SCREEN.map((px) => px / TILE / 2 ** zoom / 2);
  const middle = [(left + right) / 2, (top + bottom) / 2];
  const z = Math.min(Math.floor(zoom), 11);
  const range = (axis: 0 | 1) => [-1, 1].map((side) => Math.floor(((middle[axis] ?? 0) + side * (half[axis] ?? 0)) * 2 ** z));
  const [[x0 = 0, x1 = 0], [y0 = 0, y1 = 0]] = [range(0), range(1)];
  return Array.from({ length: (x1 - x0 + 1) * (y1 - y0 + 1) }, (_, i) => [z, x0 + (i % (x1 - x0 + 1)), y0 + Math.floor(i / (x1 - x0 + 1))]);
}

class CountingSource extends FetchSource {
  requests = 0;
  bytes = 0;
  override async getBytes(...args: Parameters<FetchSource['getBytes']>): ReturnType<FetchSource['getBytes']> {
    const answer = await super.getBytes(...args);
    this.requests++;
    this.bytes += answer.data.byteLength;
    return answer;
  }
}

const units = JSON.parse(readFileSync('static/data/v1/admin.json', 'utf8')) as { adcode: string; name: { en: string }; bbox: Box }[];
const server = createServer(serveStatic(dir));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/points-${points}.pmtiles`;
for (const adcode of ['330000', '330100', '330114', '330108']) {
  const unit = units.find((candidate) => candidate.adcode === adcode);
  if (!unit) continue;
  const wanted = tilesInView(unit.bbox);
  const times: number[] = [];
  let source = new CountingSource(address);
  for (let run = 0; run < Math.max(runs, 3); run++) {
    source = new CountingSource(address);
    const archive = new PMTiles(source);
    const started = performance.now();
    await Promise.all(wanted.map((tile) => archive.getZxy(...tile)));
    times.push(performance.now() - started);
  }
  console.log(
    `${unit.name.en}: ${wanted.length} tiles of zoom ${wanted[0]?.[0]}, ${source.requests} requests, ${kb(source.bytes)}, ${median(times).toFixed(0)} ms from a cold start`
  );
}
server.close();
