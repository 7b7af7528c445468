import type { Outcome, TierSum } from './outcome';
import type { Reason, Step } from './tier';
import type { Incentive } from '#lib/schema/atlas';
import type { SupportInput } from '#lib/schema/support';
import * as m from '#lib/paraglide/messages';
import { formatNumber, local } from '#lib/design/page/local';
import { answerText, moneyText, rangeText, rateText } from './text';

type Inputs = ReadonlyMap<string, SupportInput>;
const nameOf = (inputs: Inputs, id: string): string => {
  const input = inputs.get(id);
  return input ? local(input.label) : id;
};
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

function stepText(step: Step, per: string, inputs: Inputs): string {
  const result = moneyText(step.range.high ?? step.range.low ?? 0);
  switch (step.kind) {
    case 'rate': {
      const parts = { name: nameOf(inputs, step.input), base: moneyText(step.base), rate: rateText(step.rate), result };
      if (step.operator === '=') return m.support_step_rate_plain(parts);
      return step.operator === '<=' ? m.support_step_rate_most(parts) : m.support_step_rate_least(parts);
    }
    case 'printed':
      return tidy(m.support_step_printed({ per, amount: rangeText(step.range) }));
    case 'cap': {
      const parts = { per, cap: moneyText(step.cap) };
      return tidy(step.hit ? m.support_step_cap_hit(parts) : m.support_step_cap_free(parts));
    }
    case 'count': {
      const parts = { name: nameOf(inputs, step.input), result: rangeText(step.range) };
      return step.assumed ? m.support_step_count_assumed(parts) : m.support_step_count({ ...parts, count: formatNumber(step.count) });
    }
  }
}

type Line = Readonly<{ text: string; /** a ceiling was reached */ hit: boolean }>;

function tierLines({ tier, steps }: TierSum, inputs: Inputs): Line[] {
  const per = tier.per ? local(tier.per) : '';
  const lines = steps.map((step) => ({ text: stepText(step, per, inputs), hit: step.kind === 'cap' && step.hit }));
  return tier.rate !== undefined && !tier.cap
    ? [lines[0], { text: m.support_step_no_cap(), hit: false }, ...lines.slice(1)].filter((line) => line !== undefined)
    : lines;
}

/** The working of an incentive, line by line, each headed by its case where there are several. */
export function workingOf(incentive: Incentive, outcome: Extract<Outcome, { state: 'amount' }>, inputs: Inputs): { title?: string; lines: Line[] }[] {
  const counted = outcome.tiers.filter((tier) => tier.counted);
  const blocks = counted.map((tier) => ({ ...(incentive.tiers.length > 1 ? { title: local(tier.tier.label) } : {}), lines: tierLines(tier, inputs) }));
  const closing: Line[] = [];
  const { yearCap } = outcome;
  const sum = yearCap?.before ?? outcome.range;
  if (counted.length > 1) closing.push({ text: m.support_step_sum({ result: rangeText(sum) }), hit: false });
  if (yearCap && incentive.annualCap) {
    const parts = { cap: moneyText(yearCap.cap), per: local(incentive.annualCap.per) };
    closing.push({ text: yearCap.hit ? m.support_step_year_hit(parts) : m.support_step_year_free(parts), hit: yearCap.hit });
  }
  for (const tier of outcome.tiers)
    if (!tier.counted) closing.push({ text: m.support_other_tier({ tier: local(tier.tier.label), amount: rangeText(tier.range) }), hit: false });
  return closing.length > 0 ? [...blocks, { lines: closing }] : blocks;
}

/** Why a clause is not for this project. */
export function reasonText(reason: Reason, inputs: Inputs): string {
  const name = nameOf(inputs, reason.input);
  if (reason.kind === 'threshold') return m.support_why_threshold({ name, base: moneyText(reason.base), least: moneyText(reason.threshold) });
  const input = inputs.get(reason.input);
  const say = (id: string) => (input ? answerText(input, id) : id);
  return m.support_why_answer({ name, given: say(reason.given), wanted: reason.wanted.map(say).join(` ${m.support_or()} `) });
}
