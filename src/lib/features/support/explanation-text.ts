import type { Atlas } from '#lib/atlas/atlas';
import type { Bounds, ExplainedAward, ExplainStep } from '#lib/schema/explain';
import type { SupportInput } from '#lib/schema/support';
import * as m from '#lib/paraglide/messages';
import { formatList, formatNumber, local } from '#lib/design/page/local';
import { clauseText } from '#lib/facts/clause-text';
import type { DocumentEstimate } from './estimate';
import { explainAward } from './explanation';
import type { Money, Range } from './money';
import { answerText, moneyText, rangeText, rateText, standingText, totalText } from './text';
import type { Reason } from './tier';

type Inputs = ReadonlyMap<string, SupportInput>;
/** What the words of a step are found in. */
export type Words = Readonly<{ atlas: Atlas; inputs: Inputs }>;

const nameOf = (inputs: Inputs, id: string): string => {
  const input = inputs.get(id);
  return input ? local(input.label) : id;
};
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** From 万元 as they are explained. */
const money = (wan: number): Money => Math.round(wan * 100);
const rangeOf = ({ atLeast, atMost }: Bounds): Range => ({
  ...(atLeast === undefined ? {} : { low: money(atLeast) }),
  ...(atMost === undefined ? {} : { high: money(atMost) })
});
const sum = (bounds: Bounds): string => rangeText(rangeOf(bounds));
const head = ({ atLeast, atMost }: Bounds): string => moneyText(money(atMost ?? atLeast ?? 0));

/** One step in words and numbers. */
export function stepText(step: ExplainStep, { atlas, inputs }: Words): string {
  const award = (id: string) => local(atlas.incentive.get(id)?.name ?? { zh: id, en: id });
  switch (step.kind) {
    case 'rate': {
      const parts = { name: nameOf(inputs, step.input), base: moneyText(money(step.base)), rate: rateText(step.rate), result: head(step.result) };
      if (step.operator === '=') return m.support_step_rate_plain(parts);
      return step.operator === '<=' ? m.support_step_rate_most(parts) : m.support_step_rate_least(parts);
    }
    case 'printed':
      return tidy(m.support_step_printed({ per: step.per ? local(step.per) : '', amount: sum(step.result) }));
    case 'cap': {
      const parts = { per: step.per ? local(step.per) : '', cap: moneyText(money(step.cap)) };
      return tidy(step.reached ? m.support_step_cap_hit(parts) : m.support_step_cap_free(parts));
    }
    case 'no-cap':
      return m.support_step_no_cap();
    case 'count': {
      const parts = { name: nameOf(inputs, step.input), result: sum(step.result) };
      return step.assumed ? m.support_step_count_assumed(parts) : m.support_step_count({ ...parts, count: formatNumber(step.count) });
    }
    case 'sum':
      return m.support_step_sum({ result: sum(step.result) });
    case 'year-cap': {
      const parts = { cap: moneyText(money(step.cap)), per: local(step.per) };
      return step.reached ? m.support_step_year_hit(parts) : m.support_step_year_free(parts);
    }
    case 'other-case':
      return m.support_other_tier({ tier: local(step.label), amount: sum(step.result) });
    case 'reading': {
      const result = sum(step.result);
      return step.reading === 'cap-once' ? m.support_step_cap_once({ result }) : m.support_step_tiers_add({ result });
    }
    case 'exclusive':
      return m.support_held_exclusive({ other: award(step.by) });
    case 'shared-cap':
      return (step.result.atMost ?? 0) > 0
        ? m.support_held_shared({ other: award(step.by), amount: sum(step.result) })
        : m.support_held_used({ other: award(step.by) });
    case 'overlap':
      return `${m.support_stacking()}${m.colon()}${local(step.rule)}`;
  }
}

/** Whether a step cut the sum. */
export const isCut = (step: ExplainStep): boolean => (step.kind === 'cap' || step.kind === 'year-cap') && step.reached;

/** Whether another award took the sum, or a part of it. */
export const isHeld = (step: ExplainStep): boolean => step.kind === 'exclusive' || step.kind === 'shared-cap';

/** Where a step stands in its document, as its readers call it: “（七）、附则”. */
export const clausesText = ({ cite }: Pick<ExplainStep, 'cite'>): string => formatList([...new Set(cite.map(({ clause }) => clauseText(clause)))]);

/** What an award comes to; by another reading, from the least to the most. */
export function amountWords({ amount, closing }: Pick<ExplainedAward, 'amount' | 'closing'>): string {
  const others = closing.flatMap((step) => (step.kind === 'reading' ? [rangeOf(step.result).high] : []));
  const heads = [rangeOf(amount).high, ...others].filter((one) => one !== undefined);
  const [least, most] = [Math.min(...heads), Math.max(...heads)];
  return others.length > 0 && least < most ? m.support_range_readings({ low: moneyText(least), high: moneyText(most) }) : sum(amount);
}

/** An award with its working as lines of plain text, to paste. */
export function awardLines(award: ExplainedAward, words: Words, standing: string): string[] {
  const incentive = words.atlas.incentive.get(award.incentive);
  const document = incentive && words.atlas.document.get(incentive.document);
  const steps = [
    ...award.cases.flatMap(({ label, steps: own }) => own.map((step) => ({ step, label: award.cases.length > 1 ? local(label) : '' }))),
    ...award.closing.map((step) => ({ step, label: '' }))
  ];
  const name = incentive ? local(incentive.name) : award.incentive;
  const yearly = award.yearly ? ` ${m.support_per_year()}` : '';
  return [
    `${name}${m.colon()}${amountWords(award)}${yearly}`,
    [document ? local(document.short) : '', document?.number ?? '', clauseText(award.clause), standing].filter(Boolean).join(' · '),
    ...steps.map(({ step, label }, i) => `${i + 1}. ${label ? `${label}${m.colon()}` : ''}${stepText(step, words)} [${clausesText(step)}]`),
    award.counted ? m.support_enters({ amount: sum(award.counted) }) : m.support_not_added()
  ];
}

/** A document's sum and all awards in it as lines of plain text. */
export function documentLines(part: DocumentEstimate, words: Words): string[] {
  const standing = standingText(part.standing);
  const awards = part.results.flatMap((result) => explainAward(words.atlas, result) ?? []);
  const total = totalText(part);
  return [
    ...(total === undefined ? [] : [`${local(part.document.short)} · ${m.support_subtotal()}${m.colon()}${total} · ${standing}`, '']),
    ...awards.flatMap((award) => [...awardLines(award, words, standing), ''])
  ];
}

/** Why a clause is not for this project. */
export function reasonText(reason: Reason, inputs: Inputs): string {
  const name = nameOf(inputs, reason.input);
  if (reason.kind === 'threshold') return m.support_why_threshold({ name, base: moneyText(reason.base), least: moneyText(reason.threshold) });
  const input = inputs.get(reason.input);
  const say = (id: string) => (input ? answerText(input, id) : id);
  return m.support_why_answer({ name, given: say(reason.given), wanted: reason.wanted.map(say).join(` ${m.support_or()} `) });
}
