import type { AdminUnit, Layout, Place, PolicyDocument, Zone } from '#lib/schema/atlas';
import type { PlaceKind, Tier } from '#lib/schema/terms';
import type { Atlas } from './atlas';
import { sectorWithDescendants, zonePlaces, zonesAt, zonesOf } from './atlas';
import { saysItself } from './sectors-named';
import type { ExplorerState } from './state';
import { statusOn } from './status';

export type ZoneView = Readonly<{
  zone: Zone;
  /** shown in full; otherwise faded because a filter leaves it out */
  active: boolean;
  selected: boolean;
}>;
export type PlaceView = Readonly<{ place: Place; active: boolean; selected: boolean }>;
export type LegendEntry = Readonly<{
  tier: Tier;
  name: Layout['tiers'][number]['name'];
  gloss: Layout['tiers'][number]['gloss'];
  count: number;
  active: boolean;
}>;
export type Membership = Readonly<{ zone: Zone; layout: Layout; document: PolicyDocument }>;
export type SelectionView = Readonly<
  { kind: 'zone'; zone: Zone } | { kind: 'unit'; unit: AdminUnit; memberships: readonly Membership[] } | { kind: 'place'; place: Place; zones: readonly Zone[] }
>;

/** What map, list and legend all show: derived from facts and state, and from nothing else. */
export type ExplorerView = Readonly<{
  layout: Layout;
  document: PolicyDocument;
  zones: readonly ZoneView[];
  places: readonly PlaceView[];
  legend: readonly LegendEntry[];
  kinds: readonly Readonly<{ kind: PlaceKind; count: number; active: boolean }>[];
  selection: SelectionView | undefined;
  counts: Readonly<{ zones: number; activeZones: number; places: number; unlocated: number }>;
  day: string;
  filtered: boolean;
  /** zones do not divide the ground among them (overlapping tasks, a list of sites): none fills it, and marks at the names tell them */
  stacked: boolean;
  /** year of the last change of units that the boundaries show */
  bordersOf: number;
}>;

/**
 * Derive the view. Total: an id that does not exist is treated as not given.
 * @param today YYYY-MM-DD, used where the state gives no day
 */
export function deriveView(atlas: Atlas, state: ExplorerState, today: string): ExplorerView {
  const { index, layouts } = atlas.data;
  const layout = atlas.layout.get(state.layout) ?? atlas.layout.get(index.defaultLayout) ?? layouts[0];
  if (!layout) throw new Error('This data set has no layout.');
  const document = atlas.document.get(layout.document);
  if (!document) throw new Error(`Layout ${layout.id} has no document.`);
  const day = state.day ?? today;

  const sectors = state.sector && atlas.sector.has(state.sector) ? sectorWithDescendants(atlas, state.sector) : undefined;
  const all = zonesOf(atlas, layout);
  const selection = deriveSelection(atlas, state);
  // as sector-namings.ts tells who names a sector: what only an outside source says does not count
  const names = (zone: Zone) => !sectors || zone.links.sectors.some((link) => sectors.has(link.id) && saysItself(zone, link));
  const passes = (zone: Zone) => !state.hiddenTiers.includes(zone.tier) && names(zone);
  const zones = all.map((zone) => ({ zone, active: passes(zone), selected: selection?.kind === 'zone' && selection.zone.id === zone.id }));

  const source = state.document && atlas.document.has(state.document) ? state.document : undefined;
  const linked = new Set(zones.filter(({ active }) => active).flatMap(({ zone }) => zonePlaces(zone)));
  const named = (place: Place) => (source ? place.mentions.some(({ document: id }) => id === source) : linked.has(place.id));
  const places = atlas.data.places.flatMap((place) => {
    const selected = selection?.kind === 'place' && selection.place.id === place.id;
    // a place picked from a search is shown even where neither layout nor document names it
    return named(place) || selected ? [{ place, active: selected || !state.hiddenKinds.includes(place.kind), selected }] : [];
  });
  const kinds = [...new Set(places.map(({ place }) => place.kind))].map((kind) => ({
    kind,
    count: places.filter(({ place }) => place.kind === kind).length,
    active: !state.hiddenKinds.includes(kind)
  }));

  return {
    layout,
    document: { ...document, status: statusOn(document, day) },
    zones,
    places,
    legend: layout.tiers.map((tier) => ({
      ...tier,
      count: all.filter((zone) => zone.tier === tier.tier).length,
      active: !state.hiddenTiers.includes(tier.tier)
    })),
    kinds,
    selection,
    counts: {
      zones: all.length,
      activeZones: zones.filter(({ active }) => active).length,
      places: places.filter(({ active }) => active).length,
      unlocated: places.filter(({ active, place }) => active && place.lon === null).length
    },
    day,
    bordersOf: index.boundaries.updated,
    stacked: layout.kind === 'bases' || (layout.kind === 'assignment' && zones.filter(({ active }) => active).length > 1),
    filtered: sectors !== undefined || source !== undefined || state.hiddenTiers.length > 0 || state.hiddenKinds.length > 0
  };
}

function deriveSelection(atlas: Atlas, { selection, layout }: ExplorerState): SelectionView | undefined {
  switch (selection?.kind) {
    case undefined:
      return undefined;
    case 'zone': {
      const zone = atlas.zone.get(selection.id);
      return zone && { kind: 'zone', zone };
    }
    case 'unit': {
      const unit = atlas.unit.get(selection.adcode);
      return unit && { kind: 'unit', unit, memberships: membershipsOf(atlas, unit.adcode, layout) };
    }
    case 'place': {
      const place = atlas.place.get(selection.id);
      if (!place) return undefined;
      const zones = atlas.data.zones.filter((zone) => zonePlaces(zone).includes(place.id));
      return { kind: 'place', place, zones };
    }
  }
}

/** Every zone that a unit belongs to, in every document; those of the given layout first. */
export function membershipsOf(atlas: Atlas, adcode: string, firstLayout?: string): Membership[] {
  return zonesAt(atlas, adcode)
    .flatMap((zone) => {
      const layout = atlas.layout.get(zone.layout);
      const document = atlas.document.get(zone.document);
      return layout && document ? [{ zone, layout, document }] : [];
    })
    .sort((a, b) => Number(b.layout.id === firstLayout) - Number(a.layout.id === firstLayout));
}

/** ids of the zones that are selected or contain what is selected */
export function selectedZones(selection: ExplorerView['selection']): string[] {
  switch (selection?.kind) {
    case undefined:
      return [];
    case 'zone':
      return [selection.zone.id];
    case 'unit':
      return selection.memberships.map(({ zone }) => zone.id);
    case 'place':
      return selection.zones.map(({ id }) => id);
  }
}
