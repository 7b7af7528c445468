import type { PolicyDocument, Target } from '#lib/schema/atlas';
import { statusOn } from '#lib/atlas/status';

/** How a target's document stands on a day, as the chart tells it: it holds, it is over, or it holds not yet. */
export const STANDINGS = ['force', 'past', 'draft'] as const;
export type Standing = (typeof STANDINGS)[number];

/** @param day YYYY-MM-DD */
export function standingOf(document: PolicyDocument | undefined, day: string): Standing {
  const status = document && statusOn(document, day);
  if (status === 'in-force') return 'force';
  return status === 'draft' || status === 'not-yet' ? 'draft' : 'past';
}

/** What a figure is: a minimum, a maximum, the figure itself, or about that much; as a path around 0, 0. */
export const SHAPES = [
  { id: 'least', d: 'M0-6 6 5H-6Z' },
  { id: 'most', d: 'M0 6 6-5H-6Z' },
  { id: 'exact', d: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0' },
  { id: 'about', d: 'M-5-5H5V5H-5Z' }
] as const;
/** What is no target but a figure: published (hollow), or the reader's own (full). Nothing else is a diamond. */
export const FIGURE = { id: 'figure', d: 'M0-5.5 5.5 0 0 5.5-5.5 0Z' } as const;
export type Shape = (typeof SHAPES)[number]['id'];

export function shapeOf({ operator, upper }: Pick<Target, 'operator' | 'upper'>): Shape {
  if (upper !== undefined || operator === '~') return 'about';
  if (operator === '=') return 'exact';
  return operator === '<=' ? 'most' : 'least';
}
