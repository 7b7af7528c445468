import type { DocumentStatus } from '#lib/schema/atlas';
import { TIERS } from '#lib/schema/terms';
import type { Tier } from '#lib/schema/terms';

/** How a small map paints an area: by tier, or by how current the documents are that name it. */
export type Tone = Tier | 'here' | 'in-force' | 'past' | 'draft';

/** Tone of an area that documents of these statuses name: the most current one counts. */
export function toneOf(statuses: readonly DocumentStatus[]): Tone | undefined {
  if (statuses.includes('in-force')) return 'in-force';
  if (statuses.some((status) => status === 'period-ended' || status === 'horizon-past' || status === 'expired')) return 'past';
  return statuses.length > 0 ? 'draft' : undefined;
}

/** The tier that a tone stands for, if it is one. */
export const tierOf = (tone: Tone): Tier | undefined => TIERS.find((tier) => tier === tone);
