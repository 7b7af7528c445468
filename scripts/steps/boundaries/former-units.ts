import type { FormerUnit } from '#lib/schema/names';
import { unitsAfter, unitsBefore } from './read-changes';
import type { Change } from './read-changes';
import type { Unit } from './unit';

/**
 * Names and codes that units of the region had until a change: with the present code where the unit only got another name, code or rank,
 * without one where it was merged away or shared out. Tables that readers bring still use them.
 * @param base the units before all changes
 * @param current the adcodes of today
 */
export function formerUnits(base: readonly Pick<Unit, 'properties'>[], changes: readonly Change[], current: ReadonlySet<string>): FormerUnit[] {
  const names = new Map(base.map(({ properties }) => [properties.adcode, properties.nameZh]));
  const former: FormerUnit[] = [];
  for (const { date, steps } of changes) {
    const year = Number(date.slice(0, 4));
    for (const step of steps) {
      const before = unitsBefore(step).map((adcode) => ({ adcode, name: names.get(adcode) }));
      // a change elsewhere
      if (before.some(({ name }) => name === undefined)) continue;
      const after = unitsAfter(step, before[0]?.name);
      for (const { adcode, name = '' } of before) {
        names.delete(adcode);
        const [same] = step.kind === 'recode' ? after : after.filter((unit) => unit.adcode === adcode);
        if (!same) former.push({ name, adcode, year });
        else if (same.nameZh !== name || same.adcode !== adcode) former.push({ name, adcode, year, now: same.adcode });
      }
      for (const { adcode, nameZh } of after) names.set(adcode, nameZh);
    }
  }
  return former.filter(({ now }) => now === undefined || current.has(now));
}
