import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '#lib/features/support/estimate';
import { LARGEST_SUM } from '#lib/atlas/read-sum';
import { LARGEST_COUNT, headOf, inWan } from '#lib/features/support/money';
import { BLANK } from '#lib/features/support/question';
import type { Answers } from '#lib/features/support/question';
import type { Incentive } from '#lib/schema/atlas';
import { makeAtlas, makeIncentive, makeTier, wan } from './make-incentive';

const DAY = '2024-06-30';
const run = (incentives: Incentive[], answers: Answers, today = DAY) => {
  const [document] = estimate(makeAtlas(incentives), { ...BLANK, groups: ['rd'], answers }, today).documents;
  if (!document) throw new Error('no estimate');
  return document;
};
const single = (incentive: Incentive, answers: Answers) => {
  const outcome = run([incentive], answers).results[0]?.outcome;
  if (outcome?.state !== 'amount') throw new Error(`${outcome?.state}`);
  return outcome;
};

const sum = fc.integer({ min: 0, max: LARGEST_SUM * 100 }).map((hundredths) => hundredths / 100);
const count = fc.integer({ min: 0, max: LARGEST_COUNT });
const rate = fc.integer({ min: 1, max: 10_000 }).map((points) => points / 10_000);
const cap = fc.integer({ min: 1, max: 1_000_000 });
const operator = fc.constantFrom('<=' as const, '=' as const);

describe('an incentive, whatever is entered', () => {
  it('never passes cap × count, nor the yearly ceiling', () => {
    fc.assert(
      fc.property(sum, count, rate, cap, cap, operator, (base, products, share, most, year, rateOperator) => {
        const incentive = makeIncentive({
          baseInput: 'base',
          countInput: 'products',
          tiers: [makeTier({ rate: share, rateOperator, cap: wan(most) })],
          annualCap: { ...wan(year), per: { zh: '一', en: 'one' }, sharedWith: [] }
        });
        const { range } = single(incentive, { base, products });
        expect(inWan(headOf(range))).toBeLessThanOrEqual(Math.min(most * products, year));
        expect(Number.isSafeInteger(headOf(range))).toBe(true);
      })
    );
  });

  it('gives no less for more', () => {
    fc.assert(
      fc.property(sum, sum, count, rate, cap, (a, b, products, share, most) => {
        const incentive = makeIncentive({ baseInput: 'base', countInput: 'products', tiers: [makeTier({ rate: share, rateOperator: '<=', cap: wan(most) })] });
        const at = (base: number, n: number) => headOf(single(incentive, { base, products: n }).range);
        expect(at(Math.max(a, b), products)).toBeGreaterThanOrEqual(at(Math.min(a, b), products));
        expect(at(a, products + 1)).toBeGreaterThanOrEqual(at(a, products));
      })
    );
  });

  it('gives nothing for nothing', () => {
    fc.assert(
      fc.property(rate, cap, count, (share, most, products) => {
        const incentive = makeIncentive({ baseInput: 'base', countInput: 'products', tiers: [makeTier({ rate: share, rateOperator: '=', cap: wan(most) })] });
        expect(headOf(single(incentive, { base: 0, products }).range)).toBe(0);
        expect(headOf(single(incentive, { base: 100, products: 0 }).range)).toBe(0);
      })
    );
  });

  it('takes the share of the base, rounded down to 0.01 万元, and never more', () => {
    fc.assert(
      fc.property(sum, rate, (base, share) => {
        const { range } = single(makeIncentive({ baseInput: 'base', tiers: [makeTier({ rate: share, rateOperator: '=' })] }), { base });
        const exact = (BigInt(Math.round(base * 100)) * BigInt(Math.round(share * 10_000))) / 10_000n;
        expect(BigInt(headOf(range))).toBe(exact);
      })
    );
  });
});

describe('a document’s sum', () => {
  const part = fc.record({ rate, cap, base: sum, group: fc.constantFrom('one', 'two', undefined) });

  it('is at most that of its parts, and has the best of each exclusive group', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const incentives = parts.map(({ rate: share, cap: most, group }, i) =>
          makeIncentive({
            id: `award-${i}`,
            baseInput: `base-${i}`,
            tiers: [makeTier({ rate: share, rateOperator: '<=', cap: wan(most) })],
            ...(group === undefined ? {} : { exclusive: group })
          })
        );
        const { ceiling = 0, results } = run(incentives, Object.fromEntries(parts.map(({ base }, i) => [`base-${i}`, base])));
        const heads = results.map(({ outcome }) => (outcome.state === 'amount' ? headOf(outcome.range) : 0));
        const best = (group: string) => Math.max(0, ...parts.flatMap((one, i) => (one.group === group ? [heads[i] ?? 0] : [])));
        const free = parts.reduce((total, one, i) => total + (one.group === undefined ? (heads[i] ?? 0) : 0), 0);
        expect(ceiling).toBeLessThanOrEqual(heads.reduce((a, b) => a + b, 0));
        expect(ceiling).toBe(free + best('one') + best('two'));
      })
    );
  });

  it('compares alternatives product by product: of 40% up to 600 and 20% up to 400, the first wins for any number', () => {
    const device = { baseInput: 'base', countInput: 'devices', exclusive: 'device' };
    const special = makeIncentive({ id: 'special', ...device, tiers: [makeTier({ rate: 0.4, rateOperator: '<=', cap: wan(600) })] });
    const ordinary = makeIncentive({ id: 'ordinary', ...device, tiers: [makeTier({ rate: 0.2, rateOperator: '<=', cap: wan(400) })] });
    // 3000 × 40% = 1200, held to 600; 3000 × 20% = 600, held to 400
    expect(run([special, ordinary], { base: 3000, devices: 2 }).ceiling).toBe(120_000);
    expect(run([special, ordinary], { base: 3000, devices: 1 }).ceiling).toBe(60_000);
    fc.assert(
      fc.property(sum, count, (base, devices) => {
        const document = run([ordinary, special], { base, devices });
        const [low, high] = document.results.map(({ outcome }) => (outcome.state === 'amount' ? headOf(outcome.range) : 0));
        expect(high ?? 0).toBeGreaterThanOrEqual(low ?? 0);
        expect(document.ceiling).toBe(high);
      })
    );
  });

  it('has no capital for a fund in it', () => {
    const fund = makeIncentive({ id: 'fund', kind: 'fund', baseInput: 'base', tiers: [makeTier({ rate: 1, rateOperator: '=' })] });
    const award = makeIncentive({ id: 'award', kind: 'other', countInput: 'n', tiers: [makeTier({ cap: wan(7) })] });
    const [document] = estimate(makeAtlas([fund, award]), { ...BLANK, groups: ['other'], answers: { base: 1000, n: 1 } }, DAY).documents;
    expect(document?.results.map(({ incentive }) => incentive.id)).toEqual(['award']);
    expect(document?.ceiling).toBe(700);
  });

  it('holds incentives that share a yearly ceiling to it together', () => {
    const year = (sharedWith: string[]) => ({ ...wan(500), per: { zh: '一', en: 'one' }, sharedWith });
    const make = (id: string, base: string, other: string) =>
      makeIncentive({ id, baseInput: base, tiers: [makeTier({ rate: 0.5, rateOperator: '=' })], annualCap: year([other]) });
    const { ceiling, results } = run([make('a', 'x', 'b'), make('b', 'y', 'a')], { x: 800, y: 400 });
    // 400 + 200 = 600, held to 500: the second keeps 100
    expect(ceiling).toBe(50_000);
    expect(results[1]).toMatchObject({ counted: { high: 10_000 }, held: { why: 'shared-cap', by: 'a' } });
  });

  it('does not add alternatives, and adds tiers that stand side by side', () => {
    const tiers = [makeTier({ id: 'small', cap: wan(100) }), makeTier({ id: 'large', cap: wan(300) })];
    const make = (tiersAdd: boolean) => makeIncentive({ countInput: 'n', tiersAdd, tiers });
    expect(run([make(false)], { n: 2 }).ceiling).toBe(60_000);
    expect(single(make(false), { n: 2 }).tiers.map(({ counted }) => counted)).toEqual([false, true]);
    expect(run([make(true)], { n: 2 }).ceiling).toBe(80_000);
  });

  it('keeps “at least” out of the ceiling', () => {
    const least = makeIncentive({ id: 'least', countInput: 'n', tiers: [makeTier({ amount: wan(10), amountOperator: '>=' })] });
    const most = makeIncentive({ id: 'most', countInput: 'n', tiers: [makeTier({ cap: wan(7) })] });
    expect(run([least, most], { n: 3 })).toMatchObject({ ceiling: 2100, floor: 3000, exact: false });
  });

  it('is never added to another document’s', () => {
    const atlas = makeAtlas(
      [
        makeIncentive({ id: 'a', countInput: 'n', tiers: [makeTier({ cap: wan(7) })] }),
        makeIncentive({ id: 'b', document: 'other', countInput: 'n', tiers: [makeTier({ cap: wan(5) })] })
      ],
      [{}, { id: 'other' }]
    );
    const { documents } = estimate(atlas, { ...BLANK, groups: ['rd'], answers: { n: 1 } }, DAY);
    expect(documents.map(({ document, ceiling }) => [document.id, ceiling]).sort()).toEqual([
      ['other', 500],
      ['plan', 700]
    ]);
  });
});

describe('what cannot be worked out', () => {
  it('names the choice that is missing, and the one that was made otherwise', () => {
    const incentive = makeIncentive({ when: { size: ['large'] }, baseInput: 'base', tiers: [makeTier({ rate: 0.5 })] });
    const outcome = (answers: Answers) => run([incentive], answers).results[0]?.outcome;
    expect(outcome({})).toEqual({ state: 'open', missing: ['size'] });
    expect(outcome({ size: 'large' })).toEqual({ state: 'open', missing: ['base'] });
    expect(outcome({ size: 'small' })).toEqual({ state: 'no', reasons: [{ kind: 'answer', input: 'size', given: 'small', wanted: ['large'] }] });
  });

  it('does not drop a cap in a unit that it cannot count: it works out nothing', () => {
    const incentive = makeIncentive({ baseInput: 'base', tiers: [makeTier({ rate: 0.5, cap: { value: 3, unit: 'dollars' } })] });
    expect(run([incentive], { base: 100 })).toMatchObject({ results: [{ outcome: { state: 'unprinted' } }] });
    expect(run([incentive], { base: 100 }).ceiling).toBeUndefined();
  });

  it('takes no answer from an object’s own workings', () => {
    const incentive = makeIncentive({ baseInput: 'constructor', tiers: [makeTier({ rate: 0.5 })] });
    expect(run([incentive], {}).results[0]?.outcome).toEqual({ state: 'open', missing: ['constructor'] });
  });
});
