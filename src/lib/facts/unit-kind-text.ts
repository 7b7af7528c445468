import type { AdminUnit } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';

/** What kind of unit it is, by the last word of its Chinese name; undefined where that does not tell. */
export function unitKindText({ level, name }: Pick<AdminUnit, 'level' | 'name'>): string | undefined {
  if (level === 'province') return undefined;
  if (level === 'prefecture') return name.zh.endsWith('市') ? m.unit_kind_prefecture() : undefined;
  if (name.zh.endsWith('自治县')) return m.unit_kind_autonomous();
  if (name.zh.endsWith('县')) return m.unit_kind_county();
  if (name.zh.endsWith('区')) return m.unit_kind_district();
  return name.zh.endsWith('市') ? m.unit_kind_county_city() : undefined;
}
