import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import type { Assessed, Facet } from '#lib/features/match/assess';
import { assessZones } from '#lib/features/match/assess';
import { distanceScore, REACH } from '#lib/features/match/criteria';
import { CRITERIA, EMPTY_PROJECT, LARGEST_WEIGHT, NEAR_KINDS } from '#lib/atlas/project/project';
import type { Criterion, Weights } from '#lib/atlas/project/project';
import { pointsOf, rankZones } from '#lib/features/match/score';
import { seeded, steadiness } from '#lib/features/match/sensitivity';
import { atlasData, zone } from '../../atlas/fixtures';

/* What holds for any scores and any weights. */
const [template] = assessZones(indexAtlas(atlasData({ zones: [zone('z')] })), { ...EMPTY_PROJECT, sectors: ['api'] }, '2026-11-22');
if (!template) throw new Error('the fixture has a zone');

/** Nothing of a unit but its scores. */
const PLAIN = { above: [], findings: {}, musts: { open: [], failed: [] } } as const;

/** Scores come in quarters, so that ties are common. */
const bounds = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).map((three) => {
  const [low = 0, score = 0, high = 0] = three.sort((a, b) => a - b).map((quarter) => quarter / 4);
  return { low, score, high };
});
const facet = fc.tuple(...CRITERIA.map(() => bounds)).map((list): Omit<Facet, 'unit'> => ({
  ...PLAIN,
  bounds: Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, list[index]]))
}));
const zones: fc.Arbitrary<Assessed[]> = fc.array(fc.array(facet, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }).map((list) =>
  list.map((facets, index) => ({
    ...template,
    zone: zone(`zone-${index}`),
    facets: facets.map((one, unit) => ({ ...one, unit: `33010${unit}` }))
  }))
);
const weights: fc.Arbitrary<Weights> = fc
  .tuple(...CRITERIA.map(() => fc.integer({ min: 0, max: LARGEST_WEIGHT })))
  .map((list) => Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, list[index]])) as Weights);
const counting = (given: Weights): Criterion[] => CRITERIA.filter((criterion) => given[criterion] > 0);
const rank = (list: readonly Assessed[], given: Weights) => rankZones(list, counting(given), given);
const scoreOf = (one: Facet, criterion: Criterion) => one.bounds[criterion]?.score ?? 0;

describe('points', () => {
  it('lie between 0 and 100, and within their own range', () => {
    fc.assert(
      fc.property(zones, weights, (list, given) => {
        for (const { points } of rank(list, given)) {
          expect(points.low).toBeGreaterThanOrEqual(0);
          expect(points.score).toBeGreaterThanOrEqual(points.low - 1e-9);
          expect(points.high).toBeGreaterThanOrEqual(points.score - 1e-9);
          expect(points.high).toBeLessThanOrEqual(100 + 1e-9);
        }
      })
    );
  });

  it('are those of the best unit: no other unit has more', () => {
    fc.assert(
      fc.property(zones, weights, (list, given) => {
        for (const { assessed, points } of rank(list, given)) {
          for (const one of assessed.facets) expect(pointsOf(one, counting(given), given).score).toBeLessThanOrEqual(points.score + 1e-9);
        }
      })
    );
  });

  it('do not change when all weights are doubled', () => {
    fc.assert(
      fc.property(zones, weights, (list, given) => {
        const doubled = Object.fromEntries(CRITERIA.map((criterion) => [criterion, 2 * given[criterion]])) as Weights;
        expect(rank(list, doubled).map((one) => [one.assessed.zone.id, one.rank])).toEqual(rank(list, given).map((one) => [one.assessed.zone.id, one.rank]));
      })
    );
  });
});

describe('ranks', () => {
  it('do not depend on the order of the input', () => {
    fc.assert(
      fc.property(
        zones.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        weights,
        ([list, shuffled], given) => {
          expect(rank(shuffled, given)).toEqual(rank(list, given));
        }
      )
    );
  });

  it('are 1 plus the number of zones with more points, and a tie is told', () => {
    fc.assert(
      fc.property(zones, weights, (list, given) => {
        const ranked = rank(list, given);
        for (const one of ranked) {
          expect(one.rank).toBe(ranked.filter((other) => other.points.score > one.points.score + 1e-9).length + 1);
          expect(one.tied).toBe(ranked.some((other) => other !== one && other.rank === one.rank));
        }
      })
    );
  });

  // with a the zone's best unit and b any unit: points of a ≥ points of b and score of a ≥ score of b in the criterion keep the order
  it('of the zone that is best in a criterion are never lowered by raising its weight', () => {
    fc.assert(
      fc.property(zones, weights, fc.constantFrom(...CRITERIA), fc.integer({ min: 1, max: 5 }), (list, given, criterion, more) => {
        const most = Math.max(...list.flatMap(({ facets }) => facets.map((one) => scoreOf(one, criterion))));
        const raised = { ...given, [criterion]: given[criterion] + more };
        const after = new Map(rank(list, raised).map((one) => [one.assessed.zone.id, one.rank]));
        for (const before of rank(list, given)) {
          if (scoreOf(before.best, criterion) === most) expect(after.get(before.assessed.zone.id)).toBeLessThanOrEqual(before.rank);
        }
      }),
      { numRuns: 500 }
    );
  });
});

describe('steadiness', () => {
  const criteria: Criterion[] = ['sector', 'land', 'near'];

  it('repeats, whatever the order of the input; shares and ranks make sense', () => {
    fc.assert(
      fc.property(
        zones.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const steady = steadiness(list, criteria, 50);
          expect(new Map(steadiness(shuffled, criteria, 50))).toEqual(steady);
          for (const { top, from, to } of steady.values()) {
            expect(top).toBeGreaterThanOrEqual(0);
            expect(top).toBeLessThanOrEqual(1);
            expect(from).toBeGreaterThanOrEqual(1);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(list.length);
          }
        }
      ),
      { numRuns: 50 }
    );
  });

  const scored = (id: string, sector: number, land: number): Assessed => {
    const certain = (score: number) => ({ score, low: score, high: score });
    return { ...template, zone: zone(id), facets: [{ unit: '330106', ...PLAIN, bounds: { sector: certain(sector), land: certain(land) } }] };
  };

  it('a zone that is best in everything is first in every draw; one that is worst in everything is last', () => {
    const steady = steadiness([scored('best', 1, 1), scored('a', 1, 0), scored('b', 0, 1), scored('c', 0.5, 0.5), scored('worst', 0, 0)], ['sector', 'land']);
    expect(steady.get('best')).toEqual({ top: 1, from: 1, to: 1 });
    expect(steady.get('worst')).toEqual({ top: 0, from: 5, to: 5 });
  });

  // with two criteria and even splits, sector outweighs land in half of the draws: a is first in about half, else second
  it('weights are spread evenly: of two opposite zones each leads in about half of the draws', () => {
    const other = ['x', 'y'].map((id) => scored(id, 1, 1));
    const steady = steadiness([...other, scored('a', 1, 0), scored('b', 0, 1)], ['sector', 'land']);
    expect(steady.get('a')?.top).toBeGreaterThan(0.45);
    expect(steady.get('a')?.top).toBeLessThan(0.55);
    expect((steady.get('a')?.top ?? 0) + (steady.get('b')?.top ?? 0)).toBeCloseTo(1, 9);
  });

  it('needs two criteria to vary', () => {
    expect(steadiness([scored('a', 1, 0)], ['sector']).size).toBe(0);
  });

  it('draws the published numbers of the generator', () => {
    const random = seeded(1);
    const draws = Array.from({ length: 1000 }, random);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    expect(draws.reduce((a, b) => a + b, 0) / 1000).toBeCloseTo(0.5, 1);
    expect(draws[0]).toBeCloseTo(0.62707, 5);
  });
});

describe('distance', () => {
  it('scores 1 up to the near bound, 0 from the far one, and never rises with distance', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NEAR_KINDS), fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }), (kind, a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        expect(distanceScore(kind, near)).toBeGreaterThanOrEqual(distanceScore(kind, far));
        expect(distanceScore(kind, REACH[kind].full)).toBe(1);
        expect(distanceScore(kind, REACH[kind].none)).toBe(0);
      })
    );
  });
});
