import type { FillLayerSpecification, GeoJSONSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Geometry } from '../layers/geometry';
import type { UnitShades } from './drawing';
import { MAX_TILE_ZOOM } from '../layers/style';
import { ofShape } from '../layers/zones';

/* Fills of districts and zones by a reader's own figures: feature state holds the colour, so that no geometry is sent again. */

export const shadeLayerId = (source: UnitShades['source']): string => `own-${source}`;

/** The MapLibre layer that fills stand under: water, or over an online basemap the lines. */
export const SHADES_BEFORE = ['estuary-fill', 'unit-hover'] as const;

/** Districts as areas; the map itself needs only the lines between them. */
export const countySource = (data: Geometry['counties']): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
  maxzoom: MAX_TILE_ZOOM,
  promoteId: 'adcode'
});

export function shadeLayer(source: UnitShades['source']): FillLayerSpecification {
  return {
    id: shadeLayerId(source),
    type: 'fill',
    source,
    // wide zones below narrow ones, as they are outlined
    ...(source === 'zones' ? { filter: ofShape('members'), layout: { 'fill-sort-key': ['get', 'sort'] } } : {}),
    paint: {
      'fill-color': ['to-color', ['coalesce', ['feature-state', 'own'], 'rgba(0, 0, 0, 0)']],
      // a zone's hue stays to be guessed below
      'fill-opacity': 0.9
    }
  };
}
