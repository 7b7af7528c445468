import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { Transform } from 'node:stream';
import { once } from 'node:events';
import { InputError } from '../problem';
import type { Problem } from '../problem';
import { PostgresError } from './postgres';
import type { Database } from './postgres';
import { ENCODINGS } from './read-header';
import type { Encoding, Header } from './read-header';

export type LoadedColumn = Readonly<{ name: string; type: 'number' | 'text' }>;
export type Loaded = Readonly<{ points: number; rejected: number; columns: readonly LoadedColumn[] }>;
type Options = Readonly<{
  file: string;
  header: Header;
  encoding: Encoding;
  /** write rows that break a rule to this file and go on without them; absent: refuse the whole file */
  rejectedFile?: string | undefined;
  onProgress: (text: string) => void;
}>;

/** Problems named one by one; the rest are counted. */
const MOST_NAMED = 20;
/** Latitudes beyond are not on a Web Mercator map. */
const MERCATOR_LATITUDE = 85.0511;
const DECIMAL = String.raw`^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$`;
/** Numbers that survive becoming one: no leading zero, and few enough digits. */
const NUMBER = String.raw`^-?(0|[1-9]\d{0,14})(\.\d{1,12})?$`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Load a CSV into the table `points`: every rule checked by the database, positions as Web Mercator.
 * The number of a row is its line where no field holds a line break.
 * @throws InputError with file, line and rule of what is wrong
 */
export async function loadPoints(db: Database, { file, header, encoding, rejectedFile, onProgress }: Options): Promise<Loaded> {
  const fields = header.columns.map((_, i) => `c${i}`);
  await db.run(
    `CREATE UNLOGGED TABLE staging (row bigint GENERATED ALWAYS AS IDENTITY (START 2 CACHE 1000), ${fields.map((name) => `${name} text`).join(', ')})`
  );
  const format = `FORMAT csv, HEADER true, DELIMITER ${literal(header.delimiter)}, ENCODING ${literal(ENCODINGS[encoding])}`;
  try {
    await db.copyIn(`COPY staging (${fields.join(', ')}) FROM STDIN (${format})`, createReadStream(file).pipe(countBytes(statSync(file).size, onProgress)));
  } catch (error) {
    throw error instanceof PostgresError ? new InputError([copyProblem(file, error.message, header)]) : error;
  }

  const [lon, lat] = [`c${header.lon}`, `c${header.lat}`];
  const wrong = (when: string, rule: string) => `WHEN ${when} THEN ${literal(rule)}`;
  const rule = `CASE ${[
    wrong(`${lon} IS NULL OR ${lat} IS NULL`, 'has no position: longitude or latitude is blank'),
    wrong(`${lon} !~ ${literal(DECIMAL)}`, 'longitude is not a number in decimal degrees'),
    wrong(`${lat} !~ ${literal(DECIMAL)}`, 'latitude is not a number in decimal degrees'),
    wrong(`abs(${lat}::float8) > 90 AND abs(${lon}::float8) <= 90`, 'latitude is beyond ±90: are longitude and latitude swapped?'),
    wrong(`abs(${lon}::float8) > 180`, 'longitude is beyond ±180'),
    wrong(`abs(${lat}::float8) > ${MERCATOR_LATITUDE}`, `latitude is beyond ±${MERCATOR_LATITUDE}, where Web Mercator ends`)
  ].join(' ')} END`;
  onProgress('checking positions');
  await db.run(`CREATE UNLOGGED TABLE rejected AS SELECT row, ${rule} AS rule FROM staging WHERE ${rule} IS NOT NULL`);
  const rejected = Number(await db.run('SELECT count(*) FROM rejected'));
  if (rejected > 0 && rejectedFile === undefined) throw new InputError(await namedProblems(db, file, rejected));
  if (rejected > 0 && rejectedFile !== undefined) await writeRejected(db, rejectedFile, header, fields);

  onProgress('reading columns');
  const others = fields.flatMap((field, i) => (i === header.lon || i === header.lat ? [] : [{ field, name: header.columns[i] ?? '' }]));
  const numeric =
    others.length > 0
      ? await db.run(`SELECT ${others.map(({ field }) => `coalesce(bool_and(${field} ~ ${literal(NUMBER)}), false)`).join(', ')} FROM staging`)
      : '';
  const flags = numeric.split('\t');
  const columns = others.map(({ field, name }, i) => ({ field, name, type: flags[i] === 't' ? ('number' as const) : ('text' as const) }));
  const pairs = columns.map(({ field, name, type }) => `${literal(name)}, ${type === 'number' ? `${field}::numeric` : field}`);
  onProgress('placing points');
  await db.run(
    `INSERT INTO points
     SELECT row, ST_Transform(ST_SetSRID(ST_MakePoint(${lon}::float8, ${lat}::float8), 4326), 3857), jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')}))
     FROM staging WHERE row NOT IN (SELECT row FROM rejected)`
  );
  const points = Number(await db.run('SELECT count(*) FROM points'));
  if (points === 0) throw new InputError([{ file, rule: 'has no row with a position' }]);
  await db.run('DROP TABLE staging, rejected');
  return { points, rejected, columns: columns.map(({ name, type }) => ({ name, type })) };
}

function countBytes(total: number, onProgress: (text: string) => void): Transform {
  let [seen, told] = [0, 0];
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      const tenth = Math.floor((seen / total) * 10);
      if (tenth > told) onProgress(`reading ${tenth * 10} %`);
      told = Math.max(told, tenth);
      done(null, chunk);
    }
  });
}

/** “ERROR:  extra data …” with “CONTEXT:  COPY staging, line 12, column c3: …”, in the terms of the file. */
function copyProblem(file: string, message: string, header: Header): Problem {
  const context = /COPY staging, line (\d+)(?:, column c(\d+))?/.exec(message);
  const column = context?.[2] === undefined ? undefined : header.columns[Number(context[2])];
  const said = /ERROR:\s+(.*)/.exec(message)?.[1] ?? message;
  const known: readonly (readonly [RegExp, string])[] = [
    [/extra data after last expected column/, `has more fields than the ${header.columns.length} of the header`],
    [/missing data for column/, `has fewer fields than the ${header.columns.length} of the header`],
    [/unterminated CSV quoted field/, 'a quoted field is never closed'],
    [/invalid byte sequence for encoding|has no equivalent in encoding/, 'has bytes of another encoding than the start of the file']
  ];
  const rule = known.find(([pattern]) => pattern.test(said))?.[1] ?? said;
  return { file, ...(context?.[1] ? { line: Number(context[1]) } : {}), ...(column ? { path: column } : {}), rule };
}

async function namedProblems(db: Database, file: string, count: number): Promise<Problem[]> {
  const rows = await db.run(`SELECT row, rule FROM rejected ORDER BY row LIMIT ${MOST_NAMED}`);
  const problems: Problem[] = rows.split('\n').map((row) => {
    const [line, rule = ''] = row.split('\t');
    return { file, line: Number(line), rule };
  });
  const more = count - problems.length;
  return [...problems, { file, rule: `${more > 0 ? `and ${more} more; ` : ''}mend these rows, or leave them out with --skip-bad` }];
}

async function writeRejected(db: Database, to: string, header: Header, fields: readonly string[]): Promise<void> {
  const names = ['line', 'rule', ...header.columns].map((name) => `"${name.replaceAll('"', '""')}"`);
  const out = createWriteStream(to);
  out.write(`${names.join(',')}\n`);
  const query = `SELECT row, rule, ${fields.join(', ')} FROM staging JOIN rejected USING (row) ORDER BY row`;
  for await (const line of db.lines(`COPY (${query}) TO STDOUT (FORMAT csv)`)) out.write(`${line}\n`);
  out.end();
  await once(out, 'finish');
}
