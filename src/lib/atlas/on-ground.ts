import type { DocumentStatus, Place, PolicyDocument, Target, Zone } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import { STANDINGS } from '#lib/schema/terms';
import type { PlaceKind, Standing } from '#lib/schema/terms';
import type { Atlas } from './atlas';
import { lineage, zonePlaces } from './atlas';
import { byCurrency } from './document-time';
import { standingAmong } from './related-places';
import { statusOn } from './status';

/*
 * What all documents say about some ground: the one answer that zones, units, comparison, match, pitch and data give.
 * Ground is the units of a zone, or a unit. A place is on it where its own unit, or one that this is part of, is among them: a member city
 * holds the places of its counties, but a place that is known by its city alone is not put into any county.
 */

const PARKS: readonly PlaceKind[] = ['park', 'town', 'base', 'zone'];
const PLATFORMS: readonly PlaceKind[] = ['platform', 'institute', 'facility', 'hospital', 'university'];
export const PLACE_GROUPS = ['parks', 'platforms'] as const;
export type PlaceGroup = (typeof PLACE_GROUPS)[number];

/** Ground to build on, or somebody to work with; undefined for ways to get or ship there. */
export const groupOf = ({ kind }: Pick<Place, 'kind'>): PlaceGroup | undefined =>
  PARKS.includes(kind) ? 'parks' : PLATFORMS.includes(kind) ? 'platforms' : undefined;

/** How one document speaks of a place, and where. */
export type PlaceNaming = Readonly<{ document: PolicyDocument; status: DocumentStatus; standing: Standing; citations: readonly Citation[] }>;

/**
 * The policy documents that name a place: what is in force first, then what ended, drafts last; among equals the newest first.
 * A document takes a place to be there where any of its clauses does; else it is to be built; else it is only named.
 */
export function namingsOfPlace(atlas: Atlas, { mentions }: Pick<Place, 'mentions'>, day: string): PlaceNaming[] {
  return [...Map.groupBy(mentions, ({ document }) => document)]
    .flatMap(([id, list]): PlaceNaming[] => {
      const document = atlas.document.get(id);
      if (document?.kind !== 'policy') return [];
      const clauses = [...new Set(list.map(({ clause }) => clause))];
      return [
        {
          document,
          status: statusOn(document, day),
          standing: standingAmong(list) ?? 'existing',
          citations: clauses.map((clause) => ({ document: id, clause }))
        }
      ];
    })
    .sort((a, b) => byCurrency(day)(a.document, b.document));
}

/** A place on some ground, as the first of the documents that are asked names it. */
export type GroundPlace = Omit<PlaceNaming, 'document' | 'status'> &
  Readonly<{
    place: Place;
    group: PlaceGroup;
    /** the unit of the ground that it is in */
    member: string;
    /** ids of further documents that name it */
    also: readonly string[];
  }>;

/** What is told under one document; a place that several name is told once, under the first of them. */
export type NamedBy = Pick<PlaceNaming, 'document' | 'status'> & Readonly<{ places: readonly GroundPlace[] }>;

type Found = Readonly<Pick<GroundPlace, 'place' | 'group' | 'member'> & { namings: readonly PlaceNaming[] }>;

/** Parks, platforms and institutions on some ground that documents name; ways to get there are none. */
function placesOn(atlas: Atlas, units: readonly string[], day: string): Found[] {
  const ground = new Set(units);
  return atlas.data.places.flatMap((place): Found[] => {
    const group = groupOf(place);
    const member = group && lineage(atlas, place.adcode).find(({ adcode }) => ground.has(adcode))?.adcode;
    return group && member !== undefined ? [{ place, group, member, namings: namingsOfPlace(atlas, place, day) }] : [];
  });
}

/** Each place under the first document that names it; one that none names is left out. */
function byDocument(found: readonly Found[], day: string): NamedBy[] {
  const first = found.flatMap(({ namings: [naming, ...rest], ...where }) => {
    if (!naming) return [];
    const { document, standing, citations } = naming;
    return [{ document, one: { ...where, standing, citations, also: rest.map((other) => other.document.id) } }];
  });
  return [...Map.groupBy(first, ({ document }) => document)]
    .map(([document, list]): NamedBy => ({ document, status: statusOn(document, day), places: list.map(({ one }) => one).sort(inOrder) }))
    .sort((a, b) => byCurrency(day)(a.document, b.document));
}

/**
 * Parks, platforms and institutions on some ground by the documents that name them.
 * @param units adcodes
 */
export const placesNamed = (atlas: Atlas, units: readonly string[], day: string): NamedBy[] => byDocument(placesOn(atlas, units, day), day);

/** Parks before platforms, what is there before what is to come; else as the data list them. */
const inOrder = (a: GroundPlace, b: GroundPlace): number =>
  PLACE_GROUPS.indexOf(a.group) - PLACE_GROUPS.indexOf(b.group) || STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing);

/** A target that is set for a unit by name. */
export type UnitTarget = Readonly<{ target: Target; document: PolicyDocument; status: DocumentStatus; units: readonly string[] }>;

/** What there is on a zone's ground; a plan's word for the zone itself is with the zone. */
export type ZoneGround = Readonly<{
  /** named by the zone's own document on its ground, but not for the zone */
  samePlan: NamedBy | undefined;
  /** named by other documents only */
  others: readonly NamedBy[];
  /** set for its members by name, by any document, and not the zone's own */
  targets: readonly UnitTarget[];
}>;

/** What all documents say about a zone's ground, besides what its own says of the zone. Nothing where the members are open. */
export function zoneGround(atlas: Atlas, zone: Zone, day: string): ZoneGround {
  const own = new Set(zonePlaces(zone));
  const isOwn = ({ document }: PlaceNaming) => document.id === zone.document;
  const free = placesOn(atlas, zone.units, day).filter(({ place }) => !own.has(place.id));
  const [samePlan] = byDocument(
    free.map((one) => ({ ...one, namings: one.namings.filter(isOwn) })),
    day
  );
  const others = byDocument(
    free.filter(({ namings }) => !namings.some(isOwn)),
    day
  );
  const ownTargets = new Set(zone.targets);
  const targets = targetsOn(atlas, zone.units, day).filter(({ target }) => !ownTargets.has(target.id));
  return { samePlan, others, targets };
}

/** Targets set for units by name: what is set for a zone or a place in them is the zone's or the place's. In force first. */
export function targetsOn(atlas: Atlas, units: readonly string[], day: string): UnitTarget[] {
  return atlas.data.targets
    .flatMap((target): UnitTarget[] => {
      const { adcodes, zone, zones, place } = target.scope;
      const document = atlas.document.get(target.document);
      const named = adcodes.filter((code) => units.includes(code));
      if (!document || named.length === 0 || zone || zones || place) return [];
      return [{ target, document, status: statusOn(document, day), units: named }];
    })
    .sort((a, b) => byCurrency(day)(a.document, b.document));
}

/** Places by group, and in all. */
export type PlaceCount = Readonly<Record<PlaceGroup, number>> & Readonly<{ all: number }>;

/** How many, of which kind. */
export function countPlaces(groups: readonly Pick<NamedBy, 'places'>[]): PlaceCount {
  const places = groups.flatMap((group) => group.places);
  const parks = places.filter(({ group }) => group === 'parks').length;
  return { parks, platforms: places.length - parks, all: places.length };
}

/**
 * A member that the clause names as an area of that time, which a change of districts has given to it: the area is a part of it or all of it,
 * so that a place in the member may lie outside. Told, not left out.
 */
export const isPartly = ({ formerNames = [] }: Pick<Zone, 'formerNames'>, { member }: Pick<GroundPlace, 'member'>): boolean =>
  formerNames.some(({ adcode }) => adcode === member);
