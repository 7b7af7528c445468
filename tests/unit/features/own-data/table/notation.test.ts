import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoordinate, readPair, readWrittenPair } from '#lib/features/own-data/table/notation';

type Axis = 'lon' | 'lat';
/** Seconds in tenths, so that nothing is lost in writing. */
const split = (tenths: number) => ({ d: Math.floor(tenths / 36_000), m: Math.floor((tenths % 36_000) / 600), s: (tenths % 600) / 10 });
const two = (value: number, places = 0) => value.toFixed(places).padStart(places > 0 ? 3 + places : 2, '0');

/** Writings of one coordinate with a letter or word that says which it is. */
const SIDED: Readonly<Record<string, (tenths: number, axis: Axis) => string>> = {
  primes: (t, axis) => `${split(t).d}°${two(split(t).m)}′${two(split(t).s, 1)}″${axis === 'lon' ? 'E' : 'N'}`,
  spacedPrimes: (t, axis) => `${axis === 'lon' ? 'E' : 'N'}${split(t).d}° ${two(split(t).m)}′ ${two(split(t).s, 1)}″`,
  ascii: (t, axis) => `${split(t).d}°${split(t).m}'${split(t).s}" ${axis === 'lon' ? 'e' : 'n'}`,
  doubledApostrophe: (t, axis) => `${split(t).d}°${split(t).m}'${split(t).s}''${axis === 'lon' ? 'E' : 'N'}`,
  curly: (t, axis) => `${split(t).d}º${split(t).m}’${split(t).s}”${axis === 'lon' ? 'E' : 'N'}`,
  ringAndAcute: (t, axis) => `${axis === 'lon' ? 'E' : 'N'}${split(t).d}˚${split(t).m}´${split(t).s}´´`,
  chinese: (t, axis) => `${axis === 'lon' ? '东经' : '北纬'}${split(t).d}度${split(t).m}分${split(t).s}秒`,
  chineseColon: (t, axis) => `${axis === 'lon' ? '东经' : '北纬'}：${split(t).d}° ${split(t).m}′ ${split(t).s}″`,
  fullWidth: (t, axis) => `${axis === 'lon' ? 'Ｅ' : 'Ｎ'}${(t / 36_000).toFixed(8).replace(/[\d.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))}`,
  labelled: (t, axis) => `${axis === 'lon' ? '经度' : '纬度'}：${(t / 36_000).toFixed(8)}`,
  english: (t, axis) => `${axis === 'lon' ? 'Longitude' : 'Latitude'}: ${(t / 36_000).toFixed(8)}°`,
  letters: (t, axis) => `${split(t).d}d${split(t).m}m${split(t).s}s ${axis === 'lon' ? 'E' : 'N'}`,
  words: (t, axis) => `${split(t).d} deg ${split(t).m} min ${split(t).s} sec ${axis === 'lon' ? 'East' : 'North'}`,
  blanks: (t, axis) => `${split(t).d} ${two(split(t).m)} ${two(split(t).s, 1)} ${axis === 'lon' ? 'E' : 'N'}`,
  minutes: (t, axis) => `${axis === 'lon' ? 'E' : 'N'} ${split(t).d}°${((t % 36_000) / 600).toFixed(6)}'`,
  bareMinutes: (t, axis) => `${split(t).d} ${((t % 36_000) / 600).toFixed(6)} ${axis === 'lon' ? 'E' : 'N'}`,
  packed: (t, axis) => `${axis === 'lon' ? 'E' : 'N'}${split(t).d}${two(split(t).m)}${two(split(t).s, 1)}`,
  packedMinutes: (t, axis) => `${split(t).d}${two((t % 36_000) / 600, 6)}${axis === 'lon' ? 'E' : 'N'}`,
  decimal: (t, axis) => `${(t / 36_000).toFixed(8)}°${axis === 'lon' ? 'E' : 'N'}`
};
/** … and without one. */
const BARE: Readonly<Record<string, (tenths: number) => string>> = {
  number: (t) => (t / 36_000).toFixed(8),
  degreeSign: (t) => `${(t / 36_000).toFixed(8)}°`,
  noSecondMark: (t) => `${split(t).d}°${split(t).m}'${split(t).s}`,
  colons: (t) => `${split(t).d}:${two(split(t).m)}:${two(split(t).s, 1)}`,
  hyphens: (t) => `${split(t).d}-${two(split(t).m)}-${two(split(t).s, 1)}`,
  blanks: (t) => `${split(t).d} ${two(split(t).m)} ${two(split(t).s, 1)}`,
  chinese: (t) => `${split(t).d}度${split(t).m}分${split(t).s}秒`
};

const lon = fc.integer({ min: 73 * 36_000, max: 135 * 36_000 });
const lat = fc.integer({ min: 18 * 36_000, max: 53 * 36_000 });
const degrees = (tenths: number) => tenths / 36_000;
const SEPARATORS = [', ', ' ', '，', '、', '; ', '；', ' / ', '\n', ' | '];

describe('one coordinate', () => {
  it.each(Object.entries(SIDED))('is read as %s', (_, write) => {
    fc.assert(fc.property(lon, (t) => void expect(readCoordinate(write(t, 'lon')).value, write(t, 'lon')).toBeCloseTo(degrees(t), 6)));
    fc.assert(fc.property(lat, (t) => void expect(readCoordinate(write(t, 'lat')).value, write(t, 'lat')).toBeCloseTo(degrees(t), 6)));
  });

  it.each(Object.entries(BARE))('is read as %s without a letter', (_, write) => {
    fc.assert(fc.property(fc.oneof(lon, lat), (t) => void expect(readCoordinate(write(t)).value, write(t)).toBeCloseTo(degrees(t), 6)));
  });

  it('is on the side that its letter says', () => {
    for (const [text, value] of [
      ['W 71.5°', -71.5],
      ['-71°30′', -71.5],
      ['−71.5', -71.5],
      ['S33.5', -33.5],
      ['南纬33度30分', -33.5],
      ['西经71.5度', -71.5],
      ['东经120度30分', 120.5],
      ['120.25', 120.25],
      ['\u200e120.25\u200b', 120.25]
    ] as const) {
      expect(readCoordinate(text).value, text).toBeCloseTo(value, 9);
    }
  });

  it('is none of what only looks like it', () => {
    const texts = [
      '120°75′',
      '120°5′61″',
      '东边',
      '',
      'E',
      '12 30',
      '3/5',
      '1.2.3',
      '0571-88888888',
      '13800138000 E',
      '120.5°30′',
      'N120.5',
      '120度假村',
      '第3分公司'
    ];
    for (const text of [...texts, '2024年5月', '2024-05-01', '120.1,30.2']) {
      expect(readCoordinate(text).value, text).toBeNaN();
    }
  });
});

describe('two in one cell', () => {
  it.each(Object.entries(SIDED))('are read as %s, in either order, whatever stands between', (_, write) => {
    fc.assert(
      fc.property(lon, lat, fc.constantFrom(...SEPARATORS), fc.boolean(), (x, y, between, latFirst) => {
        const [one, other] = [write(x, 'lon'), write(y, 'lat')];
        const text = latFirst ? other + between + one : one + between + other;
        const pair = readWrittenPair(text);
        expect(pair?.latFirst, text).toBe(latFirst);
        expect(latFirst ? pair?.second : pair?.first, text).toBeCloseTo(degrees(x), 6);
        expect(latFirst ? pair?.first : pair?.second, text).toBeCloseTo(degrees(y), 6);
      })
    );
  });

  it.each(Object.entries(BARE))('are read as %s without letters, in the order written', (_, write) => {
    fc.assert(
      fc.property(lon, lat, fc.constantFrom(...SEPARATORS), (x, y, between) => {
        const text = write(x) + between + write(y);
        const pair = readPair(text);
        expect(pair?.[0], text).toBeCloseTo(degrees(x), 6);
        expect(pair?.[1], text).toBeCloseTo(degrees(y), 6);
      })
    );
  });

  it.each([
    '120.1,30.2',
    '（120.1，30.2）',
    '[120.1, 30.2]',
    'POINT(120.1 30.2)',
    'POINT Z (120.1 30.2 5)',
    '120.1,30.2,15',
    '120.1, 30.2, 15m',
    '120.1E30.2N',
    '120.1° 30.2°',
    '120.1°30.2°',
    '120°6′30°12′',
    '120°06 30°12',
    'E120.1N30.2',
    '东经120.1°北纬30.2°',
    '东经120度6分，北纬30度12分',
    '经度:120.1 纬度:30.2',
    'lng=120.1, lat=30.2',
    '{"lng":120.1,"lat":30.2}'
  ])('%s', (text) => {
    const pair = readPair(text);
    expect(pair?.[0]).toBeCloseTo(120.1, 9);
    expect(pair?.[1]).toBeCloseTo(30.2, 9);
  });

  it.each(['geo:30.2,120.1', '北纬30°12′00″东经120°06′00″', 'N30 12 00 E120 06 00', '30°12′N 120°06′E', '120.1W'])('%s', (text) => {
    const pair = readPair(text);
    if (text === '120.1W') expect(pair).toBeUndefined();
    else expect(pair?.map((value) => Math.round(value * 1e6) / 1e6)).toEqual([30.2, 120.1]);
  });

  it('are read with decimal commas where something else stands between them', () => {
    const degrees = (max: number) => fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 6 }));
    const between = fc.constantFrom('; ', ';', ' ', '；', ' / ', '|', '\t', ' ; ');
    const around = fc.constantFrom<readonly [string, string]>(['', ''], ['(', ')'], ['[', ']'], [' ', ' ']);
    fc.assert(
      fc.property(degrees(179), degrees(89), between, around, (lon, lat, gap, [open, close]) => {
        const parts = [lon, lat].map(([whole, rest, places]) => [String(whole), String(rest).padStart(6, '0').slice(0, places)]);
        const [a, b] = parts.map(([whole, rest]) => `${whole},${rest}`);
        expect(readPair(`${open}${a}${gap}${b}${close}`)).toEqual(parts.map(([whole, rest]) => Number(`${whole}.${rest}`)));
      })
    );
    expect(readWrittenPair('N 30,25; E 120,15')).toEqual({ first: 30.25, second: 120.15, latFirst: true });
    // one number in metres, and two of them, with their groups of three
    expect([readPair('3,336,078'), readPair('30,25'), readPair('0571,8888 0571,8889')]).toEqual([undefined, [30, 25], undefined]);
  });

  it('are not found in what is no pair', () => {
    const texts = ['120.1', '', 'a,b', '1,2,3,4', '120.1,', '3/5', '1/10', '0571-88888888', 'E120.1 E120.2', '120.1,30.2,E', '2024-05-01', '甲,1'];
    for (const text of texts) expect(readPair(text), text).toBeUndefined();
  });
});
