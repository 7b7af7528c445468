import type { Feature, FeatureCollection, Point } from 'geojson';
import type { PlaceView } from '#lib/atlas/view';
import { isStandIn } from '#lib/schema/terms';
import type { PlaceKind, Precision } from '#lib/schema/terms';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { markImage } from './images';
import type { PlaceGroup, Tally } from './images';

const GROUP: Readonly<Record<PlaceKind, PlaceGroup>> = {
  park: 'ground',
  town: 'ground',
  base: 'ground',
  zone: 'ground',
  platform: 'knowledge',
  institute: 'knowledge',
  facility: 'knowledge',
  hospital: 'knowledge',
  university: 'knowledge',
  airport: 'transport',
  port: 'transport',
  station: 'transport',
  bonded: 'transport',
  customs: 'transport'
};
export const groupOf = (kind: PlaceKind): PlaceGroup => GROUP[kind];

/** How far the true place may lie from its point, km, by precision; 0 is as good as exact. */
export const RING_KM: Readonly<Record<Precision, number>> = { site: 0, neighbourhood: 1, town: 3, district: 5, prefecture: 10, unlocated: 0 };

export type LocatedPlace = Readonly<{
  view: PlaceView;
  position: readonly [number, number];
  group: PlaceGroup;
  /** number of the place beside its point that its mark has among others at the same point */
  slot: number;
}>;

/** Where marks go that would stand on each other, CSS px from their point: of none that is known exactly, and none that stands free. */
export const SLOTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [-7, 0],
  [7, 0],
  [0, -12],
  [0, 12],
  [-14, -12],
  [14, 12]
];
/** So near, in degrees of longitude, marks would stand on each other where all places are drawn: some 12 px at zoom 11. */
const SAME_SPOT = 0.0042;

/** Places that are drawn: switched on, and with a position. */
export function locatedPlaces(places: readonly PlaceView[]): LocatedPlace[] {
  const located = places.flatMap((view): Omit<LocatedPlace, 'slot'>[] => {
    const { lon, lat, precision, kind } = view.place;
    if (!(view.active || view.selected) || lon === null || lat === null || precision === 'unlocated') return [];
    return [{ view, position: [lon, lat], group: groupOf(kind) }];
  });
  const marked = located.filter(({ view }) => !isStandIn(view.place.precision) || view.selected);
  const crowd = (one: (typeof located)[number]) =>
    marked.filter(({ position: [lon, lat] }) => Math.abs(lon - one.position[0]) < SAME_SPOT && Math.abs(lat - one.position[1]) < SAME_SPOT);
  return located.map((one) => {
    const near = crowd(one);
    if (near.length < 2 || !near.includes(one) || one.view.place.precision === 'site') return { ...one, slot: 0 };
    const rough = near.filter(({ view }) => view.place.precision !== 'site');
    // above and below one that has to stay, else side by side
    const slot = rough.indexOf(one) + (rough.length < near.length ? 3 : 1);
    return { ...one, slot: slot < SLOTS.length ? slot : 0 };
  });
}

/** From this zoom on each place is drawn; further out, where they would lie on each other, units say how many they have. */
export const PLACE_ZOOM = 9;

/** How many places there are in each unit, prefectures included; what is known of no smaller unit than the region counts nowhere. */
export function tallies(places: readonly PlaceView[], prefectureOf: (adcode: string) => string | undefined): Map<string, Tally> {
  const found = new Map<string, Partial<Record<PlaceGroup, number>>>();
  for (const { place, active, selected } of places) {
    if (!active && !selected) continue;
    for (const adcode of new Set([place.adcode, prefectureOf(place.adcode) ?? place.adcode])) {
      const tally = found.get(adcode) ?? {};
      const group = groupOf(place.kind);
      tally[group] = (tally[group] ?? 0) + 1;
      found.set(adcode, tally);
    }
  }
  return found;
}

/** Known to a neighbourhood at least: solid on the map. */
export const isSharp = (precision: Precision): boolean => precision === 'site' || precision === 'neighbourhood';

/**
 * Points for marks and names. What only its district or prefecture is known of has no mark: its point would be a position that nobody gave.
 * @param own places of the zone that is selected: the others step back, without their names
 */
export function placeFeatures(places: readonly PlaceView[], own?: ReadonlySet<string>): FeatureCollection<Point> {
  const features = locatedPlaces(places).map(({ view: { place, selected }, position, group, slot }): Feature<Point> => {
    const standIn = isStandIn(place.precision);
    const about = standIn ? '≈ ' : '';
    const aside = own !== undefined && !own.has(place.id) && !selected;
    const mark = standIn && !selected ? '' : markImage(group, isSharp(place.precision));
    return {
      type: 'Feature',
      properties: { id: place.id, mark, slot, aside, nameZh: aside ? '' : about + place.name.zh, nameEn: aside ? '' : about + place.name.en, selected },
      geometry: { type: 'Point', coordinates: [...position] }
    };
  });
  return { type: 'FeatureCollection', features };
}

/** Grounds in the brand's colour, knowledge in ink, ways to get there quieter. */
export function groupColour(group: PlaceGroup, tokens: MapTokens): string {
  switch (group) {
    case 'ground':
      return tokens.brand;
    case 'knowledge':
      return tokens.label;
    case 'transport':
      return tokens.labelMinor;
  }
}
