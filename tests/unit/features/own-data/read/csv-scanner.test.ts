import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decimalIn } from '#lib/features/own-data/read/byte-row';
import { CsvScanner, MOST_ROW_BYTES } from '#lib/features/own-data/read/csv-scanner';

type Scan = { rows: string[][]; lines: number[]; bad: [string, number, string][] };
const bytesOf = (text: string) => new TextEncoder().encode(text);

function scan(bytes: Uint8Array, delimiter = ',', cuts: readonly number[] = []): Scan {
  const found: Scan = { rows: [], lines: [], bad: [] };
  const scanner = new CsvScanner(delimiter.charCodeAt(0), {
    row: (row) => {
      found.rows.push(Array.from({ length: row.count }, (_, column) => row.exact(column)));
      found.lines.push(row.line);
    },
    bad: (reason, line, text) => void found.bad.push([reason, line, new TextDecoder().decode(text)])
  });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const to = Math.min(cut, bytes.length);
    if (to > from) scanner.push(bytes.slice(from, to));
    from = Math.max(from, to);
  }
  scanner.push(bytes.slice(from));
  scanner.end();
  return found;
}

const nasty = fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', 'a', '1', '.', '-', '中', '𠮷', "'"), maxLength: 8 });
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

describe('rows from CSV bytes', () => {
  it('gives back any table that was written with every cell quoted, in any cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(400), { maxLength: 12 }),
        (rows, delimiter, newline, cuts) => {
          const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
          const found = scan(bytesOf(text), delimiter, cuts);
          expect(found.rows).toEqual(rows);
          expect(found.bad).toEqual([]);
        }
      ),
      { numRuns: 400 }
    );
  });

  it('gives back tables that are quoted only where it is needed', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(200), { maxLength: 6 }), (rows, cuts) => {
        expect(scan(bytesOf(Papa.unparse(rows, { newline: '\r\n' })), ',', cuts).rows).toEqual(rows);
      }),
      { numRuns: 300 }
    );
  });

  it('reads any bytes alike, however they are cut, and keeps the lines right', () => {
    const rubbish = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', '\r\n', 'a', 'b', '中'), maxLength: 60 });
    fc.assert(
      fc.property(rubbish, fc.array(fc.nat(80), { maxLength: 10 }), (text, cuts) => {
        const bytes = bytesOf(text);
        expect(scan(bytes, ',', cuts)).toEqual(scan(bytes));
        expect(
          scan(
            bytes,
            ',',
            Array.from(bytes, (_, i) => i)
          )
        ).toEqual(scan(bytes));
      }),
      { numRuns: 800 }
    );
  });

  it('counts the lines that rows start on, line breaks in cells and blank lines included', () => {
    expect(scan(bytesOf('h,i\r\n\r\n"a\r\nb",2\r\nc,3\r\n')).lines).toEqual([1, 3, 5]);
    expect(scan(bytesOf('h,i\r\r"a\rb",2\rc,3')).lines).toEqual([1, 3, 5]);
  });

  it('loses only the line of a mark that is never closed', () => {
    const found = scan(bytesOf('a,1\n"b,2\nc,3\nd,4\n'));
    expect(found.rows).toEqual([
      ['a', '1'],
      ['c', '3'],
      ['d', '4']
    ]);
    expect(found.bad).toEqual([['stray-quote', 2, '"b,2']]);
    expect(found.lines).toEqual([1, 3, 4]);
  });

  it('takes marks inside a quoted cell as they stand while it ends on its line', () => {
    expect(scan(bytesOf('"he said "so" twice",1\nx,2')).rows).toEqual([
      ['he said "so" twice', '1'],
      ['x', '2']
    ]);
    // over two lines nobody can say what was meant: both are kept as they stand, the third line is a row
    expect(scan(bytesOf('"a" b\n",2\nx,3'))).toEqual({
      rows: [['x', '3']],
      lines: [3],
      bad: [
        ['stray-quote', 1, '"a" b'],
        ['stray-quote', 2, '",2']
      ]
    });
  });

  it('passes over a line of more than a megabyte and goes on behind it, in any cut', () => {
    const bytes = bytesOf(`a,1\n${'x'.repeat(MOST_ROW_BYTES + 77)}\r\nb,2\n"${'y,\n'.repeat(400_000)}c,3\n`);
    const whole = scan(bytes);
    expect(whole.bad.map(([reason, line]) => [reason, line])).toEqual([
      ['row-too-long', 2],
      ['stray-quote', 4]
    ]);
    expect(whole.rows.slice(0, 3)).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['y', '']
    ]);
    expect(whole.rows).toHaveLength(2 + 399_999 + 1);
    expect(whole.lines.at(-1)).toBe(400_004);
    expect(scan(bytes, ',', [3, 4, 100, MOST_ROW_BYTES + 4, MOST_ROW_BYTES + 5, MOST_ROW_BYTES + 82, MOST_ROW_BYTES + 83, 1_500_000])).toEqual(whole);
  });

  it('counts cells beyond those that are kept', () => {
    let beyond = 0;
    let count = 0;
    const scanner = new CsvScanner(44, {
      row: (row) => {
        beyond = row.beyond;
        count = row.count;
      },
      bad: () => undefined
    });
    scanner.push(bytesOf(`${'1,'.repeat(100_000)}\n`));
    scanner.end();
    expect([beyond, count]).toEqual([100_000, 100_001]);
  });
});

describe('numbers from bytes', () => {
  it('are the same as JavaScript’s for plain decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.nat(14), (digits, places) => {
        const sign = digits < 0n ? '-' : '';
        const padded = String(digits < 0n ? -digits : digits)
          .padStart(places + 1, '0')
          .slice(-15);
        const text = sign + (places > 0 && places < padded.length ? `${padded.slice(0, -places)}.${padded.slice(-places)}` : padded);
        expect(decimalIn(bytesOf(text), 0, text.length)).toBe(Number(text));
      }),
      { numRuns: 2000 }
    );
  });

  it('leaves everything else to a slower reading', () => {
    for (const text of ['', '-', '.', '1e5', '1,000', '１', '0x10', '1234567890123456', '1..2', '1 2']) {
      const bytes = bytesOf(text);
      expect(decimalIn(bytes, 0, bytes.length), text).toBeNaN();
    }
  });
});
