import type { ExpressionFilterSpecification, ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { ofKind } from './base';
import { BOLD_STACK, FONT_STACK } from './labels';
import { rowImages } from './mark-rows';
import { PLACE_ZOOM, SLOTS } from './places';

export type Locale = 'zh' | 'en';
type Layout = NonNullable<SymbolLayerSpecification['layout']>;

/** Zooms from which names of counties and places are written. Whole ones: filters are looked at once for each step of the tiles. */
const COUNTY_LABEL_ZOOM = 8;
const EARLY_LABEL_ZOOM = 6;
export const PLACE_LABEL_ZOOM = 10;
/** Further out the units of an urban core are named in an inset, or behind a button: they would push out all names around. */
const CROWDED_LABEL_ZOOM = PLACE_ZOOM;
/** Size of a place's name, CSS px. */
const PLACE_NAME_SIZE = 12;
/** From this zoom on a prefecture's name would only stand among those of its counties. */
const PREFECTURE_LABEL_END = 9;

/** A name stands over its marks, or where there is room around them; one without marks only where it belongs. In ems. */
const AROUND_MARKS: Layout['text-variable-anchor-offset'] = [
  'case',
  ['get', 'marked'],
  [
    'literal',
    [
      ['bottom', [0, -0.7]],
      ['top', [0, 1.92]],
      ['left', [1.02, 0.62]],
      ['right', [-1.02, 0.62]],
      ['bottom-left', [-0.8, -0.7]],
      ['bottom-right', [0.8, -0.7]],
      ['top-left', [-0.8, 1.92]],
      ['top-right', [0.8, 1.92]]
    ].flat()
  ],
  ['literal', ['center', [0, 0], 'top', [0, 0.2], 'bottom', [0, -0.2]]]
] as unknown as ExpressionSpecification;

const IS_NEIGHBOUR: ExpressionSpecification = ['==', ['get', 'level'], 'context'];
const IS_ZONE: ExpressionSpecification = ['==', ['get', 'level'], 'zone'];
/** What a city's layout is about. */
const MAIN: ExpressionSpecification = ['any', ['get', 'early'], ['get', 'crowded']];
const COUNTY_SHOWN: ExpressionFilterSpecification = [
  'all',
  ['==', ['get', 'level'], 'county'],
  ['any', ['get', 'early'], ['>=', ['zoom'], ['case', ['get', 'crowded'], CROWDED_LABEL_ZOOM, COUNTY_LABEL_ZOOM]]],
  ['>=', ['zoom'], EARLY_LABEL_ZOOM]
];
const PREFECTURE_SHOWN: ExpressionFilterSpecification = ['all', ['==', ['get', 'level'], 'prefecture'], ['<', ['zoom'], PREFECTURE_LABEL_END]];
/** Rough places that would stand on each other go to a side, by the number of their slot (./places). */
const bySlot = (of: (slot: readonly [number, number]) => unknown): ExpressionSpecification =>
  [
    'match',
    ['get', 'slot'],
    ...SLOTS.flatMap((slot, i) => (i === 0 ? [] : [i, ['literal', of(slot)]])),
    ['literal', of([0, 0])]
  ] as unknown as ExpressionSpecification;

/** Where a place's name may stand around its mark, in ems of its letters: first on the side that the mark has gone to, away from the others. */
function aroundMark([dx, dy]: readonly [number, number]): unknown[] {
  const [x, y] = [dx / PLACE_NAME_SIZE, dy / PLACE_NAME_SIZE];
  const below = ['top', [x, y + 1.2]] as const;
  const above = ['bottom', [x, y - 1.2]] as const;
  const right = ['left', [x + 0.95, y]] as const;
  const left = ['right', [x - 0.95, y]] as const;
  const upright = dy < 0 ? [above, below] : [below, above];
  const aside = dx < 0 ? [left, right] : [right, left];
  const corners = [
    ['top-left', [x + 0.6, y + 0.9]],
    ['bottom-left', [x + 0.6, y - 0.9]],
    ['top-right', [x - 0.6, y + 0.9]],
    ['bottom-right', [x - 0.6, y - 0.9]]
  ] as const;
  return [...(dx === 0 ? [...upright, ...aside] : [...aside, ...upright]), ...corners].flat();
}
/** What would be cut off is not shown (../runtime/cut-names). */
const unlessCut = (opacity: number | ExpressionSpecification, of: 'cut' | 'cutMark' = 'cut'): ExpressionSpecification => [
  'case',
  ['boolean', ['feature-state', of], false],
  0,
  opacity
];
const bold = (when: ExpressionSpecification): ExpressionSpecification => ['case', when, ['literal', BOLD_STACK], ['literal', FONT_STACK]];

/** Marks and names. MapLibre leaves out a name rather than let two collide; sort keys say whose turn is first. */
export function labelLayers(tokens: MapTokens, locale: Locale, counts = true): LayerSpecification[] {
  const own: ExpressionSpecification = ['get', locale === 'zh' ? 'nameZh' : 'nameEn'];
  const text: Layout = { 'text-field': own, 'text-font': FONT_STACK, 'text-padding': 3, 'text-max-width': 7 };
  const units: Layout = {
    ...text,
    'text-line-height': 1.15,
    'text-font': bold(['boolean', ['get', 'member'], false]),
    // marks have their place already: a name need only not touch them
    'text-padding': 2,
    'text-variable-anchor-offset': AROUND_MARKS,
    'text-justify': 'auto'
  };
  const halo = { 'text-halo-color': tokens.halo, 'text-halo-width': 1.6 };
  return [
    {
      id: 'place-label',
      type: 'symbol',
      source: 'places',
      minzoom: PLACE_LABEL_ZOOM,
      layout: {
        ...text,
        'text-size': PLACE_NAME_SIZE,
        'text-max-width': 9,
        'text-padding': 2,
        // what has no mark is where its name is
        'text-variable-anchor-offset': [
          'case',
          ['==', ['get', 'mark'], ''],
          ['literal', ['center', [0, 0], ...aroundMark([0, 0])]],
          bySlot(aroundMark)
        ] as unknown as ExpressionSpecification,
        'text-justify': 'auto',
        'symbol-sort-key': ['case', ['get', 'selected'], 0, ['==', ['get', 'mark'], ''], 2, 1]
      },
      paint: { 'text-opacity': unlessCut(1), 'text-color': tokens.label, ...halo }
    },
    {
      id: 'place-mark',
      type: 'symbol',
      source: 'places',
      filter: ['all', ['!=', ['get', 'mark'], ''], ['any', ['get', 'selected'], ['>=', ['zoom'], PLACE_ZOOM]]],
      layout: {
        // placed before the names of places, which keep clear of all marks
        'icon-image': ['image', ['get', 'mark']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, ['case', ['get', 'selected'], 1.4, 0.85], 11, ['case', ['get', 'selected'], 1.5, 1]],
        'icon-offset': bySlot((slot) => slot),
        'icon-padding': 0,
        'icon-allow-overlap': true
      },
      paint: { 'icon-opacity': ['case', ['get', 'aside'], 0.4, 1] }
    },
    {
      // lakes, and the neighbours of the region: spaced, so that they are not taken for units of it
      id: 'around-label',
      type: 'symbol',
      source: 'label-points',
      filter: ['any', IS_NEIGHBOUR, ['all', ['==', ['get', 'level'], 'water'], ['>=', ['zoom'], ['get', 'fromZoom']]]],
      layout: {
        ...text,
        'text-size': ['case', IS_NEIGHBOUR, 13, 11],
        'text-letter-spacing': ['case', IS_NEIGHBOUR, 0.15, 0]
      },
      paint: {
        'text-opacity': unlessCut(1),
        'text-color': tokens.labelMinor,
        'text-halo-color': ['case', IS_NEIGHBOUR, tokens.context, tokens.water],
        'text-halo-width': 1
      }
    },
    {
      id: 'river-label',
      type: 'symbol',
      source: 'ground',
      filter: ofKind('river'),
      // further out it would stand on the borders that follow the river
      minzoom: 9,
      layout: { ...text, 'symbol-placement': 'line', 'symbol-spacing': 500, 'text-size': 11, 'text-letter-spacing': 0.2 },
      paint: { 'text-color': tokens.labelMinor, ...halo }
    },
    {
      id: 'county-label',
      type: 'symbol',
      source: 'label-points',
      // zones after the members, whose names they must not push out
      filter: ['any', COUNTY_SHOWN, ['all', IS_ZONE, ['>=', ['zoom'], ['get', 'fromZoom']]]],
      minzoom: EARLY_LABEL_ZOOM,
      layout: {
        ...units,
        // a zone's name is painted on a plate
        'text-field': ['case', IS_ZONE, '', own],
        'icon-image': ['case', IS_ZONE, ['image', ['get', locale === 'zh' ? 'plateZh' : 'plateEn']], ''],
        'icon-padding': 3,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          6.5,
          ['case', MAIN, 11, 10],
          7.2,
          ['case', MAIN, 13, 11],
          8,
          ['case', MAIN, 13, 11],
          11,
          ['case', MAIN, 15, 13]
        ],
        'symbol-sort-key': ['case', IS_ZONE, 1, ['get', 'rank']]
      },
      paint: {
        'text-opacity': unlessCut(1),
        // the name of what has stepped back would stand on the ground of another
        'icon-opacity': ['match', ['coalesce', ['feature-state', 'emphasis'], ''], ['dim', 'pale', 'off'], 0, 1],
        'text-color': ['case', ['get', 'member'], tokens.label, tokens.labelMinor],
        ...halo
      }
    },
    {
      id: 'prefecture-label',
      type: 'symbol',
      source: 'label-points',
      filter: ['==', ['get', 'level'], 'prefecture'],
      maxzoom: PREFECTURE_LABEL_END,
      layout: {
        ...units,
        // the small ones first: they have the least room
        'symbol-sort-key': ['+', ['get', 'areaKm2'], ['case', ['get', 'member'], 0, 1e6]],
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
      paint: { 'text-opacity': unlessCut(1), 'text-color': ['case', ['get', 'member'], tokens.label, tokens.labelMinor], ...halo }
    },
    {
      // placed first of all: a unit whose name finds no room still has its marks
      id: 'unit-mark',
      type: 'symbol',
      source: 'label-points',
      filter: ['any', COUNTY_SHOWN, PREFECTURE_SHOWN],
      layout: {
        'icon-image': rowImages(locale, counts),
        'icon-offset': [0, 8],
        'icon-padding': 0,
        'symbol-sort-key': ['get', 'rank']
      },
      paint: { 'icon-opacity': unlessCut(1, 'cutMark') }
    }
  ];
}
