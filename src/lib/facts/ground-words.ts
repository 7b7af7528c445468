import type { Atlas } from '#lib/atlas/atlas';
import { countPlaces } from '#lib/atlas/on-ground';
import type { GroundPlace, NamedBy, PlaceCount } from '#lib/atlas/on-ground';
import { shortName } from '#lib/atlas/short-name';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';
import { placePath } from './place-path';
import { standingText } from './terms';

/* Places on some ground, in the words of a list: pages send it ready-made, the explorer's panel puts it together where it is shown. */

/** Names shown of each document before the rest is unfolded. */
const FIRST = 6;

export type GroundName = Readonly<{ id: string; name: string; path: string; /** its city, where the name does not tell */ where?: string }>;
/** Names of one group and standing; `label` says which. */
export type GroundRun = Readonly<{ label: string; names: readonly GroundName[] }>;
/** What one document names. */
export type GroundGroup = Readonly<{
  document: string;
  title: string;
  counts: string;
  first: readonly GroundRun[];
  rest: readonly GroundRun[];
  /** how many are in the rest */
  more: number;
}>;

/** “25 parks · 30 platforms”; empty where there are none. */
export const placeCounts = ({ parks, platforms }: PlaceCount): string =>
  [parks > 0 && m.count_parks({ count: parks }), platforms > 0 && m.count_platforms({ count: platforms })].filter(Boolean).join(' · ');

/**
 * Where the places are in several units of the ground, names say in which.
 * @param shown places told by name, if not all; all are counted
 */
export function groundGroup(atlas: Atlas, { document, places }: NamedBy, shown = places): GroundGroup {
  const several = new Set(places.map(({ member }) => member)).size > 1;
  return {
    document: document.id,
    title: local(document.short),
    counts: placeCounts(countPlaces([{ places }])),
    first: runs(atlas, shown.slice(0, FIRST), several),
    rest: runs(atlas, shown.slice(FIRST), several),
    more: Math.max(0, shown.length - FIRST)
  };
}

function runs(atlas: Atlas, places: readonly GroundPlace[], several: boolean): GroundRun[] {
  const label = ({ group, standing }: GroundPlace) =>
    [group === 'parks' ? m.zone_parks() : m.zone_platforms(), standing === 'existing' ? '' : standingText(standing)].filter(Boolean).join(' · ');
  return [...Map.groupBy(places, label)].map(([text, list]) => ({ label: text, names: list.map((one) => nameOf(atlas, one, several)) }));
}

function nameOf(atlas: Atlas, { place, member }: GroundPlace, several: boolean): GroundName {
  const unit = several ? atlas.unit.get(member) : undefined;
  const where = unit && local(shortName(unit.name));
  const name = local(place.name);
  const bare: GroundName = { id: place.id, name, path: placePath(atlas, place) };
  return where === undefined || name.includes(where) ? bare : { ...bare, where };
}
