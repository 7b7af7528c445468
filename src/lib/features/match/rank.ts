import type { Atlas } from '#lib/atlas/atlas';
import { commonUnits } from '#lib/atlas/distances';
import type { Assessed } from './assess';
import { activeCriteria } from './project';
import type { Project } from './project';
import { LISTED_FROM, rankZones } from './score';
import type { Ranked } from './score';

/** The answer to a project: zones worth offering, and the rest with what they lack. */
export type Match = Readonly<{
  /** LISTED_FROM points or more, the best first */
  listed: readonly Ranked[];
  /** fewer points */
  low: readonly Ranked[];
  /** left out by “named in a document in force” */
  refused: readonly Ranked[];
}>;

/** Rank the zones that were assessed (assess.ts) by the project's weights. */
export function matchZones(assessed: readonly Assessed[], project: Project): Match {
  const criteria = activeCriteria(project);
  if (criteria.length === 0) return { listed: [], low: [], refused: [] };
  const rank = (zones: readonly Assessed[]) => rankZones(zones, criteria, project.weights);
  const ranked = rank(assessed.filter(({ refusal }) => !refusal));
  return {
    listed: ranked.filter(({ points }) => points.score >= LISTED_FROM),
    low: ranked.filter(({ points }) => points.score < LISTED_FROM),
    refused: rank(assessed.filter(({ refusal }) => refusal))
  };
}

/** Other zones of a list that have units in common with one, and which: they are the same ground under another document or layout. */
export function overlapsOf(atlas: Atlas, zone: Ranked, others: readonly Ranked[]): { other: Ranked; units: string[] }[] {
  return others
    .filter((other) => other !== zone)
    .map((other) => ({ other, units: commonUnits(atlas, zone.assessed.zone, other.assessed.zone) }))
    .filter(({ units }) => units.length > 0);
}
