import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../scripts/steps/tiles/postgres';
import { startShards } from '../../scripts/steps/tiles/shards';
import type { Shards } from '../../scripts/steps/tiles/shards';
import { fillAtlas, fixturePoints, noPostgis, startAtlasDatabase } from './atlas-database';

const POINTS = 3000;
const SHARDS = 3;
/** The middle of Zhejiang from afar, from near, and a tile with single points. */
const TILES = ['0, 0, 0', '7, 106, 52', '10, 854, 421', '11, 1709, 842'];
const COUNTS = 'SELECT zone, points FROM zone_counts';

/** Ask until the answer is there. */
async function until(asked: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await asked()); tries++) {
    if (tries > 300) throw new Error('it never came to it');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether a plan asks every shard for this, without waiting for one before the next. */
const fromAllAtOnce = (asked: RegExp) => (plan: string) => plan.match(asked)?.length === SHARDS && plan.match(/Async Foreign Scan/g)?.length === SHARDS;

if (noPostgis) console.warn(`tests/postgis is skipped: ${noPostgis}`);
describe.skipIf(noPostgis)(`points on ${SHARDS} servers${noPostgis ? `: skipped, ${noPostgis}` : ''}`, () => {
  let csv: string;
  let one: Database;
  let three: Shards;
  let counts: string;
  beforeAll(async () => {
    csv = await fixturePoints(POINTS);
    one = await startAtlasDatabase(csv);
    counts = await one.run(COUNTS);
    three = await startShards(SHARDS);
    await fillAtlas(three.coordinator, csv);
    await three.ask('CALL copy_zones()');
  }, 300_000);
  afterAll(async () => {
    await three?.stop();
    await one?.stop();
    rmSync(csv, { force: true });
  }, 60_000);

  test('lie on all of them, each point once', async () => {
    const held = await Promise.all(three.shards.map(async (shard) => Number(await shard.run('SELECT count(*) FROM points'))));
    for (const some of held) expect(some).toBeGreaterThan(POINTS / SHARDS / 2);
    expect(held.reduce((sum, some) => sum + some, 0)).toBe(POINTS);
    expect(await three.coordinator.run('SELECT count(*) FROM ONLY points')).toBe('0');
    const all = 'SELECT id, ST_AsEWKB(geom), attributes FROM points ORDER BY id';
    expect(await three.ask(all)).toBe(await one.run(all));
  });

  test('give the counts per zone that one server gives, counted by the shards', async () => {
    expect(counts.split('\n').length).toBeGreaterThan(2);
    expect(await three.ask(COUNTS)).toBe(counts);
    expect(await three.ask(`EXPLAIN VERBOSE ${COUNTS}`)).toSatisfy(fromAllAtOnce(/Remote SQL: SELECT zone, points FROM public\.zone_counts_\d/g));
  });

  test('give the overview and the tiles that one server gives', async () => {
    const cells = 'SELECT z, x, y, n, round(ST_X(geom)::numeric, 3), round(ST_Y(geom)::numeric, 3) FROM points_overview ORDER BY 1, 2, 3, 4, 5, 6';
    expect(await three.ask(cells)).toBe(await one.run(cells));
    const tiles = TILES.map((tile) => `SELECT encode(atlas_tile(${tile}), 'hex')`).join(';');
    const made = (await three.ask(tiles)).split('\n');
    expect(made).toEqual((await one.run(tiles)).split('\n'));
    expect(made).toHaveLength(TILES.length);
    for (const tile of made) expect(tile).not.toBe('');
  });

  test('cells are counted by all shards at once', async () => {
    const cells = 'SET enable_partitionwise_aggregate = on; EXPLAIN VERBOSE SELECT shard, floor(east), count(*) FROM points_placed GROUP BY 1, 2';
    expect(await three.ask(cells)).toSatisfy(fromAllAtOnce(/Remote SQL: SELECT .*count\(\*\) FROM public\.points_placed_\d GROUP BY/g));
  });

  test('a shard refuses points that belong to another', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `(${1e6 + i}, ST_SetSRID(ST_MakePoint(0, 0), 3857), '{}')`).join(', ');
    for (const shard of three.shards)
      await expect(shard.run(`INSERT INTO points VALUES ${ids}`)).rejects.toThrow('no partition of relation "points" found for row');
  });

  test('nothing is counted where a shard holds other zones', async () => {
    const first = 'SELECT layout, id FROM zones ORDER BY layout, id LIMIT 1';
    await three.shards[2]?.run(`DELETE FROM zones WHERE (layout, id) = (${first})`);
    await expect(three.ask(COUNTS)).rejects.toThrow('not all shards hold the zones of the coordinator: CALL copy_zones()');
    await three.ask('CALL copy_zones()');
    expect(await three.ask(COUNTS)).toBe(counts);
  });

  test('a server that fails in the middle of a query gives an error that names it, no counts; back again, it gives all of them', async () => {
    const failing = three.shards[1]!;
    const view = await failing.run("SELECT pg_get_viewdef('zone_counts_1'::regclass)");
    await failing.run(`CREATE OR REPLACE VIEW zone_counts_1 AS SELECT slow.* FROM (${view.replace(';', '')}) AS slow WHERE pg_sleep(0.2) IS NOT NULL`);
    const asked = three.ask(COUNTS).then(
      (answer) => ({ answer, error: '' }),
      (error: unknown) => ({ answer: '', error: String(error) })
    );
    await until(async () => (await failing.run("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")) === '1');
    await failing.halt();
    const { answer, error } = await asked;
    expect(answer).toBe('');
    expect(error).toContain(`shard 1 of ${SHARDS} (from 0) does not answer: no answer is given rather than one without their points`);
    expect(error).toMatch(/server closed the connection|terminating connection/);

    // while it is away, for every kind of question; what the coordinator holds itself is still answered
    for (const question of [COUNTS, 'SELECT count(*) FROM points', `SELECT points_tile(${TILES.at(-1)})`, 'CALL fill_points_overview()'])
      await expect(three.ask(question)).rejects.toThrow('could not connect to server "shard_1"');
    expect(await three.ask(`SELECT length(points_tile(${TILES[1]})) > 0`)).toBe('t');

    await failing.resume();
    await failing.run(`CREATE OR REPLACE VIEW zone_counts_1 AS ${view}`);
    expect(await three.ask(COUNTS)).toBe(counts);
  }, 60_000);
});
