import Papa from 'papaparse';
import { unzipSync } from 'fflate';
import type { ImportGuess } from '#lib/features/own-data/table/guess';
import { stripInvisible } from '#lib/features/own-data/table/cell-text';
import { decodeText } from '#lib/features/own-data/read/documents';

/*
 * How many rows a file holds, found in the plainest way and without the importer's readers. Undefined where that cannot be told, e.g. where
 * quotation marks are broken and every reader makes something else of them.
 */

const isBlank = (text: string): boolean => [...text].every((character) => character <= ' ' || character === '\u00a0' || character === '\u3000');

function csvRows(bytes: Uint8Array, { encoding, delimiter = ',', headerRows }: ImportGuess): number | undefined {
  // a line of characters that nobody sees is none; NUL is one of them
  const text = stripInvisible(new TextDecoder(encoding ?? 'utf-8').decode(bytes));
  if (!text.includes('"')) {
    const lines = text.split(/\r\n|\r|\n/).filter((line) => line !== '');
    return lines.slice(headerRows).filter((line) => line.split(delimiter).some((cell) => !isBlank(cell))).length;
  }
  // mixed line ends within quotation marks are read in more than one way
  const newline = text.includes('\r\n') ? '\r\n' : text.includes('\r') ? '\r' : '\n';
  if (text.replaceAll(newline, '').match(/[\r\n]/)) return undefined;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: false });
  if (errors.length > 0) return undefined;
  const rows = data.filter((cells) => cells.length > 1 || cells[0] !== '');
  return rows.slice(headerRows).filter((cells) => cells.some((cell) => !isBlank(cell))).length;
}

const holdsRecords = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((inner) =>
    Array.isArray(inner) ? inner.some((item) => typeof item === 'object' && item !== null && !Array.isArray(item)) : holdsRecords(inner)
  );

function jsonRows(text: string, geometry: boolean): number | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    try {
      root = text
        .replaceAll('\u001e', '')
        .split(/[\r\n]+/)
        .filter((line) => line.trim() !== '')
        .map((line): unknown => JSON.parse(line));
    } catch {
      return undefined;
    }
  }
  const features = (root as { features?: unknown } | null)?.features;
  // records within an envelope: which of its lists are the rows is the importer's to say
  if (!Array.isArray(root) && !Array.isArray(features) && holdsRecords(root)) return undefined;
  const list: unknown[] = Array.isArray(root) ? root : Array.isArray(features) ? features : [root];
  const told = (value: unknown) => Object.values((value ?? {}) as object).some((cell) => cell !== null && !(typeof cell === 'string' && isBlank(cell)));
  return geometry ? list.length : list.filter(told).length;
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Placemarks; undefined where the text has comments or character data, in which they would not count. */
function kmlRows(text: string): number | undefined {
  return /<!|\]\]>/.test(text) ? undefined : count(text, /<(?:\w+:)?Placemark(?=[\s>/])/g);
}

/** Rows with anything in them. */
function sheetRows(xml: string): number | undefined {
  if (/<!/.test(xml)) return undefined;
  const [, body = ''] = /<sheetData[^>]*>(.*)/s.exec(xml) ?? [];
  return body
    .split(/<row(?=[\s>/])/)
    .slice(1)
    .filter((row) => /<(v|t)>[^<]*[^<\s][^<]*<\//.test(row)).length;
}

/** Rows that a file holds below its header; of a workbook or an archive by what it was packed from. */
export function rowsIn(bytes: Uint8Array, guess: ImportGuess): number | undefined {
  switch (guess.format) {
    case 'csv':
      return bytes[0] === 0x50 && bytes[1] === 0x4b ? undefined : csvRows(bytes, guess);
    case 'geojson':
      return jsonRows(decodeText(bytes), guess.geometry);
    case 'kml':
      return bytes[0] === 0x50 ? undefined : kmlRows(decodeText(bytes));
    case 'xlsx':
      try {
        const parts = unzipSync(bytes);
        if ('xl/worksheets/sheet2.xml' in parts) return undefined;
        const rows = sheetRows(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']));
        return rows === undefined ? undefined : Math.max(0, rows - guess.headerRows);
      } catch {
        return undefined;
      }
    case 'xls':
    case 'xlsb':
    case 'survey':
    case 'ods':
    case 'xml':
    case 'html':
    case 'shapefile':
    case 'parquet':
      return undefined;
  }
}
