import type { Belonging } from '#lib/atlas/belonging';
import * as m from '#lib/paraglide/messages';
import { formatList, local } from '#lib/design/page/local';

/** How a unit's membership is known, in few words; undefined where the clause prints its name. */
export function belongingRemark(how: Belonging): string | undefined {
  switch (how.kind) {
    case 'itself':
      return undefined;
    case 'former':
      return m.belonging_former({ name: local(how.name), year: how.until });
    case 'group':
      return how.sources.length > 0
        ? m.belonging_group_outside({ group: local(how.group), source: formatList(how.sources.map(local)) })
        : m.belonging_group({ group: local(how.group) });
    case 'inferred':
      return m.membership_inferred();
    case 'outside':
      return how.sources.length > 0 ? m.belonging_outside({ source: formatList(how.sources.map(local)) }) : m.membership_secondary();
    case 'unknown':
      return m.membership_unknown();
  }
}

/**
 * How a unit comes to be in a zone: named itself, or what else; through its city, where the city is the member.
 * @param city name of the city above, for the page of one unit
 */
export function belongingText({ direct, how }: Readonly<{ direct: boolean; how: Belonging }>, city?: string): string {
  const remark = belongingRemark(how);
  if (direct) return remark ?? m.zones_unit_direct();
  const via = city ? m.zones_unit_via({ city }) : m.unit_via_parent();
  return remark ? `${via}${m.belonging_joint()}${remark}` : via;
}
