import type { StoryMap } from '#lib/schema/story-map';

/* Ids by which the small maps of a story use the shapes that the page holds once (StoryShapes.svelte). */

export const shapeId = (frame: string, kind: 'land' | 'lines' | 'context' | 'zone' | 'unit', id = ''): string => `story-${frame}-${kind}${id && `-${id}`}`;

type Drawn = Pick<StoryMap['zones'][number], 'id' | 'tier' | 'nth'>;

/** Id of the pattern that a zone is filled with; solid tiers have none. */
export function patternId({ id, tier }: Drawn): string | undefined {
  return tier === 'belt' || tier === 'circle' || tier === 'assignment' ? `story-fill-${id}` : undefined;
}

/** Zones that share ground differ by the direction of their hatching; degrees. */
export const hatchAngle = ({ tier, nth }: Drawn): number => (tier === 'belt' ? ([45, 135, 0][nth % 3] ?? 0) : 60 * nth);
