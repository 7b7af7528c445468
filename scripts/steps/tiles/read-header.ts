import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Papa from 'papaparse';
import { InputError } from '../problem';

/** Encodings that PostgreSQL reads, by the names that TextDecoder knows. */
export const ENCODINGS = { 'utf-8': 'UTF8', gb18030: 'GB18030' } as const;
export type Encoding = keyof typeof ENCODINGS;

export type Header = Readonly<{
  columns: readonly string[];
  delimiter: string;
  /** positions of the coordinates among the columns, from 0 */
  lon: number;
  lat: number;
}>;

const LON = ['lon', 'lng', 'long', 'longitude', '经度', 'x'];
const LAT = ['lat', 'latitude', '纬度', 'y'];
const SAMPLE_BYTES = 65_536;

/**
 * Read the first record of a CSV: its columns, and which of them hold the coordinates.
 * @param named columns given by the caller; otherwise known names are looked for
 * @throws InputError where the file is not such a table
 */
export function readHeader(file: string, encoding: Encoding, named: Readonly<{ lon?: string; lat?: string }> = {}): Header {
  const refuse = (rule: string): never => {
    throw new InputError([{ file, line: 1, rule }]);
  };
  const sample = readStart(file);
  if (sample.length === 0) refuse('is empty: a header line with the columns’ names is expected');
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) refuse('is UTF-16: save it as UTF-8');
  const text =
    decode(sample, encoding) ?? refuse(`is not ${encoding}: save it as UTF-8, or name its encoding with --encoding ${Object.keys(ENCODINGS).join(' or ')}`);
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) refuse('is a web page, not a CSV');
  const parsed = Papa.parse<string[]>(text, { preview: 1, delimitersToGuess: [',', '\t', ';', '|'] });
  const columns = (parsed.data[0] ?? []).map((name) => name.trim());
  columns.forEach((name, i) => {
    if (name === '') refuse(`column ${i + 1} has no name`);
    if (columns.indexOf(name) !== i) refuse(`two columns are called “${name}”`);
  });
  const find = (option: 'lon' | 'lat', known: readonly string[]): number => {
    const wanted = named[option];
    const index = columns.findIndex((name) => (wanted === undefined ? known.includes(name.toLowerCase()) : name === wanted));
    if (index >= 0) return index;
    const what = wanted === undefined ? `no column is called ${known.join(', ')}: name it with --${option}` : `there is no column “${wanted}”`;
    return refuse(`${what} (columns: ${columns.join(', ')})`);
  };
  return { columns, delimiter: parsed.meta.delimiter, lon: find('lon', LON), lat: find('lat', LAT) };
}

function readStart(file: string): Buffer {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new InputError([{ file, rule: 'there is no such file' }]);
  const buffer = Buffer.alloc(SAMPLE_BYTES);
  const handle = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(handle, buffer, 0, SAMPLE_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}

/** undefined where the bytes are not of that encoding; a character cut at the sample's end does not count. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
