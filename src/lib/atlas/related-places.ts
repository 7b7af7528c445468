import type { Place, Zone, ZoneLink } from '#lib/schema/atlas';
import type { PlaceKind } from '#lib/schema/terms';
import { isAt } from './admin-units';
import { lineage, placeOfZone, zonesAt } from './atlas';
import type { Atlas } from './atlas';

/** Kept for measuring distances and placing others: these have a page only where a policy document names them. */
const SURROUNDINGS: ReadonlySet<PlaceKind> = new Set<PlaceKind>(['facility', 'hospital', 'university', 'airport', 'port', 'station', 'bonded', 'customs']);

/** Whether a place has a page of its own; the others are found on the map. */
export const hasPage = ({ document }: Pick<Atlas, 'document'>, { kind, citations }: Pick<Place, 'kind' | 'citations'>): boolean =>
  !SURROUNDINGS.has(kind) || citations.some((cite) => document.get(cite.document)?.kind === 'policy');

/** All places with a page, in the pack's order. */
export const placesWithPage = (atlas: Atlas): Place[] => atlas.data.places.filter((place) => hasPage(atlas, place));

/** A zone whose document names a place for it, or that is the place itself. */
export type NamingZone = Readonly<{ zone: Zone; link: ZoneLink; itself: boolean }>;

/** Zones that a document names a place for, each once, with the first naming. */
export function zonesNaming(atlas: Atlas, id: string): NamingZone[] {
  return atlas.data.zones.flatMap((zone): NamingZone[] => {
    const own = placeOfZone(zone);
    if (own?.id === id) return [{ zone, link: own, itself: true }];
    const link = [...zone.links.parks, ...zone.links.platforms].find((one) => one.id === id);
    return link ? [{ zone, link, itself: false }] : [];
  });
}

/**
 * Zones of spatial layouts on whose ground a place lies, without those that name it: the document says nothing of this place.
 * Of a place that only its city is known of, zones of some of the city's counties are left out: it may lie outside them.
 */
export function zonesAround(atlas: Atlas, { id, adcode }: Pick<Place, 'id' | 'adcode'>): Zone[] {
  const naming = new Set(zonesNaming(atlas, id).map(({ zone }) => zone.id));
  return zonesAt(atlas, adcode).filter((zone) => !naming.has(zone.id) && atlas.layout.get(zone.layout)?.kind === 'spatial');
}

/** The prefecture that a place lies in; undefined where only the province is known, or where it lies outside the region. */
export const cityOf = (atlas: Atlas, { adcode }: Pick<Place, 'adcode'>) => lineage(atlas, adcode).find((unit) => isAt(unit, 'prefecture'));

/** How a document speaks of a place, in all its words: there, if any of them take it to be; else to be built; else only named. */
export function standingAmong(mentions: readonly Pick<Place['mentions'][number], 'status'>[]): ZoneLink['standing'] {
  const said = new Set(mentions.map(({ status }) => status));
  if (said.size === 0 || said.has('existing') || said.has('supported')) return undefined;
  return said.has('planned') ? 'planned' : 'named';
}

/** What the zones that name a place are for: their sectors (with those above) or conditions, as far as these are said of where the place lies. */
export function linkedThrough(atlas: Atlas, place: Pick<Place, 'id' | 'adcode'>, kind: 'sectors' | 'capabilities'): string[] {
  const line = new Set(lineage(atlas, place.adcode).map(({ adcode }) => adcode));
  const concerns = ({ units }: ZoneLink) => !units || units.some((unit) => line.has(unit));
  const ids = new Set(zonesNaming(atlas, place.id).flatMap(({ zone }) => zone.links[kind].filter(concerns).map(({ id }) => id)));
  if (kind === 'sectors')
    for (const id of ids) {
      const above = atlas.sector.get(id)?.parent;
      if (above) ids.add(above);
    }
  return [...ids];
}
