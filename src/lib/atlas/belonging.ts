import type { Zone } from '#lib/schema/atlas';
import type { Citation, Text } from '#lib/schema/common';
import type { Atlas } from './atlas';
import { lineage } from './atlas';

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

/** Whether a unit is a zone's by itself or through what it is part of, and how that comes to be in it. */
export function standingIn(atlas: Atlas, zone: Zone, adcode: string): { direct: boolean; how: Belonging } {
  const member = lineage(atlas, adcode).find((unit) => zone.units.includes(unit.adcode))?.adcode ?? adcode;
  return { direct: member === adcode, how: belongingOf(atlas, zone, member) };
}
