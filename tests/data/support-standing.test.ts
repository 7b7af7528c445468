import { describe, expect, it } from 'vitest';
import { estimate } from '#lib/features/support/estimate';
import { isEstimated, isQuantified } from '#lib/features/support/groups';
import { inWan } from '#lib/features/support/money';
import { statusOn } from '#lib/atlas/status';
import { SUPPORT_GROUPS } from '#lib/schema/terms';
import { CITY, DRAFT, IN_FORCE, TODAY, atlas, ceiling, data, of, range, support, work } from './estimate-real';

/* What sums are worth on a day: of rules in force, ended, not begun or only proposed. Sums in 万元 (¥10,000). */

describe('the example of the issue: 3 亿元 of investment and a Class 1 drug in Phase II', () => {
  const example = support.examples.find(({ id }) => id === 'synbio');
  const project = { groups: example?.groups ?? [], answers: example?.answers ?? {}, draft: false };

  // 30,000 × 20% = 6000; 5000 × 40% = 2000, held to 1200; together 7200
  it('is historic today, and nothing is open to a claim', () => {
    const { documents } = estimate(atlas, project, TODAY);
    expect(documents.map(({ document, standing, ceiling: money }) => [document.id, standing, money && inWan(money)])).toEqual([
      // 5000 × 40% = 2000 = the cap of Phase II
      ['hz-2022-59', 'unproved', 2000],
      [CITY, 'past', 7200]
    ]);
    expect(documents.some(({ standing }) => standing === 'open')).toBe(false);
  });

  it('is a matter of rules then in force for an earlier project, still not claimable today', () => {
    expect(work(project.answers, { ...project, on: IN_FORCE })(CITY)).toMatchObject({ standing: 'then', ceiling: 720_000, exact: false });
  });

  it('was open to a claim on a day while it was in force', () => {
    expect(work(project.answers, project, IN_FORCE)(CITY)).toMatchObject({ standing: 'open', ceiling: 720_000 });
  });
});

describe('which day counts', () => {
  const standing = (on: string | undefined, today: string) => work({ 'first-sets': 1 }, on === undefined ? {} : { on }, today)(CITY).standing;

  it.each([
    // retroactive from 2021-05-01, in force 2021-08-23 to 2025-12-31, both days included
    ['2021-04-30', TODAY, 'early'],
    ['2021-05-01', TODAY, 'back'],
    ['2021-08-22', TODAY, 'back'],
    ['2021-08-23', TODAY, 'then'],
    ['2025-12-31', TODAY, 'then'],
    ['2026-01-01', TODAY, 'past'],
    [undefined, TODAY, 'past'],
    [undefined, '2025-12-31', 'open'],
    [undefined, '2026-01-01', 'past'],
    ['2025-12-31', '2025-12-31', 'open'],
    ['2026-01-01', '2025-12-31', 'past'],
    ['2021-08-23', '2021-08-01', 'ahead']
  ])('project of %s seen on %s: %s', (on, today, expected) => {
    expect(standing(on, today)).toBe(expected);
  });

  it('a draft stays a draft on every day', () => {
    for (const on of ['2019-06-01', '2022-12-31', TODAY]) expect(work({ 'first-set-premium': 100 }, { on })(DRAFT).standing).toBe('draft');
  });
});

describe('the draft', () => {
  it('is left out unless asked for', () => {
    const { documents } = estimate(atlas, { groups: SUPPORT_GROUPS, answers: { 'first-set-premium': 100 }, draft: false }, TODAY);
    expect(documents.map(({ document }) => document.id)).not.toContain(DRAFT);
  });

  it('prints minimums, which make no ceiling: 2 fields × at least 1000 and 1 line × at least 2000 = at least 4000', () => {
    const document = work({ 'frontier-fields': 2, 'key-lines': 1 })(DRAFT);
    expect(range(of(document, 'zl-inc-basic-research'))).toEqual([2000, undefined]);
    expect(range(of(document, 'zl-inc-key-technology'))).toEqual([2000, undefined]);
    expect(document.ceiling).toBeUndefined();
    expect(document.floor).toBe(400_000);
  });

  it('rate, match and named bodies: 100 × 80% = 80; 500 × 1 = 500; 4 to 5 亿元; at most 1 亿元 a year', () => {
    expect(range(of(work({ 'first-set-premium': 100 })(DRAFT), 'zl-inc-first-set-insurance'))).toEqual([80, 80]);
    expect(range(of(work({ 'centre-funds': 500 })(DRAFT), 'zl-inc-national-clinical-match'))).toEqual([500, 500]);
    expect(range(of(work({ 'provincial-centres': 1 })(DRAFT), 'zl-inc-provincial-clinical'))).toEqual([1000, undefined]);
    expect(range(of(work({ 'named-body': 'westlake' })(DRAFT), 'zl-inc-westlake'))).toEqual([40_000, 50_000]);
    expect(range(of(work({ 'named-body': 'precision-lab' })(DRAFT), 'zl-inc-precision-lab'))).toEqual([undefined, 10_000]);
  });
});

describe('what the page may claim', () => {
  it('no document in force on 2026-11-22 prints a sum', () => {
    const current = new Set(data.documents.filter((document) => statusOn(document, TODAY) === 'in-force').map(({ id }) => id));
    expect([...current]).toContain('hz-2024-2026');
    expect(data.incentives.filter((incentive) => current.has(incentive.document) && isQuantified(incentive))).toEqual([]);
    expect(data.incentives.some((incentive) => current.has(incentive.document))).toBe(true);
  });

  it('every printed rule can be worked out from what is asked, and every review is left to the authority', () => {
    const quantified = data.incentives.filter(isEstimated);
    expect(quantified).toHaveLength(24);
    for (const { id, baseInput, countInput, when, tiers } of quantified)
      expect([id, Boolean(baseInput ?? countInput ?? when ?? tiers.find((tier) => tier.countInput ?? tier.when))]).toEqual([id, true]);
    const reviews = data.incentives.flatMap(({ conditions }) => conditions).filter(({ zh }) => /经评审|择优入选/.test(zh));
    expect(reviews.length).toBeGreaterThan(5);
    expect(reviews.every(({ judged }) => judged)).toBe(true);
  });

  it('sums of documents of different levels stay apart', () => {
    const all = work({ 'first-sets': 1000, 'first-set-premium': 100 });
    expect([ceiling(all(CITY)), ceiling(all(DRAFT))]).toEqual([200, 80]);
  });
});
