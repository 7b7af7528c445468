import { describe, expect, it } from 'vitest';
import type { Answers } from '#lib/features/support/question';
import { CITY, ceiling, of, range, work } from './estimate-real';

/* The printed rules on the real data, each worked out by hand. Sums in 万元 (¥10,000). */

describe('rules of the Hangzhou Opinions, by hand', () => {
  it('rate under the cap: Class 1, Phase II, 2000 × 40% = 800 < 1200', () => {
    const result = of(work({ 'drug-class': 'class-1', 'trial-phase': 'phase-2', 'rd-spending': 2000 })(CITY), 'h21-class-1-drug');
    expect(range(result)).toEqual([undefined, 800]);
    expect(result.outcome).toMatchObject({
      tiers: [{ tier: { id: 'phase-2' }, steps: [{ kind: 'rate' }, { kind: 'cap', hit: false }, { kind: 'count', count: 1, assumed: true }] }]
    });
  });

  it('rate over the cap: Class 1, Phase II, 5000 × 40% = 2000, held to 1200; exactly at 3000 × 40% = 1200 it is not hit', () => {
    const at = (spending: number) => of(work({ 'drug-class': 'class-1', 'trial-phase': 'phase-2', 'rd-spending': spending })(CITY), 'h21-class-1-drug');
    expect(range(at(5000))).toEqual([undefined, 1200]);
    expect(at(5000).outcome).toMatchObject({ tiers: [{ steps: [{}, { kind: 'cap', hit: true }, {}] }] });
    expect(range(at(3000))).toEqual([undefined, 1200]);
    expect(at(3000).outcome).toMatchObject({ tiers: [{ steps: [{}, { kind: 'cap', hit: false }, {}] }] });
  });

  it.each([
    // class, phase, rate, cap; with spending of 100,000 every cap is reached
    ['class-1', 'phase-1', 600],
    ['class-1', 'phase-2', 1200],
    ['class-1', 'phase-3', 3000],
    ['class-2', 'phase-1', 300],
    ['class-2', 'phase-2', 600],
    ['class-2', 'phase-3', 1200],
    ['class-3', 'phase-2', 300],
    ['class-3', 'phase-3', 600]
  ])('cap of a %s drug in %s: %d', (drug, phase, cap) => {
    const document = work({ 'drug-class': drug, 'trial-phase': phase, 'rd-spending': 100_000 }, { groups: ['rd'] })(CITY);
    expect(range(of(document, `h21-${drug}-drug`))).toEqual([undefined, cap]);
    expect(ceiling(document)).toBe(cap);
  });

  it.each([
    // 100 × 40% = 40, × 30% = 30, × 20% = 20
    ['class-1', 40],
    ['class-2', 30],
    ['class-3', 20]
  ])('rate of a %s drug: 100 gives %d', (drug, sum) => {
    expect(range(of(work({ 'drug-class': drug, 'trial-phase': 'phase-3', 'rd-spending': 100 })(CITY), `h21-${drug}-drug`))).toEqual([undefined, sum]);
  });

  it('Class 3 has no tier for Phase I', () => {
    const { outcome } = of(work({ 'drug-class': 'class-3', 'trial-phase': 'phase-1', 'rd-spending': 100 })(CITY), 'h21-class-3-drug');
    expect(outcome).toEqual({ state: 'no', reasons: [{ kind: 'answer', input: 'trial-phase', given: 'phase-1', wanted: ['phase-2', 'phase-3'] }] });
  });

  it('per product × count: 2 drugs of 1500 each in Phase I; 1500 × 40% = 600 = cap, × 2 = 1200', () => {
    const result = of(work({ 'drug-class': 'class-1', 'trial-phase': 'phase-1', 'rd-spending': 1500, products: 2 })(CITY), 'h21-class-1-drug');
    expect(range(result)).toEqual([undefined, 1200]);
  });

  it('the cap is per product, not on the sum: 3 drugs of 5000 in Phase II = 3 × 1200 = 3600', () => {
    expect(range(of(work({ 'drug-class': 'class-1', 'trial-phase': 'phase-2', 'rd-spending': 5000, products: 3 })(CITY), 'h21-class-1-drug'))).toEqual([
      undefined,
      3600
    ]);
  });

  it('fixed sum per case: 3 new indications × at most 200 = at most 600', () => {
    expect(range(of(work({ 'new-indications': 3 })(CITY), 'h21-new-indication'))).toEqual([undefined, 600]);
  });

  it('exclusive group: a device in special review (1000 × 40% = 400) and of Class III (1000 × 20% = 200): 400 counts, 200 does not', () => {
    const document = work({ 'device-review': 'special', 'device-class': 'class-3', 'device-spending': 1000 })(CITY);
    expect(range(of(document, 'h21-device-special-procedure'))).toEqual([undefined, 400]);
    expect(range(of(document, 'h21-device-class-2-3'))).toEqual([undefined, 200]);
    expect(of(document, 'h21-device-class-2-3')).toMatchObject({ held: { why: 'exclusive', by: 'h21-device-special-procedure' } });
    expect(of(document, 'h21-device-class-2-3').counted).toBeUndefined();
    expect(ceiling(document)).toBe(400);
  });

  it('compares device by device: two of 3000 in special review and of Class III, 2 × 600 = 1200 against 2 × 400 = 800', () => {
    const document = work({ 'device-review': 'special', 'device-class': 'class-3', 'device-spending': 3000, devices: 2 })(CITY);
    expect(range(of(document, 'h21-device-special-procedure'))).toEqual([undefined, 1200]);
    expect(range(of(document, 'h21-device-class-2-3'))).toEqual([undefined, 800]);
    expect(ceiling(document)).toBe(1200);
  });

  it('caps of devices: special review 600, innovative Class II 200, Class III 400', () => {
    const at = (answers: Answers, id: string) => range(of(work({ 'device-spending': 100_000, ...answers })(CITY), id));
    expect(at({ 'device-review': 'special' }, 'h21-device-special-procedure')).toEqual([undefined, 600]);
    expect(at({ 'device-class': 'class-2' }, 'h21-device-class-2-3')).toEqual([undefined, 200]);
    expect(at({ 'device-class': 'class-3' }, 'h21-device-class-2-3')).toEqual([undefined, 400]);
  });

  it('tiers side by side under a yearly cap: 4 drugs × 100 + 3 devices × 50 = 550, held to 500', () => {
    const result = of(work({ 'overseas-drugs': 4, 'overseas-devices': 3 })(CITY), 'h21-overseas-market');
    expect(range(result)).toEqual([undefined, 500]);
    expect(result.outcome).toMatchObject({ yearCap: { cap: 50_000, hit: true, before: { high: 55_000 } } });
    // 2 × 100 + 1 × 50 = 250: under it
    expect(range(of(work({ 'overseas-drugs': 2, 'overseas-devices': 1 })(CITY), 'h21-overseas-market'))).toEqual([undefined, 250]);
  });

  it('a plain percentage is exact, a yearly cap holds it: 1000 × 20% = 200; 2000 × 20% = 400, held to 300', () => {
    expect(range(of(work({ 'first-sets': 1000 })(CITY), 'h21-first-set-procurement'))).toEqual([200, 200]);
    expect(range(of(work({ 'first-sets': 2000 })(CITY), 'h21-first-set-procurement'))).toEqual([300, 300]);
  });

  it('“at most 3%”: 5000 × 3% = 150; the two hospital awards have a cap each, 300 + 300 = 600', () => {
    expect(range(of(work({ 'local-products': 5000 })(CITY), 'h21-local-product-use'))).toEqual([undefined, 150]);
    expect(ceiling(work({ 'first-sets': 99_999, 'local-products': 99_999 })(CITY))).toBe(600);
  });

  it('threshold: 19,999.99 gives nothing, 20,000 (2 亿元) × 20% = 4000, and there is no cap: 1,000,000 × 20% = 200,000', () => {
    const at = (assets: number) => of(work({ 'fixed-assets': assets })(CITY), 'h21-fixed-asset-investment');
    expect(at(19_999.99).outcome).toMatchObject({ state: 'no', reasons: [{ kind: 'threshold', base: 1_999_999, threshold: 2_000_000 }] });
    expect(range(at(20_000))).toEqual([undefined, 4000]);
    expect(range(at(1_000_000))).toEqual([undefined, 200_000]);
  });

  it('per winning product: 4000 × 3% = 120 exactly; 20,000 × 3% = 600, held to 300, × 2 = 600', () => {
    expect(range(of(work({ 'winning-price': 4000 })(CITY), 'h21-national-procurement'))).toEqual([120, 120]);
    expect(range(of(work({ 'winning-price': 20_000, 'winning-products': 2 })(CITY), 'h21-national-procurement'))).toEqual([600, 600]);
  });

  it('platforms: 4000 × 30% = 1200; 8000 × 30% = 2400, held to 1800; contracts 1500 × 10% = 150, held to 100 a year', () => {
    expect(range(of(work({ 'platform-equipment': 4000 })(CITY), 'h21-platform-equipment'))).toEqual([undefined, 1200]);
    expect(range(of(work({ 'platform-equipment': 8000 })(CITY), 'h21-platform-equipment'))).toEqual([undefined, 1800]);
    expect(range(of(work({ 'platform-contracts': 1500 })(CITY), 'h21-platform-voucher'))).toEqual([undefined, 100]);
  });

  it('leaves capital for funds out: the city’s matching of a government’s part is no subsidy to a firm', () => {
    const document = work({ 'fund-contribution': 10_000, 'first-sets': 1000 })(CITY);
    expect(document.results.map(({ incentive }) => incentive.kind)).not.toContain('fund');
    expect(ceiling(document)).toBe(200);
  });

  it('is exact to 0.01: 1234.56 × 3% = 37.0368, rounded down to 37.03', () => {
    expect(range(of(work({ 'local-products': 1234.56 })(CITY), 'h21-local-product-use'))).toEqual([undefined, 37.03]);
  });
});
