import { PLACE_GROUPS } from '../on-ground';
import type { PlaceGroup } from '../on-ground';
import type { PlaceKind } from '#lib/schema/terms';

/** What zones are judged by; the order is that of the form, the address and the results. */
export const CRITERIA = ['sector', 'stage', 'land', 'want', 'near', 'others'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Criteria that stand on a group of the pack's capabilities. */
export const GROUP_OF = { stage: 'stage', land: 'land', want: 'service' } as const satisfies Partial<Record<Criterion, string>>;
export type CapabilityCriterion = keyof typeof GROUP_OF;

/** Kinds of places that a project may wish to be near. */
export const NEAR_KINDS = ['airport', 'port', 'bonded', 'station', 'university', 'hospital'] as const satisfies readonly PlaceKind[];
export type NearKind = (typeof NEAR_KINDS)[number];

/**
 * What other documents may name on a zone's ground. Nothing of it is asked for unless the reader switches it on: the zone's own plan does not
 * say it, so that it is a criterion of its own and never part of another.
 */
export const OTHERS_KINDS = PLACE_GROUPS;
export type OthersKind = PlaceGroup;

/** Weights go from 0 (left out) to 5, in whole steps. */
export const LARGEST_WEIGHT = 5;
export type Weights = Readonly<Record<Criterion, number>>;

/** Ours: what a project is, and the land it cannot do without, count most; what only other documents name here, least. */
export const DEFAULT_WEIGHTS: Weights = { sector: 3, stage: 2, land: 3, want: 2, near: 2, others: 1 };

/** A project in search of a place. Lists hold ids of the pack; an empty list means that the criterion is not asked for. */
export type Project = Readonly<{
  sectors: readonly string[];
  stage: readonly string[];
  land: readonly string[];
  want: readonly string[];
  near: readonly NearKind[];
  others: readonly OthersKind[];
  /** only zones that a document in force names for one of the sectors */
  named: boolean;
  /** layouts to look in; undefined: those of documents in force or whose period has ended */
  layouts: readonly string[] | undefined;
  weights: Weights;
  /** of the wishes those that the project cannot do without */
  must: readonly string[];
  /** what it invests in plant and equipment, 万元 */
  investment: number | undefined;
  /** day on which it starts, YYYY-MM-DD */
  on: string | undefined;
}>;

export const EMPTY_PROJECT: Project = {
  sectors: [],
  stage: [],
  land: [],
  want: [],
  near: [],
  others: [],
  named: false,
  layouts: undefined,
  weights: DEFAULT_WEIGHTS,
  must: [],
  investment: undefined,
  on: undefined
};

/** What the project asks of a criterion. */
export const wishesOf = (project: Project, criterion: Criterion): readonly string[] => (criterion === 'sector' ? project.sectors : project[criterion]);

/** Criteria that the project asks for, whatever their weight. */
export const askedCriteria = (project: Project): Criterion[] => CRITERIA.filter((criterion) => wishesOf(project, criterion).length > 0);

/** Criteria that a zone's own document names sectors or capabilities for. */
export const PLAN_CRITERIA = ['sector', 'stage', 'land', 'want'] as const satisfies readonly Criterion[];

/** Criteria whose wishes may be musts: what other documents name on a zone's ground is no offer of the zone's. */
export const MUST_CRITERIA = CRITERIA.filter((criterion) => criterion !== 'others');

/** What the project cannot do without, among what it asks for. */
export const mustsOf = (project: Project): string[] => {
  const asked = new Set(MUST_CRITERIA.flatMap((criterion) => wishesOf(project, criterion)));
  return [...new Set(project.must)].filter((wish) => asked.has(wish));
};

/** Criteria that count: asked for, and not weighted 0. */
export const activeCriteria = (project: Project): Criterion[] => askedCriteria(project).filter((criterion) => project.weights[criterion] > 0);
