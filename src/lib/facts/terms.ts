import type { ZoneLink } from '#lib/schema/atlas';
import type { Membership, Text } from '#lib/schema/common';
import type { Tier } from '#lib/schema/terms';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';

/* Closed lists of the schema in the reader's words. */

export function tierText(tier: Tier): string {
  switch (tier) {
    case 'core':
      return m.tier_core();
    case 'park':
      return m.tier_park();
    case 'belt':
      return m.tier_belt();
    case 'circle':
      return m.tier_circle();
    case 'area':
      return m.tier_area();
    case 'point':
      return m.tier_point();
    case 'base':
      return m.tier_base();
    case 'assignment':
      return m.tier_assignment();
    case 'pair':
      return m.tier_pair();
  }
}

/** A zone's tier in the layout's own word, where it has one. */
export const tierNameOf = ({ tier, tierName }: Readonly<{ tier: Tier; tierName?: Text | undefined }>): string => (tierName ? local(tierName) : tierText(tier));

type Marked = NonNullable<ZoneLink['standing']>;

/** How a document speaks of what it does not take to be there. */
export const standingText = (standing: Marked): string => (standing === 'planned' ? m.standing_planned() : m.standing_named());
export const standingHint = (standing: Marked): string => (standing === 'planned' ? m.standing_planned_hint() : m.standing_named_hint());

/** Why a membership needs a remark; undefined where the document itself names the members. */
export function membershipText(membership: Membership): string | undefined {
  switch (membership) {
    case 'primary':
      return undefined;
    case 'secondary':
      return m.membership_secondary();
    case 'inferred':
      return m.membership_inferred();
    case 'unknown':
      return m.membership_unknown();
  }
}
