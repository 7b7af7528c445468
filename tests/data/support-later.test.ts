import { describe, expect, it } from 'vitest';
import { estimate, incentivesFor } from '#lib/features/support/estimate';
import { laterOn } from '#lib/features/support/standing';
import { standingReason } from '#lib/features/support/standing-text';
import { totalText } from '#lib/features/support/text';
import { SUPPORT_GROUPS } from '#lib/schema/terms';
import { CITY, TODAY, atlas, ceiling, data, of, range, support, work } from './estimate-real';

/* The document of 2022 beside the one of 2021: known from pages about it, its rules worked out by hand. Sums in 万元 (¥10,000). */

const LATER = 'hz-2022-59';
const DRUG = { 'drug-class': 'class-1', 'trial-phase': 'phase-3', 'rd-spending': 12_000 };

describe('rules of 杭政办函〔2022〕59号, by hand', () => {
  it.each([
    // 12,000 × 40% = 4800, held to the cap of the phase
    ['phase-1', 1000, 600],
    ['phase-2', 2000, 1200],
    ['phase-3', 4000, 3000]
  ])('Class 1 drug in %s with 12,000 of R&D: %d, where the Opinions of 2021 gave %d', (phase, later, earlier) => {
    const at = work({ ...DRUG, 'trial-phase': phase });
    expect(range(of(at(LATER), 'h22-class-1-drug'))).toEqual([undefined, later]);
    expect(range(of(at(CITY), 'h21-class-1-drug'))).toEqual([undefined, earlier]);
  });

  it('40% below the cap, per product: 2 drugs of 5000 in Phase III = 2 × 2000 = 4000', () => {
    expect(range(of(work({ ...DRUG, 'rd-spending': 5000, products: 2 })(LATER), 'h22-class-1-drug'))).toEqual([undefined, 4000]);
  });

  it('national carrier: 4000 received × 50% = 2000 exactly; 8000 × 50% = 4000, held to 3000', () => {
    expect(range(of(work({ 'carrier-funds': 4000 })(LATER), 'h22-national-carrier'))).toEqual([2000, 2000]);
    expect(range(of(work({ 'carrier-funds': 8000 })(LATER), 'h22-national-carrier'))).toEqual([3000, 3000]);
  });

  it('core technology: no rate, at most 3000, and a review decides', () => {
    const result = of(work({ 'core-technology': 'candidate' })(LATER), 'h22-core-technology');
    expect(range(result)).toEqual([undefined, 3000]);
    expect(result.incentive.conditions.some(({ judged }) => judged)).toBe(true);
    expect(result.incentive.tiers.every(({ rate }) => rate === undefined)).toBe(true);
    expect(of(work({ 'core-technology': 'none' })(LATER), 'h22-core-technology').outcome.state).toBe('no');
  });

  it.each([
    ['from-5', undefined, 100],
    ['from-15', undefined, 200],
    ['from-30', undefined, 300],
    [undefined, 'from-5', 50],
    [undefined, 'from-15', 100],
    [undefined, 'from-30', 150],
    // both: the higher alone, 200 against 150
    ['from-15', 'from-30', 200]
  ])('trial services a year, led %s, joined %s: %d', (led, joined, sum) => {
    const document = work({ ...(led ? { 'trials-led': led } : {}), ...(joined ? { 'trials-joined': joined } : {}) })(LATER);
    expect(range(of(document, 'h22-trial-services'))).toEqual([undefined, sum]);
    expect(document).toMatchObject({ yearly: true });
    expect(ceiling(document)).toBe(sum);
  });

  it('gives nothing below five trials', () => {
    expect(of(work({ 'trials-led': 'below-5', 'trials-joined': 'below-5' })(LATER), 'h22-trial-services').outcome.state).toBe('no');
  });
});

describe('what is said of its force', () => {
  it('is never shown as in force, ended or open to a claim, on any day', () => {
    for (const [on, today] of [
      ['2022-10-15', '2022-10-15'],
      ['2024-06-30', TODAY],
      [TODAY, TODAY]
    ] as const) {
      const document = work(DRUG, { on }, today)(LATER);
      expect(document.standing).toBe('unproved');
      expect(standingReason(document.document, document.standing, on)).toBe(document.document.standing?.zh);
    }
    expect(atlas.document.get(LATER)?.standing?.zh).toContain('在用至2025年申报；今天是否有效未证');
    expect(atlas.document.get(LATER)?.standing?.en).toContain('not confirmed to be in force today');
  });

  it('every outside source with rules says what is proved of them and on which pages they stand', () => {
    const ruling = data.documents.filter(({ id, kind }) => kind === 'outside' && data.incentives.some(({ document }) => document === id));
    expect(ruling.map(({ id }) => id)).toEqual([LATER]);
    for (const document of ruling) {
      expect(document.standing).toBeDefined();
      expect(document.sources?.every(({ url, read }) => url.startsWith('http') && read === '2026-11-28')).toBe(true);
      expect(document).not.toHaveProperty('validTo');
    }
  });
});

describe('the two documents side by side', () => {
  it('from the day of issue on: the earlier one tells of the later, and the same matter is shown in both', () => {
    const at = (on: string) => estimate(atlas, { groups: SUPPORT_GROUPS, answers: DRUG, draft: false, on }, TODAY);
    const ids = (on: string) => at(on).pairs.map((pair) => pair.map(({ incentive }) => incentive.id));
    expect(ids('2022-10-14')).toEqual([]);
    expect(ids('2022-10-15')).toEqual([['h22-class-1-drug', 'h21-class-1-drug']]);
    expect(at('2022-10-14').documents.map(({ document }) => document.id)).toEqual([CITY]);
    const city = atlas.document.get(CITY);
    expect(city && laterOn(city, '2022-10-14')).toEqual([]);
    expect(city && laterOn(city, '2022-10-15')).toMatchObject([{ number: atlas.document.get(LATER)?.number }]);
    // what was issued later is not asked for either
    const asked = (on: string) => incentivesFor(atlas, { groups: SUPPORT_GROUPS, draft: false, on }).map(({ document }) => document);
    expect(asked('2022-10-14')).not.toContain(LATER);
    expect(asked('2022-10-15')).toContain(LATER);
  });

  it('no example of a later day rests on the Opinions of 2021 alone', () => {
    const dated = support.examples.filter(({ on }) => on !== undefined && on > '2022-10-15');
    expect(dated.map(({ id }) => id)).toEqual(['device-maker']);
    for (const { groups, answers, on } of dated) {
      const { documents } = estimate(atlas, { groups, answers, draft: false, ...(on ? { on } : {}) }, TODAY);
      // 4800, held to 4000; 4800, held to 3000, + 1000 × 40% = 400, + 2 × 50 = 100
      expect(documents.map((document) => [document.document.id, ceiling(document)])).toEqual([
        [LATER, 4000],
        [CITY, 3500]
      ]);
    }
  });
});

describe('what has no sum', () => {
  it('is never given as 0', () => {
    expect(totalText({ ceiling: 0, exact: false })).toBeUndefined();
    expect(totalText({ exact: true, floor: 0 })).toBeUndefined();
    for (const group of SUPPORT_GROUPS) {
      const zeros = Object.fromEntries(support.inputs.flatMap(({ id, kind }) => (kind === 'choice' ? [] : [[id, 0]])));
      for (const answers of [{}, zeros])
        for (const document of estimate(atlas, { groups: [group], answers, draft: true }, TODAY).documents) expect(totalText(document)).toBeUndefined();
    }
  });
});
