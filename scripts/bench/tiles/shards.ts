import { cpus, loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { DETAIL_ZOOM } from '../../steps/tiles/build-tiles';
import { readCountyCentres } from '../../steps/tiles/generate-points';
import { loadZones } from '../../steps/tiles/load-zones';
import { startDatabase } from '../../steps/tiles/postgres';
import type { Database } from '../../steps/tiles/postgres';
import { usageOf } from '../../steps/tiles/process-tree';
import { runWith, SHARE, startShards } from '../../steps/tiles/shards';
import type { Shards } from '../../steps/tiles/shards';
import { figure, spread } from '../tools/stats';
import { readViews } from './views';
import type { View } from './views';

const COUNTS = 'SELECT zone, points FROM zone_counts';
const OVERVIEW = 'SELECT z, x, y, n, round(ST_X(geom)::numeric, 2), round(ST_Y(geom)::numeric, 2) FROM points_overview ORDER BY 1, 2, 3, 4, 5, 6';
const ROUTED = 100_000;
/** How often the tiles of a view are made for one time. */
const ROUNDS = 10;

type Figures = { clock: number[]; processor: number[] };
type Measured = Map<string, Figures & { answer: string }>;

const rounded = (figures: readonly number[]) => {
  if (figures.length === 0) return '–';
  if (figures.length === 1) return figure(figures[0] ?? NaN);
  const { median, least, most } = spread(figures) ?? { median: NaN, least: NaN, most: NaN };
  return `${figure(median)} (${figure(least)}–${figure(most)})`;
};

/** Take the time of one act, all servers' processor time with it; milliseconds. */
async function timed<T>(figures: Figures, act: () => Promise<T>): Promise<T> {
  const [started, before] = [performance.now(), usageOf(process.pid).processor];
  const answer = await act();
  figures.clock.push(performance.now() - started);
  // a server's own children count once they have ended and it has noticed
  await new Promise((resolve) => setTimeout(resolve, 200));
  figures.processor.push((usageOf(process.pid).processor - before) * 1000);
  return answer;
}

const nameOf = ({ name, tiles }: View) => `${name}, ${tiles.length} tiles of zoom ${tiles[0]?.[0]}`;

/** The tiles of a view and, last, how many milliseconds they take in a session that has made them before, as a tile server's have. */
const tilesOf = ({ tiles }: View): string => `
  ${tiles.map((tile) => `SELECT encode(points_tile(${tile.join(', ')}), 'hex');`).join('\n')}
  SELECT clock_timestamp() AS started \\gset
  ${tiles.map((tile) => `SELECT count(points_tile(${tile.join(', ')})) AS made FROM generate_series(1, ${ROUNDS}) \\gset`).join('\n')}
  SELECT 1000 * extract(epoch FROM clock_timestamp() - :'started') / ${ROUNDS};`;

/** Answers and times of everything that is asked of points, of one server or of a coordinator. */
async function measureAnswers(db: Database, runs: number): Promise<Measured> {
  const measured: Measured = new Map();
  const take = async (name: string, act: () => Promise<string>) => {
    const figures: Figures = { clock: [], processor: [] };
    let answer = '';
    for (let run = 0; run < runs; run++) answer = await timed(figures, act);
    measured.set(name, { ...figures, answer });
  };
  await take('counts per zone', () => db.run(COUNTS));
  await take('overview, all levels', async () => {
    await db.run('CALL fill_points_overview()');
    return '';
  });
  await db.run('CREATE INDEX points_overview_tile ON points_overview (z, x, y); ANALYZE points_overview');
  measured.set('cells of the overview', { clock: [], processor: [], answer: await db.run(OVERVIEW) });
  for (const view of readViews()) {
    const times: number[] = [];
    let answer = '';
    for (let run = 0; run < runs; run++) {
      const lines = (await db.run(tilesOf(view))).split('\n');
      times.push(Number(lines.pop()));
      answer = lines.join('\n');
    }
    measured.set(nameOf(view), { clock: times, processor: [], answer });
  }
  return measured;
}

async function fill(db: Database, points: number, remainder = 0, modulus = 1): Promise<void> {
  const centres = readCountyCentres().map((centre, place) => `(${place}, ${centre.join(', ')})`);
  await db.run(`CREATE TABLE centres (place integer, lon float8, lat float8); INSERT INTO centres VALUES ${centres.join(', ')}; ANALYZE centres`);
  await runWith(db, '../bench/tiles/generate.sql', { points, remainder, modulus });
  await db.run('CREATE INDEX IF NOT EXISTS points_geom ON points USING gist (geom); ANALYZE points');
}

async function prepareCounts(db: Database): Promise<void> {
  await loadZones(db);
  await db.run(`ANALYZE zones; INSERT INTO points_levels VALUES (${DETAIL_ZOOM})`);
}

async function measureOne(points: number, runs: number, building: Figures): Promise<Measured> {
  const db = await startDatabase(SHARE);
  try {
    for (const file of ['points.sql', 'tiles.sql', 'levels.sql', 'zones.sql', 'counts.sql']) await runWith(db, file);
    await timed(building, () => fill(db, points));
    await prepareCounts(db);
    return await measureAnswers(db, runs);
  } finally {
    await db.stop();
  }
}

/** A shard ends while all of them count: what is said then, and how soon. */
async function failInTheMiddle({ shards, ask }: Shards): Promise<string> {
  const last = shards.at(-1);
  const asked = ask(COUNTS).then(
    (answer) => `WRONG: answered with ${answer.split('\n').length} rows`,
    (error: unknown) => String(error).split('\n').slice(0, 2).join(' ')
  );
  while ((await last?.run("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'FETCH%' AND state = 'active'")) === '0')
    await new Promise((resolve) => setTimeout(resolve, 10));
  await last?.halt();
  const halted = performance.now();
  const said = await asked;
  const again = await ask('SELECT count(*) FROM points').catch((error: unknown) => String(error).split('\n')[0]);
  await last?.resume();
  return `${(performance.now() - halted).toFixed(0)} ms until asked, told, asked again and back\n  in the middle: ${said}\n  afterwards: ${again}`;
}

/** Points on several servers beside the same on one: same answers, and what they cost. Servers share this machine, so nothing becomes faster by more machines. */
export async function measureShards(points: number, runs: number, count: number): Promise<void> {
  console.log(`${points} generated points, ${runs} runs, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
  const [buildOne, buildAll]: [Figures, Figures] = [
    { clock: [], processor: [] },
    { clock: [], processor: [] }
  ];
  const one = await measureOne(points, runs, buildOne);
  const three = await startShards(count);
  try {
    const { coordinator, shards } = three;
    await timed(buildAll, () => Promise.all(shards.map((shard, i) => fill(shard, points, i, shards.length))));
    await prepareCounts(coordinator);
    await three.ask('CALL copy_zones()');
    await Promise.all(shards.map((shard) => shard.run('ANALYZE zones')));
    const all = await measureAnswers(coordinator, runs);
    const differing = [...one].filter(([name, { answer }]) => all.get(name)?.answer !== answer).map(([name]) => name);
    console.log(`points on each: ${(await Promise.all(shards.map((shard) => shard.run('SELECT count(*) FROM points')))).join(', ')}`);
    console.log(differing.length > 0 ? `DIFFERENT ANSWERS: ${differing.join('; ')}` : `the same answers from ${count} shards as from one server`);

    console.log(`generated and indexed in ${rounded(buildOne.clock)} ms by one server, ${rounded(buildAll.clock)} ms by ${count}`);
    console.log(
      `\n| ms, median (least–most) of ${runs} | one server | ${count} shards | processor time, one server | ${count} shards |\n| --- | --- | --- | --- | --- |`
    );
    const line = (name: string, a: Figures, b: Figures | undefined) =>
      console.log(`| ${[name, rounded(a.clock), rounded(b?.clock ?? []), rounded(a.processor), rounded(b?.processor ?? [])].join(' | ')} |`);
    for (const [name, figures] of one) if (figures.clock.length > 0) line(name, figures, all.get(name));
    for (const view of readViews()) {
      const tiles = (all.get(nameOf(view))?.answer ?? '').split('\n').map((hex) => gzipSync(Buffer.from(hex, 'hex')));
      console.log(`${nameOf(view)}: ${(tiles.reduce((sum, { length }) => sum + length, 0) / 1000).toFixed(0)} kB, gzipped`);
    }

    const routed: Figures = { clock: [], processor: [] };
    const rows = `SELECT ${points} + id, ST_SetSRID(ST_MakePoint(id, id), 3857), '{}' FROM generate_series(1, ${ROUTED}::bigint) AS id`;
    await timed(routed, () => coordinator.run(`INSERT INTO points ${rows}`));
    console.log(`${ROUTED} points through the coordinator to their shards: ${rounded(routed.clock)} ms, ${rounded(routed.processor)} ms of processor time`);
    console.log(`a shard that fails: ${await failInTheMiddle(three)}`);
    console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await three.stop();
  }
}
