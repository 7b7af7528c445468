import type { Atlas } from '#lib/atlas/atlas';
import { countPlaces, isPartly, zoneGround } from '#lib/atlas/on-ground';
import type { NamedBy } from '#lib/atlas/on-ground';
import { zonesOnGround } from '#lib/atlas/zones-on-ground';
import type { ZoneOnGround } from '#lib/atlas/zones-on-ground';
import type { Zone } from '#lib/schema/atlas';
import { local } from '#lib/design/page/local';
import { groundGroup } from '#lib/facts/ground-words';

/* What all documents say about a zone's ground, ready-made for its page. */

/** Names on a page; where there are more, the first of each document are told, parks before platforms: the directory of places has them all. */
const MOST_NAMES = 40;
/** Told of each document on such a page. A single city's own page has its places, those of several cities are nowhere else together. */
const TOLD = { single: 4, several: 8 };
/** Zones of one layout told by name. */
const MOST_ZONES = 3;

type Counted = Readonly<{ adcode: string; count: number }>;

/** Places by the plan elsewhere and by other documents, targets of members, other layouts' zones. */
export function groundView(atlas: Atlas, zone: Zone, day: string) {
  const { samePlan, others, targets } = zoneGround(atlas, zone, day);
  const groups = [...(samePlan ? [samePlan] : []), ...others];
  const several = zone.units.length > 1;
  const most = countPlaces(groups).all <= MOST_NAMES ? Infinity : TOLD[several ? 'several' : 'single'];
  const view = (by: NamedBy) => groundGroup(atlas, by, by.places.slice(0, most));
  const left = groups.flatMap(({ places }) => places.slice(most));
  const around = zonesOnGround(atlas, zone.units, day, zone.layout).filter(({ layout }) => layout.kind !== 'pairs');
  const partly = new Set(groups.flatMap(({ places }) => places.filter((one) => isPartly(zone, one)).map(({ member }) => member)));
  return {
    samePlan: samePlan && view(samePlan),
    others: others.map(view),
    count: countPlaces(others).all,
    same: samePlan ? countPlaces([samePlan]).all : 0,
    left: byMember(
      zone,
      left.map(({ member }) => [member])
    ),
    partly: [...partly],
    targets: byMember(
      zone,
      targets.map(({ units }) => units)
    ),
    /** a single unit's page tells them all: how many */
    zones: several ? [] : zone.units.map((adcode) => ({ adcode, count: around.length })).filter(({ count }) => count > 0),
    layouts: several ? byLayout(around) : []
  };
}
export type GroundView = ReturnType<typeof groundView>;

/** How many each member has, in the zone's order. */
const byMember = ({ units }: Zone, list: readonly (readonly string[])[]): Counted[] =>
  units.map((adcode) => ({ adcode, count: list.filter((one) => one.includes(adcode)).length })).filter(({ count }) => count > 0);

/** Zones of other layouts; who is to work with whom is told with the neighbours. */
const byLayout = (found: readonly ZoneOnGround[]) =>
  [...Map.groupBy(found, ({ layout }) => layout)].map(([{ id, short, document }, list]) => ({
    id,
    name: local(short),
    document,
    /** said once where it is so of all of them */
    extent: list.every(({ extent }) => extent === list[0]?.extent) ? list[0]?.extent : undefined,
    zones: list.slice(0, MOST_ZONES).map(({ zone: { id: other, name }, extent }) => ({ id: other, name: local(name), extent })),
    more: Math.max(0, list.length - MOST_ZONES)
  }));
