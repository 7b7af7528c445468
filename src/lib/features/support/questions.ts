import type { Incentive } from '#lib/schema/atlas';
import type { SupportInput } from '#lib/schema/support';
import { SUPPORT_GROUPS } from '#lib/schema/terms';
import type { SupportGroup } from '#lib/schema/terms';
import { groupOf } from './groups';
import { answerOf } from './question';
import type { Answers } from './question';
import { checkWhen } from './tier';

export type QuestionGroup = Readonly<{ group: SupportGroup; inputs: readonly SupportInput[] }>;

/** Inputs that an incentive still depends on: sums and numbers only once the choices before them fit. */
function neededBy(incentive: Incentive, answers: Answers): string[] {
  const choices = Object.keys(incentive.when ?? {});
  const unfit = choices.findIndex((id) => checkWhen({ [id]: incentive.when?.[id] ?? [] }, answers).reasons.length > 0 || answerOf(answers, id) === undefined);
  if (unfit >= 0) return choices.slice(0, unfit + 1);
  return [
    ...choices,
    ...incentive.tiers.flatMap((tier) => {
      const own = Object.keys(tier.when ?? {});
      const { reasons, missing } = checkWhen(tier.when, answers);
      if (reasons.length > 0 || missing.length > 0) return own;
      return [...own, incentive.baseInput, tier.countInput ?? incentive.countInput].filter((id) => id !== undefined);
    })
  ];
}

/**
 * What to ask for these incentives, by group, in the pack's order; an input that several groups need is asked once.
 * @param inputs all inputs of the pack
 */
export function questionsFor(inputs: readonly SupportInput[], incentives: readonly Incentive[], answers: Answers): QuestionGroup[] {
  const asked = new Set<string>();
  return SUPPORT_GROUPS.flatMap((group) => {
    const needed = new Set(incentives.filter((incentive) => groupOf(incentive) === group).flatMap((incentive) => neededBy(incentive, answers)));
    const own = inputs.filter(({ id }) => needed.has(id) && !asked.has(id));
    for (const { id } of own) asked.add(id);
    return own.length > 0 ? [{ group, inputs: own }] : [];
  });
}
