import type { AdminUnit, AtlasData, Incentive, Layout, Note, Place, PolicyDocument, Sector, Target, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';

type ById<T> = ReadonlyMap<string, T>;

/** The facts of a pack with look-ups. Built once; nothing in it is ever changed. */
export type Atlas = Readonly<{
  data: AtlasData;
  document: ById<PolicyDocument>;
  layout: ById<Layout>;
  zone: ById<Zone>;
  sector: ById<Sector>;
  target: ById<Target>;
  place: ById<Place>;
  incentive: ById<Incentive>;
  note: ById<Note>;
  /** by adcode */
  unit: ById<AdminUnit>;
  capability: ById<AtlasData['vocabulary']['capabilities'][number]>;
  agency: ById<AtlasData['vocabulary']['agencies'][number]>;
  /** name of a unit of measure */
  measure: ById<Text>;
}>;

const byId = <T extends { id: string }>(list: readonly T[]): ById<T> => new Map(list.map((entry) => [entry.id, entry]));

/** Index the published facts. The answer shares the given objects. */
export function indexAtlas(data: AtlasData): Atlas {
  const { capabilities, agencies, units } = data.vocabulary;
  return {
    data,
    document: byId(data.documents),
    layout: byId(data.layouts),
    zone: byId(data.zones),
    sector: byId(data.sectors),
    target: byId(data.targets),
    place: byId(data.places),
    incentive: byId(data.incentives),
    note: byId(data.notes),
    unit: new Map(data.admin.map((unit) => [unit.adcode, unit])),
    capability: byId(capabilities),
    agency: byId(agencies),
    measure: new Map(units.map(({ id, name }) => [id, name]))
  };
}

/** Places of a zone: the one that it is, or its platforms and parks. */
export const zonePlaces = ({ place, platforms, parks }: Pick<Zone, 'place' | 'platforms' | 'parks'>): string[] => [
  ...new Set([...(place ? [place] : []), ...platforms, ...parks])
];

/** The place that a zone itself is, as a link to it; undefined where it is none. */
export const placeOfZone = ({ place, placeStanding, citations }: Pick<Zone, 'place' | 'placeStanding' | 'citations'>): ZoneLink | undefined =>
  place === undefined ? undefined : { id: place, citations, ...(placeStanding ? { standing: placeStanding } : {}), notes: [] };

/** Zones of a layout in the layout's own order. */
export function zonesOf(atlas: Atlas, layout: Layout): Zone[] {
  return layout.zones.flatMap((id) => atlas.zone.get(id) ?? []);
}

/**
 * A unit with the units it is part of: county, prefecture, province (as far as the region goes).
 * @throws Error if a unit is above itself, which the schema rules out
 */
export function lineage(atlas: Atlas, adcode: string): AdminUnit[] {
  const chain: AdminUnit[] = [];
  for (let unit = atlas.unit.get(adcode); unit; unit = unit.parent ? atlas.unit.get(unit.parent) : undefined) {
    if (chain.includes(unit)) throw new Error(`${unit.adcode} is above itself`);
    chain.push(unit);
  }
  return chain;
}

/**
 * Zones that a unit belongs to: as a member itself, or because a member contains it (县 of a member city).
 * A zone of some counties does not make the whole prefecture a member.
 */
export function zonesAt(atlas: Atlas, adcode: string): Zone[] {
  const line = new Set(lineage(atlas, adcode).map((unit) => unit.adcode));
  return atlas.data.zones.filter((zone) => zone.units.some((unit) => line.has(unit)));
}

/** A sector and all sectors below it. */
export function sectorWithDescendants(atlas: Atlas, id: string): Set<string> {
  const found = new Set([id]);
  let size = 0;
  while (size !== found.size) {
    size = found.size;
    for (const { id: child, parent } of atlas.data.sectors) if (parent && found.has(parent)) found.add(child);
  }
  return found;
}
