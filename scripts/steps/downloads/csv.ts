import Papa from 'papaparse';
import { BOM, FORMULA } from '#lib/atlas/spreadsheet-text';
import type { Table } from './table';

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
