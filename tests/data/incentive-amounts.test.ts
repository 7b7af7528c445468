import { describe, expect, it } from 'vitest';
import { incentiveLine, printedAmounts } from '#lib/facts/incentive-line';
import { formatNumber } from '#lib/design/page/local';
import { atlas, data } from './estimate-real';

/* Lists of incentives name every amount that a document prints, with what it counts per. */

const say = (id: string): string => {
  const incentive = atlas.incentive.get(id);
  if (!incentive) throw new Error(`no incentive ${id}`);
  return printedAmounts(atlas, incentive).join('；');
};

describe('amounts of an incentive in one line', () => {
  it.each([
    // one cap a product each, and one a year for both together
    ['h21-overseas-market', '药品：每个产品最高 100 万元；第三类医疗器械：每个产品最高 50 万元；每年最高 500 万元（每家企业（药品、器械合计））'],
    // a yearly cap alone
    ['h21-first-set-procurement', '首台（套）器械的采购金额的 20%；每年最高 300 万元（单家医疗机构（仅本项奖励））'],
    ['h22-class-1-drug', 'Ⅰ期临床试验：单个品种最高 1,000 万元；Ⅱ期临床试验：单个品种最高 2,000 万元；Ⅲ期临床试验：单个品种最高 4,000 万元'],
    // a minimum
    ['zl-inc-basic-research', /不少于 /],
    // nothing but a threshold
    ['h21-output-award', '门槛：不少于 1 亿元']
  ])('%s: %s', (id, text) => {
    if (typeof text === 'string') expect(say(id)).toBe(text);
    else expect(say(id)).toMatch(text);
  });

  it('leaves out no amount or “per” of any incentive of the pack, nor a rate without a cap', () => {
    let amounts = 0;
    for (const incentive of data.incentives) {
      const { tiers, annualCap, threshold } = incentive;
      const text = printedAmounts(atlas, incentive).join('；');
      for (const sum of [annualCap, threshold, ...tiers.flatMap(({ cap, amount }) => [cap, amount])]) {
        if (!sum) continue;
        amounts += 1;
        expect(text, incentive.id).toContain(formatNumber(sum.value));
      }
      for (const { rate, per, cap } of tiers) {
        if (rate !== undefined && !cap) expect(text, incentive.id).toContain(formatNumber(rate, { style: 'percent' }));
        if (per && cap) expect(text, incentive.id).toContain(per.zh);
      }
      if (annualCap) expect(text, incentive.id).toContain(annualCap.per.zh);
      expect(incentiveLine(atlas, incentive, new Set()).amounts === undefined, incentive.id).toBe(text === '');
      const printed = annualCap ?? threshold ?? tiers.find(({ rate, cap, amount }) => rate ?? cap ?? amount);
      expect(text === '', incentive.id).toBe(printed === undefined);
    }
    expect(amounts).toBeGreaterThan(35);
  });
});
