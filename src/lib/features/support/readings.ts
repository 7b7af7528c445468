import { headOf } from './money';
import type { Money } from './money';
// a type of the estimate would make a circle: what is needed of a result is little
import type { Incentive } from '#lib/schema/atlas';
import type { Outcome } from './outcome';

type Worked = Readonly<{ incentive: Incentive; outcome: Outcome; counted?: Readonly<{ low?: Money | undefined; high?: Money | undefined }> }>;

/** The most and the least that a document's ceiling comes to, over all readings that its text leaves. */
export function spanOf(results: readonly Worked[]): { least: Money; most: Money } {
  const groups = Map.groupBy(
    results.filter(({ outcome }) => outcome.state === 'amount'),
    // an award that excludes no other is a group of its own
    ({ incentive: { exclusive, id } }) => (exclusive === undefined ? `award ${id}` : `group ${exclusive}`)
  );
  let [least, most] = [0, 0];
  for (const group of groups.values()) {
    const sums = sumsOf(group);
    least += Math.min(...sums);
    most += Math.max(...sums);
  }
  return { least, most };
}

/** What the awards of one group come to together, by each reading; our own first. What has no upper end is in no ceiling. */
function sumsOf(group: readonly Worked[]): Money[] {
  const counts = ({ counted }: Worked) => (counted?.high === undefined ? 0 : headOf(counted));
  const ours = group.reduce((sum, one) => sum + counts(one), 0);
  const top = group.find((one) => counts(one) > 0);
  if (!top || top.outcome.state !== 'amount') return [ours];
  const others = group.filter((one) => one !== top);
  const all = (list: readonly Worked[]) => list.reduce((sum, { outcome }) => sum + (outcome.state === 'amount' ? headOf(outcome.range) : 0), 0);
  return [
    ours,
    ...(top.incentive.readings?.both && others.length > 0 ? [all(group)] : []),
    // what the shared yearly ceiling has left may be less than another reading would give
    ...top.outcome.readings.map(({ kind, range }) => (kind === 'cap-once' && others.length > 0 ? splitUnderOneCap(top, others) : headOf(range)))
  ];
}

/** One cap for all products of the better award: as many as pay are entered there, the rest for the other award, one by one. */
function splitUnderOneCap(top: Worked, others: readonly Worked[]): Money {
  const [first] = others;
  const better = perProduct(top);
  const other = first && perProduct(first);
  const reading = top.outcome.state === 'amount' ? top.outcome.readings.find(({ kind }) => kind === 'cap-once') : undefined;
  if (!better || !other || !reading) return 0;
  // the sum under one cap, for any number: what they come to, held to what all of them come to
  const cap = headOf(reading.range);
  let best = 0;
  for (let there = 0; there <= better.count; there++) best = Math.max(best, Math.min(there * better.each, cap) + (better.count - there) * other.each);
  return best;
}

/** What one product gives, and how many there are. */
function perProduct({ outcome }: Worked): { each: Money; count: number } | undefined {
  const tier = outcome.state === 'amount' ? outcome.tiers.find(({ counted }) => counted) : undefined;
  const step = tier?.steps.find(({ kind }) => kind === 'count');
  return step?.kind === 'count' ? { each: headOf(step.each), count: step.count } : undefined;
}
