import type { Bounds, Finding, FindingState, SectorRelation } from './criteria';
import type { MustState } from './musts';
import type { Match } from './rank';
import { activeCriteria, askedCriteria, wishesOf } from '#lib/atlas/project/project';
import type { Project } from '#lib/atlas/project/project';
import { LISTED_FROM } from './score';
import { DRAWS, TOP } from './sensitivity';
import type { Steadiness } from './sensitivity';
import type { Atlas } from '#lib/atlas/atlas';
import type { ZoneLink } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatList, formatNumber, local } from '#lib/design/page/local';
import { asMust, criterionText, namesIn, projectFacts, wishName } from '#lib/facts/project-text';

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

/** How a must-have stands, in a word or two. */
export function mustText(state: MustState): string {
  switch (state) {
    case 'met':
      return m.match_must_met();
    case 'open':
      return m.match_must_open();
    case 'failed':
      return m.match_must_failed();
  }
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

/** Name of a wish: a sector, a capability or a kind of place. */
export const wishText = (atlas: Atlas, wish: string): string => wishName(namesIn(atlas), wish);

/** How much a zone's place hangs on the weights, in words. */
export function steadyText({ top, from, to }: Steadiness): string {
  const share = { draws: formatNumber(DRAWS), share: formatNumber(top, { style: 'percent', maximumFractionDigits: 0 }), top: TOP };
  if (from === 1 && to === 1) return m.match_steady_first(share);
  if (to <= TOP) return m.match_steady_firm(share);
  if (top >= 0.5) return m.match_steady_mostly(share);
  return from <= TOP ? m.match_steady_some(share) : m.match_steady_seldom(share);
}

/** Names of links of any kind, each once. */
export const linkNames = (atlas: Atlas, links: readonly ZoneLink[]): string =>
  formatList([...new Set(links.map(({ id }) => local((atlas.sector.get(id) ?? atlas.capability.get(id) ?? atlas.place.get(id))?.name ?? { zh: id, en: id })))]);

/** How many zones were found, and where the others went: what is announced. */
export function countText(match: Match, project: Project): string {
  if (activeCriteria(project).length === 0) return m.match_all_zero();
  const counts = { listed: formatNumber(match.listed.length), least: LISTED_FROM, low: formatNumber(match.low.length) };
  const refused = match.refused.length > 0 ? m.match_count_refused({ refused: formatNumber(match.refused.length) }) : '';
  const failed = match.failed.length > 0 ? m.match_count_failed({ failed: formatNumber(match.failed.length) }) : '';
  return `${match.listed.length > 0 ? m.match_count(counts) : m.match_count_none(counts)}${failed}${refused}`;
}

/** The project in words, e.g. for paper: what is asked, with weights. */
export function projectText(atlas: Atlas, project: Project): string {
  const asked = askedCriteria(project).map((criterion) =>
    m.match_asked({
      criterion: criterionText(criterion),
      names: formatList(wishesOf(project, criterion).map((wish) => asMust(project, wish, wishText(atlas, wish)))),
      weight: project.weights[criterion]
    })
  );
  return [...asked, ...projectFacts(project), ...(project.named && project.sectors.length > 0 ? [m.match_asked_named()] : [])].join(' · ');
}
