import { askedCriteria, mustsOf, NEAR_KINDS, OTHERS_KINDS, wishesOf } from '#lib/atlas/project/project';
import type { Criterion, OthersKind, Project } from '#lib/atlas/project/project';
import type { Atlas } from '#lib/atlas/atlas';
import * as m from '#lib/paraglide/messages';
import { formatDay, formatList, local } from '#lib/design/page/local';
import { sumText } from './money-text';
import { kindText } from './place-text';

/* A project in words: what match asks for, wherever the project travels. */

/** Name of a sector or capability; undefined for an unknown one. */
type NameOf = (id: string) => string | undefined;

/** Names of all that a project can ask for, of the facts. */
export const namesIn =
  (atlas: Pick<Atlas, 'sector' | 'capability'>): NameOf =>
  (id) => {
    const name = (atlas.sector.get(id) ?? atlas.capability.get(id))?.name;
    return name && local(name);
  };

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

export const othersText = (kind: OthersKind): string => (kind === 'parks' ? m.zone_parks() : m.zone_platforms());

/** Name of a wish: a sector, a capability or a kind of place. */
export function wishName(nameOf: NameOf, wish: string): string {
  const others = OTHERS_KINDS.find((one) => one === wish);
  if (others) return othersText(others);
  const kind = NEAR_KINDS.find((one) => one === wish);
  return kind ? kindText(kind) : (nameOf(wish) ?? wish);
}

/** What a project is besides its wishes: “invests ¥300 million”, “starts on 1 March 2027”. */
export const projectFacts = ({ investment, on }: Pick<Project, 'investment' | 'on'>): string[] => [
  ...(investment === undefined ? [] : [m.project_invests({ sum: sumText(investment) })]),
  ...(on === undefined ? [] : [m.project_starts({ day: formatDay(on) })])
];

/** Names of wishes, those marked that the project cannot do without. */
export const asMust = (project: Project, wish: string, name: string): string => (mustsOf(project).includes(wish) ? m.project_must({ name }) : name);

/** What the project is and wants, without weights, in one line; what it cannot do without is marked. */
export const projectLine = (project: Project, nameOf: NameOf): string =>
  [
    ...askedCriteria(project).map((criterion) => formatList(wishesOf(project, criterion).map((wish) => asMust(project, wish, wishName(nameOf, wish))))),
    ...projectFacts(project)
  ].join(' · ');
