import type { Assessed } from './assess';
import { mustLevel } from './musts';
import type { Criterion } from '#lib/atlas/project/project';

/** How many random weightings are tried, and how many leading places count as the top. Ours. */
export const DRAWS = 1000;
export const TOP = 3;

/** Share of the zone's ranks that the printed span holds: the outermost twentieth on either side is left out. */
export const SPAN_SHARE = 0.9;

/** How a zone fares under random weightings: share of them in which it is among the top, and its usual best and worst rank. */
export type Steadiness = Readonly<{ top: number; from: number; to: number }>;

/** A small seeded generator (mulberry32, public domain): the same numbers on every machine. Gives numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Shares that add up to 1, every split as likely as any other: exponential draws over their sum (Dirichlet with all parameters 1). */
function randomShares(count: number, random: () => number): number[] {
  const draws = Array.from({ length: count }, () => -Math.log(1 - random()));
  const sum = draws.reduce((a, b) => a + b, 0);
  return draws.map((draw) => draw / sum);
}

/**
 * Rank zones again under random weightings of the criteria.
 * Whatever the reader's weights are, the draws are the same: it shows what hangs on weights at all.
 * @param criteria those that count; with fewer than two there is nothing to vary, and the answer is empty
 * @returns by zone id
 */
export function steadiness(assessed: readonly Assessed[], criteria: readonly Criterion[], draws = DRAWS, seed = 1): Map<string, Steadiness> {
  if (criteria.length < 2 || assessed.length === 0) return new Map();
  const zones = assessed.map(({ zone, facets }) => {
    // what cannot be done without goes before any weight, as in the ranking itself
    const level = Math.min(...facets.map(({ musts }) => mustLevel(musts)));
    return { id: zone.id, level, rows: distinctRows(facets, level, criteria) };
  });
  const random = seeded(seed);
  const ranks = zones.map(() => new Int32Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const shares = randomShares(criteria.length, random);
    const scores = zones.map(
      ({ level, rows }) => Math.max(0, ...rows.map((row) => row.reduce((sum, score, index) => sum + score * (shares[index] ?? 0), 0))) - 2 * level
    );
    const order = [...scores].sort((a, b) => b - a);
    for (const [index, row] of ranks.entries()) row[draw] = better(order, scores[index] ?? 0) + 1;
  }
  const edge = (1 - SPAN_SHARE) / 2;
  return new Map(
    zones.map(({ id }, index) => {
      const sorted = (ranks[index] ?? new Int32Array()).slice().sort();
      const at = (share: number) => sorted[Math.min(draws - 1, Math.floor(share * draws))] ?? 1;
      return [id, { top: sorted.filter((rank) => rank <= TOP).length / draws, from: at(edge), to: at(1 - edge) }];
    })
  );
}

/** Scores of the units, each pattern once: most units of a zone look alike. */
function distinctRows(facets: Assessed['facets'], level: number, criteria: readonly Criterion[]): number[][] {
  const best = facets.filter(({ musts }) => mustLevel(musts) === level);
  const rows = best.map((facet) => criteria.map((criterion) => facet.bounds[criterion]?.score ?? 0));
  return [...new Map(rows.map((row) => [row.join(' '), row])).values()];
}

/** How many of the descending scores are higher; equal up to rounding is a tie. */
function better(order: readonly number[], score: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? 0) > score + 1e-9) low = middle + 1;
    else high = middle;
  }
  return low;
}
