import type { Atlas } from '#lib/atlas/atlas';
import * as m from '#lib/paraglide/messages';

/** How many units there are of what they are: cities, counties and districts, or both. For more than a few: there is no form for one. */
export function unitCountText(atlas: Pick<Atlas, 'unit'>, units: readonly string[]): string {
  const count = units.length;
  const cities = units.filter((code) => atlas.unit.get(code)?.level === 'prefecture').length;
  if (cities === 0) return m.unit_count({ count });
  return cities === count ? m.unit_count_cities({ count }) : m.unit_count_mixed({ count });
}
