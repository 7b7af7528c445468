import type { CircleLayerSpecification, LayerSpecification, LineLayerSpecification, VectorSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { TilesAddress } from '#lib/atlas/tiles-address';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { DECK_BEFORE } from './order';

export const TILED_SOURCE = 'tiled';
/** Under the marks and labels, as deck's layers are. */
export const TILED_BEFORE = DECK_BEFORE;
/** A tile server is asked no deeper; nearer views enlarge what they have. Files say for themselves. */
const SERVER_MAX_ZOOM = 15;

/** The source: MapLibre asks it only for the tiles in view. @param origin of the site: tiles are fetched by a worker, which knows no page */
export function tiledSource({ kind, url }: TilesAddress, origin: string): VectorSourceSpecification {
  const absolute = url.startsWith('/') ? origin + url : url;
  return kind === 'archive' ? { type: 'vector', url: `pmtiles://${absolute}` } : { type: 'vector', tiles: [absolute], minzoom: 0, maxzoom: SERVER_MAX_ZOOM };
}

/**
 * The layers of any tiles of ours, from the ground up, whether a file or a database serves them: outlines of zones, cells with
 * their count `n` (scripts/postgis/tiles.sql), single points. What a tile does not hold is not drawn.
 */
export function tiledLayers(tokens: MapTokens): LayerSpecification[] {
  const zones: LineLayerSpecification = {
    id: 'tiled-zones',
    type: 'line',
    source: TILED_SOURCE,
    'source-layer': 'zones',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': tokens.brand, 'line-width': 1.5, 'line-dasharray': [3, 2] }
  };
  const circles = (id: 'tiled-cells' | 'tiled-points', layer: string, radius: CircleLayerSpecification['paint']): CircleLayerSpecification => ({
    id,
    type: 'circle',
    source: TILED_SOURCE,
    'source-layer': layer,
    paint: { 'circle-color': tokens.select, 'circle-stroke-color': tokens.halo, 'circle-opacity': 0.75, ...radius }
  });
  return [
    zones,
    circles('tiled-cells', 'cells', {
      // area grows with the logarithm of the count, and never beyond the cell's 16 px
      'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'n']], 0, 1.6, 1, 3, 2, 4.6, 4, 8],
      'circle-stroke-width': ['step', ['get', 'n'], 0, 10, 0.75]
    }),
    circles('tiled-points', 'points', { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 2.2, 15, 5], 'circle-stroke-width': 0.75 })
  ];
}
