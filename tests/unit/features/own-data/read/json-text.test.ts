import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, parseJsonLines } from '#lib/features/own-data/read/json-text';

describe('JSON as programs write it', () => {
  it('keeps the digits of long whole numbers and of those with leading noughts', () => {
    expect(parseJson('{"a":913301067109096421,"b":[-12345678901234567, 123456789012345],"c":"1234567890123456789","d":0.12345678901234567890}')).toEqual({
      value: { a: '913301067109096421', b: ['-12345678901234567', 123456789012345], c: '1234567890123456789', d: 0.12345678901234568 },
      blanks: 0
    });
    expect(parseJson('[{"code":00017,"n":0,"m":0.5,"k":-0.25e3}]').value).toEqual([{ code: '00017', n: 0, m: 0.5, k: -250 }]);
  });

  it('reads what is no number as blank, and counts it', () => {
    const read = parseJson('{"a":NaN,"b":[Infinity,-Infinity,None],"c":"NaN, Infinity: 1","d":null,"e":true,"n":false}');
    expect(read).toEqual({ value: { a: null, b: [null, null, null], c: 'NaN, Infinity: 1', d: null, e: true, n: false }, blanks: 4 });
    expect(parseJsonLines('{"a":NaN}\n\u001e{"a":12345678901234567}\n').value).toEqual([{ a: null }, { a: '12345678901234567' }]);
  });

  it('is JSON.parse where nothing is amiss, whatever texts hold', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\\', ':', ',', '1', 'NaN', '1234567890123456', 'n', '中', ' ') });
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, fc.constantFrom(null, true, false, 0), fc.double({ noNaN: true, noDefaultInfinity: true }), text, tie('list'), tie('map')),
      list: fc.array(tie('any'), { maxLength: 4 }),
      map: fc.dictionary(text, tie('any'), { maxKeys: 4 })
    })).any;
    fc.assert(
      fc.property(value, (given) => {
        // a long number in front has the pass made, whatever comes behind
        const json = JSON.stringify(given);
        const longs = (_: string, part: unknown) => (typeof part === 'number' && /^-?\d{16,}$/.test(String(part)) ? String(part) : part);
        expect(parseJson(`[1234567890123456,${json}]`).value).toEqual(['1234567890123456', JSON.parse(json, longs)]);
      })
    );
  });

  it('is refused where it is broken', () => {
    for (const text of ['', '{', '[1,]', '{"a":NaNa}', '"', '[-]', '{"a:1}']) expect(() => parseJson(text), text).toThrow(SyntaxError);
  });
});
