import { unpackAll } from '../read/zip';
import type { ZipEntry } from '../read/zip';
import { FORMAT, MANIFEST } from './format';

/** Largest project.json that is read, bytes; tables of hundreds of columns with remarks on each need some hundred kilobytes. */
const MOST_BYTES = 16 << 20;

/** Text of an archive's project.json, if that is one of this site; undefined of any other archive. */
export async function manifestText(file: Blob, entries: readonly ZipEntry[]): Promise<string | undefined> {
  const entry = entries.find(({ name }) => name === MANIFEST);
  if (!entry || entry.unpacked > MOST_BYTES) return undefined;
  const text = new TextDecoder().decode(await unpackAll(file, entry));
  return text.includes(FORMAT) ? text : undefined;
}
