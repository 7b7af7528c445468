import type { Assessed, Facet } from './assess';
import type { Bounds } from './criteria';
import { mustLevel } from './musts';
import type { Criterion, Weights } from '#lib/atlas/project/project';

/** Zones below this many points are not offered, but listed with what they lack. Ours. */
export const LISTED_FROM = 30;

/** Scores closer than this are the same: what is left is rounding of the machine. */
const SAME = 1e-9;

/** A zone with its points (0 to 100), at best and at least, and its rank; zones of equal points, and whose must-haves stand alike, share a rank. */
export type Ranked = Readonly<{
  assessed: Assessed;
  /** the unit that the points are for */
  best: Facet;
  points: Bounds;
  /** every unit with its points, the best first */
  units: readonly Readonly<{ adcode: string; points: number }>[];
  rank: number;
  tied: boolean;
}>;

/**
 * Weighted mean of the criteria, in points: 100 · Σ weight · score / Σ weight.
 * @param criteria those that count; none gives 0
 */
export function pointsOf(facet: Facet, criteria: readonly Criterion[], weights: Weights): Bounds {
  const total = criteria.reduce((sum, criterion) => sum + weights[criterion], 0);
  const mean = (key: keyof Bounds) =>
    total > 0 ? (100 * criteria.reduce((sum, criterion) => sum + weights[criterion] * (facet.bounds[criterion]?.[key] ?? 0), 0)) / total : 0;
  return { score: mean('score'), low: mean('low'), high: mean('high') };
}

const compare = (a: number, b: number) => (Math.abs(a - b) < SAME ? 0 : a - b);

const levelOf = ({ musts }: Facet): number => mustLevel(musts);

/** The better first: by what it cannot do without, by points, then by how high they could be, then by unit. */
const byPoints = (a: { points: Bounds; facet: Facet }, b: { points: Bounds; facet: Facet }) =>
  levelOf(a.facet) - levelOf(b.facet) ||
  compare(b.points.score, a.points.score) ||
  compare(b.points.high, a.points.high) ||
  (a.facet.unit ?? '').localeCompare(b.facet.unit ?? '');

/** Score and rank zones; a zone stands with its best unit. What meets every must-have comes first, then what leaves one open. Among equals, documents in force come first, then the zone whose points are surer, then the id decides the order on the page. */
export function rankZones(assessed: readonly Assessed[], criteria: readonly Criterion[], weights: Weights): Ranked[] {
  const scored = assessed.flatMap((zone) => {
    const facets = zone.facets.map((facet) => ({ facet, points: pointsOf(facet, criteria, weights) })).sort(byPoints);
    const [first] = facets;
    if (!first) return [];
    const units = facets.flatMap(({ facet, points }) => (facet.unit === undefined ? [] : [{ adcode: facet.unit, points: points.score }]));
    return [{ assessed: zone, best: first.facet, points: first.points, units }];
  });
  const later = ({ status }: Assessed) => (status === 'in-force' ? 0 : 1);
  scored.sort(
    (a, b) =>
      levelOf(a.best) - levelOf(b.best) ||
      compare(b.points.score, a.points.score) ||
      later(a.assessed) - later(b.assessed) ||
      compare(b.points.low, a.points.low) ||
      a.assessed.zone.id.localeCompare(b.assessed.zone.id)
  );
  type Scored = (typeof scored)[number];
  const order = (a: Scored, b: Scored) => levelOf(a.best) - levelOf(b.best) || compare(b.points.score, a.points.score);
  return scored.map((entry) => ({
    ...entry,
    rank: scored.filter((other) => order(other, entry) < 0).length + 1,
    tied: scored.filter((other) => order(other, entry) === 0).length > 1
  }));
}
