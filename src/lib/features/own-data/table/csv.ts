import { guardFormula } from './formula-guard';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table as CSV in RFC 4180's form with a byte order mark, which Excel needs to read UTF-8. No cell of it is a formula. */
export function toCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quoted(typeof cell === 'string' ? guardFormula(cell) : cell === undefined ? '' : String(cell))).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
