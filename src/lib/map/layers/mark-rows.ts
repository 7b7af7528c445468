import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Text } from '#lib/schema/common';
import { PLACE_ZOOM } from './places';

type Locale = keyof Text;

/** Further out, on a small window, marks are smaller: a prefecture's, and a county's. */
export const ROOM_ZOOM = { prefecture: 6, county: 7 } as const;
/** From this zoom on counties say how many places they have, further out their prefecture. */
const COUNTY_COUNT_ZOOM = 8;

/** The marks of a unit's zones in a row, one image; with the numbers of its places as long as they are not drawn. */
export function rowImages(locale: Locale, counts: boolean): ExpressionSpecification {
  const row = (of: string): ExpressionSpecification => ['image', ['get', of + (locale === 'zh' ? 'Zh' : 'En')]];
  const tight: ExpressionSpecification = ['case', ['==', ['get', 'level'], 'county'], row('small'), row('far')];
  return counts
    ? ['step', ['zoom'], row('small'), ROOM_ZOOM.prefecture, tight, ROOM_ZOOM.county, row('far'), COUNTY_COUNT_ZOOM, row('near'), PLACE_ZOOM, row('row')]
    : row('row');
}

/** The property that names a unit's row of marks at a zoom, as `rowImages` has it with counts. */
export function rowProperty(zoom: number, level: unknown, locale: Locale): string {
  const row =
    zoom < ROOM_ZOOM.prefecture || (zoom < ROOM_ZOOM.county && level === 'county')
      ? 'small'
      : zoom < COUNTY_COUNT_ZOOM
        ? 'far'
        : zoom < PLACE_ZOOM
          ? 'near'
          : 'row';
  return row + (locale === 'zh' ? 'Zh' : 'En');
}
