import type { Atlas } from '#lib/atlas/atlas';
import { commonUnits } from '#lib/atlas/distances';
import type { Assessed } from './assess';
import { mustLevel } from './musts';
import { activeCriteria } from '#lib/atlas/project/project';
import type { Project } from '#lib/atlas/project/project';
import { LISTED_FROM, rankZones } from './score';
import type { Ranked } from './score';

/** A zone whose ground results of the ranking lie in, and which: it is told beside them, not ranked against them. */
export type Wide = Readonly<{ ranked: Ranked; holds: readonly Ranked[] }>;

/** The answer to a project: zones worth offering, and the rest with what they lack. */
export type Match = Readonly<{
  /** LISTED_FROM points or more, the best first; what meets every must-have before what leaves one open */
  listed: readonly Ranked[];
  /** as many points, but of ground in which listed ones lie */
  wide: readonly Wide[];
  /** fewer points */
  low: readonly Ranked[];
  /** fails a must-have, whatever its points */
  failed: readonly Ranked[];
  /** left out by “named in a document in force” */
  refused: readonly Ranked[];
}>;

const NOTHING: Match = { listed: [], wide: [], low: [], failed: [], refused: [] };

/** Rank the zones that were assessed (assess.ts) by the project's weights. */
export function matchZones(assessed: readonly Assessed[], project: Project): Match {
  const criteria = activeCriteria(project);
  if (criteria.length === 0) return NOTHING;
  const rank = (zones: readonly Assessed[]) => rankZones(zones, criteria, project.weights);
  const all = rank(assessed.filter(({ refusal }) => !refusal));
  const fit = all.filter(({ best }) => mustLevel(best.musts) < 2);
  const good = fit.filter(isListed);
  // a city does not compete with a district in it: it stands with the members in which no result lies
  const held = new Set(good.flatMap(({ best }) => best.above));
  const apart = fit.flatMap(({ assessed: zone }) => {
    const facets = zone.facets.filter(({ unit }) => unit === undefined || !held.has(unit));
    const yielded = zone.facets.flatMap(({ unit }) => (unit !== undefined && held.has(unit) ? [unit] : []));
    return facets.length > 0 ? [{ ...zone, facets, ...(yielded.length > 0 ? { yielded } : {}) }] : [];
  });
  const own = new Map(rank(apart).map((ranked) => [ranked.assessed.zone.id, ranked]));
  const stands = (ranked: Ranked) => {
    const left = own.get(ranked.assessed.zone.id);
    return left !== undefined && isListed(left) && mustLevel(left.best.musts) === mustLevel(ranked.best.musts);
  };
  const competing = new Set(good.filter(stands).map(({ assessed: { zone } }) => zone.id));
  const listed = rank(apart.filter(({ zone }) => competing.has(zone.id)));
  const holds = ({ best }: Ranked) => listed.filter((one) => best.unit !== undefined && one.best.above.includes(best.unit));
  const wide = good.filter(({ assessed: { zone } }) => !competing.has(zone.id)).map((ranked) => ({ ranked, holds: holds(ranked) }));
  return {
    listed,
    wide,
    low: fit.filter((ranked) => !isListed(ranked)),
    failed: all.filter(({ best }) => mustLevel(best.musts) === 2),
    refused: rank(assessed.filter(({ refusal }) => refusal))
  };
}

const isListed = ({ points }: Ranked): boolean => points.score >= LISTED_FROM;

/** Other zones of a list that have units in common with one, and which: they are the same ground under another document or layout. */
export function overlapsOf(atlas: Atlas, zone: Ranked, others: readonly Ranked[]): { other: Ranked; units: string[] }[] {
  return others
    .filter((other) => other !== zone)
    .map((other) => ({ other, units: commonUnits(atlas, zone.assessed.zone, other.assessed.zone) }))
    .filter(({ units }) => units.length > 0);
}
