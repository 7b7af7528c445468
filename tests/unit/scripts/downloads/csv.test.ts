import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../../scripts/steps/downloads/csv';
import type { Cell } from '../../../../scripts/steps/downloads/table';

const about = { zh: '测试', en: 'test' };
const table = (rows: readonly (readonly Cell[])[], width: number) => ({ columns: Array.from({ length: width }, (_, i) => ({ key: `c${i}`, about })), rows });
const parse = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { newline: '\r\n' });

/** Texts that look for trouble: formula signs, separators, quotes and line breaks anywhere. */
const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', ' ', '＝', '中', '文', 'a', '1', '\\', '|', '！'),
  maxLength: 12
});
const cell: fc.Arbitrary<Cell> = fc.oneof(
  nasty,
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(undefined)
);
const START = /^[=+\-@\t\r\n＝＋－＠]/;
const expected = (value: Cell): string => (typeof value === 'number' ? String(value) : value === undefined ? '' : START.test(value) ? `'${value}` : value);

describe('CSV for spreadsheets', () => {
  it('is read back as it was, with an apostrophe before what could start a formula', () => {
    const width = 3;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const { data, errors } = parse(toCsv(table(rows, width)));
        expect(errors).toEqual([]);
        expect(data).toEqual([['c0', 'c1', 'c2'], ...rows.map((row) => row.map(expected))]);
      }),
      { numRuns: 500 }
    );
  });

  it('holds no text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty), { minLength: 1 }), (rows) => {
        const { data } = parse(toCsv(table(rows, 2)));
        for (const value of data.flat()) expect(value).not.toMatch(START);
      }),
      { numRuns: 500 }
    );
  });

  it.each([['=1+1'], ['+86 571'], ['-1'], ['@SUM(A1)'], ['\tx'], ['\rx'], ['=1\n2'], ['＝1+1']])('disarms %j', (text) => {
    expect(parse(toCsv(table([[text]], 1))).data[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers alone, negative ones too', () => {
    expect(parse(toCsv(table([[-12.5, 0, 3]], 3))).data[1]).toEqual(['-12.5', '0', '3']);
  });

  it('starts with the mark by which Excel knows UTF-8', () => {
    expect([...Buffer.from(toCsv(table([['钱塘']], 1))).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
