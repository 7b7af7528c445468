import type { FillLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { OwnShades } from './own-drawing';

/* Fills of districts and zones by a reader's own figures: feature state holds the colour, so that no geometry is sent again. */

export const shadeLayerId = (source: OwnShades['source']): string => `own-${source}`;

/** The MapLibre layer that fills stand under: water, or over an online basemap the lines. */
export const SHADES_BEFORE = ['water-fill', 'county-hit'] as const;

export function shadeLayer(source: OwnShades['source']): FillLayerSpecification {
  return {
    id: shadeLayerId(source),
    type: 'fill',
    source,
    // wide zones below narrow ones, as they are outlined
    ...(source === 'zones' ? { layout: { 'fill-sort-key': ['get', 'sort'] } } : {}),
    paint: {
      'fill-color': ['to-color', ['coalesce', ['feature-state', 'own'], 'rgba(0, 0, 0, 0)']],
      // a zone's tier stays to be guessed below
      'fill-opacity': 0.9
    }
  };
}
