import type { FigureBeside, ProfileFact, Published, PublishedFigure } from '#lib/schema/published';
import type { Atlas } from './atlas';
import type { Zone } from '#lib/schema/atlas';
import { PROFILE_FIELDS } from '#lib/schema/terms';

/* What is published elsewhere, by what it is about. No document's word: never counted or summed with targets. */

/** A figure that stands beside a target, with what it differs in. */
export type Beside = Readonly<{ figure: PublishedFigure; differs: FigureBeside['differs'] }>;

/** Newest first; figures of one time in the order of the pack. */
const newestFirst = (a: PublishedFigure, b: PublishedFigure): number => b.to.localeCompare(a.to);

/**
 * Figures of an area (of the unit itself, its places included, not of the units within it), of a place, or beside a target; newest first.
 */
export function figuresOf(published: Published, of: { adcode: string } | { place: string } | { target: string }): PublishedFigure[] {
  const { figures, beside } = published;
  if ('adcode' in of) return figures.filter(({ adcode }) => adcode === of.adcode).sort(newestFirst);
  if ('place' in of) return figures.filter(({ place }) => place === of.place).sort(newestFirst);
  const named = new Set(beside.filter(({ target }) => target === of.target).map(({ figure }) => figure));
  return figures.filter(({ id }) => named.has(id)).sort(newestFirst);
}

/** Facts of a place's profile, in the order in which a reader asks, newest first within a field. */
export function profileOf(published: Published, place: string): ProfileFact[] {
  const order = (fact: ProfileFact) => PROFILE_FIELDS.indexOf(fact.field);
  return published.profiles.filter((fact) => fact.place === place).sort((a, b) => order(a) - order(b) || (b.asOf ?? '').localeCompare(a.asOf ?? ''));
}

/** The series that have three points or more, oldest point first: fewer make no line. */
export function seriesOf(figures: readonly PublishedFigure[]): PublishedFigure[][] {
  const inSeries = figures.filter(({ series }) => series !== undefined);
  return [...Map.groupBy(inSeries, ({ series }) => series).values()]
    .filter((points) => points.length >= 3)
    .map((points) => points.sort((a, b) => a.to.localeCompare(b.to)));
}

/** What is published beside a target: `comparable` may stand on its scale, `near` is a line of text and is never drawn. Newest first. */
export function besideOf({ figures, beside }: Published, target: string): { comparable: Beside[]; near: Beside[] } {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const of = (kind: FigureBeside['kind']): Beside[] =>
    beside
      .flatMap((one) => {
        const figure = byId.get(one.figure);
        return one.target === target && one.kind === kind && figure ? [{ figure, differs: one.differs }] : [];
      })
      .sort((a, b) => newestFirst(a.figure, b.figure));
  return { comparable: of('comparable'), near: of('near') };
}

/** How a figure about a zone's ground stands to the zone's targets: comparable with one, beside one that is something else, or beside none. */
const KINDS = ['comparable', 'near', 'area'] as const;
/** A figure about a zone's ground: of an area or place, and never the zone's own. */
export type ZoneFigure = Readonly<{ figure: PublishedFigure; kind: (typeof KINDS)[number] }> & Pick<Beside, 'differs'>;

/**
 * Figures about the member areas of a zone, and about the place that it is: what is comparable with one of its targets first, then what stands
 * beside one as something else, then the rest; newest first in each. Figures beside a target that are about other ground are left out.
 */
export function figuresOfZone(
  { target: byId }: Pick<Atlas, 'target'>,
  { figures, beside }: Published,
  { units, place, targets }: Pick<Zone, 'units' | 'place' | 'targets'>
): ZoneFigure[] {
  // what sets a figure apart from the zone's own target says more than what does from one of several zones together
  const joint = ({ target }: FigureBeside) => Number((byId.get(target)?.scope.zones?.length ?? 0) > 1);
  const own = beside.filter(({ target }) => targets.includes(target)).sort((a, b) => joint(a) - joint(b));
  const rank = ({ kind }: ZoneFigure) => KINDS.indexOf(kind);
  return figures
    .filter((figure) => units.includes(figure.adcode) || (place !== undefined && figure.place === place))
    .map((figure): ZoneFigure => {
      const mine = own.filter((one) => one.figure === figure.id);
      const found = mine.find(({ kind }) => kind === 'comparable') ?? mine[0];
      return { figure, kind: found?.kind ?? 'area', differs: found?.differs };
    })
    .sort((a, b) => rank(a) - rank(b) || newestFirst(a.figure, b.figure));
}
