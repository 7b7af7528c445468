import type { UnitBadge } from '#lib/atlas/primary-zone';
import type { Zone } from '#lib/schema/atlas';
import type { Hue } from '#lib/schema/terms';
import type { Text } from '#lib/schema/common';

/* Names of the map's images. A name says all that its image shows, so it can be drawn when the map first asks for it. */

/** A zone's mark: solid; hollow beside a unit that belongs to it only in part. */
export type BadgeLook = Readonly<{ hue: Hue; mark: string; part: boolean }>;

/** Shapes of places: where things are made, where they are found out, how one gets there. */
export const PLACE_GROUPS = ['ground', 'knowledge', 'transport'] as const;
export type PlaceGroup = (typeof PLACE_GROUPS)[number];
/** Places of a unit by their shape; none is left out. */
export type Tally = Readonly<Partial<Record<PlaceGroup, number>>>;

/** Image name of what stands in a row below a unit's name: the marks of its zones, and how many places it has; empty without any. */
export function rowImage(badges: readonly Pick<UnitBadge<Pick<Zone, 'hue' | 'mark'>>, 'zone' | 'part'>[], locale: keyof Text, tally: Tally = {}): string {
  const marks = badges.map(({ zone, part }) => `${zone.hue}.${zone.mark[locale]}${part ? '.part' : ''}`).join('/');
  const counts = PLACE_GROUPS.flatMap((group) => (tally[group] ? [`+${group}.${tally[group]}`] : [])).join('');
  return marks || counts ? `row/${marks}${counts}` : '';
}

/** Image name of a zone's name on the map: its mark and its name on a plate of their own, so that it looks like no place. */
export const plateImage = ({ hue, mark, short }: Pick<Zone, 'hue' | 'mark' | 'short'>, locale: keyof Text): string =>
  `plate/${hue}.${mark[locale]}/${short[locale]}`;

/** The mark and the name that a plate's image name stands for; undefined for another image's. */
export function plateOf(name: string): Readonly<{ badge: BadgeLook; text: string }> | undefined {
  const [, look = '', text] = /^plate\/([^/]+)\/(.+)$/.exec(name) ?? [];
  return text === undefined ? undefined : { badge: badgeLook(look), text };
}

const badgeLook = (part: string): BadgeLook => {
  const [hue = '', mark = '', extent] = part.split('.');
  return { hue: hue as Hue, mark, part: extent !== undefined };
};

/** The same row in smaller marks, for a small window that shows a whole province. */
export const smallRow = (name: string): string => name && `small-${name}`;
export const isSmall = (name: string): boolean => name.startsWith('small-');

/** The marks that a row's image name stands for; undefined for another image's. */
export function rowOf(name: string): BadgeLook[] | undefined {
  const marks = /^(?:small-)?row\/([^+]*)/.exec(name)?.[1];
  if (marks === undefined) return undefined;
  return marks.split('/').filter(Boolean).map(badgeLook);
}

/** The numbers of places that a row's image name stands for, by shape. */
export const tallyOf = (name: string): [PlaceGroup, number][] =>
  name
    .split('+')
    .slice(1)
    .map((part) => {
      const [group, count] = part.split('.');
      return [group as PlaceGroup, Number(count)];
    });

/** CSS px of a row: a mark, the room between two, a shape with a digit; and the share of it that a small row has. */
export const ROW = { side: 18, gap: 2, shape: 3.6, digit: 7, small: 0.84 } as const;
/** Room for a shape and a number. */
export const countWidth = (count: number): number => 2 * ROW.shape + 6 + String(count).length * ROW.digit;
/** Width of a row: of its marks, and of all. */
export function rowWidth(name: string): Readonly<{ marks: number; all: number }> {
  const marks = (rowOf(name)?.length ?? 0) * (ROW.side + ROW.gap) + ROW.gap;
  return { marks, all: marks + tallyOf(name).reduce((sum, [, count]) => sum + countWidth(count), 0) };
}
/** The mark of a row at a distance from its middle, CSS px. */
export function markAt(name: string, dx: number): BadgeLook | undefined {
  const across = dx / (isSmall(name) ? ROW.small : 1) + rowWidth(name).all / 2;
  return rowOf(name)?.[Math.floor((across - ROW.gap / 2) / (ROW.side + ROW.gap))];
}

/** Image name of a place's mark: solid where its site is known, else hollow. */
export const markImage = (group: PlaceGroup, solid: boolean): string => `mark/${group}/${solid ? 'solid' : 'hollow'}`;

/** What a place's image name stands for; undefined for another image's. */
export function markOf(name: string): Readonly<{ group: PlaceGroup; solid: boolean }> | undefined {
  const [kind, group, look] = name.split('/');
  return kind === 'mark' ? { group: group as PlaceGroup, solid: look === 'solid' } : undefined;
}
