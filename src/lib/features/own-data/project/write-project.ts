import { ImportRefused, MOST_BYTES } from '../read/refusal';
import { MOST_UNPACKED } from '../read/zip';
import type { OwnTable } from '../table/table';
import { ArchiveOut } from './archive-out';
import type { Written } from './archive-out';
import { fileStem } from './file-stem';
import { FORMAT, MANIFEST, README, VERSION } from './format';
import type { ProjectWords } from './format';
import type { Manifest } from './manifest';
import { leftOutChunks, tableChunks } from './table-csv';
import type { CityAt } from '../table/cities-at';

/** What a project is made of: tables in the order of the layers. */
export type Project = Readonly<{ tables: readonly OwnTable[]; settings: Manifest['settings']; pack: Manifest['pack'] }>;

/** @param number makes it different from all others */
const fileName = (number: number, name: string, ending: string): string => `${[number, fileStem(name)].filter((part) => part !== '').join('-')}${ending}.csv`;

async function addTable(out: ArchiveOut, number: number, table: OwnTable, words: ProjectWords, cityAt: CityAt): Promise<Manifest['tables'][number]> {
  const { name, rows, rejected, rejectedCount, rejectedBy, remarks, doubts } = table;
  const file = fileName(number, name, '');
  const leftOut = fileName(number, name, `-${words.leftOut}`);
  const { crc } = await checked(out.add(file, tableChunks(table, words, cityAt)));
  const others =
    rejected.length > 0 ? { leftOut: { file: leftOut, rows: rejected.length, crc: (await out.add(leftOut, leftOutChunks(rejected, words))).crc } } : {};
  const columns = table.columns.map((column) => ({ name: column.name, kind: column.kind }));
  return { file, crc, name, rows, columns, ...others, rejectedCount, rejectedBy, remarks: [...remarks], ...(doubts ? { doubts: doubts.map(copied) } : {}) };
}

const copied = ({ name, candidates, rows }: NonNullable<OwnTable['doubts']>[number]) => ({ name, candidates: [...candidates], rows });

/** More than is read back is not written. */
async function checked(writing: Promise<Written>): Promise<Written> {
  const written = await writing;
  if (written.size > MOST_BYTES) throw new ImportRefused('too-large', { limit: MOST_BYTES, size: written.size });
  return written;
}

async function write(project: Project, words: ProjectWords, cityAt: CityAt, now: Date, out: ArchiveOut): Promise<void> {
  const encoder = new TextEncoder();
  await out.add(README, [encoder.encode(`\ufeff${words.readme}`)]);
  const tables: Manifest['tables'] = [];
  for (const [i, table] of project.tables.entries()) tables.push(await addTable(out, i + 1, table, words, cityAt));
  const manifest: Manifest = { format: FORMAT, version: VERSION, saved: now.toISOString(), pack: project.pack, settings: project.settings, tables };
  await out.add(MANIFEST, [encoder.encode(`${JSON.stringify(manifest, undefined, 2)}\n`)]);
}

/**
 * A project as a file, made some milliseconds at a time.
 * @param cityAt the adcode of a city by where it is drawn
 * @throws ImportRefused 'too-large' for tables that could not be read back; the signal's reason
 */
export async function writeProject(project: Project, words: ProjectWords, cityAt: CityAt, now: Date, signal: AbortSignal): Promise<Blob> {
  const make = async (packed: boolean): Promise<ArchiveOut> => {
    const out = new ArchiveOut(packed, now, signal);
    await write(project, words, cityAt, now, out);
    if (out.written > MOST_UNPACKED) throw new ImportRefused('too-large', { limit: MOST_UNPACKED, size: out.written });
    return out;
  };
  const out = await make(true);
  return (out.suspicious ? await make(false) : out).finish();
}
