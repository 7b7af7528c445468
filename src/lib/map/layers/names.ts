import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { ofKind } from './base';
import { FONT_STACK } from './labels';

export type Locale = 'zh' | 'en';
type Layout = NonNullable<SymbolLayerSpecification['layout']>;

/** Zooms from which names of counties and places are written. */
export const COUNTY_LABEL_ZOOM = 7.6;
const EARLY_LABEL_ZOOM = 6.4;
export const PLACE_LABEL_ZOOM = 10;

/** A unit's name, and below it the marks of its zones in a row, one image. */
function withRow(locale: Locale): ExpressionSpecification {
  const [name, row] = locale === 'zh' ? ['nameZh', 'rowZh'] : ['nameEn', 'rowEn'];
  const alone: ExpressionSpecification = ['format', ['get', name], {}];
  return ['case', ['==', ['get', row], ''], alone, ['format', ['get', name], {}, '\n', {}, ['image', ['get', row]], {}]];
}

/** Marks and names. MapLibre leaves out a name rather than let two collide; sort keys say whose turn is first. */
export function labelLayers(tokens: MapTokens, locale: Locale): LayerSpecification[] {
  const text: Layout = { 'text-field': ['get', locale === 'zh' ? 'nameZh' : 'nameEn'], 'text-font': FONT_STACK, 'text-padding': 3, 'text-max-width': 7 };
  const units = { ...text, 'text-field': withRow(locale), 'text-line-height': 1.15 };
  const halo = { 'text-halo-color': tokens.halo, 'text-halo-width': 1.6 };
  const aside: Layout = { 'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.3, 'text-justify': 'auto' };
  return [
    {
      id: 'place-mark',
      type: 'symbol',
      source: 'places',
      filter: ['!=', ['get', 'mark'], ''],
      layout: {
        'icon-image': ['image', ['get', 'mark']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 7, ['case', ['get', 'selected'], 1.3, 0.7], 11, ['case', ['get', 'selected'], 1.5, 1]],
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
      filter: ['all', ['==', ['get', 'level'], 'county'], ['any', ['get', 'early'], ['>=', ['zoom'], COUNTY_LABEL_ZOOM]]],
      minzoom: EARLY_LABEL_ZOOM,
      layout: {
        ...units,
        ...aside,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, ['case', ['get', 'early'], 13, 11], 11, ['case', ['get', 'early'], 15, 13]],
        'symbol-sort-key': ['case', ['get', 'member'], 0, ['-', 1e6, ['get', 'areaKm2']]]
      },
      paint: { 'text-color': ['case', ['get', 'member'], tokens.label, tokens.labelMinor], ...halo }
    },
    {
      id: 'prefecture-label',
      type: 'symbol',
      source: 'label-points',
      filter: ['==', ['get', 'level'], 'prefecture'],
      maxzoom: 9.5,
      layout: { ...units, ...aside, 'text-size': ['interpolate', ['linear'], ['zoom'], 6, 15, 9, 19] },
      paint: { 'text-color': ['case', ['get', 'member'], tokens.label, tokens.labelMinor], ...halo }
    }
  ];
}
