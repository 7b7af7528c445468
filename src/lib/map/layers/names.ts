import type { ExpressionFilterSpecification, LayerSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { ofKind } from './base';
import { FONT_STACK } from './labels';
import { byEmphasis, toneColour } from './zones';

export type Locale = 'zh' | 'en';
/** The source holds the places' rings, too. */
const POINTS: ExpressionFilterSpecification = ['==', ['geometry-type'], 'Point'];
type Layout = NonNullable<SymbolLayerSpecification['layout']>;

/** Zooms from which names of counties and places are written. */
export const COUNTY_LABEL_ZOOM = 7.6;
const EARLY_LABEL_ZOOM = 6.4;
export const PLACE_LABEL_ZOOM = 10;

/** Marks and names. MapLibre leaves out a name rather than let two collide; sort keys say whose turn is first. */
export function labelLayers(tokens: MapTokens, locale: Locale): LayerSpecification[] {
  const text: Layout = { 'text-field': ['get', locale === 'zh' ? 'nameZh' : 'nameEn'], 'text-font': FONT_STACK, 'text-padding': 3, 'text-max-width': 7 };
  const halo = { 'text-halo-color': tokens.halo, 'text-halo-width': 1.6 };
  const aside: Layout = { 'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.3, 'text-justify': 'auto' };
  return [
    {
      id: 'place-mark',
      type: 'symbol',
      source: 'places',
      filter: ['all', POINTS, ['!=', ['get', 'mark'], '']],
      layout: {
        'icon-image': ['image', ['get', 'mark']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 7, ['case', ['get', 'selected'], 1.3, 0.6], 11, ['case', ['get', 'selected'], 1.7, 1.1]],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true
      }
    },
    {
      id: 'place-label',
      type: 'symbol',
      source: 'places',
      filter: POINTS,
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
      filter: ['all', ['==', ['get', 'level'], 'county'], ['any', ['get', 'early'], ['>=', ['zoom'], COUNTY_LABEL_ZOOM]]],
      minzoom: EARLY_LABEL_ZOOM,
      layout: {
        ...text,
        ...aside,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 11, 13],
        'symbol-sort-key': ['case', ['get', 'member'], 0, ['-', 1e6, ['get', 'areaKm2']]]
      },
      paint: { 'text-color': ['case', ['get', 'member'], tokens.label, tokens.labelMinor], ...halo }
    },
    {
      id: 'schematic-label',
      type: 'symbol',
      source: 'schematic-labels',
      layout: { ...text, ...aside, 'text-size': 13, 'text-letter-spacing': 0.08 },
      paint: {
        'text-color': toneColour(tokens),
        'text-halo-color': tokens.halo,
        'text-halo-width': 2.2,
        'text-opacity': byEmphasis((emphasis) => (emphasis === 'dim' ? 0.45 : 1))
      }
    },
    {
      id: 'prefecture-label',
      type: 'symbol',
      source: 'label-points',
      filter: ['==', ['get', 'level'], 'prefecture'],
      maxzoom: 9.5,
      layout: { ...text, ...aside, 'text-size': ['interpolate', ['linear'], ['zoom'], 6, 12, 9, 16] },
      paint: { 'text-color': tokens.label, ...halo }
    }
  ];
}
