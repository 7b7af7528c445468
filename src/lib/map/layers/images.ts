import type { UnitBadge } from '#lib/atlas/primary-zone';
import type { Zone } from '#lib/schema/atlas';
import type { Hue } from '#lib/schema/terms';
import type { Text } from '#lib/schema/common';

/* Names of the map's images. A name says all that its image shows, so it can be drawn when the map first asks for it. */

export type BadgeLook = Readonly<{ hue: Hue; mark: string; membership: UnitBadge<Zone>['membership'] }>;

/** Image name of the marks in a row below a unit's name; empty for a unit of no zone. */
export const rowImage = (badges: readonly UnitBadge<Pick<Zone, 'hue' | 'mark'>>[], locale: keyof Text): string =>
  badges.length === 0 ? '' : `row/${badges.map(({ zone, membership }) => `${zone.hue}.${zone.mark[locale]}.${membership}`).join('/')}`;

/** The marks that a row's image name stands for; undefined for another image's. */
export function rowOf(name: string): BadgeLook[] | undefined {
  if (!name.startsWith('row/')) return undefined;
  return name
    .slice('row/'.length)
    .split('/')
    .map((part) => {
      const [hue = '', mark = '', membership = ''] = part.split('.');
      return { hue: hue as Hue, mark, membership: membership as BadgeLook['membership'] };
    });
}

/** Shapes of places: where things are made, where they are found out, how one gets there. */
export type PlaceGroup = 'ground' | 'knowledge' | 'transport';

/** Image name of a place's mark: solid where its site is known, else hollow. */
export const markImage = (group: PlaceGroup, solid: boolean): string => `mark/${group}/${solid ? 'solid' : 'hollow'}`;

/** What a place's image name stands for; undefined for another image's. */
export function markOf(name: string): Readonly<{ group: PlaceGroup; solid: boolean }> | undefined {
  const [kind, group, look] = name.split('/');
  return kind === 'mark' ? { group: group as PlaceGroup, solid: look === 'solid' } : undefined;
}
