import type { AdminUnit, Place, Target, ZoneLink } from '#lib/schema/atlas';
import type { Atlas } from './atlas';
import { lineage } from './atlas';
import type { Belonging } from './belonging';
import { standingIn } from './belonging';
import { overlap } from './cooperation';
import { byTime } from './document-time';
import type { Membership } from './view';
import { membershipsOf } from './view';

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
