import { z } from 'zod';
import { Citation, Day, Id, Text } from './common';
import { SUPPORT_GROUPS } from './terms';

/*
 * How a sum of the support estimator comes about, step by step: data/v1/explain.json has it for the pack's worked examples, and the page of
 * support gives it for a reader's own project. All sums are numbers of 万元 (¥10,000), exact to two decimals.
 */

/** What a step leads to; without `atMost` there is no upper end, without `atLeast` the text prints only a ceiling. Both, and alike: a plain sum. */
const Bounds = z.strictObject({ atLeast: z.number().nonnegative().optional(), atMost: z.number().nonnegative().optional() });
export type Bounds = z.infer<typeof Bounds>;

/** The clauses that a step rests on, and where it leads. */
const step = { cite: z.array(Citation).min(1), result: Bounds };
const sum = z.number().nonnegative();

/**
 * rate: base × rate. printed: the sum as printed. cap: held to it, or not reached; no-cap: none is printed. count: × a number; `assumed` where
 * none was entered. sum: cases side by side. year-cap: the yearly ceiling. other-case: fits, too, and is not added. reading: what the award
 * comes to if the text is read the other way, with the note that says why it can be. exclusive: another award, the better one, is counted
 * instead. shared-cap: another award has used up the shared yearly ceiling. overlap: the printed rule on overlap with other policies.
 */
export const ExplainStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rate'), ...step, input: Id, base: sum, rate: z.number().positive(), operator: z.enum(['<=', '=', '>=']) }),
  z.strictObject({ kind: z.literal('printed'), ...step, per: Text.optional() }),
  z.strictObject({ kind: z.literal('cap'), ...step, cap: sum, reached: z.boolean(), per: Text.optional() }),
  z.strictObject({ kind: z.literal('no-cap'), ...step }),
  z.strictObject({ kind: z.literal('count'), ...step, input: Id, count: z.number().int().nonnegative(), assumed: z.boolean() }),
  z.strictObject({ kind: z.literal('sum'), ...step }),
  z.strictObject({ kind: z.literal('year-cap'), ...step, cap: sum, reached: z.boolean(), per: Text }),
  z.strictObject({ kind: z.literal('other-case'), ...step, tier: Id, label: Text }),
  z.strictObject({ kind: z.literal('reading'), ...step, reading: z.enum(['cap-once', 'tiers-add']), note: Id }),
  z.strictObject({ kind: z.literal('exclusive'), ...step, by: Id }),
  z.strictObject({ kind: z.literal('shared-cap'), ...step, by: Id }),
  z.strictObject({ kind: z.literal('overlap'), ...step, rule: Text })
]);
export type ExplainStep = z.infer<typeof ExplainStep>;

export const ExplainedAward = z.strictObject({
  incentive: Id,
  clause: z.string(),
  /** the sum is for one year */
  yearly: z.boolean(),
  /** the cases that count, each with its own steps */
  cases: z.array(z.strictObject({ tier: Id, label: Text, steps: z.array(ExplainStep).min(1) })).min(1),
  /** what follows for the award as a whole */
  closing: z.array(ExplainStep),
  amount: Bounds,
  /** what enters the document's total; absent where nothing does */
  counted: Bounds.optional()
});
export type ExplainedAward = z.infer<typeof ExplainedAward>;

export const Explained = z.strictObject({
  /** the project's day, and the reader's */
  on: Day,
  today: Day,
  unit: z.literal('wan-yuan'),
  groups: z.array(z.enum(SUPPORT_GROUPS)),
  answers: z.record(Id, z.union([z.string(), z.number()])),
  documents: z.array(
    z.strictObject({
      document: Id,
      /** what its sums are worth on these days */
      standing: z.enum(['open', 'then', 'ahead', 'back', 'past', 'early', 'draft', 'unproved']),
      awards: z.array(ExplainedAward),
      /** inputs still to be answered, by award */
      open: z.array(z.strictObject({ incentive: Id, missing: z.array(Id) })),
      /** awards that are not for this project */
      refused: z.array(Id),
      /** absent where nothing was worked out; `least` and `most`: the ceiling by all readings that the text leaves, where they differ */
      total: z.strictObject({ ceiling: sum.optional(), floor: sum.optional(), least: sum.optional(), most: sum.optional() }),
      /** capital for funds and equity in the same document: no subsidy, in no total */
      capital: z.array(Id)
    })
  )
});
export type Explained = z.infer<typeof Explained>;

/** explain.json: the pack's worked examples. */
export const ExplainFile = z.array(z.strictObject({ example: Id, ...Explained.shape }));
export type ExplainFile = z.infer<typeof ExplainFile>;
