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

export type LocatedPlace = Readonly<{ view: PlaceView; position: readonly [number, number]; group: PlaceGroup }>;

/** Places that are drawn: switched on, and with a position. */
export function locatedPlaces(places: readonly PlaceView[]): LocatedPlace[] {
  return places.flatMap((view) => {
    const { lon, lat, precision, kind } = view.place;
    if (!(view.active || view.selected) || lon === null || lat === null || precision === 'unlocated') return [];
    return [{ view, position: [lon, lat] as const, group: groupOf(kind) }];
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

/** Points for marks and names. What only its district or prefecture is known of has no mark: its point would be a position that nobody gave. */
export function placeFeatures(places: readonly PlaceView[]): FeatureCollection<Point> {
  const features = locatedPlaces(places).map(({ view: { place, selected }, position, group }): Feature<Point> => {
    const standIn = isStandIn(place.precision);
    const about = standIn ? '≈ ' : '';
    const mark = standIn && !selected ? '' : markImage(group, isSharp(place.precision));
    return {
      type: 'Feature',
      properties: { id: place.id, mark, nameZh: about + place.name.zh, nameEn: about + place.name.en, selected },
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
