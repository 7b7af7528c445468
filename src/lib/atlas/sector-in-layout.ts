import type { Layout, Zone } from '#lib/schema/atlas';
import type { Atlas } from './atlas';
import { sectorWithDescendants, zonesOf } from './atlas';
import { sectorNaming } from './sector-namings';
import type { SectorNaming } from './sector-namings';
import { saysItself } from './sectors-named';

/** How one layout stands to a sector: which of its zones, and what its document says beyond them. */
export type SectorInLayout = Readonly<{
  /** of the layout's document, other layouts included */
  naming: SectorNaming;
  /** zones of the layout named for the sector itself */
  own: readonly Zone[];
  /** its zones that are named for narrower sectors only */
  narrower: readonly Zone[];
  /** its zones for which only an outside source says so; a filter by the sector leaves them out */
  outside: readonly Zone[];
  /** other layouts of the document that have zones named for it */
  elsewhere: readonly Layout[];
  /** clauses that name it besides those of zones, targets and measures, in the document's order */
  clauses: SectorNaming['clauses'];
}>;

/** @param atlas with `namings`; without them nothing is known but what zones, targets and measures say */
export function sectorInLayout(atlas: Atlas, sector: string, layout: Layout): SectorInLayout {
  const naming = sectorNaming(atlas, sector, layout.document);
  const named = new Set(naming.zones.map(({ zone }) => zone.id));
  const family = sectorWithDescendants(atlas, sector);
  const below = (zone: Zone, itself: boolean) => zone.links.sectors.some((link) => family.has(link.id) && saysItself(zone, link) === itself);
  const zones = zonesOf(atlas, layout);
  const own = zones.filter(({ id }) => named.has(id));
  const narrower = zones.filter((zone) => !named.has(zone.id) && below(zone, true));
  const shown = new Set([...own, ...narrower]);
  const cited = new Set([
    ...naming.zones.flatMap(({ link }) => link.citations.flatMap((cite) => (cite.document === layout.document ? cite.clause : []))),
    ...naming.targets.flatMap((id) => atlas.target.get(id)?.citation.clause ?? []),
    ...naming.incentives.flatMap((id) => atlas.incentive.get(id)?.clause ?? [])
  ]);
  return {
    naming,
    own,
    narrower,
    outside: zones.filter((zone) => !shown.has(zone) && below(zone, false)),
    elsewhere: atlas.data.layouts.filter((other) => other.id !== layout.id && naming.zones.some(({ zone }) => zone.layout === other.id)),
    clauses: naming.clauses.filter(({ clause }) => !cited.has(clause))
  };
}
