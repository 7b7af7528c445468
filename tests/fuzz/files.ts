import { unzipSync, zipSync } from 'fflate';
import { textAt } from '#lib/features/own-data/table/table';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { guess, read } from '#lib/features/own-data/read/importer';
import { ImportRefused, REFUSALS } from '#lib/features/own-data/read/refusal';
import { isOwnTable } from '#lib/features/own-data/read/check-table';
import { fileOf, region } from '../unit/features/own-data/read/small-region';
import type { Area } from './area';
import { corpus } from './file-corpus';
import type { Sample } from './file-corpus';
import { rowsIn } from './file-rows';
import { mutateBytes, mutateText } from './mutate-text';
import { Random } from './random';

/*
 * A file with one to three changes, of its bytes, its text or (in archives) its parts, under any name, through the importer. It is either
 * refused with a reason, or every row is kept or rejected: what comes out adds up to what is in the file.
 */

const NAMES = ['.csv', '.txt', '.xlsx', '.xls', '.json', '.geojson', '.kml', '.kmz', '.zip', '.parquet', '.exe', '', '.csv.csv', '.XLSX'];
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

type Mutated = Readonly<{ bytes: Uint8Array; what: string; bytewise: boolean }>;

function mutate({ bytes }: Sample, random: Random): Mutated {
  const inside = isZip(bytes) && random.chance(0.5);
  if (inside) {
    try {
      const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)));
      const name = random.pick([...parts.keys()]);
      const part = parts.get(name) ?? new Uint8Array();
      const { text, what } = mutateText(new TextDecoder().decode(part), random);
      if (random.chance(0.1)) parts.delete(name);
      else parts.set(name, /\.(xml|rels|kml|cpg|prj)$/.test(name) ? new TextEncoder().encode(text) : mutateBytes(part, random).bytes);
      return { bytes: zipSync(Object.fromEntries(parts)), what: `${name}: ${what}`, bytewise: false };
    } catch {
      // a broken archive: its bytes
    }
  }
  if (!isZip(bytes) && random.chance(0.4)) {
    const { text, what } = mutateText(new TextDecoder().decode(bytes), random);
    return { bytes: new TextEncoder().encode(text), what, bytewise: false };
  }
  return { ...mutateBytes(bytes, random), bytewise: true };
}

/** All that a table says, for comparing two. */
const contentOf = ({ rows, columns, positions, rejectedCount, line }: OwnTable): string =>
  JSON.stringify([
    rows,
    rejectedCount,
    [...positions],
    [...line],
    columns.map((column) => [column.name, Array.from({ length: rows }, (_, row) => textAt(column, row))])
  ]);

async function importOf(bytes: Uint8Array, name: string) {
  const file = fileOf(bytes, name);
  const found = await guess(file, region);
  return { found, table: await read(file, found, region) };
}

export const files: Area = (seed) => {
  const samples = corpus();
  const originals = new Map<string, string>();
  return async (index) => {
    const random = new Random(seed, index);
    const sample = random.pick(samples);
    let now: Mutated = { bytes: sample.bytes, what: '', bytewise: false };
    const done: string[] = [];
    for (let i = random.chance(0.2) ? 3 : 1; i > 0; i--) {
      now = mutate({ name: sample.name, bytes: now.bytes }, random);
      done.push(now.what);
    }
    const name = random.chance(0.8) ? sample.name : `file${random.pick(NAMES)}`;
    const input = `${sample.name}${name === sample.name ? '' : ` as ${name}`}: ${done.join('; ')}`;
    try {
      const { found, table } = await importOf(now.bytes, name);
      const complaints: string[] = [];
      if (!isOwnTable(table)) complaints.push('the table is not one that can be kept');
      const [rows, there] = [table.rows + table.rejectedCount, rowsIn(now.bytes, found)];
      if (there !== undefined && rows !== there)
        complaints.push(`${found.format}: ${there} rows in the file, ${table.rows} kept and ${table.rejectedCount} rejected`);
      // archives have checksums: what can be unpacked is what was packed
      if (isZip(sample.bytes) && now.bytewise && done.length === 1) {
        const original = originals.get(sample.name) ?? contentOf((await importOf(sample.bytes, sample.name)).table);
        originals.set(sample.name, original);
        if (contentOf(table) !== original) complaints.push(`${found.format}: a damaged archive is read as something else`);
      }
      return { outcome: 'read', complaints, input };
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw new Error(`${input} → ${String(error)}`, { cause: error });
      return { outcome: 'refused', complaints: REFUSALS.includes(error.reason) ? [] : ['refused without a reason'], input };
    }
  };
};
