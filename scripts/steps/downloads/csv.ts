import Papa from 'papaparse';
import type { Table } from './table';

/** Excel reads a CSV file as UTF-8 only with this mark; without it Chinese is garbled. */
const BOM = '\uFEFF';
/**
 * First characters that spreadsheets take for a formula, with their full-width forms, which Chinese and Japanese Excel accept too.
 * Papa Parse's own rule misses cells with line breaks.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A table as CSV (RFC 4180, UTF-8 with BOM). Texts that could start a formula get an apostrophe in front; numbers stay numbers. */
export function toCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  return (
    BOM +
    Papa.unparse(
      { fields: columns.map(({ key }) => key), data: rows.map((row) => row.map((cell) => cell ?? '')) },
      { escapeFormulae: FORMULA, newline: '\r\n' }
    )
  );
}
