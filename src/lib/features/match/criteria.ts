import type { Place, ZoneLink } from '#lib/schema/atlas';
import type { Span } from '#lib/atlas/distances';
import type { Standing } from '#lib/schema/terms';
import type { NearKind } from '#lib/atlas/project/project';

/** How a sector that a zone is named for stands to the one that is wanted. */
export type SectorRelation = 'exact' | 'part' | 'parent' | 'ancestor';

/**
 * Score of a sector by its relation, ours: the same one; a part of what is wanted (the zone is named for a narrower field);
 * the field directly above it; a field further above.
 */
export const SECTOR_SCORE: Readonly<Record<SectorRelation, number>> = { exact: 1, part: 0.8, parent: 0.5, ancestor: 0.25 };

/** Score, ours, of a capability that is not named itself but shown by a sector, a neighbouring capability or a place of the zone. */
export const RELATED_SCORE = 0.5;

/**
 * Score, ours, of what a document names by how it speaks of it.
 * existing: a project can reckon with it. planned: it is exactly what is wanted, so more than something close, but nobody can reckon with it yet.
 * named: a body or a title of that kind, of which the text does not say that it serves others: as good as something close.
 */
export const STANDING_SCORE: Readonly<Record<Standing, number>> = { existing: 1, planned: 0.6, named: RELATED_SCORE };

/** How a link stands; what has no mark, the text takes to be there. */
export const standingOf = (link: ZoneLink): Standing => link.standing ?? 'existing';

/** The best standing among links: what one of them has, the unit has. None gives undefined. */
export function bestStanding(links: readonly ZoneLink[]): Standing | undefined {
  return links.map(standingOf).sort((a, b) => STANDING_SCORE[b] - STANDING_SCORE[a])[0];
}

/** Full score up to `full` km, none from `none` km on, falling evenly in between. Ours. */
export const REACH: Readonly<Record<NearKind, Readonly<{ full: number; none: number }>>> = {
  airport: { full: 30, none: 120 },
  port: { full: 50, none: 200 },
  bonded: { full: 20, none: 100 },
  station: { full: 15, none: 80 },
  university: { full: 5, none: 50 },
  hospital: { full: 5, none: 50 }
};

/** A score of 0 to 1, and the least and most that it could be if what is not known were known. */
export type Bounds = Readonly<{ score: number; low: number; high: number }>;

export const certain = (score: number): Bounds => ({ score, low: score, high: score });

/** No evidence: counts 0, could be anything up to 1. */
export const UNKNOWN: Bounds = { score: 0, low: 0, high: 1 };

/** What a finding rests on. */
export type Evidence =
  | Readonly<{ kind: 'sector'; link: ZoneLink; relation?: SectorRelation }>
  | Readonly<{ kind: 'capability'; link: ZoneLink }>
  | Readonly<{ kind: 'place'; link: ZoneLink; place: Place }>
  | Readonly<{ kind: 'span'; span: Span }>;

/**
 * - named: the document names it here and takes it to be there; planned: it is to be built or sought; mentioned: only a name is given
 * - related: it names something close to it
 * - others: it names others of its group here, and not this one (evidence: those others)
 * - silent: it names nothing of the group here, or the group is one that documents do not list in full (evidence: what it does name of it)
 * - elsewhere: not the zone's document, but another one names it on the unit's ground (evidence: the places, the best first)
 * - measured, unplaced: a distance, or no position to measure it from or to
 */
export type FindingState = 'named' | 'planned' | 'mentioned' | 'related' | 'others' | 'silent' | 'elsewhere' | 'measured' | 'unplaced';

/** What was found about one wish. */
export type Finding = Readonly<{ wish: string; state: FindingState; bounds: Bounds; evidence: readonly Evidence[] }>;

/** Score of a distance in km. */
export function distanceScore(kind: NearKind, km: number): number {
  const { full, none } = REACH[kind];
  return Math.min(1, Math.max(0, (none - km) / (none - full)));
}

/** Mean of the wishes of a criterion, each counting the same. */
export function meanBounds(list: readonly Bounds[]): Bounds {
  const mean = (key: keyof Bounds) => (list.length > 0 ? list.reduce((sum, bounds) => sum + bounds[key], 0) / list.length : 0);
  return { score: mean('score'), low: mean('low'), high: mean('high') };
}
