import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { ofKind } from './base';
import { BOLD_STACK, FONT_STACK } from './labels';
import { PLACE_ZOOM } from './places';
import { ZONE_NAME_SIZE } from './zone-names';
import { byHue } from './zones';

export type Locale = 'zh' | 'en';
type Layout = NonNullable<SymbolLayerSpecification['layout']>;

/** Zooms from which names of counties and places are written. */
export const COUNTY_LABEL_ZOOM = 7.6;
const EARLY_LABEL_ZOOM = 6.4;
export const PLACE_LABEL_ZOOM = 10;
/** Further out the units of an urban core are named in an inset, or behind a button: they would push out all names around. */
const CROWDED_LABEL_ZOOM = PLACE_ZOOM;
/** Further out, on a small window, marks are smaller. */
const ROOM_ZOOM = 6;
/** From this zoom on counties say how many places they have, further out their prefecture. */
const COUNTY_COUNT_ZOOM = 8;

/** A unit's name, and below it the marks of its zones in a row, one image; with the numbers of its places as long as they are not drawn. */
function withRow(locale: Locale, counts: boolean): ExpressionSpecification {
  const [name, suffix] = locale === 'zh' ? ['nameZh', 'Zh'] : ['nameEn', 'En'];
  const alone: ExpressionSpecification = ['format', ['get', name], {}];
  const row = (of: string): ExpressionSpecification => [
    'case',
    ['==', ['coalesce', ['get', of + suffix], ''], ''],
    alone,
    ['format', ['get', name], {}, '\n', {}, ['image', ['get', of + suffix]], {}]
  ];
  return counts ? ['step', ['zoom'], row('small'), ROOM_ZOOM, row('far'), COUNTY_COUNT_ZOOM, row('near'), PLACE_ZOOM, row('row')] : row('row');
}

const IS_ZONE: ExpressionSpecification = ['==', ['get', 'level'], 'zone'];
/** What a city's layout is about. */
const MAIN: ExpressionSpecification = ['any', ['get', 'early'], ['get', 'crowded']];
const bold = (when: ExpressionSpecification): ExpressionSpecification => ['case', when, ['literal', BOLD_STACK], ['literal', FONT_STACK]];

/** Marks and names. MapLibre leaves out a name rather than let two collide; sort keys say whose turn is first. */
export function labelLayers(tokens: MapTokens, locale: Locale, counts = true): LayerSpecification[] {
  const text: Layout = { 'text-field': ['get', locale === 'zh' ? 'nameZh' : 'nameEn'], 'text-font': FONT_STACK, 'text-padding': 3, 'text-max-width': 7 };
  const units = { ...text, 'text-field': withRow(locale, counts), 'text-line-height': 1.15, 'text-font': bold(['any', IS_ZONE, ['get', 'member']]) };
  const halo = { 'text-halo-color': tokens.halo, 'text-halo-width': 1.6 };
  const aside: Layout = {
    'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right', 'top-left', 'top-right', 'bottom-left', 'bottom-right'],
    'text-radial-offset': 0.15,
    'text-justify': 'auto'
  };
  return [
    {
      id: 'place-mark',
      type: 'symbol',
      source: 'places',
      filter: ['all', ['!=', ['get', 'mark'], ''], ['any', ['get', 'selected'], ['>=', ['zoom'], PLACE_ZOOM]]],
      layout: {
        'icon-image': ['image', ['get', 'mark']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, ['case', ['get', 'selected'], 1.4, 0.85], 11, ['case', ['get', 'selected'], 1.5, 1]],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true
      }
    },
    {
      id: 'place-label',
      type: 'symbol',
      source: 'places',
      minzoom: PLACE_LABEL_ZOOM,
      layout: {
        ...text,
        'text-size': 12,
        'text-max-width': 9,
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 0.8,
        'text-justify': 'auto',
        'symbol-sort-key': ['case', ['get', 'selected'], 0, ['==', ['get', 'mark'], ''], 2, 1]
      },
      paint: { 'text-color': tokens.label, ...halo }
    },
    {
      id: 'water-label',
      type: 'symbol',
      source: 'label-points',
      filter: ['all', ['==', ['get', 'level'], 'water'], ['>=', ['zoom'], ['get', 'fromZoom']]],
      layout: { ...text, 'text-size': 11 },
      paint: { 'text-color': tokens.labelMinor, 'text-halo-color': tokens.water, 'text-halo-width': 1 }
    },
    {
      id: 'river-label',
      type: 'symbol',
      source: 'ground',
      filter: ofKind('river'),
      minzoom: 8,
      layout: { ...text, 'symbol-placement': 'line', 'symbol-spacing': 500, 'text-size': 11, 'text-letter-spacing': 0.2 },
      paint: { 'text-color': tokens.labelMinor, 'text-halo-color': tokens.water, 'text-halo-width': 1.2 }
    },
    {
      id: 'county-label',
      type: 'symbol',
      source: 'label-points',
      filter: [
        'any',
        [
          'all',
          ['==', ['get', 'level'], 'county'],
          ['any', ['get', 'early'], ['>=', ['zoom'], ['case', ['get', 'crowded'], CROWDED_LABEL_ZOOM, COUNTY_LABEL_ZOOM]]]
        ],
        // after the members, whose names it must not push out
        ['all', IS_ZONE, ['>=', ['zoom'], ['get', 'fromZoom']]]
      ],
      minzoom: EARLY_LABEL_ZOOM,
      layout: {
        ...units,
        ...aside,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          ['case', IS_ZONE, ZONE_NAME_SIZE, MAIN, 13, 11],
          11,
          ['case', IS_ZONE, ZONE_NAME_SIZE + 3, MAIN, 15, 13]
        ],
        'symbol-sort-key': ['case', IS_ZONE, 1, ['get', 'member'], 0, ['-', 1e6, ['get', 'areaKm2']]]
      },
      // the name of what has stepped back would stand on the ground of another
      paint: {
        'text-opacity': ['match', ['coalesce', ['feature-state', 'emphasis'], ''], ['dim', 'pale', 'off'], 0, 1],
        'text-color': ['case', IS_ZONE, byHue(tokens, 'ink'), ['get', 'member'], tokens.label, tokens.labelMinor],
        ...halo
      }
    },
    {
      id: 'prefecture-label',
      type: 'symbol',
      source: 'label-points',
      filter: ['==', ['get', 'level'], 'prefecture'],
      maxzoom: 9.5,
      layout: {
        ...units,
        ...aside,
        // the small ones first: they have the least room
        'symbol-sort-key': ['+', ['get', 'areaKm2'], ['case', ['get', 'member'], 0, 1e6]],
        'text-padding': ['interpolate', ['linear'], ['zoom'], 5.9, 0, 6.5, 3],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          5.2,
          10.5,
          5.9,
          11.5,
          6.6,
          ['case', ['get', 'member'], 15.5, 13],
          9,
          ['case', ['get', 'member'], 19, 14]
        ]
      },
      paint: { 'text-color': ['case', ['get', 'member'], tokens.label, tokens.labelMinor], ...halo }
    }
  ];
}
