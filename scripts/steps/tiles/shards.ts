import { join } from 'node:path';
import { SQL } from './build-tiles';
import { PostgresError, startDatabase } from './postgres';
import type { Database } from './postgres';

/** Points spread over several servers by PostgreSQL's own hash partitions, and the server that is asked. */
export type Shards = Readonly<{
  /** holds zones and overview; its table `points` is that of all shards */
  coordinator: Database;
  shards: readonly Database[];
  /**
   * Ask all shards.
   * @throws PostgresError that names the shards that do not answer; an answer without them is never given
   */
  ask: (sql: string) => Promise<string>;
  stop: () => Promise<void>;
}>;

/**
 * One server's share of this machine: they are several. What a shard has said to be stored must be there when it comes
 * back after a failure: without it, counts were short by what it had lost.
 */
export const SHARE = { shared_buffers: '64MB', work_mem: '64MB', maintenance_work_mem: '128MB', max_wal_size: '256MB', synchronous_commit: 'on' };
/** `port` of a server that has no other: only names its socket. */
const PORT = '5432';

/** SQL of this folder, with values for its `:names`. */
export async function runWith(db: Database, file: string, values: Readonly<Record<string, string | number>> = {}): Promise<string> {
  const set = Object.entries(values).map(([name, value]) => `\\set ${name} '${value}'\n`);
  return db.run(`${set.join('')}\\i ${join(SQL, file)}`);
}

/**
 * Start empty shards and their coordinator, each a PostgreSQL of its own with its own data folder and socket.
 * To be stopped by the caller; they end with this process at the latest.
 * @throws PostgresError where PostGIS is missing or a server does not come up
 */
export async function startShards(count: number): Promise<Shards> {
  const started: Database[] = [];
  const stop = async () => void (await Promise.all(started.map((db) => db.stop())));
  try {
    for (let i = 0; i <= count; i++) started.push(await startDatabase(SHARE));
    const [coordinator, ...shards] = started as [Database, ...Database[]];
    for (const file of ['points.sql', 'tiles.sql', 'levels.sql', 'zones.sql', 'shards/coordinator.sql']) await runWith(coordinator, file);
    for (const [shard, db] of shards.entries()) {
      for (const file of ['points.sql', 'tiles.sql', 'zones.sql', 'counts.sql', 'shards/shard.sql']) await runWith(db, file, { shard, shards: count });
      await runWith(coordinator, 'shards/link.sql', { shard, shards: count, host: db.socket, port: PORT });
    }
    return { coordinator, shards, ask: (sql) => askAll(coordinator, shards, sql), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function askAll(coordinator: Database, shards: readonly Database[], sql: string): Promise<string> {
  try {
    return await coordinator.run(sql);
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    const answers = await Promise.allSettled(shards.map((shard) => shard.run('SELECT 1')));
    const gone = answers.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []));
    if (gone.length === 0) throw error;
    const who = `shard${gone.length > 1 ? 's' : ''} ${gone.join(', ')} of ${shards.length} (from 0) ${gone.length > 1 ? 'do' : 'does'} not answer`;
    throw new PostgresError(`${who}: no answer is given rather than one without their points. ${error.message}`);
  }
}
