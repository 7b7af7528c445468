import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeKind, isCreditCode, losesDigits } from '#lib/features/own-data/table/codes';
import { guessDecimalSign } from '#lib/features/own-data/table/decimal-comma';
import { commaNumber, readNumber } from '#lib/features/own-data/table/read-number';

describe('codes', () => {
  it('are told by their form, and by their check digit where they have one', () => {
    for (const [text, kind] of [
      ['91330100799655058B', 'credit-code'],
      ['91440300708461136T', 'credit-code'],
      ['330106001002GB00011', 'parcel'],
      ['330106001002JC00011F00010001', 'parcel'],
      ['11010519491231002X', 'citizen'],
      ['13800000000', 'phone'],
      ['138 0000 0000', 'phone'],
      ['+86 13800000000', 'phone'],
      ['0571-87654321', 'phone'],
      ['400-800-1234', 'phone'],
      ['913301067109096421', 'long'],
      ['00017', 'noughts'],
      ['v1.2', 'version'],
      ['1.2.3', 'version']
    ] as const) {
      expect(codeKind(text), text).toBe(kind);
    }
    for (const text of ['0', '0.5', '120.068', '-5', '1,000', '20240131', '2024-01-31', '西湖区', '91330100799655058A', '123456789012345', '1/5', '', '3-5'])
      expect(codeKind(text), text).toBeUndefined();
  });

  it('have one right check digit for every beginning, and none is right by chance for two', () => {
    const beginning = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(beginning, (start) => {
        expect([...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((last) => isCreditCode(start + last))).toHaveLength(1);
      })
    );
  });

  it('are all numbers whose digits a number would not keep', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 20 }), (digits) => {
        if (String(Number(digits)) !== digits) expect(losesDigits(digits)).toBe(true);
      })
    );
  });
});

describe('the sign before decimals', () => {
  const cells = (values: readonly number[], language: string, digits: number) =>
    values.map((value) => value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }));

  it('is found in tables of any country, and numbers are read by it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(['de-DE', ','] as const, ['en-US', '.'] as const),
        fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(1, 2, 4),
        ([language, sign], values, digits) => {
          const texts = cells(
            values.map((value) => value / 10 ** digits),
            language,
            digits
          );
          expect(guessDecimalSign([{ name: '产值', cells: texts }], false).sign).toBe(sign);
          expect(texts.map((text) => readNumber(text, sign).value + 0)).toEqual(values.map((value) => value / 10 ** digits + 0));
        }
      )
    );
  });

  it('of three decimals is told by the delimiter or by degrees, and is in doubt', () => {
    const of = (name: string, texts: readonly string[], semicolons: boolean) => guessDecimalSign([{ name, cells: texts }], semicolons);
    expect(of('产值', ['1,125', '20,500'], true)).toEqual({ sign: ',', doubtful: true });
    expect(of('产值', ['1,125', '20,500'], false)).toEqual({ sign: '.', doubtful: true });
    expect(of('经度', ['120,068'], false)).toEqual({ sign: ',', doubtful: true });
    expect(of('产值', ['1,125', '1,250,000'], true)).toEqual({ sign: '.', doubtful: true });
    expect(of('产值', ['5', '120.5'], true)).toEqual({ sign: '.', doubtful: false });
    expect([commaNumber('120,068'), commaNumber('1.125,5'), commaNumber('120.068')]).toEqual([120.068, NaN, NaN]);
  });
});
