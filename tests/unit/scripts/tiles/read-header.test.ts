import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readHeader } from '../../../../scripts/steps/tiles/read-header';

const dir = mkdtempSync(join(tmpdir(), 'read-header-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = join(dir, 'points.csv');
const given = (content: string | Uint8Array) => (writeFileSync(file, content), file);

describe('the header of a CSV of points', () => {
  test('finds the coordinates by the names that are in use', () => {
    for (const [lon, lat] of [
      ['lon', 'lat'],
      ['经度', '纬度'],
      ['LNG', 'LAT'],
      ['x', 'y']
    ]) {
      expect(readHeader(given(`name,${lat},${lon}\nA,30,120\n`), 'utf-8')).toMatchObject({ lon: 2, lat: 1, delimiter: ',' });
    }
  });

  test('takes the columns that are named, other delimiters, a byte order mark and GB18030', () => {
    expect(readHeader(given('\ufeffa;b;c\n1;2;3\n'), 'utf-8', { lon: 'c', lat: 'a' })).toEqual({ columns: ['a', 'b', 'c'], delimiter: ';', lon: 2, lat: 0 });
    // 经度,纬度 in GB18030
    const gb = Uint8Array.from([0xbe, 0xad, 0xb6, 0xc8, 0x2c, 0xce, 0xb3, 0xb6, 0xc8, 0x0a]);
    expect(readHeader(given(gb), 'gb18030').columns).toEqual(['经度', '纬度']);
    expect(() => readHeader(given(gb), 'utf-8')).toThrow(`${file}:1: is not utf-8: save it as UTF-8, or name its encoding with --encoding`);
  });

  test('is not cut in the middle of a character at the end of what is read', () => {
    for (let pad = 0; pad < 11; pad++)
      expect(readHeader(given(`lon,lat,${' '.repeat(pad)}name\n${'120,30,字\n'.repeat(8000)}`), 'utf-8').columns).toHaveLength(3);
  });

  test.each([
    ['', 'is empty'],
    ['<!doctype html><html>', 'is a web page'],
    ['a,b\n1,2\n', 'no column is called lon, lng'],
    ['lon,lat,lon\n', 'two columns are called “lon”'],
    ['lon,lat,\n', 'column 3 has no name'],
    [Uint8Array.from([0xff, 0xfe, 0x6c, 0x00]), 'is UTF-16']
  ])('refuses %j', (content, rule) => {
    expect(() => readHeader(given(content), 'utf-8')).toThrow(rule);
  });

  test('names the columns there are where the one asked for is missing, and a missing file', () => {
    expect(() => readHeader(given('a,b\n1,2\n'), 'utf-8', { lon: 'x', lat: 'b' })).toThrow('there is no column “x” (columns: a, b)');
    expect(() => readHeader(join(dir, 'none.csv'), 'utf-8')).toThrow('there is no such file');
  });
});
