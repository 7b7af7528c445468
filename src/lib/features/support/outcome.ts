import type { Incentive } from '#lib/schema/atlas';
import { capped, headOf, moneyOf, plus } from './money';
import type { Money, Range } from './money';
import { answerOf } from './question';
import type { Answers } from './question';
import { checkWhen, evaluateTier } from './tier';
import type { Reason, Step, Tier } from './tier';

/** A tier that gives something; the others of alternatives are shown as not added. */
export type TierSum = Readonly<{ tier: Tier; steps: readonly Step[]; range: Range; counted: boolean }>;

/** What the incentive comes to if the text is read the other way, and the note that says why it can be. */
export type Reading = Readonly<{ kind: 'cap-once' | 'tiers-add'; note: string; range: Range }>;

export type Outcome = Readonly<
  | {
      state: 'amount';
      tiers: readonly TierSum[];
      /** after the yearly ceiling, before what other incentives leave of it */
      range: Range;
      yearCap?: Readonly<{ cap: Money; hit: boolean; before: Range }>;
      /** other readings that come to another sum */
      readings: readonly Reading[];
    }
  | { state: 'open'; missing: readonly string[] }
  | { state: 'no'; reasons: readonly Reason[] }
  | { state: 'unprinted' }
>;

/** Nothing comes of what was entered: a sum or number of 0. No amount is then shown. */
export const givesNothing = (outcome: Outcome): boolean => outcome.state === 'amount' && headOf(outcome.range) === 0;

const distinct = <T>(list: readonly T[]): T[] => [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];

/** What one incentive gives a project, leaving aside all others and whether its document is in force. */
export function evaluateIncentive(incentive: Incentive, answers: Answers): Outcome {
  const { reasons, missing } = checkWhen(incentive.when, answers);
  if (reasons.length > 0) return { state: 'no', reasons };
  const tiers = incentive.tiers.map((tier) => evaluateTier(incentive, tier, answers));
  const open = tiers.flatMap((tier) => (tier.state === 'open' ? tier.missing : []));
  if (missing.length > 0) return { state: 'open', missing: distinct(missing) };
  const short = belowThreshold(incentive, answers);
  if (short) return { state: 'no', reasons: [short] };

  const sums = tiers.flatMap((tier) => (tier.state === 'amount' ? [tier] : []));
  const [first, ...rest] = sums;
  if (!first) {
    if (open.length > 0) return { state: 'open', missing: distinct(open) };
    const refused = tiers.flatMap((tier) => (tier.state === 'no' ? tier.reasons : []));
    return refused.length > 0 ? { state: 'no', reasons: joinReasons(refused) } : { state: 'unprinted' };
  }
  const best = rest.reduce((top, tier) => (headOf(tier.range) > headOf(top.range) ? tier : top), first);
  const added = (of: (tier: (typeof sums)[number]) => Range) => rest.reduce<Range>((sum, tier) => plus(sum, of(tier)), of(first));
  const before = incentive.tiersAdd ? added(({ range }) => range) : best.range;
  const yearCap = incentive.annualCap && moneyOf(incentive.annualCap.value, incentive.annualCap.unit);
  const held = (range: Range) => (yearCap === undefined ? range : capped(range, yearCap));
  const { tiersAdd } = incentive.readings ?? {};
  const { once, tier: top } = best;
  const readings: Reading[] = [
    ...(once && top.capOnce !== undefined && !incentive.tiersAdd ? [{ kind: 'cap-once' as const, note: top.capOnce, range: held(once) }] : []),
    ...(tiersAdd !== undefined && rest.length > 0 ? [{ kind: 'tiers-add' as const, note: tiersAdd, range: held(added(({ range }) => range)) }] : [])
  ];
  return {
    state: 'amount',
    tiers: sums.map(({ tier, steps, range }) => ({ tier, steps, range, counted: incentive.tiersAdd === true || tier === best.tier })),
    range: held(before),
    readings: readings.filter(({ range }) => headOf(range) !== headOf(held(before))),
    ...(yearCap === undefined ? {} : { yearCap: { cap: yearCap, hit: headOf(before) > yearCap, before } })
  };
}

/** The smallest base that qualifies; a base not entered is asked for by the tiers. */
function belowThreshold({ threshold, baseInput }: Incentive, answers: Answers): Reason | undefined {
  if (!threshold || baseInput === undefined) return undefined;
  const entered = answerOf(answers, baseInput);
  const least = moneyOf(threshold.value, threshold.unit);
  const base = entered === undefined ? undefined : moneyOf(Number(entered), 'wan-yuan');
  if (base === undefined || least === undefined || base >= least) return undefined;
  return { kind: 'threshold', input: baseInput, base, threshold: least };
}

/** One reason an input: what each tier wanted, together. */
function joinReasons(reasons: readonly Reason[]): Reason[] {
  const byInput = new Map<string, Reason>();
  for (const reason of reasons) {
    const known = byInput.get(reason.input);
    byInput.set(
      reason.input,
      known?.kind === 'answer' && reason.kind === 'answer' ? { ...known, wanted: distinct([...known.wanted, ...reason.wanted]) } : reason
    );
  }
  return [...byInput.values()];
}
