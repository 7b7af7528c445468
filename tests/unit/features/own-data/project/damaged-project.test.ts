import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { isProject } from '#lib/features/own-data/project/open-project';
import { readProject } from '#lib/features/own-data/project/read-project';
import { refusal } from '../read/read-back';
import { importAll, fileOf, region } from '../read/small-region';
import { made, seen } from './any-table';
import type { OwnTable } from '#lib/features/own-data/table/table';

/* Until it has been parsed a project is anybody's file. */

let table: OwnTable;
let whole: Uint8Array<ArrayBuffer>;
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  const rows = [
    '名称,区县,经度,纬度,产值',
    '甲,西湖区,120.1,30.2,1.5',
    '"乙,丙",钱塘区,,,',
    '丁,火星区,,,3',
    '戊,,120.3,30.3,-2',
    '己,杭州市,,,',
    '庚,西湖区,120.3,30.3,1'
  ];
  ({ table } = await importAll(fileOf(rows.join('\n'), 'plots.csv')));
  const settings = { layers: [{ name: '地块', colour: 0, shown: true, view: { mode: 'auto' as const, measure: 'count' as const } }], active: 0 };
  whole = new Uint8Array(await (await made({ tables: [table], settings, pack: { id: 'p', version: '1' } })).arrayBuffer());
  files = unzipSync(whole);
});

const open = (bytes: Uint8Array) => readProject(new Blob([bytes as Uint8Array<ArrayBuffer>]), region);
type Json = { [key: string]: unknown; tables: Record<string, unknown>[] };
const manifest = () => JSON.parse(strFromU8(files['project.json'] ?? new Uint8Array(0))) as Json;
/** The archive with another project.json. */
const saying = (value: unknown) => zipSync({ ...files, 'project.json': strToU8(typeof value === 'string' ? value : JSON.stringify(value)) });
const ofTable = (change: Record<string, unknown>) => saying({ ...manifest(), tables: [{ ...manifest().tables[0], ...change }] });
/** The archive with another table, and a project.json that fits it. */
function holding(csv: string | Uint8Array, rows = table.rows): Uint8Array {
  const [name = ''] = Object.keys(files).filter((file) => file.endsWith('plots.csv'));
  const changed = zipSync({ ...files, [name]: typeof csv === 'string' ? strToU8(csv) : csv });
  const crc = crcOf(changed, name);
  const json = manifest();
  return zipSync({ ...unzipSync(changed), 'project.json': strToU8(JSON.stringify({ ...json, tables: [{ ...json.tables[0], crc, rows }] })) });
}
/** Checksum of a file by the archive's directory. */
function crcOf(archive: Uint8Array, name: string): number {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1)) {
    if (bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString() === name) return bytes.readUInt32LE(at + 16);
  }
  throw new Error(name);
}
const csvText = () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[Object.keys(files).find((file) => file.endsWith('plots.csv')) ?? '']);

describe('a project that is not as it was written', () => {
  test('as imported it comes back whole', async () => {
    const { tables } = await open(whole);
    expect(tables.map(seen)).toEqual([seen(table)]);
    expect(table.rejectedCount).toBe(1);
  });

  test('with any byte changed, or cut off anywhere, it is refused or the same', async () => {
    const settled = async (bytes: Uint8Array) => {
      const opened = await open(bytes).catch((error: unknown) => error);
      if (opened instanceof Error)
        expect(await refusal(Promise.reject(opened))).toMatch(/^(broken|zip-bomb|unsupported|project-damaged|project-changed|project-newer)$/);
      else expect((opened as Awaited<ReturnType<typeof open>>).tables.map(seen)).toEqual([seen(table)]);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ change;
        await settled(bytes);
        await settled(whole.slice(0, at));
      }),
      { numRuns: 200 }
    );
  });

  test.each<[string, () => Uint8Array, string]>([
    [
      'a table that was changed',
      () => zipSync({ ...files, [Object.keys(files).find((file) => file.endsWith('plots.csv')) ?? '']: strToU8('\ufeffa,b\r\n1,2\r\n') }),
      'project-changed'
    ],
    ['a later version', () => saying({ ...manifest(), version: 2, anything: 'else' }), 'project-newer'],
    ['half a project.json', () => saying(JSON.stringify(manifest()).slice(0, -9)), 'project-damaged'],
    ['no layers', () => saying({ ...manifest(), tables: [], settings: { layers: [], active: 0 } }), 'project-damaged'],
    ['a layer without a table', () => saying({ ...manifest(), tables: [] }), 'project-damaged'],
    ['a table that is not there', () => ofTable({ file: 'other.csv' }), 'project-damaged'],
    ['more rows than the file can hold', () => ofTable({ rows: 4e9 }), 'project-damaged'],
    ['more rows than there are', () => ofTable({ rows: 6 }), 'project-damaged'],
    ['fewer rows than there are', () => ofTable({ rows: 2 }), 'project-damaged'],
    ['columns that are not there', () => ofTable({ columns: [] }), 'project-damaged'],
    ['words as numbers', () => ofTable({ columns: ['number', 'number', 'number'].map((kind, i) => ({ name: `${i}`, kind })) }), 'project-damaged'],
    ['a position beyond the earth', () => holding(csvText().replaceAll('120.1', '999')), 'project-damaged'],
    ['another word for how a row is placed', () => holding(csvText().replace('point', 'spot')), 'project-damaged'],
    ['a district that is none', () => holding(csvText().replace('330106', '<b>')), 'project-damaged'],
    ['a number in another notation', () => holding(csvText().replace(',1.5,', ',0x15,')), 'project-damaged'],
    ['no mark of its encoding', () => holding(csvText().slice(1)), 'project-damaged'],
    ['a quotation mark that is never closed', () => holding(csvText().replace('乙,丙"', '乙,丙')), 'project-damaged'],
    ['no end of its last line', () => holding(csvText().slice(0, -2)), 'project-damaged']
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await refusal(open(bytes()))).toBe(reason);
  });

  test('it is told apart from other files by what is in it', async () => {
    const asked = (bytes: Uint8Array) => isProject(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    expect(await asked(whole)).toBe(true);
    expect(await asked(saying('{"format": "industrial-cluster-explorer/own-data", '))).toBe(true);
    // somebody else's file of that name, tables in an archive, no archive
    expect(await asked(saying({ name: 'an app', projectType: 'application' }))).toBe(false);
    expect(await asked(zipSync({ 'a.csv': strToU8('a,b\n1,2') }))).toBe(false);
    expect(await asked(strToU8('a,b\n1,2'))).toBe(false);
  });

  test('what fits is read: the changes above are refused for what they are', async () => {
    const { tables } = await open(holding(csvText().replaceAll('甲', '某')));
    expect(tables.map(seen)[0]?.columns[0]?.cells[0]).toBe('某');
  });
});
