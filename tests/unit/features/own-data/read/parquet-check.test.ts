import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guess, read } from '#lib/features/own-data/read/importer';
import { ImportRefused } from '#lib/features/own-data/read/refusal';
import { textAt } from '#lib/features/own-data/table/table';
import { dataPage, dataPage2, dictionaryPage, parquet, plain, run, sized, varint, zigzag } from './make-parquet';
import { fileOf, region } from './small-region';

/* Counts of a Parquet file that are not so. The decoder behind would fill the memory: here they are refused before it is asked. */

const NAMES = ['西湖区', '钱塘区', '海宁市'];
const DICTIONARY = plain(NAMES);
/** rows of three, each name in turn, one of them blank */
const LEVELS = [...run(2, 1), ...run(1, 0)];

/** What comes of a file: its names, or why it was refused. */
async function outcome(bytes: Uint8Array): Promise<string | readonly string[]> {
  try {
    const file = fileOf(bytes, 'a.parquet');
    const found = await guess(file, region);
    const table = await read(file, { ...found, columns: ['district'] }, region);
    return Array.from({ length: table.rows }, (_, row) => (table.columns[0] ? textAt(table.columns[0], row) : ''));
  } catch (error) {
    return error instanceof ImportRefused ? error.reason : String(error);
  }
}
const footer = (values: number | bigint) => ({ rows: values, values });
const prefixed = (prefix: number) => {
  // two strings: lengths of what they repeat, then of what is their own
  const delta = (first: number, second: number) => [...varint(128), ...varint(4), ...varint(2), ...zigzag(first), ...zigzag(second - first), 0, 0, 0, 0];
  return [...delta(0, prefix), ...delta(9, 0), ...plain(['西湖区']).slice(4)];
};

describe('Parquet files made by hand', () => {
  it.each([
    ['plain', parquet([dataPage(3, [...sized(run(3, 1)), ...plain(NAMES)])], footer(3)), NAMES],
    ['with a blank', parquet([dataPage(3, [...sized(LEVELS), ...plain(NAMES.slice(0, 2))])], footer(3)), NAMES.slice(0, 2)],
    [
      'with a dictionary',
      parquet([dictionaryPage(3, DICTIONARY), dataPage(3, [...sized(run(3, 1)), 2, ...run(3, 1)], 8)], footer(3)),
      ['钱塘区', '钱塘区', '钱塘区']
    ],
    [
      'of two pages',
      parquet([dictionaryPage(3, DICTIONARY), ...[1, 1].map((n) => dataPage(n, [...sized(run(n, 1)), 2, ...run(n, n)], 8))], footer(2)),
      ['钱塘区', '钱塘区']
    ],
    ['of the second kind', parquet([dataPage2(3, 1, LEVELS.length, [...LEVELS, ...plain(NAMES.slice(0, 2))])], footer(3)), NAMES.slice(0, 2)],
    ['with packed bits', parquet([dataPage(3, [...sized([3, 0b111]), ...plain(NAMES)])], footer(3)), NAMES],
    ['with beginnings repeated', parquet([dataPage(2, [...sized(run(2, 1)), ...prefixed(9)], 7)], footer(2)), ['西湖区', '西湖区']]
  ])('are read: %s', async (_, bytes, names) => {
    expect(await outcome(bytes)).toEqual(names);
  });

  const counts = fc.oneof(fc.integer({ min: 1 << 25, max: 2 ** 31 - 1 }), fc.integer({ min: 600, max: 1 << 25 }));
  const true3 = [...sized(run(3, 1)), ...plain(NAMES)];
  const KINDS: Readonly<Record<string, (n: number) => Uint8Array>> = {
    'rows and values of the footer': (n) => parquet([dataPage(3, true3)], footer(n)),
    'rows of the footer': (n) => parquet([dataPage(3, true3)], { rows: n, values: 3 }),
    'values of a column': (n) => parquet([dataPage(3, true3)], { rows: 3, values: n }),
    'values of a page': (n) => parquet([dataPage(n, true3)], footer(3)),
    'values of a page, and of all else': (n) => parquet([dataPage(n, [...sized(run(n, 1)), ...plain(NAMES)])], footer(n)),
    'values of a dictionary': (n) => parquet([dictionaryPage(n, DICTIONARY), dataPage(3, [...sized(run(3, 1)), 2, ...run(3, 1)], 8)], footer(3)),
    'a run of levels': (n) => parquet([dataPage(3, [...sized(run(n, 1)), ...plain(NAMES)])], footer(3)),
    'a run of places in the dictionary': (n) => parquet([dictionaryPage(3, DICTIONARY), dataPage(3, [...sized(run(3, 1)), 2, ...run(n, 1)], 8)], footer(3)),
    'packed bits': (n) => parquet([dataPage(3, [...sized([...varint(2 * n + 1), 7]), ...plain(NAMES)])], footer(3)),
    'a run of levels of the second kind': (n) => parquet([dataPage2(3, 0, 5, [...run(n, 1).slice(0, 5), ...plain(NAMES)])], footer(3)),
    blanks: (n) => parquet([dataPage2(3, -n, 2, [...run(3, 1), ...plain(NAMES)])], footer(3)),
    'bytes of levels': (n) => parquet([dataPage2(3, 0, n, [...run(3, 1), ...plain(NAMES)])], footer(3)),
    'bytes of the column': (n) => parquet([dataPage(3, true3)], { ...footer(3), packed: n }),
    'bytes unpacked': (n) => parquet([dataPage(3, true3, 0, 20_000 + n)], { ...footer(3), codec: 1 }),
    differences: (n) => parquet([dataPage(3, [...sized(run(3, 1)), ...varint(128), ...varint(n), ...varint(3), 0, 0, 0], 5)], { ...footer(3), type: 1 }),
    'length of each value': (n) => parquet([dataPage(3, [...sized(run(3, 1)), 1, 2, 3], 9)], { ...footer(3), type: 7, fixed: n }),
    'a beginning repeated': (n) => parquet([dataPage(2, [...sized(run(2, 1)), ...prefixed(n)], 7)], footer(2)),
    'elements of the schema': (n) => parquet([dataPage(3, true3)], { ...footer(3), children: -n })
  };
  it.each(Object.entries(KINDS))('that lie about %s are refused', async (_, make) => {
    await fc.assert(
      fc.asyncProperty(counts, async (n) => {
        expect(['overstated', 'zip-bomb', 'broken', 'binary']).toContain(await outcome(make(n)));
      }),
      { numRuns: 12 }
    );
  });

  it('say how many values are said to be in how many bytes', async () => {
    const file = fileOf(parquet([dataPage(3, [...sized(run(2e9, 1)), ...plain(NAMES)])], footer(3)), 'a.parquet');
    await expect(guess(file, region)).rejects.toMatchObject({ reason: 'overstated', detail: { count: 2e9, size: 49 } });
  });

  it('with lists in the footer that are longer than it are refused', async () => {
    const bytes = parquet([dataPage(3, true3)], footer(3));
    // the list of the schema's elements, each a struct: said to be two thousand million
    const at = bytes.findIndex((byte, i) => byte === 0x19 && bytes[i + 1] === 0xfc && i > 40);
    expect(at).toBeGreaterThan(40);
    const forged = [...bytes];
    forged.splice(at + 2, 1, ...varint(2 ** 31 - 1));
    const size = new Uint8Array(Uint32Array.of(new DataView(bytes.buffer).getUint32(bytes.length - 8, true) + 4).buffer);
    forged.splice(-8, 4, ...size);
    expect(await outcome(Uint8Array.from(forged))).toBe('broken');
  });
});
