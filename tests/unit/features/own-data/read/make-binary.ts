import { CFB, utils, write } from '@e965/xlsx';
import type { WorkBook, WorkSheet } from '@e965/xlsx';

/* Workbooks of binary records for tests: written by SheetJS, and by hand where it does not write what programs of those years did. */

/** A workbook of sheets by their names; those that begin with a dot are hidden. */
export function makeBinary(sheets: Readonly<Record<string, WorkSheet>>, bookType: 'biff8' | 'xlsb', date1904 = false): Uint8Array {
  const book: WorkBook = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ Hidden: name.startsWith('.') ? 1 : 0 })), WBProps: { date1904 } };
  return new Uint8Array(write(book, { type: 'buffer', bookType, cellStyles: true }) as Uint8Array);
}

/** The sheet of rows: texts and numbers. */
export const sheetOf = (rows: readonly (readonly (string | number | null)[])[]): WorkSheet => utils.aoa_to_sheet(rows as (string | number | null)[][]);

const u16 = (...values: number[]) => values.flatMap((value) => [value & 255, value >> 8]);
const f64 = (value: number) => [...new Uint8Array(new Float64Array([value]).buffer)];
const record = (id: number, body: readonly number[]) => [...u16(id, body.length), ...body];

type OldCell = number | string | readonly number[];

/**
 * A workbook of Excel 5 or 95 (BIFF5): texts are bytes in the code page of the machine, and no text is shared.
 * @param rows texts as bytes @param hidden rows from 0 @param formats built-in number formats by column
 */
export function makeBiff5(
  name: readonly number[],
  rows: readonly (readonly OldCell[])[],
  { hidden = [], codePage = 936, formats = [] }: Readonly<{ hidden?: readonly number[]; codePage?: number; formats?: readonly number[] }> = {}
): Uint8Array {
  const bof = (kind: number) => record(0x0809, u16(0x0500, kind, 0x0dbb, 0x07cc));
  const eof = record(0x0a, []);
  const used = [0, ...formats];
  const globals = [
    ...bof(5),
    ...record(0x42, u16(codePage)),
    ...used.flatMap((format) => record(0xe0, [...u16(0, format, 1, 0x20), ...Array<number>(8).fill(0)]))
  ];
  const boundSheet = (start: number) => record(0x85, [...u16(start & 0xffff, start >> 16), 0, 0, name.length, ...name]);
  const start = globals.length + boundSheet(0).length + eof.length;
  const cell = (value: OldCell, r: number, c: number): number[] => {
    const at = u16(r, c, formats[c] === undefined ? 0 : c + 1);
    if (typeof value === 'number') return record(0x203, [...at, ...f64(value)]);
    const text = typeof value === 'string' ? [...new TextEncoder().encode(value)] : [...value];
    return record(0x204, [...at, ...u16(text.length), ...text]);
  };
  const sheet = [
    ...bof(16),
    ...rows.flatMap((row, r) => record(0x208, [...u16(r, 0, row.length, 255, 0, 0), ...u16(hidden.includes(r) ? 0x120 : 0x100, 0)])),
    ...rows.flatMap((row, r) => row.flatMap((value, c) => cell(value, r, c))),
    ...eof
  ];
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/Book', new Uint8Array([...globals, ...boundSheet(start), ...eof, ...sheet]));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}
