import type { DocumentStatus } from '#lib/schema/atlas';
import { HUES } from '#lib/schema/terms';
import type { Hue } from '#lib/schema/terms';

/** How a small map paints an area: in a zone's hue, or by how current the documents are that name it. */
export type Tone = Hue | 'here' | 'in-force' | 'past' | 'draft';

/** Tone of an area that documents of these statuses name: the most current one counts. */
export function toneOf(statuses: readonly DocumentStatus[]): Tone | undefined {
  if (statuses.includes('in-force')) return 'in-force';
  if (statuses.some((status) => status === 'period-ended' || status === 'horizon-past' || status === 'expired')) return 'past';
  return statuses.length > 0 ? 'draft' : undefined;
}

/** The hue that a tone is, if it is one. */
export const hueOf = (tone: Tone): Hue | undefined => HUES.find((hue) => hue === tone);
