import type { Feature, FeatureCollection, MultiLineString, Point, Polygon } from 'geojson';
import type { PlaceView } from '#lib/atlas/view';
import { isStandIn } from '#lib/schema/terms';
import type { PlaceKind, Precision } from '#lib/schema/terms';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { parseColour } from './colour';
import type { Rgba } from './colour';
import { circleAround, dashes } from './loop';
import { drawTile } from './patterns';
import type { PixelImage } from './patterns';

/** What kinds look alike on the map: where things are made, where they are found out, how one gets there. */
export type PlaceGroup = 'ground' | 'knowledge' | 'transport';

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
export const PLACE_GROUPS: readonly PlaceGroup[] = [...new Set(Object.values(GROUP))];
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

/** Points for marks and names; only places known to a neighbourhood have a mark, the others are rings alone. */
export function placeFeatures(places: readonly PlaceView[]): FeatureCollection<Point> {
  const features = locatedPlaces(places).map(({ view: { place, selected }, position, group }): Feature<Point> => {
    const sharp = place.precision === 'site' || place.precision === 'neighbourhood';
    const about = isStandIn(place.precision) ? '≈ ' : '';
    return {
      type: 'Feature',
      properties: { id: place.id, mark: sharp ? markId(group) : '', nameZh: about + place.name.zh, nameEn: about + place.name.en, selected },
      geometry: { type: 'Point', coordinates: [...position] }
    };
  });
  return { type: 'FeatureCollection', features };
}

export const markId = (group: PlaceGroup): string => `mark-${group}`;

/** Marks differ in shape and colour: disc, diamond, square. */
export function markImages(tokens: MapTokens): Map<string, PixelImage> {
  const halo = parseColour(tokens.halo);
  const draw = (shape: (x: number, y: number, radius: number) => number, radius: number, colour: Rgba): PixelImage => {
    const size = 14;
    const outer = drawTile(size, halo, (x, y) => shape(x - size / 2, y - size / 2, radius + 1.5));
    const inner = drawTile(size, colour, (x, y) => shape(x - size / 2, y - size / 2, radius));
    return over(inner, outer);
  };
  return new Map([
    [markId('ground'), draw((x, y, r) => Math.hypot(x, y) - r, 4.2, groupColour('ground', tokens))],
    [markId('knowledge'), draw((x, y, r) => (Math.abs(x) + Math.abs(y) - r * 1.25) / Math.SQRT2, 4.2, groupColour('knowledge', tokens))],
    [markId('transport'), draw((x, y, r) => Math.max(Math.abs(x), Math.abs(y)) - r * 0.85, 4.2, groupColour('transport', tokens))]
  ]);
}

/** Composite one image over another of the same size; both not premultiplied. */
function over(top: PixelImage, bottom: PixelImage): PixelImage {
  const data = bottom.data.slice();
  for (let i = 0; i < data.length; i += 4) {
    const [a, b] = [(top.data[i + 3] ?? 0) / 255, (bottom.data[i + 3] ?? 0) / 255];
    const alpha = a + b * (1 - a);
    for (let c = 0; c < 3 && alpha > 0; c++) data[i + c] = Math.round(((top.data[i + c] ?? 0) * a + (bottom.data[i + c] ?? 0) * b * (1 - a)) / alpha);
    data[i + 3] = Math.round(alpha * 255);
  }
  return { ...bottom, data };
}

export function groupColour(group: PlaceGroup, tokens: MapTokens): Rgba {
  switch (group) {
    case 'ground':
      return parseColour(tokens.brand);
    case 'knowledge':
      return parseColour(tokens.label);
    case 'transport':
      return parseColour(tokens.labelMinor);
  }
}

/** What a place's ring is painted by. */
export type RingProperties = Readonly<{ id: string; group: PlaceGroup; precision: Precision; selected: boolean }>;

/** Discs over each other, from wide to narrow, as shares of the ring's radius: their sum fades outwards. */
const FADE = Array.from({ length: 10 }, (_, i) => 1 - i * 0.085);
/** Opacity of one such disc. */
export const DISC_ALPHA: Readonly<Record<Precision, number>> = { site: 0, neighbourhood: 0.03, town: 0.045, district: 0.014, prefecture: 0.01, unlocated: 0 };
const EDGE_DASHES = 18;

/**
 * Soft rings for places that are known to a neighbourhood, a town, a district or a prefecture only; the last two have a dashed edge.
 * Areas and lines on the ground, not circles of the screen: those would go as soon as their centre is out of view.
 */
export function placeRings(places: readonly PlaceView[]): FeatureCollection<Polygon | MultiLineString, RingProperties> {
  const features = locatedPlaces(places).flatMap(({ view, position, group }): Feature<Polygon | MultiLineString, RingProperties>[] => {
    const { id, precision } = view.place;
    const km = RING_KM[precision];
    if (km === 0) return [];
    const properties = { id, group, precision, selected: view.selected };
    const discs = FADE.map((share): Polygon => ({ type: 'Polygon', coordinates: [circleAround(position, km * share)] }));
    const edge: MultiLineString[] = isStandIn(precision)
      ? [{ type: 'MultiLineString', coordinates: dashes(circleAround(position, km), EDGE_DASHES, 0.5) }]
      : [];
    return [...discs, ...edge].map((geometry) => ({ type: 'Feature', properties, geometry }));
  });
  return { type: 'FeatureCollection', features };
}
