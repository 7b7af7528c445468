import type { Incentive } from '#lib/schema/atlas';
import { capped, headOf, moneyOf, shareOf, times } from './money';
import type { Money, Range } from './money';
import { answerOf } from './question';
import type { Answers } from './question';

export type Tier = Incentive['tiers'][number];

/** One step of the sum, to be shown in words and numbers; `range` is where it leads. */
export type Step = Readonly<{ range: Range }> &
  Readonly<
    | { kind: 'rate'; input: string; base: Money; rate: number; operator: '<=' | '=' | '>=' }
    | { kind: 'printed' }
    | { kind: 'cap'; cap: Money; hit: boolean }
    | { kind: 'no-cap' }
    /** `assumed`: nothing was entered, so one is taken */
    | { kind: 'count'; input: string; count: number; each: Range; assumed: boolean }
  >;

/** Why something is not for this project. */
export type Reason = Readonly<
  { kind: 'answer'; input: string; given: string; wanted: readonly string[] } | { kind: 'threshold'; input: string; base: Money; threshold: Money }
>;

type TierOutcome = Readonly<{ tier: Tier }> &
  Readonly<
    /** `once`: the sum with one cap for all that is counted, where the text may mean that and it makes a difference */
    | { state: 'amount'; steps: readonly Step[]; range: Range; once?: Range }
    /** inputs that are still to be answered */
    | { state: 'open'; missing: readonly string[] }
    | { state: 'no'; reasons: readonly Reason[] }
    /** the document prints neither rate nor sum, or not in money that can be counted */
    | { state: 'unprinted' }
  >;

/** Which of the choices a rule needs are made otherwise, and which not at all. */
export function checkWhen(when: Incentive['when'], answers: Answers): { reasons: Reason[]; missing: string[] } {
  const reasons: Reason[] = [];
  const missing: string[] = [];
  for (const [input, wanted] of Object.entries(when ?? {})) {
    const given = answerOf(answers, input);
    if (given === undefined) missing.push(input);
    else if (!wanted.includes(String(given))) reasons.push({ kind: 'answer', input, given: String(given), wanted });
  }
  return { reasons, missing };
}

/**
 * What one tier gives: (base × rate, or the sum printed), held to the cap, × count.
 * A cap counts per whatever is counted, since it is printed per product.
 */
export function evaluateTier(incentive: Incentive, tier: Tier, answers: Answers): TierOutcome {
  const { reasons, missing } = checkWhen(tier.when, answers);
  if (reasons.length > 0) return { tier, state: 'no', reasons };
  const cap = tier.cap && moneyOf(tier.cap.value, tier.cap.unit);
  const printed = tier.amount && moneyOf(tier.amount.value, tier.amount.unit);
  if ((tier.cap && cap === undefined) || (tier.amount && printed === undefined)) return { tier, state: 'unprinted' };
  if (tier.rate === undefined && printed === undefined && cap === undefined) return { tier, state: 'unprinted' };
  const { baseInput } = incentive;
  if (tier.rate !== undefined && baseInput === undefined) return { tier, state: 'unprinted' };

  const entered = baseInput === undefined ? undefined : answerOf(answers, baseInput);
  if (tier.rate !== undefined && baseInput !== undefined && entered === undefined) missing.push(baseInput);
  const countInput = tier.countInput ?? incentive.countInput;
  const counted = countInput === undefined ? undefined : answerOf(answers, countInput);
  // one product is taken where a sum was entered for it; a count that alone drives the sum must be given
  if (countInput !== undefined && counted === undefined && tier.rate === undefined) missing.push(countInput);
  if (missing.length > 0) return { tier, state: 'open', missing };

  const steps: Step[] = [];
  let range: Range;
  /** of one, before any cap */
  let free: Range;
  if (tier.rate !== undefined && baseInput !== undefined) {
    const base = moneyOf(Number(entered), 'wan-yuan') ?? 0;
    // a rate without an operator is read as a ceiling: the smaller claim
    const operator = tier.rateOperator ?? '<=';
    const share = shareOf(base, tier.rate);
    free = { ...(operator === '<=' ? {} : { low: share }), ...(operator === '>=' ? {} : { high: share }) };
    range = cap === undefined ? free : capped(free, cap);
    steps.push({ kind: 'rate', input: baseInput, base, rate: tier.rate, operator, range: free });
    steps.push(cap === undefined ? { kind: 'no-cap', range } : { kind: 'cap', cap, hit: share > cap, range });
  } else {
    range = printedRange(printed, tier.amountOperator, cap);
    free = printed === undefined ? range : printedRange(printed, tier.amountOperator, undefined);
    steps.push({ kind: 'printed', range });
  }
  if (countInput === undefined) return { tier, state: 'amount', steps, range };
  const each = range;
  const count = counted === undefined ? 1 : Number(counted);
  range = times(each, count);
  steps.push({ kind: 'count', input: countInput, count, each, assumed: counted === undefined, range });
  const once = tier.capOnce === undefined || cap === undefined ? undefined : capped(times(free, count), cap);
  return { tier, state: 'amount', steps, range, ...(once && headOf(once) < headOf(range) ? { once } : {}) };
}

/** A sum as printed: “最高” is a cap alone; a minimum with a cap is a range. */
function printedRange(amount: Money | undefined, operator: Tier['amountOperator'], cap: Money | undefined): Range {
  if (amount === undefined) return cap === undefined ? {} : { high: cap };
  const open = operator === '>=' || operator === '>';
  const range: Range = { ...(operator === '<=' ? {} : { low: amount }), ...(open ? {} : { high: amount }) };
  return cap === undefined ? range : { ...capped(range, cap) };
}
