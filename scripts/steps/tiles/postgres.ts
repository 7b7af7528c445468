import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** PostgreSQL with PostGIS is not on this machine, or would not start. */
export class PostgresError extends Error {
  override name = 'PostgresError';
}

/** A database that lives in a temporary folder, reached by a socket in it; nothing of it is open to the network. */
export type Database = Readonly<{
  /** the folder of its socket, as `psql -h` and `postgres_fdw` take it */
  socket: string;
  /** Run SQL; what it prints comes back, one row a line, columns apart by tabs. @throws PostgresError with the server's own words */
  run: (sql: string) => Promise<string>;
  /** Run a file of SQL. */
  runFile: (file: string) => Promise<string>;
  /** Feed a stream to a `COPY … FROM STDIN`. */
  copyIn: (sql: string, source: Readable) => Promise<void>;
  /** The lines of a `COPY … TO STDOUT` or a query, as they come. */
  lines: (sql: string) => AsyncIterable<string>;
  /** End the server at once, as when its machine fails, and keep its data. */
  halt: () => Promise<void>;
  /** Start a halted server again. @throws PostgresError where it does not come up */
  resume: () => Promise<void>;
  /** End the server and remove its data. */
  stop: () => Promise<void>;
}>;

const HINT = 'on Debian: apt-get install postgresql-15 postgresql-15-postgis-3';
/**
 * Nothing here outlives the run, so nothing is secured against a crash. One worker and scans that begin at the
 * beginning: sums of positions then come out the same to the last bit.
 */
const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '512MB',
  work_mem: '256MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '4GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  synchronize_seqscans: 'off',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  log_min_messages: 'fatal',
  timezone: 'UTC'
};

/** The folder of a PostgreSQL's programs that PostGIS is installed for, newest first; undefined where there is none. */
export function findPostgis(root = '/usr/lib/postgresql', share = '/usr/share/postgresql'): string | undefined {
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  const version = versions.find((name) => existsSync(join(root, name, 'bin/initdb')) && existsSync(join(share, name, 'extension/postgis.control')));
  return version && join(root, version, 'bin');
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Start an empty database in a temporary folder. To be stopped by its caller; ends with this process at the latest.
 * @param own settings of PostgreSQL that differ from those here
 * @throws PostgresError where PostGIS is missing or the server does not come up
 */
export async function startDatabase(own: Readonly<Record<string, string>> = {}): Promise<Database> {
  const bin = findPostgis();
  if (!bin) throw new PostgresError(`PostgreSQL with PostGIS is not installed (${HINT}).`);
  const owner = unprivileged();
  const dir = mkdtempSync(join(tmpdir(), 'tiles-pg-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(dir, owner.uid, owner.gid);
  const data = join(dir, 'data');
  const clean = () => rmSync(dir, { recursive: true, force: true });
  try {
    execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
      ...owner,
      cwd: dir,
      stdio: 'pipe'
    });
  } catch (error) {
    clean();
    throw new PostgresError(`initdb failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  const settings = Object.entries({ ...SETTINGS, ...own }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let log = '';
  const launch = () => {
    const started = spawn(join(bin, 'postgres'), ['-D', data, '-k', dir, ...settings], { ...owner, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
    started.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
    return started;
  };
  let server = launch();
  const ended = () => server.exitCode !== null || server.signalCode !== null;
  const killed = () => {
    server.kill('SIGQUIT');
    clean();
  };
  // a process that is told to end runs no exit handlers by itself
  const signalled = (signal: NodeJS.Signals) => {
    killed();
    process.kill(process.pid, signal);
  };
  process.once('exit', killed).once('SIGTERM', signalled).once('SIGINT', signalled);
  const halt = async () => {
    if (ended()) return;
    const exit = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await exit;
  };
  const stop = async () => {
    process.off('exit', killed).off('SIGTERM', signalled).off('SIGINT', signalled);
    await halt();
    clean();
  };
  const psql = (...args: string[]) =>
    spawn(join(bin, 'psql'), ['-h', dir, '-U', 'postgres', '-d', 'postgres', '-X', '-q', '-A', '-t', '-F', '\t', '-v', 'ON_ERROR_STOP=1', ...args], {
      env: { ...process.env, PGCLIENTENCODING: 'UTF8', PGOPTIONS: '-c client_min_messages=warning' }
    });
  // by standard input: an argument may not be longer than 128 kB
  const run = async (sql: string) => {
    const child = psql('-f', '-');
    // a psql that ends before it has read says why itself
    child.stdin.on('error', () => undefined);
    child.stdin.end(sql);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    await finished(child);
    return text.trimEnd();
  };
  const answers = async () => {
    for (let tries = 0; ; tries++) {
      try {
        return void (await run('SELECT 1'));
      } catch {
        if (tries > 150 || ended()) throw new PostgresError(`PostgreSQL did not start: ${log.trim()}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  try {
    await answers();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    socket: dir,
    run,
    runFile: async (file) => run(await readFile(file, 'utf8')),
    copyIn: async (sql, source) => {
      const child = psql('-c', sql);
      child.stdout.resume();
      // the server's own error says more than the broken pipe that follows from it
      const [fed, ended] = await Promise.allSettled([pipeline(source, child.stdin), finished(child)]);
      if (ended.status === 'rejected') throw ended.reason;
      if (fed.status === 'rejected') throw fed.reason;
    },
    lines: (sql) => linesOf(psql('-c', sql)),
    halt,
    resume: async () => {
      server = launch();
      await answers();
    },
    stop
  };
}

async function* linesOf(child: ReturnType<typeof spawn>): AsyncIterable<string> {
  child.stdin?.end();
  const ended = finished(child);
  ended.catch(() => undefined);
  if (child.stdout) yield* createInterface({ input: child.stdout, crlfDelay: Infinity });
  await ended;
}

function finished(child: ChildProcess): Promise<void> {
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new PostgresError(complaint.trim() || `psql ended with ${code}`))));
  });
}
