import type { Incentive, PolicyDocument } from '#lib/schema/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { byTime } from '#lib/atlas/document-time';
import { groupOf, isCapital, isEstimated } from './groups';
import { capped, headOf, moneyOf, plus } from './money';
import type { Money, Range } from './money';
import { evaluateIncentive } from './outcome';
import type { Outcome } from './outcome';
import type { Project } from './question';
import { spanOf } from './readings';
import { standingOf } from './standing';
import type { Standing } from './standing';

export type Result = Readonly<{
  incentive: Incentive;
  outcome: Outcome;
  /** what enters the document's sum; absent where nothing does */
  counted?: Range;
  /** why less than the outcome is counted: another incentive, by id, is better or has used up the shared yearly ceiling */
  held?: Readonly<{ why: 'exclusive' | 'shared-cap'; by: string }>;
}>;

/** One document's part. Sums of different documents are never added: they overlap (从优、就高、不重复). */
export type DocumentEstimate = Readonly<{
  document: PolicyDocument;
  standing: Standing;
  results: readonly Result[];
  /** upper end of everything that has one; absent where nothing was worked out */
  ceiling?: Money;
  /** all that enters the ceiling is printed as a plain sum, not as “at most” */
  exact: boolean;
  /** least of what is printed only as a minimum */
  floor?: Money;
  /** the ceiling by the least and the most generous reading of the text; absent where all come to the same */
  span?: Readonly<{ least: Money; most: Money }>;
  /** some of it is for one year */
  yearly: boolean;
  /** capital for funds and equity in the same document: no subsidy to a project, and in no sum */
  capital: readonly Incentive[];
}>;

/** One matter in two documents, the later first. */
export type Pair = readonly [Result & Pick<DocumentEstimate, 'document' | 'standing'>, Result & Pick<DocumentEstimate, 'document' | 'standing'>];

export type Estimate = Readonly<{ on: string; today: string; documents: readonly DocumentEstimate[]; pairs: readonly Pair[] }>;

/**
 * What the documents' printed rules would give a project, as upper and lower ends.
 * @param project its groups choose which incentives are looked at
 * @param today the reader's day, YYYY-MM-DD; the project's day is `project.on` or the same
 */
export function estimate(atlas: Atlas, project: Project, today: string): Estimate {
  const on = project.on ?? today;
  const documents = [...atlas.data.documents]
    .sort((a, b) => byTime(b, a))
    .flatMap((document) => {
      const standing = standingOf(document, on, today);
      const wanted = incentivesFor(atlas, { ...project, on }).filter((incentive) => incentive.document === document.id);
      return wanted.length === 0
        ? []
        : [
            sumUp(atlas, document, standing, withoutDoubles(wanted.map((incentive) => ({ incentive, outcome: evaluateIncentive(incentive, project.answers) }))))
          ];
    });
  const worked = documents.flatMap(({ document, standing, results }) =>
    results.flatMap((result) => (result.outcome.state === 'amount' ? [{ ...result, document, standing }] : []))
  );
  const pairs = worked.flatMap((later): Pair[] => {
    const earlier = worked.find(({ incentive }) => incentive.id === later.incentive.follows);
    return earlier ? [[later, earlier]] : [];
  });
  return { on, today, documents, pairs };
}

/**
 * The incentives with sums printed for a project that this one asks about. Capital for funds is left out, and so are rules
 * known from outside that were issued after the project's day.
 */
export function incentivesFor(atlas: Atlas, { groups, draft, on }: Pick<Project, 'groups' | 'draft' | 'on'>): Incentive[] {
  return atlas.data.incentives.filter((incentive) => {
    const document = atlas.document.get(incentive.document);
    const known = document?.kind !== 'outside' || on === undefined || on >= (document.issued ?? '');
    return known && isEstimated(incentive) && groups.includes(groupOf(incentive)) && (draft || document?.status !== 'draft');
  });
}

/** Of an exclusive group the best alone counts; a yearly ceiling shared by several is used up in the order of the document. */
function withoutDoubles(results: readonly Result[]): Result[] {
  const best = new Map<string, Result>();
  for (const result of results) {
    const group = result.incentive.exclusive;
    if (group === undefined || result.outcome.state !== 'amount') continue;
    const top = best.get(group);
    if (!top || (top.outcome.state === 'amount' && headOf(result.outcome.range) > headOf(top.outcome.range))) best.set(group, result);
  }
  const done: Result[] = [];
  for (const result of results) {
    const { incentive, outcome } = result;
    if (outcome.state !== 'amount') {
      done.push(result);
      continue;
    }
    const top = incentive.exclusive === undefined ? undefined : best.get(incentive.exclusive);
    if (top && top !== result) done.push({ ...result, held: { why: 'exclusive', by: top.incentive.id } });
    else done.push(underSharedCap(incentive, outcome.range, result, done));
  }
  return done;
}

/** What earlier incentives with the same yearly ceiling leave of it. */
function underSharedCap(incentive: Incentive, range: Range, result: Result, done: readonly Result[]): Result {
  const cap = incentive.annualCap && moneyOf(incentive.annualCap.value, incentive.annualCap.unit);
  const sharers = done.filter(
    (other) => other.counted && (incentive.annualCap?.sharedWith.includes(other.incentive.id) || other.incentive.annualCap?.sharedWith.includes(incentive.id))
  );
  const [first] = sharers;
  if (cap === undefined || !first) return { ...result, counted: range };
  const left = Math.max(0, cap - sharers.reduce((sum, { counted }) => sum + headOf(counted ?? {}), 0));
  const counted = capped(range, left);
  return headOf(range) > left ? { ...result, counted, held: { why: 'shared-cap', by: first.incentive.id } } : { ...result, counted };
}

function sumUp(atlas: Atlas, document: PolicyDocument, standing: Standing, results: readonly Result[]): DocumentEstimate {
  const counted = results.flatMap(({ counted: range, incentive }) => (range ? [{ range, yearly: incentive.yearly === true }] : []));
  const closed = counted.filter(({ range }) => range.high !== undefined).map(({ range }) => range);
  const open = counted.filter(({ range }) => range.high === undefined);
  const total = closed.reduce<Range>((sum, range) => plus(sum, range), { high: 0, low: 0 });
  const { least, most } = spanOf(results);
  return {
    document,
    standing,
    results,
    ...(closed.length > 0 && total.high !== undefined ? { ceiling: total.high } : {}),
    exact: closed.every(({ low, high }) => low === high),
    ...(open.length > 0 ? { floor: open.reduce((sum, { range }) => sum + (range.low ?? 0), 0) } : {}),
    ...(least === most ? {} : { span: { least, most } }),
    yearly: counted.some(({ yearly }) => yearly),
    capital: atlas.data.incentives.filter((incentive) => incentive.document === document.id && isCapital(incentive))
  };
}
