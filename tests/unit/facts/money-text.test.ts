import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LARGEST_SUM } from '#lib/atlas/read-sum';
import { readTypedSum, sumText, typedSum } from '#lib/facts/money-text';
import { overwriteGetLocale } from '#lib/paraglide/runtime';

/* Money is kept in 万元, and entered and shown in the unit that the language counts in. */

const speak = (locale: 'zh' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('zh'));

describe('a sum', () => {
  it.each([
    [0.5, '0.5 万元', '¥5,000'],
    [50, '50 万元', '¥500,000'],
    [1_200, '1,200 万元', '¥12 million'],
    [12_345.67, '12,345.67 万元', '¥123.4567 million'],
    [30_000, '3 亿元', '¥300 million'],
    [120_000, '12 亿元', '¥1.2 billion']
  ])('of %s 万元 is told in each language', (wan, zh, en) => {
    speak('zh');
    expect(sumText(wan)).toBe(zh);
    speak('en');
    expect(sumText(wan)).toBe(en);
  });

  it.each([
    ['300', 300, 30_000],
    ['12.5', 12.5, 1_250],
    ['１，２００', 1_200, 120_000],
    ['0.01', 0.01, 1]
  ])('typed as %s is read in the language’s unit', (typed, zh, en) => {
    speak('zh');
    expect(readTypedSum(typed)).toEqual({ value: zh });
    speak('en');
    expect(readTypedSum(typed)).toEqual({ value: en });
  });

  it.each([
    ['-3', 'negative', 'negative'],
    ['3亿', 'number', 'number'],
    ['1.234', 'decimals', undefined],
    ['1.23456', 'decimals', 'decimals'],
    ['200000', undefined, 'large'],
    ['1e5', 'number', 'number']
  ])('%s is refused where it is none', (typed, zh, en) => {
    for (const [locale, problem] of [['zh', zh] as const, ['en', en] as const]) {
      speak(locale);
      if (problem === undefined) expect(readTypedSum(typed)).toHaveProperty('value');
      else expect(readTypedSum(typed)).toEqual({ problem });
    }
  });

  it('reads back from its field in either language', () => {
    const sum = fc.integer({ min: 0, max: LARGEST_SUM * 100 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(sum, fc.constantFrom('zh' as const, 'en' as const), (wan, locale) => {
        speak(locale);
        expect(readTypedSum(typedSum(wan))).toEqual({ value: wan });
      })
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readTypedSum(text)));
  });
});
