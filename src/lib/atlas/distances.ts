import { distance } from '@turf/distance';
import type { AdminUnit, Place, Zone } from '#lib/schema/atlas';
import type { PlaceKind } from '#lib/schema/terms';
import { lineage, zonePlaces } from './atlas';
import type { Atlas } from './atlas';

type Position = readonly [lon: number, lat: number];

/** Great-circle distance, km (sphere of 6371 km): not along any road. */
export const greatCircleKm = (a: Position, b: Position): number => distance([...a], [...b], { units: 'kilometers' });

/** A point to measure from or to, and how far the thing itself may lie from it, km. */
export type Anchor = Readonly<({ kind: 'place'; place: Place } | { kind: 'unit'; unit: AdminUnit }) & { at: Position; within: number }>;

/** A distance between two anchors, km; `within` is the uncertainty of both ends together. */
export type Span = Readonly<{ from: Anchor; to: Anchor; km: number; within: number }>;

/** How far off a place's point may be, km, by its precision; a place known by district only has no point of its own. */
const WITHIN: Readonly<Record<Place['precision'], number | undefined>> = {
  site: 0,
  neighbourhood: 2,
  town: 5,
  district: undefined,
  prefecture: undefined,
  unlocated: undefined
};

/** A place as a point to measure to or from; undefined where only its district, or nothing, is known. */
export function placeAnchor(place: Place): Anchor | undefined {
  const within = WITHIN[place.precision];
  return place.lon === null || place.lat === null || within === undefined ? undefined : { kind: 'place', place, at: [place.lon, place.lat], within };
}

/** A unit's label point; no point of the unit is farther from it than the far corner of its bounding box. */
function unitAnchor(unit: AdminUnit): Anchor {
  const [west, south, east, north] = unit.bbox;
  const corners: Position[] = [
    [west, south],
    [west, north],
    [east, south],
    [east, north]
  ];
  return { kind: 'unit', unit, at: unit.label, within: Math.max(...corners.map((corner) => greatCircleKm(unit.label, corner))) };
}

/** Where to measure a zone from: its located parks and platforms, and the label point of each unit that has none. */
export function zoneAnchors(atlas: Atlas, zone: Zone): Anchor[] {
  const places = zonePlaces(zone).flatMap((id) => atlas.place.get(id) ?? []);
  const located = places.flatMap((place) => placeAnchor(place) ?? []);
  const isIn = (place: Place, unit: string) => lineage(atlas, place.adcode).some(({ adcode }) => adcode === unit);
  const bare = zone.units.filter((unit) => !located.some((anchor) => anchor.kind === 'place' && isIn(anchor.place, unit)));
  return [...located, ...bare.flatMap((code) => atlas.unit.get(code) ?? []).map(unitAnchor)];
}

const spanOf = (from: Anchor, to: Anchor): Span => ({ from, to, km: greatCircleKm(from.at, to.at), within: from.within + to.within });
const shorter = (a: Span, b: Span) => (b.km < a.km ? b : a);

/** The shortest span from any of the one to any of the other. */
export function nearest(from: readonly Anchor[], to: readonly Anchor[]): Span | undefined {
  const spans = from.flatMap((a) => to.map((b) => spanOf(a, b)));
  return spans.length > 0 ? spans.reduce(shorter) : undefined;
}

/** Kinds of infrastructure that a zone is measured to. */
export const ACCESS_KINDS = ['airport', 'port', 'station', 'bonded'] as const satisfies readonly PlaceKind[];
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** The nearest place of a kind; `farthest` is the point of the zone that has the longest way to its own nearest one. */
export type Access = Readonly<{ kind: AccessKind; nearest: Span; farthest: Span | undefined }>;

/** Distances of a zone to infrastructure; zones without a point give nothing. */
export const zoneAccess = (atlas: Atlas, zone: Zone): Access[] => accessFrom(atlas, zoneAnchors(atlas, zone));

/**
 * Distances to infrastructure from any of some points; kinds without any located place give nothing.
 * @param itself a place that is no goal: what is measured is an airport or a port itself
 */
export function accessFrom(atlas: Atlas, anchors: readonly Anchor[], itself?: string): Access[] {
  return ACCESS_KINDS.flatMap((kind) => {
    const goals = atlas.data.places.filter((place) => place.kind === kind && place.id !== itself).flatMap((place) => placeAnchor(place) ?? []);
    const each = anchors.flatMap((anchor) => nearest([anchor], goals) ?? []);
    if (each.length === 0) return [];
    const far = each.reduce((a, b) => (b.km > a.km ? b : a));
    const near = each.reduce(shorter);
    return [{ kind, nearest: near, farthest: far === near ? undefined : far }];
  });
}

/** Located places near one that is located itself, the nearest first. @param wanted which of the others count */
export function placesNear(atlas: Atlas, place: Place, wanted: (other: Place) => boolean): (Span & { to: Anchor & { kind: 'place' } })[] {
  const from = placeAnchor(place);
  if (!from) return [];
  return atlas.data.places
    .filter((other) => other.id !== place.id && wanted(other))
    .flatMap((other) => {
      const to = placeAnchor(other);
      return to ? [{ ...spanOf(from, to), to: { ...to, kind: 'place' as const, place: other } }] : [];
    })
    .sort((a, b) => a.km - b.km || a.to.place.id.localeCompare(b.to.place.id));
}

/** Units that two zones have in common: the same one, or one inside the other. */
export function commonUnits(atlas: Atlas, a: Zone, b: Zone): string[] {
  const inside = (unit: string, zone: Zone) => lineage(atlas, unit).some(({ adcode }) => zone.units.includes(adcode));
  return [...new Set([...a.units.filter((unit) => inside(unit, b)), ...b.units.filter((unit) => inside(unit, a))])].sort();
}
