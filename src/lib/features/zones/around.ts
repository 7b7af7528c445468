import type { Atlas } from '#lib/atlas/atlas';
import { countPlaces, isPartly, zoneGround } from '#lib/atlas/on-ground';
import type { GroundPlace } from '#lib/atlas/on-ground';
import { zonesOnGround } from '#lib/atlas/zones-on-ground';
import type { Zone } from '#lib/schema/atlas';
import { local } from '#lib/design/page/local';
import { groundGroup } from '#lib/facts/ground-words';

/* What all documents say about a zone's ground, ready-made for its page. */

/** Names on a page; where there are more, platforms are counted by member: they are on the members' pages. */
const MOST_NAMES = 48;
/** Zones of one layout told by name. */
const MOST_ZONES = 4;

type Counted = Readonly<{ adcode: string; count: number }>;

/** Places by the plan elsewhere and by other documents, targets of members, other layouts' zones. */
export function groundView(atlas: Atlas, zone: Zone, day: string) {
  const { samePlan, others, targets } = zoneGround(atlas, zone, day);
  const groups = [...(samePlan ? [samePlan] : []), ...others];
  const whole = countPlaces(groups).all <= MOST_NAMES;
  const isTold = ({ group }: GroundPlace) => whole || group === 'parks';
  const left = others.flatMap(({ places }) => places.filter((one) => !isTold(one)));
  const partly = new Set(groups.flatMap(({ places }) => places.filter((one) => isPartly(zone, one)).map(({ member }) => member)));
  return {
    samePlan: samePlan && groundGroup(atlas, samePlan),
    others: others.map((by) => groundGroup(atlas, by, by.places.filter(isTold))),
    count: countPlaces(others).all,
    left: byMember(
      zone,
      left.map(({ member }) => [member])
    ),
    partly: [...partly],
    targets: byMember(
      zone,
      targets.map(({ units }) => units)
    ),
    layouts: layoutsOn(atlas, zone, day)
  };
}
export type GroundView = ReturnType<typeof groundView>;

/** How many each member has, in the zone's order. */
const byMember = ({ units }: Zone, list: readonly (readonly string[])[]): Counted[] =>
  units.map((adcode) => ({ adcode, count: list.filter((one) => one.includes(adcode)).length })).filter(({ count }) => count > 0);

/** Zones of other layouts; who is to work with whom is told with the neighbours. */
function layoutsOn(atlas: Atlas, zone: Zone, day: string) {
  const found = zonesOnGround(atlas, zone.units, day, zone.layout).filter(({ layout }) => layout.kind !== 'pairs');
  return [...Map.groupBy(found, ({ layout }) => layout)].map(([{ id, short, document }, list]) => ({
    id,
    name: local(short),
    document,
    /** said once where it is so of all of them */
    extent: list.every(({ extent }) => extent === list[0]?.extent) ? list[0]?.extent : undefined,
    zones: list.slice(0, MOST_ZONES).map(({ zone: other, extent }) => ({ id: other.id, name: local(other.name), extent })),
    more: Math.max(0, list.length - MOST_ZONES)
  }));
}
