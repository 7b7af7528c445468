import type { Atlas } from '#lib/atlas/atlas';
import { zoneAccess } from '#lib/atlas/distances';
import type { Zone } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';
import { formatList, local } from '#lib/design/page/local';
import { accessText, fromToText, kmText, withinText } from '#lib/facts/distance-text';

/* What a zone's page says besides the facts themselves, in words: put together when the page is made. */

/** How far it is from a place of the zone to the nearest airport, port, station and bonded zone. From the middle of a city, a distance would say little. */
export const distancesOf = (atlas: Atlas, zone: Zone) =>
  zoneAccess(atlas, zone)
    .filter(({ nearest }) => nearest.from.kind === 'place')
    .map(({ kind, nearest }) => ({
      to: accessText(kind),
      km: kmText(nearest),
      between: [fromToText(nearest), withinText(nearest)].filter(Boolean).join(m.citation_separator())
    }));

/** Common borders told one by one. */
const MOST_BORDERS = 3;

/** How a zone is a neighbour: the units that both have; else where their units touch. */
export function neighbourText(atlas: Atlas, shared: readonly string[], borders: readonly (readonly [string, string])[]): string {
  const name = (code: string) => {
    const unit = atlas.unit.get(code);
    return unit ? local(unit.name) : code;
  };
  if (shared.length > 0) return m.zones_neighbour_shared({ units: formatList(shared.map(name)) });
  const more = borders.length - MOST_BORDERS;
  const units = formatList(borders.slice(0, MOST_BORDERS).map(([own, next]) => m.zones_border({ own: name(own), next: name(next) })));
  return more > 0 ? m.zones_neighbour_touch_more({ units, count: more }) : m.zones_neighbour_touch({ units });
}

/** “甲、乙或丙” / “a, b or c” */
function anyOf(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : m.zones_or({ list: things.slice(0, -1).join(getLocale() === 'zh' ? '、' : ', '), last });
}

/** What the zone's document does not name for it, in one sentence; undefined where it names something of each kind. A park has no parks in it to be named. */
export function silentText({ links, targets, place }: Pick<Zone, 'links' | 'targets' | 'place'>): string | undefined {
  const blank: [boolean, () => string][] = [
    [links.sectors.length === 0, m.zones_silent_sectors],
    [links.parks.length === 0 && place === undefined, m.zones_silent_parks],
    [links.platforms.length === 0, m.zones_silent_platforms],
    [links.capabilities.length === 0, m.zones_silent_offers],
    [targets.length === 0, m.zones_silent_targets]
  ];
  const things = blank.flatMap(([is, word]) => (is ? [word()] : []));
  return things.length > 0 ? m.zones_silent({ things: anyOf(things) }) : undefined;
}
