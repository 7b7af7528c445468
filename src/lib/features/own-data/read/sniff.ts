import type { Format } from '../table/guess';
import { archiveFormat, partOf, tablesIn } from './archive';
import { compoundKind } from './compound';
import { byteOrderMark, looksBinary } from './encoding';
import { ImportRefused } from './refusal';
import { surveyKind } from './survey-kind';
import { readDirectory } from './zip';
import type { ZipEntry } from './zip';

/**
 * What a file is by its content, with what was found out on the way. Names and extensions are not trusted.
 * `blob` is what is to be read: the file, or where it is an archive of tables, that one of its `parts` which is called `part`.
 */
export type Sniffed = Readonly<{ format: Format; blob: Blob; head: Uint8Array; entries: readonly ZipEntry[]; part?: string; parts?: readonly string[] }>;

/** Enough to tell a format, an encoding and the columns. */
const HEAD = 256 * 1024;

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['shp', [0x00, 0x00, 0x27, 0x0a]]
];
const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);

/** Bytes that tell markup from tables, and tables from the texts of surveyors. */
const OPENING = 4096;

/** The text at a file's beginning, for telling markup from tables. */
function opening(head: Uint8Array): string {
  const { encoding, length } = byteOrderMark(head);
  return new TextDecoder(encoding ?? 'utf-8').decode(head.subarray(length, length + OPENING)).trimStart();
}

/** A page that holds a table: rows and cells, not a form to log in with. */
const holdsTable = (text: string) => /<table[\s>]/i.test(text) && (text.match(/<tr[\s>]/gi) ?? []).length > 1 && !/<input[^>]+type=["']?password/i.test(text);

function markupFormat(text: string, head: Uint8Array): Format {
  if (/<(?:\w+:)?kml[\s>]/i.test(text) || /^(?:<\?[^>]*>\s*)?<(?:\w+:)?(?:Document|Folder|Placemark)[\s>]/.test(text)) return 'kml';
  if (/<(?:\w+:)?Workbook[\s>]/.test(text) && /urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'xml';
  if (/<office:document[\s>]/.test(text) && /opendocument\.spreadsheet/.test(text)) return 'ods';
  if (/<(?:!doctype html|html|head|body|table|meta|script|style|div)[\s>]/i.test(text)) {
    if (holdsTable(new TextDecoder('latin1').decode(head))) return 'html';
    throw new ImportRefused('html');
  }
  throw new ImportRefused('unsupported', { text: 'xml' });
}

/**
 * Tell a file's format.
 * @param wanted name of a table, where the file is an archive of several
 * @throws ImportRefused if there is none that is read
 */
export async function sniff(file: Blob, wanted?: string): Promise<Sniffed> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const found = { blob: file, head, entries: [] };
  if (head.length === 0) throw new ImportRefused('empty');
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    const entries = await readDirectory(file);
    const format = await archiveFormat(file, entries);
    return format === 'tables' ? sniffPart(file, tablesIn(entries), wanted) : { ...found, format, entries };
  }
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return { ...found, format: 'parquet' };
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) {
    const kind = await compoundKind(file);
    if (kind === 'xls') return { ...found, format: 'xls' };
    throw new ImportRefused('unsupported', { text: kind });
  }
  const foreign = MAGIC.find(([, magic]) => startsWith(head, magic));
  if (foreign) throw new ImportRefused('unsupported', { text: foreign[0] });
  if (looksBinary(head)) throw new ImportRefused('binary');
  const text = opening(head);
  if (text === '' && head.every((byte) => byte <= 32 || byte >= 0xef)) throw new ImportRefused('empty');
  if (/^mime-version:/i.test(text)) throw new ImportRefused('unsupported', { text: 'mht' });
  if (/^<(?:\?xml|!--|(?:\w+:)?(?:kml|Document|Folder|Placemark)[\s>]|!doctype|html|head|body|table|meta|script|style|div)/i.test(text))
    return { ...found, format: markupFormat(text, head) };
  if (/^\{\s*"|^\[\s*(?:[{\]]|\[\s*")/.test(text)) return { ...found, format: 'geojson' };
  return { ...found, format: surveyKind(text, file.size <= OPENING) ? 'survey' : 'csv' };
}

/** A table in an archive; of archives in archives only those that hold one thing are opened. */
async function sniffPart(file: Blob, tables: readonly ZipEntry[], wanted: string | undefined): Promise<Sniffed> {
  const entry = tables.find(({ name }) => name === wanted) ?? tables[0];
  if (!entry) throw new ImportRefused('unsupported', { text: 'zip' });
  const found = await sniff(await partOf(file, entry));
  if (found.part !== undefined) throw new ImportRefused('unsupported', { text: 'zip' });
  return tables.length > 1 ? { ...found, part: entry.name, parts: tables.map(({ name }) => name) } : found;
}
