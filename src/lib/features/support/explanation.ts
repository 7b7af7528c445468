import type { Atlas } from '#lib/atlas/atlas';
import type { Incentive } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { Bounds, Explained, ExplainedAward, ExplainStep } from '#lib/schema/explain';
import type { DocumentEstimate, Estimate, Result } from './estimate';
import { inWan } from './money';
import type { Money, Range } from './money';
import { givesNothing } from './outcome';
import type { Outcome, TierSum } from './outcome';
import type { Project } from './question';
import type { Step } from './tier';

/* How each sum comes about, step by step and each step with its clause: data, to be put into words, copied or published. */

type Worked = Extract<Outcome, { state: 'amount' }>;

const bounds = ({ low, high }: Range): Bounds => ({
  ...(low === undefined ? {} : { atLeast: inWan(low) }),
  ...(high === undefined ? {} : { atMost: inWan(high) })
});

/**
 * An estimate as data: rate × base → cap → count → yearly ceiling → what excludes it.
 * @param project that the estimate is of
 */
export function explain(atlas: Atlas, { on, today, documents }: Pick<Estimate, 'on' | 'today' | 'documents'>, project: Project): Explained {
  return {
    on,
    today,
    unit: 'wan-yuan',
    groups: [...project.groups],
    answers: { ...project.answers },
    documents: documents.map((part) => explainDocument(atlas, part))
  };
}

function explainDocument(atlas: Atlas, part: DocumentEstimate): Explained['documents'][number] {
  const { document, standing, results, ceiling, floor, span, capital } = part;
  const wan = (name: string, money: Money | undefined) => (money === undefined ? {} : { [name]: inWan(money) });
  return {
    document: document.id,
    standing,
    awards: results.flatMap((result) => explainAward(atlas, result) ?? []),
    open: results.flatMap(({ incentive, outcome }) => (outcome.state === 'open' ? [{ incentive: incentive.id, missing: [...outcome.missing] }] : [])),
    refused: results.flatMap(({ incentive, outcome }) => (outcome.state === 'no' || outcome.state === 'unprinted' ? [incentive.id] : [])),
    total: { ...wan('ceiling', ceiling), ...wan('floor', floor), ...wan('least', span?.least), ...wan('most', span?.most) },
    capital: capital.map(({ id }) => id)
  };
}

/** The steps of one award; undefined where nothing was worked out, or where nothing comes of what was entered. */
export function explainAward(atlas: Atlas, { incentive, outcome, counted, held }: Result): ExplainedAward | undefined {
  if (outcome.state !== 'amount' || givesNothing(outcome)) return undefined;
  const own: Citation[] = [{ document: incentive.document, clause: incentive.clause }];
  const cited = (note: string): Citation[] => {
    const citations = atlas.note.get(note)?.citations ?? [];
    return citations.length > 0 ? citations : own;
  };
  const total = bounds(outcome.range);
  const entered = bounds(counted ?? { low: 0, high: 0 });
  const tiers = outcome.tiers.filter((tier) => tier.counted);
  return {
    incentive: incentive.id,
    clause: incentive.clause,
    yearly: incentive.yearly === true,
    cases: tiers.map((sum) => ({ tier: sum.tier.id, label: sum.tier.label, steps: sum.steps.map((step) => explainStep(step, sum, own)) })),
    closing: [
      ...wholeSteps(incentive, outcome, own),
      ...outcome.readings.map((reading) => ({
        kind: 'reading' as const,
        cite: cited(reading.note),
        result: bounds(reading.range),
        reading: reading.kind,
        note: reading.note
      })),
      ...(held ? [{ kind: held.why, cite: held.why === 'exclusive' ? cited(incentive.readings?.both ?? '') : own, result: entered, by: held.by }] : []),
      ...(incentive.stacking
        ? [
            {
              kind: 'overlap' as const,
              cite: [{ document: incentive.document, clause: incentive.stackingClause ?? incentive.clause }],
              result: entered,
              rule: incentive.stacking
            }
          ]
        : [])
    ],
    amount: total,
    ...(counted ? { counted: entered } : {})
  };
}

/** Cases side by side, the yearly ceiling over them, and cases that fit and are not added. */
function wholeSteps(incentive: Incentive, { tiers, range, yearCap }: Worked, cite: Citation[]): ExplainStep[] {
  const several = tiers.filter((tier) => tier.counted).length > 1;
  const others = tiers.filter((tier) => !tier.counted);
  return [
    ...(several ? [{ kind: 'sum' as const, cite, result: bounds(yearCap?.before ?? range) }] : []),
    ...(yearCap && incentive.annualCap
      ? [{ kind: 'year-cap' as const, cite, result: bounds(range), cap: inWan(yearCap.cap), reached: yearCap.hit, per: incentive.annualCap.per }]
      : []),
    ...others.map((other) => ({ kind: 'other-case' as const, cite, result: bounds(other.range), tier: other.tier.id, label: other.tier.label }))
  ];
}

function explainStep(step: Step, { tier }: TierSum, cite: Citation[]): ExplainStep {
  const common = { cite, result: bounds(step.range) };
  const per = tier.per ? { per: tier.per } : {};
  switch (step.kind) {
    case 'rate':
      return { kind: 'rate', ...common, input: step.input, base: inWan(step.base), rate: step.rate, operator: step.operator };
    case 'printed':
      return { kind: 'printed', ...common, ...per };
    case 'cap':
      return { kind: 'cap', ...common, cap: inWan(step.cap), reached: step.hit, ...per };
    case 'no-cap':
      return { kind: 'no-cap', ...common };
    case 'count':
      return { kind: 'count', ...common, input: step.input, count: step.count, assumed: step.assumed };
  }
}
