import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { estimate } from '#lib/features/support/estimate';
import { explain } from '#lib/features/support/explanation';
import { amountWords, awardLines, documentLines } from '#lib/features/support/explanation-text';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { ExplainFile, Explained } from '#lib/schema/explain';
import type { Bounds, ExplainStep } from '#lib/schema/explain';
import { SUPPORT_GROUPS } from '#lib/schema/terms';
import { CITY, TODAY, atlas, data, support, work } from './estimate-real';

/* Sums step by step, against workings that were made by hand from the printed clauses (support-explained.json). Sums in 万元 (¥10,000). */

const Case = z.strictObject({
  case: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.number()])),
  document: z.string(),
  award: z.string(),
  steps: z.array(z.string()),
  amount: z.string(),
  counted: z.null().optional(),
  total: z.record(z.string(), z.number())
});
const cases = z.array(Case).parse(JSON.parse(readFileSync('tests/data/support-explained.json', 'utf8')));

const said = ({ atLeast, atMost }: Bounds) =>
  atLeast === atMost ? `=${atMost}` : atMost === undefined ? `≥${atLeast}` : atLeast === undefined ? `≤${atMost}` : `${atLeast}–${atMost}`;
/** A step in the shorthand of the cases. */
function brief(step: ExplainStep): string {
  const what = {
    rate: () => (step.kind === 'rate' ? `rate ${step.base}×${step.rate}${step.operator}` : ''),
    count: () => (step.kind === 'count' ? `count ×${step.count}${step.assumed ? ' assumed' : ''}` : ''),
    cap: () => (step.kind === 'cap' ? `cap ${step.cap} ${step.reached ? 'reached' : 'free'}` : ''),
    'year-cap': () => (step.kind === 'year-cap' ? `year-cap ${step.cap} ${step.reached ? 'reached' : 'free'}` : ''),
    reading: () => (step.kind === 'reading' ? `reading ${step.reading}` : ''),
    exclusive: () => (step.kind === 'exclusive' ? `exclusive ${step.by}` : ''),
    'other-case': () => (step.kind === 'other-case' ? `other-case ${step.tier}` : '')
  };
  const head = step.kind in what ? what[step.kind as keyof typeof what]() : step.kind;
  return `${head} → ${said(step.result)} ${[...new Set(step.cite.map(({ clause }) => clause))].join('、')}`;
}
const explained = (answers: Readonly<Record<string, string | number>>) => {
  const project = { groups: SUPPORT_GROUPS, answers, draft: true };
  return explain(atlas, estimate(atlas, project, TODAY), project);
};

afterEach(() => overwriteGetLocale(() => 'zh'));

describe('a sum explained', () => {
  it.each(cases.map((one) => [one.case, one] as const))('%s', (_, one) => {
    const document = explained(one.answers).documents.find(({ document: id }) => id === one.document);
    const award = document?.awards.find(({ incentive }) => incentive === one.award);
    expect([...(award?.cases.flatMap(({ steps }) => steps) ?? []), ...(award?.closing ?? [])].map(brief)).toEqual(one.steps);
    expect(award && said(award.amount)).toBe(one.amount);
    if (one.counted === null) expect(award?.counted).toBeUndefined();
    else expect(award?.counted).toEqual(award?.amount);
    expect(document?.total).toEqual(one.total);
  });

  it('every rule that can be worked out has steps that end in its sum, each with a clause of its document', () => {
    const clauses = new Map(data.documents.map(({ id, clauses: own }) => [id, new Set(own.map((clause) => clause.id))]));
    const seen = new Set<string>();
    const choices = support.inputs.flatMap((input) => (input.kind === 'choice' ? input.options.map(({ id }) => [input.id, id] as const) : []));
    const numbers = Object.fromEntries(support.inputs.flatMap(({ id, kind }) => (kind === 'choice' ? [] : [[id, kind === 'money' ? 50_000 : 2]])));
    const firsts = Object.fromEntries(choices.toReversed());
    for (const [input, option] of choices)
      for (const phase of ['phase-1', 'phase-2', 'phase-3'])
        for (const document of explained({ ...numbers, ...firsts, 'trial-phase': phase, [input]: option }).documents)
          for (const { incentive, cases: own, closing, amount } of document.awards) {
            seen.add(incentive);
            const steps = [...own.flatMap(({ steps: all }) => all), ...closing];
            expect(steps.every(({ cite }) => cite.every(({ document: id, clause }) => clauses.get(id)?.has(clause)))).toBe(true);
            const last = steps.findLast(({ kind }) => ['rate', 'printed', 'cap', 'no-cap', 'count', 'sum', 'year-cap'].includes(kind));
            expect(last?.result, incentive).toEqual(amount);
          }
    // all with a printed sum but the capital for funds
    expect(seen.size).toBe(24);
  });

  it('keeps capital for funds and equity out of every sum, and names it apart', () => {
    const [city] = explained({ 'fixed-assets': 30_000 }).documents.filter(({ document }) => document === CITY);
    expect(city?.capital).toEqual(['h21-fund-equity', 'h21-fund-match']);
    const capital = new Set(data.incentives.filter(({ kind }) => kind === 'fund').map(({ id }) => id));
    expect(city?.awards.some(({ incentive }) => capital.has(incentive))).toBe(false);
    expect(city?.total).toEqual({ ceiling: 6000 });
  });
});

describe('in words', () => {
  const devices = { 'device-review': 'special', 'device-class': 'class-3', 'device-spending': 3000, devices: 2 };
  const words = { atlas, inputs: new Map(support.inputs.map((input) => [input.id, input])) };

  it.each([
    ['zh', '最高 600 万元—1,200 万元（条文有两种读法）', '另一种读法：上限不按个计，合起来只计一次 = 最高 600 万元 [（七）]'],
    [
      'en',
      '¥6 million to ¥12 million at most (the text can be read two ways)',
      'Read the other way, the cap is one for all of them together = up to ¥6 million [(7)]'
    ]
  ] as const)('a second reading is a range, and a step of its own (%s)', (language, amount, step) => {
    overwriteGetLocale(() => language);
    const award = explained(devices).documents.find(({ document }) => document === CITY)?.awards[0];
    if (!award) throw new Error('no award');
    expect(amountWords(award)).toBe(amount);
    const lines = awardLines(award, words, '');
    expect(lines.filter((line) => line.endsWith(step))).toHaveLength(1);
    // the head, then steps numbered without a gap, then what enters the total
    expect(lines.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual(['1', '2', '3', '4', '5']);
  });

  it.each(['zh', 'en'] as const)('all that is copied is whole, for every example (%s)', (language) => {
    overwriteGetLocale(() => language);
    for (const { groups, answers, on } of support.examples)
      for (const part of estimate(atlas, { groups, answers, draft: true, ...(on ? { on } : {}) }, TODAY).documents) {
        const text = documentLines(part, words).join('\n');
        expect(text).not.toMatch(/undefined|null|NaN|\[\]|\{/);
        if (language === 'en') expect(text.replace(/杭政\S+/g, '')).not.toMatch(/\p{Script=Han}/u);
      }
  });

  it('a document’s total says the span of its readings', () => {
    expect(work(devices)(CITY).span).toEqual({ least: 100_000, most: 200_000 });
    expect(work({ ...devices, devices: 1 })(CITY).span).toEqual({ least: 60_000, most: 100_000 });
    expect(work({ 'device-review': 'special', 'device-spending': 3000 })(CITY).span).toBeUndefined();
  });
});

describe('explain.json', () => {
  it('has every example of the pack as its schema says, worked out as the page does', () => {
    const file = ExplainFile.parse(JSON.parse(readFileSync('static/data/v1/explain.json', 'utf8')));
    expect(file.map(({ example }) => example)).toEqual(support.examples.map(({ id }) => id));
    for (const [i, { groups, answers, on }] of support.examples.entries()) {
      const project = { groups, answers, draft: false, ...(on ? { on } : {}) };
      const { example: _, ...published } = file[i] ?? {};
      expect(published).toEqual(Explained.parse(explain(atlas, estimate(atlas, project, data.index.statusAsOf), project)));
    }
  });
});
