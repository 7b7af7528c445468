import type { ImportProgress } from '../read/progress';
import { ImportRefused } from '../read/refusal';
import type { Region } from '../read/table-builder';
import { readDirectory, unpack } from '../read/zip';
import type { ZipEntry } from '../read/zip';
import type { OwnTable } from '../table/table';
import { damaged } from './cell-scanner';
import { VERSION } from './format';
import { Manifest } from './manifest';
import { manifestText } from './manifest-text';
import { settle } from './settle';
import { leftOutReader, tableReader } from './table-reader';
import type { Taking } from './table-reader';

/** A project as it was, its rows joined anew. `moved` rows are in another district than when it was saved. */
export type Opened = Readonly<{ tables: readonly OwnTable[]; settings: Manifest['settings']; pack: Manifest['pack']; saved: string; moved: number }>;

/** @throws ImportRefused 'project-newer', 'project-damaged' */
export function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('json');
  }
  if (typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && value.version > VERSION) {
    throw new ImportRefused('project-newer');
  }
  const parsed = Manifest.safeParse(value);
  if (!parsed.success) throw damaged('manifest');
  return parsed.data;
}

type Options = Readonly<{ signal?: AbortSignal; onProgress?: (progress: ImportProgress) => void }>;

async function takeAll<T>(file: Blob, entry: ZipEntry, taking: Taking<T>, signal?: AbortSignal, onChunk?: (bytes: number, rows: number) => void): Promise<T> {
  let bytes = 0;
  for await (const chunk of unpack(file, entry, signal)) {
    taking.push(chunk);
    bytes += chunk.length;
    onChunk?.(bytes, taking.rows());
  }
  return taking.end();
}

/** A file as it was written. @throws ImportRefused where it is not there, or is another */
function partNamed(entries: readonly ZipEntry[], { file, crc }: Readonly<{ file: string; crc: number }>): ZipEntry {
  const entry = entries.find(({ name }) => name === file);
  if (!entry) throw damaged('missing');
  if (entry.crc !== crc) throw new ImportRefused('project-changed', { text: file });
  return entry;
}

/**
 * Read a project.
 * @throws ImportRefused; the signal's reason
 */
export async function readProject(file: Blob, region: Region, { signal, onProgress }: Options = {}): Promise<Opened> {
  const entries = await readDirectory(file);
  const text = await manifestText(file, entries);
  if (text === undefined) throw damaged('manifest');
  const { tables: infos, settings, pack, saved } = parseManifest(text);
  const parts = infos.map((info) => ({ info, entry: partNamed(entries, info) }));
  const total = parts.reduce((sum, { entry }) => sum + entry.unpacked, 0);
  const tables: OwnTable[] = [];
  let [moved, done, rows] = [0, 0, 0];
  for (const { info, entry } of parts) {
    const { leftOut } = info;
    const rejected = leftOut ? await takeAll(file, partNamed(entries, leftOut), leftOutReader(leftOut.rows), signal) : [];
    const onChunk = (bytes: number, read: number) => onProgress?.({ done: done + bytes, total, rows: rows + read });
    const settled = settle(await takeAll(file, entry, tableReader(info, rejected, entry.unpacked), signal, onChunk), region);
    tables.push(settled.table);
    moved += settled.moved;
    done += entry.unpacked;
    rows += info.rows;
  }
  return { tables, settings, pack, saved, moved };
}
