import type { DocumentStatus, ZoneLink } from '#lib/schema/atlas';
import type { Membership, Text } from '#lib/schema/common';
import type { PlaceKind, Precision, Tier } from '#lib/schema/terms';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';

/* Closed lists of the schema in the reader's words. */

export function statusText(status: DocumentStatus): string {
  switch (status) {
    case 'in-force':
      return m.status_in_force();
    case 'period-ended':
      return m.status_period_ended();
    case 'horizon-past':
      return m.status_horizon_past();
    case 'expired':
      return m.status_expired();
    case 'draft':
      return m.status_draft();
    case 'not-yet':
      return m.status_not_yet();
    case 'reference':
      return m.status_reference();
  }
}

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

export function kindText(kind: PlaceKind): string {
  switch (kind) {
    case 'park':
      return m.kind_park();
    case 'town':
      return m.kind_town();
    case 'base':
      return m.kind_base();
    case 'zone':
      return m.kind_zone();
    case 'platform':
      return m.kind_platform();
    case 'institute':
      return m.kind_institute();
    case 'facility':
      return m.kind_facility();
    case 'hospital':
      return m.kind_hospital();
    case 'university':
      return m.kind_university();
    case 'airport':
      return m.kind_airport();
    case 'port':
      return m.kind_port();
    case 'station':
      return m.kind_station();
    case 'bonded':
      return m.kind_bonded();
    case 'customs':
      return m.kind_customs();
  }
}

export function precisionText(precision: Precision): string {
  switch (precision) {
    case 'site':
      return m.precision_site();
    case 'neighbourhood':
      return m.precision_neighbourhood();
    case 'town':
      return m.precision_town();
    case 'district':
      return m.precision_district();
    case 'prefecture':
      return m.precision_prefecture();
    case 'unlocated':
      return m.precision_unlocated();
  }
}

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
