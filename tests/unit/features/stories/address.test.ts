import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStep, withStep } from '#lib/features/stories/address';

const count = fc.integer({ min: 1, max: 12 });

describe('step in a story’s address', () => {
  it('reads back every step that it writes and keeps the other parameters', () => {
    fc.assert(
      fc.property(count, fc.nat(11), (steps, at) => {
        const step = Math.min(at + 1, steps);
        const params = withStep(new URLSearchParams('day=2024-01-01&step=99'), step);
        expect(parseStep(params.get('step'), steps)).toEqual({ step, problems: [] });
        expect(params.get('day')).toBe('2024-01-01');
      })
    );
  });

  it('never throws, and gives a step of the story or none, whatever the address holds', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.constantFrom('0', '-1', '1.5', '1e1', ' 1', '٣', '07', '999999999999'));
    fc.assert(
      fc.property(fc.option(text, { nil: null }), count, (given, steps) => {
        const { step, problems } = parseStep(given, steps);
        expect(problems).toHaveLength(given && step === undefined ? 1 : 0);
        expect(step === undefined || (Number.isInteger(step) && step >= 1 && step <= steps)).toBe(true);
      })
    );
  });

  it.each([[null], [''], ['0'], ['7'], ['-1'], ['1.5'], ['1e0'], [' 2'], ['02']])('%j is no step of six', (text) => {
    expect(parseStep(text, 6)).toEqual({ step: undefined, problems: text ? [{ parameter: 'step', value: text }] : [] });
  });

  it('leaves no trace of the player when it is left', () => {
    expect(withStep(new URLSearchParams('step=3'), undefined).toString()).toBe('');
  });
});
