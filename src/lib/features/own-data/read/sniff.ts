import type { Format } from '../table/guess';
import { byteOrderMark, looksBinary } from './encoding';
import { ImportRefused } from './refusal';
import { readDirectory } from './zip';
import type { ZipEntry } from './zip';

/** What a file is by its content, with what was found out on the way. Names and extensions are not trusted. */
export type Sniffed = Readonly<{ format: Format; head: Uint8Array; entries: readonly ZipEntry[] }>;

/** Enough to tell a format, an encoding and the columns. */
const HEAD = 256 * 1024;

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
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

const has = (entries: readonly ZipEntry[], pattern: RegExp) => entries.some(({ name }) => pattern.test(name));

function zipFormat(entries: readonly ZipEntry[]): Format {
  if (has(entries, /^xl\/workbook\.xml$/i)) return 'xlsx';
  if (has(entries, /\.shp$/i)) return 'shapefile';
  if (has(entries, /\.kml$/i)) return 'kml';
  throw new ImportRefused('unsupported', { text: has(entries, /^word\//) ? 'docx' : has(entries, /^xl\//) ? 'xlsb' : 'zip' });
}

/** The text at a file's beginning, for telling markup from tables. */
function opening(head: Uint8Array): string {
  const { encoding, length } = byteOrderMark(head);
  return new TextDecoder(encoding ?? 'utf-8').decode(head.subarray(length, length + 4096)).trimStart();
}

/** Tell a file's format. @throws ImportRefused if there is none that is read */
export async function sniff(file: Blob): Promise<Sniffed> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (head.length === 0) throw new ImportRefused('empty');
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    const entries = await readDirectory(file);
    return { format: zipFormat(entries), head, entries };
  }
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return { format: 'parquet', head, entries: [] };
  const foreign = MAGIC.find(([, magic]) => startsWith(head, magic));
  if (foreign) throw new ImportRefused('unsupported', { text: foreign[0] });
  if (looksBinary(head)) throw new ImportRefused('binary');
  const text = opening(head);
  if (text === '' && head.every((byte) => byte <= 32 || byte >= 0xef)) throw new ImportRefused('empty');
  if (/^<(?:\?xml|!--|(?:\w+:)?(?:kml|Document|Folder|Placemark)[\s>]|!doctype|html|head|body|table|meta|script|style|div)/i.test(text)) {
    if (/<(?:\w+:)?kml[\s>]/i.test(text) || /^(?:<\?[^>]*>\s*)?<(?:\w+:)?(?:Document|Folder|Placemark)[\s>]/.test(text)) return { format: 'kml', head, entries: [] };
    if (/<(?:!doctype html|html|head|body|table|meta|script|style|div)[\s>]/i.test(text)) throw new ImportRefused('html');
    throw new ImportRefused('unsupported', { text: 'xml' });
  }
  if (/^\{\s*"|^\[\s*(?:[{\]]|\[\s*")/.test(text)) return { format: 'geojson', head, entries: [] };
  return { format: 'csv', head, entries: [] };
}
