import type { Bounds, Finding, FindingState, SectorRelation } from './criteria';
import type { Criterion } from './project';
import type { Match } from './rank';
import { activeCriteria, askedCriteria, NEAR_KINDS, OTHERS_KINDS, wishesOf } from './project';
import type { OthersKind, Project } from './project';
import { LISTED_FROM } from './score';
import type { Atlas } from '#lib/atlas/atlas';
import type { ZoneLink } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatList, formatNumber, local } from '#lib/design/page/local';
import { kindText } from '#lib/facts/place-text';

export function criterionText(criterion: Criterion): string {
  switch (criterion) {
    case 'sector':
      return m.match_sector();
    case 'stage':
      return m.match_stage();
    case 'land':
      return m.match_land();
    case 'want':
      return m.match_want();
    case 'near':
      return m.match_near();
    case 'others':
      return m.match_others_criterion();
  }
}

export function stateText(state: FindingState): string {
  switch (state) {
    case 'named':
      return m.match_state_named();
    case 'planned':
      return m.match_state_planned();
    case 'mentioned':
      return m.match_state_mentioned();
    case 'related':
      return m.match_state_related();
    case 'others':
      return m.match_state_others();
    case 'silent':
      return m.match_state_silent();
    case 'elsewhere':
      return m.match_state_elsewhere();
    case 'measured':
      return m.match_state_measured();
    case 'unplaced':
      return m.match_state_unplaced();
  }
}

/** A mark that says the state without colour. */
export function stateMark(finding: Finding): string {
  const marks: Readonly<Record<FindingState, string>> = {
    named: '✓',
    planned: '◔',
    mentioned: '◦',
    related: '≈',
    others: '✕',
    silent: '?',
    elsewhere: '⊕',
    measured: '↔',
    unplaced: '?'
  };
  return marks[finding.state];
}

/** How a sector named stands to the one asked for; empty for the same one. */
export function relationText(relation: SectorRelation, name: string): string {
  switch (relation) {
    case 'part':
      return m.match_relation_part({ name });
    case 'parent':
      return m.match_relation_parent({ name });
    case 'ancestor':
      return m.match_relation_ancestor({ name });
    case 'exact':
      return '';
  }
}

/** Points with one decimal at most: what is ranked is not rounded. */
export const pointsText = (points: number): string => formatNumber(points, { maximumFractionDigits: 1 });

/** “30—70” as two texts; undefined where nothing is open. */
export const rangeOf = ({ low, high }: Bounds): { low: string; high: string } | undefined =>
  high - low < 0.05 ? undefined : { low: pointsText(low), high: pointsText(high) };

export const othersText = (kind: OthersKind): string => (kind === 'parks' ? m.zone_parks() : m.zone_platforms());

/** Name of a wish: a sector, a capability or a kind of place. */
export function wishText(atlas: Atlas, wish: string): string {
  const others = OTHERS_KINDS.find((one) => one === wish);
  if (others) return othersText(others);
  const kind = NEAR_KINDS.find((one) => one === wish);
  if (kind) return kindText(kind);
  const name = (atlas.sector.get(wish) ?? atlas.capability.get(wish))?.name;
  return name ? local(name) : wish;
}

/** Names of links of any kind, each once. */
export const linkNames = (atlas: Atlas, links: readonly ZoneLink[]): string =>
  formatList([...new Set(links.map(({ id }) => local((atlas.sector.get(id) ?? atlas.capability.get(id) ?? atlas.place.get(id))?.name ?? { zh: id, en: id })))]);

/** How many zones were found, and where the others went: what is announced. */
export function countText(match: Match, project: Project): string {
  if (activeCriteria(project).length === 0) return m.match_all_zero();
  const counts = { listed: formatNumber(match.listed.length), least: LISTED_FROM, low: formatNumber(match.low.length) };
  const refused = match.refused.length > 0 ? m.match_count_refused({ refused: formatNumber(match.refused.length) }) : '';
  return `${match.listed.length > 0 ? m.match_count(counts) : m.match_count_none(counts)}${refused}`;
}

/** What the project is and wants, without weights: one line for the top of a pitch. */
export const projectLine = (atlas: Atlas, project: Project): string =>
  askedCriteria(project)
    .map((criterion) => formatList(wishesOf(project, criterion).map((wish) => wishText(atlas, wish))))
    .join(' · ');

/** The project in words, e.g. for paper: what is asked, with weights. */
export function projectText(atlas: Atlas, project: Project): string {
  const asked = askedCriteria(project).map((criterion) =>
    m.match_asked({
      criterion: criterionText(criterion),
      names: formatList(wishesOf(project, criterion).map((wish) => wishText(atlas, wish))),
      weight: project.weights[criterion]
    })
  );
  return [...asked, ...(project.named && project.sectors.length > 0 ? [m.match_asked_named()] : [])].join(' · ');
}
