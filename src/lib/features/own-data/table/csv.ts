import { guardFormula } from './formula-guard';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

type Rows = readonly (readonly (string | number | undefined)[])[];

/** Lines of CSV in RFC 4180's form. No cell of it is a formula. */
export const csvRows = (rows: Rows): string =>
  rows
    .map((row) => row.map((cell) => quoted(typeof cell === 'string' ? guardFormula(cell) : cell === undefined ? '' : String(cell))).join(','))
    .map((line) => `${line}\r\n`)
    .join('');

/** A table as CSV with a byte order mark, which Excel needs to read UTF-8. */
export const toCsv = (rows: Rows): string => `\ufeff${csvRows(rows)}`;
