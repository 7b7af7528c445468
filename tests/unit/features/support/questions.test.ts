import { describe, expect, it } from 'vitest';
import type { Answers } from '#lib/features/support/question';
import { questionsFor } from '#lib/features/support/questions';
import { readCount, readMoney } from '#lib/features/support/read-answer';
import type { SupportInput } from '#lib/schema/support';
import { makeIncentive, makeTier } from './make-incentive';

const label = { zh: '一', en: 'one' };
const options = ['large', 'small'].map((id) => ({ id, label }));
const inputs: SupportInput[] = [
  { id: 'size', kind: 'choice', label, options },
  { id: 'phase', kind: 'choice', label, options },
  { id: 'base', kind: 'money', label },
  { id: 'n', kind: 'count', label },
  { id: 'other', kind: 'count', label }
];
const incentives = [
  makeIncentive({ when: { size: ['large'] }, baseInput: 'base', countInput: 'n', tiers: [makeTier({ rate: 0.5, when: { phase: ['small'] } })] }),
  makeIncentive({ id: 'b', kind: 'market-award', countInput: 'n', tiers: [makeTier({ countInput: 'other' })] })
];
const asked = (answers: Answers) => questionsFor(inputs, incentives, answers).map(({ group, inputs: list }) => [group, ...list.map(({ id }) => id)]);

describe('what is asked', () => {
  it('goes on only as far as the choices made fit', () => {
    const market = ['market', 'other'];
    expect(asked({})).toEqual([['rd', 'size'], market]);
    expect(asked({ size: 'small' })).toEqual([['rd', 'size'], market]);
    expect(asked({ size: 'large' })).toEqual([['rd', 'size', 'phase'], market]);
    expect(asked({ size: 'large', phase: 'large' })).toEqual([['rd', 'size', 'phase'], market]);
    expect(asked({ size: 'large', phase: 'small' })).toEqual([['rd', 'size', 'phase', 'base', 'n'], market]);
  });

  it('asks once what two groups need', () => {
    const both = [makeIncentive({ countInput: 'n', tiers: [makeTier()] }), makeIncentive({ id: 'b', kind: 'fund', countInput: 'n', tiers: [makeTier()] })];
    expect(questionsFor(inputs, both, {}).map(({ group, inputs: list }) => [group, list.length])).toEqual([['rd', 1]]);
  });
});

describe('what is typed', () => {
  it.each([
    ['5000', { value: 5000 }],
    ['1,234.5', { value: 1234.5 }],
    ['３０ ０００', { value: 30_000 }],
    ['0', { value: 0 }],
    ['-3', { problem: 'negative' }],
    ['1.234', { problem: 'decimals' }],
    ['3亿', { problem: 'number' }],
    ['1e5', { problem: 'number' }],
    ['', { problem: 'number' }],
    ['10000000.01', { problem: 'large' }],
    ['10000000', { value: 10_000_000 }]
  ])('a sum: %s', (text, read) => {
    expect(readMoney(text)).toEqual(read);
  });

  it.each([
    ['2', { value: 2 }],
    ['2.5', { problem: 'whole' }],
    ['1000', { problem: 'large' }],
    ['-1', { problem: 'negative' }],
    ['two', { problem: 'number' }]
  ])('a number: %s', (text, read) => {
    expect(readCount(text)).toEqual(read);
  });
});
