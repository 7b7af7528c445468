import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStep, parseStep } from '#lib/features/timeline/address';

const known = ['first', 'second', 'third'];
/** any UTF-16 text, halves of surrogate pairs too */
const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
const at = (address: string) => parseStep(new URL(address, 'https://example.test/timeline/'), known, [{ from: 'old', to: 'second' }]);

describe('address of a step', () => {
  it.each([
    ['?step=second', 'second'],
    ['?step=old', 'second'],
    ['#step-third', 'third'],
    ['?step=first#step-third', 'first'],
    ['?step=nowhere', undefined],
    ['?step=', undefined],
    ['', undefined]
  ])('reads %s as %s', (address, step) => {
    expect(at(address).step).toBe(step);
  });

  it('tells of a step that there is not', () => {
    expect(at('?step=nowhere').problems).toEqual([{ parameter: 'step', value: 'nowhere' }]);
    expect(at('?step=old').problems).toEqual([]);
    expect(at('#main').problems).toEqual([]);
  });

  it('reads back what it writes and keeps the other parameters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.constantFrom(...known), (step, before) => {
        const params = formatStep(new URLSearchParams({ day: '2025-01-01', step: before }), step, 'first');
        expect(parseStep({ searchParams: params, hash: '' }, known).step ?? 'first').toBe(step);
        expect(params.get('day')).toBe('2025-01-01');
        expect(params.has('step')).toBe(step !== 'first');
      })
    );
  });

  it('gives a known step or none, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('step', '__proto__', 'x'), anything), { maxLength: 6 }), anything, (pairs, hash) => {
        const { step } = parseStep({ searchParams: new URLSearchParams(pairs), hash: `#${hash}` }, known);
        expect([...known, undefined]).toContain(step);
      })
    );
  });
});
