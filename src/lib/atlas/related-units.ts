import type { AdminUnit, Place, Target, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Citation, Text } from '#lib/schema/common';
import type { Atlas } from './atlas';
import { lineage } from './atlas';
import { overlap } from './cooperation';
import { byTime } from './document-time';
import type { Membership } from './view';
import { membershipsOf } from './view';

/**
 * How a unit comes to be in a zone. `itself`: the clause prints its name; `former`: the clause prints the name of an area that is part of it
 * since a change of districts; `group`: the clause names a group, whose list is elsewhere; `inferred`, `outside`: as Zone.membership.
 */
export type Belonging =
  | Readonly<{ kind: 'itself' | 'inferred' | 'unknown' }>
  | Readonly<{ kind: 'former'; name: Text; until: number }>
  | Readonly<{ kind: 'group'; group: Text; sources: readonly Text[] }>
  | Readonly<{ kind: 'outside'; sources: readonly Text[] }>;

/** How one of a zone's own units comes to be in it. */
export function belongingOf(atlas: Atlas, zone: Zone, adcode: string): Belonging {
  const outside = (citations: readonly Citation[]) => [
    ...new Set(citations.flatMap(({ document }) => atlas.document.get(document) ?? []).filter(({ kind }) => kind === 'outside'))
  ];
  const names = (citations: readonly Citation[]) => outside(citations).map(({ short }) => short);
  if (zone.membership === 'secondary') return { kind: 'outside', sources: names(zone.membershipCitations) };
  if (zone.membership !== 'primary') return { kind: zone.membership };
  const group = zone.unitGroup && atlas.data.vocabulary.unitGroups.find(({ id }) => id === zone.unitGroup);
  if (group) return { kind: 'group', group: group.name, sources: names(group.citations) };
  const former = zone.formerNames?.find((one) => one.adcode === adcode);
  return former ? { kind: 'former', name: former.name, until: former.until } : { kind: 'itself' };
}

export type Role = Membership &
  Readonly<{
    /** the unit is itself one of the zone's; otherwise the city that it is part of is, and `how` is the city's */
    direct: boolean;
    how: Belonging;
    /** sectors and capabilities said of this unit: those of the zone, unless narrowed to other units */
    sectors: readonly ZoneLink[];
    capabilities: readonly ZoneLink[];
  }>;

/** Every part that a unit plays, in every document, newest document first, in a document what names the unit itself first. */
export function rolesOf(atlas: Atlas, adcode: string): Role[] {
  const concerns = (link: ZoneLink) => !link.units || link.units.some((unit) => overlap(atlas, unit, adcode));
  return membershipsOf(atlas, adcode)
    .map((membership) => ({
      ...membership,
      ...standingIn(atlas, membership.zone, adcode),
      sectors: membership.zone.links.sectors.filter(concerns),
      capabilities: membership.zone.links.capabilities.filter(concerns)
    }))
    .sort((a, b) => byTime(b.document, a.document) || Number(b.direct) - Number(a.direct));
}

/** Whether a unit is a zone's by itself or through what it is part of, and how that comes to be in it. */
export function standingIn(atlas: Atlas, zone: Zone, adcode: string): Pick<Role, 'direct' | 'how'> {
  const member = lineage(atlas, adcode).find((unit) => zone.units.includes(unit.adcode))?.adcode ?? adcode;
  return { direct: member === adcode, how: belongingOf(atlas, zone, member) };
}

/** Zones of some of a unit's own parts: what the document says of its counties, not of the whole. Newest document first. */
export function rolesBelow(atlas: Atlas, adcode: string): (Membership & { units: readonly string[] })[] {
  const inside = (unit: string) => unit !== adcode && lineage(atlas, unit).some((one) => one.adcode === adcode);
  return atlas.data.zones
    .filter((zone) => zone.units.some(inside))
    .flatMap((zone) => {
      const layout = atlas.layout.get(zone.layout);
      const document = atlas.document.get(zone.document);
      return layout && document ? [{ zone, layout, document, units: zone.units.filter(inside) }] : [];
    })
    .sort((a, b) => byTime(b.document, a.document));
}

/** Units directly below. */
export const unitsBelow = (atlas: Atlas, adcode: string): AdminUnit[] => atlas.data.admin.filter(({ parent }) => parent === adcode);

/** A unit is in a layout: itself, through its city, or by one of its counties. */
export function isNamed(atlas: Atlas, adcode: string): boolean {
  return atlas.data.zones.some((zone) => zone.units.some((unit) => overlap(atlas, unit, adcode)));
}

/** Targets set for a unit by name; those of its city or of the province are theirs, not the unit's. */
export const targetsFor = (atlas: Atlas, adcode: string): Target[] => atlas.data.targets.filter(({ scope }) => scope.adcodes.includes(adcode));

/** Places in a unit or in one below it. */
export const placesIn = (atlas: Atlas, adcode: string): Place[] =>
  atlas.data.places.filter((place) => lineage(atlas, place.adcode).some((unit) => unit.adcode === adcode));
