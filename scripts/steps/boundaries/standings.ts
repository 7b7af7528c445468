import type { AdminUnit } from '#lib/schema/atlas';
import type { UnitProperties } from './unit';

/** What a unit is, the unit above it (empty for the province), and whether it is a prefecture and a county in one. */
type Standing = Readonly<{ level: AdminUnit['level']; parent: string; undivided?: true }>;

/**
 * What the units of a region are, by code: the province, its prefectures and their counties, each once. The base has both kinds of units with nothing
 * below them directly under a province: prefectures without counties (东莞, …00) and counties that the province runs itself (仙桃). Each of them is one
 * unit of both levels. A region that is a prefecture in itself (香港) is its province.
 * @param units the region's counties; `parent` is the prefecture that the base has them in, their own code where it has none
 * @throws Error if a county is given twice, or a prefecture lies in a prefecture
 */
export function standingsOf(units: readonly Pick<UnitProperties, 'adcode' | 'parent'>[], province: string): Map<string, Standing> {
  const standings = new Map<string, Standing>([[province, { level: 'province', parent: '' }]]);
  for (const parent of new Set(units.map((unit) => unit.parent))) {
    if (parent === province) continue;
    const divided = units.some((unit) => unit.parent === parent && unit.adcode !== parent);
    standings.set(parent, { level: divided || parent.endsWith('00') ? 'prefecture' : 'county', parent: province, ...(divided ? {} : { undivided: true }) });
  }
  const upper = new Set(standings.keys());
  const seen = new Set<string>();
  for (const { adcode, parent } of units) {
    if (seen.has(adcode)) throw new Error(`boundaries: ${adcode} is there twice`);
    seen.add(adcode);
    if (adcode === parent) continue;
    if (upper.has(adcode)) throw new Error(`boundaries: ${adcode} lies in ${parent} and has counties of its own`);
    // what lies in a region that is its own prefecture stands directly below the province, and has nothing below it
    standings.set(adcode, { level: 'county', parent, ...(parent === province ? { undivided: true } : {}) });
  }
  return standings;
}
