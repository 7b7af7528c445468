import type { Format } from '../table/guess';
import { mainPart } from './package';
import { ImportRefused, MOST_BYTES } from './refusal';
import { unpack } from './zip';
import type { ZipEntry } from './zip';

/* What an archive is: a workbook, a map format, or a folder of tables. */

const has = (entries: readonly ZipEntry[], pattern: RegExp) => entries.some(({ name }) => pattern.test(name));

/** Endings of tables, the likelier first; what a file is, its content says. */
const TABLES: readonly RegExp[] = [
  /\.(?:csv|tsv|xlsx|xlsm|xlsb|parquet)$/i,
  /\.(?:ods|fods|xls|et|geojson|geojsonl|ndjson|kml|kmz|zip)$/i,
  /\.(?:json|xml|html?)$/i,
  /\.(?:txt|tab|dat)$/i
];
const rank = ({ name }: ZipEntry) => TABLES.findIndex((pattern) => pattern.test(name));

/** What spreadsheets' own archives are called that are not read, by a part that only they have. */
const FOREIGN: readonly (readonly [string, RegExp])[] = [
  ['numbers', /^index\/(?:document|tables\/.*)\.iwa$|^index\.zip$/i],
  ['ofd', /^ofd\.xml$/i],
  ['gdb', /\.gdb\/.*\.gdbtable$/i],
  ['qgis', /\.qgs$/i]
];

/** The tables of an archive, the likeliest first; none of what systems add of their own. */
export const tablesIn = (entries: readonly ZipEntry[]): ZipEntry[] =>
  entries
    .filter((entry) => rank(entry) >= 0 && entry.unpacked > 0 && !/(?:^|\/)(?:__MACOSX\/|\.|~\$|thumbs\.db)/i.test(entry.name))
    .sort((a, b) => rank(a) - rank(b) || b.unpacked - a.unpacked);

/** What an archive is. 'tables' if it is none of the formats, but holds tables. @throws ImportRefused if nothing in it can be read */
export async function archiveFormat(file: Blob, entries: readonly ZipEntry[]): Promise<Format | 'tables'> {
  if (has(entries, /^mimetype$/) && has(entries, /^content\.xml$/)) {
    if (await isSpreadsheet(file, entries)) return 'ods';
    throw new ImportRefused('unsupported', { text: 'odt' });
  }
  const main = await mainPart(file, entries);
  if (main?.endsWith('.bin')) return 'xlsb';
  if (main !== undefined && /document/.test(main)) throw new ImportRefused('unsupported', { text: 'docx' });
  if (main !== undefined && /presentation/.test(main)) throw new ImportRefused('unsupported', { text: 'pptx' });
  if (main !== undefined) return 'xlsx';
  if (has(entries, /\.shp$/i)) return 'shapefile';
  // a KMZ holds one KML and what that refers to; several maps and tables together are a folder
  if (has(entries, /\.kml$/i) && (has(entries, /^doc\.kml$/i) || !tablesIn(entries).some(({ name }) => !/\.kml$/i.test(name)))) return 'kml';
  const foreign = FOREIGN.find(([, pattern]) => has(entries, pattern));
  if (foreign) throw new ImportRefused('unsupported', { text: foreign[0] });
  if (tablesIn(entries).length > 0) return 'tables';
  throw new ImportRefused('unsupported', { text: 'zip' });
}

async function isSpreadsheet(file: Blob, entries: readonly ZipEntry[]): Promise<boolean> {
  const entry = entries.find(({ name }) => name === 'mimetype');
  if (!entry || entry.unpacked > 200) return false;
  return /spreadsheet/.test(await (await partOf(file, entry)).text());
}

/** One part of an archive as a file of its own; unpacked only if it is packed. @throws ImportRefused */
export async function partOf(file: Blob, entry: ZipEntry, signal?: AbortSignal): Promise<Blob> {
  if (entry.unpacked > MOST_BYTES) throw new ImportRefused('too-large', { limit: MOST_BYTES, size: entry.unpacked });
  const chunks: BlobPart[] = [];
  for await (const chunk of unpack(file, entry, signal)) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  return new Blob(chunks);
}
