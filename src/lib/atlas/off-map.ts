import type { Layout, Zone } from '#lib/schema/atlas';
import { isStandIn } from '#lib/schema/terms';
import type { Atlas } from './atlas';

/**
 * How many of a zone's parks and platforms a layout's map neither marks nor counts beside a name: what is known of them is no more than
 * the city that the map is of, or the region.
 */
export function offMap(
  { place, unit }: Pick<Atlas, 'place' | 'unit'>,
  layout: Pick<Layout, 'scope' | 'adcode'>,
  zone: Pick<Zone, 'parks' | 'platforms'>
): number {
  return [...zone.parks, ...zone.platforms].filter((id) => {
    const one = place.get(id);
    if (!one) return false;
    const marked = one.lon !== null && one.precision !== 'unlocated' && !isStandIn(one.precision);
    const level = unit.get(one.adcode)?.level;
    // the name of the city that a whole map is of is not on it
    const named = level !== undefined && level !== 'province' && !(layout.scope === 'city' && one.adcode === layout.adcode);
    return !marked && !named;
  }).length;
}
