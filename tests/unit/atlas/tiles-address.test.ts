import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTilesAddress } from '#lib/atlas/tiles-address';

test('a file on this site, or a template of tiles', () => {
  expect(parseTilesAddress('/tiles/points.pmtiles')).toEqual({ kind: 'archive', url: '/tiles/points.pmtiles' });
  expect(parseTilesAddress('/tiles/企业.pmtiles')).toEqual({ kind: 'archive', url: '/tiles/企业.pmtiles' });
  expect(parseTilesAddress('/live/{z}/{x}/{y}')).toEqual({ kind: 'server', url: '/live/{z}/{x}/{y}' });
});

test.each([
  ...['', 'points.pmtiles', '//evil.example/a.pmtiles', '/\\evil.example/a.pmtiles', 'https://evil.example/a.pmtiles', 'javascript:alert(1)//a.pmtiles'],
  ...[
    '/a/../b.pmtiles',
    '/a/./b.pmtiles',
    '/a.json',
    '/a.pmtiles?x=1',
    '/a.pmtiles#x',
    '/{z}/{x}',
    '/{z}/{x}/{y}/{y}',
    '/a{z}.pmtiles',
    '/a b.pmtiles',
    '/%zz.pmtiles'
  ],
  `/${'a'.repeat(400)}.pmtiles`
])('refuses %s', (text) => {
  expect(parseTilesAddress(text)).toBeUndefined();
});

test('another host only where the builder of the site names it', () => {
  const url = 'https://cdn.example.cn/points.pmtiles';
  expect(parseTilesAddress(url)).toBeUndefined();
  expect(parseTilesAddress(url, { anywhere: true })).toEqual({ kind: 'archive', url });
  expect(parseTilesAddress('http://cdn.example.cn/points.pmtiles', { anywhere: true })).toBeUndefined();
});

test('whatever is written, an address of a link stays on the site', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('/', '\\', '..', '.', ':', '@', '%2f', 'evil.example', '{z}', '{x}', '{y}', '.pmtiles', '\t', 'https:'), { maxLength: 6 })
      .map((parts) => `/${parts.join('')}.pmtiles`)
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const address = parseTilesAddress(text);
      if (address) expect(new URL(address.url, 'https://site.example/en/').origin).toBe('https://site.example');
    }),
    { numRuns: 2000 }
  );
});
