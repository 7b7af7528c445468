import type { AdminUnit, Zone } from '#lib/schema/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { lineage, zonesOf } from '#lib/atlas/atlas';

/**
 * How a unit stands to a zone:
 * - member: the zone lists it
 * - through: the zone lists a larger unit that it lies in
 * - partly: the zone lists only some of the units that lie in it
 */
export type Part = Readonly<{ zone: Zone; how: 'member' | 'through' | 'partly'; units: readonly AdminUnit[] }>;

/** The parts of a layout that a unit is in, in the layout's order. Empty: the documents name it for none of them. */
export function partsOf(atlas: Atlas, layoutId: string, adcode: string): Part[] {
  const layout = atlas.layout.get(layoutId);
  if (!layout) return [];
  const above = lineage(atlas, adcode).slice(1);
  return zonesOf(atlas, layout).flatMap((zone): Part[] => {
    const own = atlas.unit.get(adcode);
    if (own && zone.units.includes(adcode)) return [{ zone, how: 'member', units: [own] }];
    const larger = above.filter((unit) => zone.units.includes(unit.adcode));
    if (larger.length > 0) return [{ zone, how: 'through', units: larger }];
    const inside = zone.units.flatMap((code) => atlas.unit.get(code) ?? []).filter((unit) => lineage(atlas, unit.adcode).some((one) => one.adcode === adcode));
    return inside.length > 0 ? [{ zone, how: 'partly', units: inside }] : [];
  });
}
