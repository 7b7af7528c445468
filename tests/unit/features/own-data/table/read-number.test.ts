import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfNumber, isDayNumber } from '#lib/features/own-data/table/day-number';
import { guardFormula } from '#lib/features/own-data/table/formula-guard';
import { readNumber } from '#lib/features/own-data/table/read-number';

describe('numbers', () => {
  it('are read as any program writes them', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => void expect(readNumber(String(value)).value).toBe(Number(String(value))))
    );
    fc.assert(fc.property(fc.integer(), (value) => void expect(readNumber(value.toLocaleString('en-US')).value).toBe(value)));
  });

  it('are tidied where people wrote them', () => {
    for (const [text, value] of [
      ['1,203.4', 1203.4],
      ['１２３．５', 123.5],
      ['－５', -5],
      ['¥ 12', 12],
      ['1 000', 1000],
      ['−3', -3]
    ] as const) {
      expect(readNumber(text), text).toEqual({ value, tidied: true });
    }
    for (const text of ['', '-', '12亿元', '5%', '1,2', '12,34,567', 'abc', '0x10', 'Infinity', 'NaN', '1.2.3']) expect(readNumber(text).value, text).toBeNaN();
  });
});

describe('Excel day numbers', () => {
  it('are days', () => {
    expect(dayOfNumber(45231)).toBe('2023-11-01');
    expect(dayOfNumber(25569)).toBe('1970-01-01');
    expect(dayOfNumber(43769, true)).toBe('2023-11-01');
    expect(dayOfNumber(45231.75)).toBe('2023-11-01 18:00');
    expect([19_999, 20_000, 80_000, 80_001, 2024, 20_240_101].map(isDayNumber)).toEqual([false, true, true, false, false, false]);
  });
});

describe('formulas', () => {
  it('no guarded text starts one, and other texts stay as they are', () => {
    const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", 'a', '中', '1') });
    fc.assert(
      fc.property(text, (value) => {
        const guarded = guardFormula(value);
        expect(guarded).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(guarded).toBe(/^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value);
      })
    );
  });
});
