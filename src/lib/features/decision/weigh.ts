import type { Atlas } from '#lib/atlas/atlas';
import { ACCESS_KINDS, zoneAccess } from '#lib/atlas/distances';
import type { Access } from '#lib/atlas/distances';
import { groundAccess } from '#lib/atlas/ground-distance';
import type { GroundAccess, Outlines } from '#lib/atlas/ground-distance';
import { activeCriteria } from '#lib/atlas/project/project';
import type { Project } from '#lib/atlas/project/project';
import { incentivesCovering } from '#lib/atlas/related-incentives';
import { statusOn } from '#lib/atlas/status';
import { assessZones } from '#lib/features/match/assess';
import { matchZones } from '#lib/features/match/rank';
import { rankZones } from '#lib/features/match/score';
import type { Ranked } from '#lib/features/match/score';
import { usualLayouts } from '#lib/features/match/usual-layouts';
import { estimate } from '#lib/features/support/estimate';
import type { DocumentEstimate } from '#lib/features/support/estimate';
import type { Project as Question } from '#lib/features/support/question';
import type { PolicyDocument } from '#lib/schema/atlas';
import type { Asked } from './address';
import { MOST_ZONES } from './address';

/** What is in force for a zone on the day: documents that reach it, and those among them that print sums for the project. */
export type Support = Readonly<{ documents: readonly Readonly<{ document: PolicyDocument; measures: number }>[]; sums: readonly DocumentEstimate[] }>;

export type DecisionZone = Readonly<{
  ranked: Ranked;
  /** its place in the ranking; undefined where it is not ranked */
  place: number | undefined;
  access: readonly Access[];
  /** empty until outlines are there, and where the members are open */
  ground: readonly GroundAccess[];
  support: Support;
}>;

export type Decision = Readonly<{
  project: Project;
  zones: readonly DecisionZone[];
  /** how many zones the match ranks */
  of: number;
  /** YYYY-MM-DD for which documents are shown as in force or not */
  day: string;
  version: string;
}>;

/**
 * What a decision sheet says: the zones that were chosen, or the best of the match, with what is known of each.
 * @param outlines of units, once they are there
 */
export function buildDecision(atlas: Atlas, { project, question, zones }: Omit<Asked, 'problems'>, day: string, outlines: Outlines | undefined): Decision {
  const usual = project.layouts ?? usualLayouts(atlas.data, day);
  const match = matchZones(assessZones(atlas, { ...project, layouts: usual }, day), project);
  const chosen = zones.length > 0 ? assessedOf(atlas, project, zones, day) : match.listed.slice(0, MOST_ZONES);
  const sums = estimate(atlas, question, day).documents.filter(({ standing }) => standing === 'open');
  return {
    project,
    zones: chosen.map((own) => {
      const ranked = match.listed.find(({ assessed }) => assessed.zone.id === own.assessed.zone.id);
      const { zone } = own.assessed;
      return {
        ranked: ranked ?? own,
        place: ranked?.rank,
        access: zoneAccess(atlas, zone).filter(({ kind }) => shownKinds(project).includes(kind)),
        ground: outlines ? groundAccess(atlas, zone, outlines).filter(({ kind }) => shownKinds(project).includes(kind)) : [],
        support: supportOf(atlas, own, sums, question, day)
      };
    }),
    of: match.listed.length,
    day,
    version: atlas.data.index.version
  };
}

/** Distances that are told: those asked for; without any, to the airport and the railway. */
function shownKinds({ near }: Project): readonly string[] {
  const asked = ACCESS_KINDS.filter((kind) => near.some((one) => one === kind));
  return asked.length > 0 ? asked : ['airport', 'station'];
}

/** Zones that the reader chose, whatever their points and whichever layout they are of, in the reader's order. */
function assessedOf(atlas: Atlas, project: Project, zones: readonly string[], day: string): Ranked[] {
  const layouts = [...new Set(zones.flatMap((id) => atlas.zone.get(id)?.layout ?? []))];
  const assessed = assessZones(atlas, { ...project, layouts }, day).filter(({ zone }) => zones.includes(zone.id));
  const ranked = rankZones(assessed, activeCriteria(project), project.weights);
  return zones.flatMap((id) => ranked.find((one) => one.assessed.zone.id === id) ?? []);
}

function supportOf(atlas: Atlas, { assessed: { zone } }: Ranked, sums: readonly DocumentEstimate[], { groups }: Question, day: string): Support {
  const covering = incentivesCovering(atlas, zone).filter(({ document }) => statusOn(document, day) === 'in-force');
  return {
    documents: covering.map(({ document, incentives }) => ({ document, measures: incentives.length })),
    sums: groups.length > 0 ? sums.filter(({ document }) => covering.some((one) => one.document.id === document.id)) : []
  };
}
