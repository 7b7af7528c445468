import { z } from 'zod';
import { Day, Id, Text } from './common';
import { SUPPORT_GROUPS } from './terms';

/* What the support estimator asks of a project, and worked examples: support.yaml of a pack, published as data/v1/support.json. */

/** Parameters that the estimator's address already uses, for itself or for the project that travels through it. */
const OWN = ['for', 'on', 'day', 'draft', 'documents'];
const PROJECT = ['s', 'stage', 'land', 'want', 'near', 'others', 'named', 'must', 'invest', 'layouts', 'zones'];
const RESERVED = new Set([...OWN, ...PROJECT]);
const InputId = Id.refine((id) => !RESERVED.has(id), `these ids are taken by the page: ${[...RESERVED].join(', ')}`);
const asked = { id: InputId, label: Text, hint: Text.optional() };

/** money: in 万元 (wan-yuan). count: a whole number. choice: one of the options. */
export const SupportInput = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('choice'), options: z.array(z.strictObject({ id: Id, label: Text })).min(2) }),
  z.strictObject({ ...asked, kind: z.literal('money') }),
  z.strictObject({ ...asked, kind: z.literal('count') })
]);
export type SupportInput = z.infer<typeof SupportInput>;

export const SupportFile = z.strictObject({
  inputs: z.array(SupportInput).default([]),
  /** made-up projects that show how the rules work */
  examples: z
    .array(
      z.strictObject({
        id: Id,
        title: Text,
        text: Text,
        groups: z.array(z.enum(SUPPORT_GROUPS)).min(1),
        /** day of the project, where it is not the reader's day */
        on: Day.optional(),
        /** by input id: an option's id, 万元, or a number */
        answers: z.record(Id, z.union([Id, z.number().nonnegative()]))
      })
    )
    .default([])
});
export type Support = z.infer<typeof SupportFile>;

/** A condition; `by`: answered by these inputs; `judged`: for the authority to decide (评审, 择优). */
export const Condition = Text.extend({ by: z.array(Id).optional(), judged: z.boolean().optional() });
export type Condition = z.infer<typeof Condition>;

/** Choices that a project must have made, by input: any of the options listed. */
const When = z.record(Id, z.array(Id).min(1));

/** How an incentive is worked out from a project; the same words in a pack and in the published data. */
export const RuleFields = {
  when: When.optional(),
  /** input (money) that rates apply to, per `countInput` where there is one */
  baseInput: Id.optional(),
  /** input (count) that the sum is multiplied with */
  countInput: Id.optional(),
  /** tiers are paid side by side; otherwise only the best of those that fit */
  tiersAdd: z.boolean().optional(),
  /** the sum is for one year, and so are the inputs */
  yearly: z.boolean().optional(),
  /** of the incentives of a document that share this name only the best counts: a reading of ours, not a rule of the clause */
  exclusive: Id.optional(),
  /** the incentive of an earlier document on the same matter: both are shown side by side, never added */
  follows: Id.optional(),
  /** where the text leaves two readings of the sum, by the note that says so: both are worked out, and shown as a range */
  readings: z
    .strictObject({
      /** cases that are alternatives in our reading may be paid side by side */
      tiersAdd: Id.optional(),
      /** of the incentives that share `exclusive` each may be paid */
      both: Id.optional()
    })
    .optional()
};
/** The part of these that one tier may have for itself. */
export const TierRuleFields = {
  when: When.optional(),
  countInput: Id.optional(),
  /** note: what the cap counts per is not printed, and it may be one for all that is counted */
  capOnce: Id.optional()
};
