import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FetchSource, PMTiles } from 'pmtiles';
import { serveStatic } from '../../steps/serve-static';
import { buildTiles } from '../../steps/tiles/build-tiles';
import { generatePoints, readCountyCentres } from '../../steps/tiles/generate-points';
import { usageOf } from '../../steps/tiles/process-tree';
import { quantile } from '../tools/stats';
import { readViews } from './views';

const SEED = 20_211;

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const kb = (bytes: number) => `${(bytes / 1e3).toFixed(0)} kB`;
const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

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

/** Seconds, memory and bytes to build one file of generated points, and what views of it fetch from a static server on this machine by range requests. */
export async function measureArchive(points: number, runs: number): Promise<void> {
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

  const server = createServer(serveStatic(dir));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/points-${points}.pmtiles`;
  for (const { name, tiles: wanted } of readViews()) {
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
      `${name}: ${wanted.length} tiles of zoom ${wanted[0]?.[0]}, ${source.requests} requests, ${kb(source.bytes)}, ${median(times).toFixed(0)} ms from a cold start`
    );
  }
  server.close();
}
