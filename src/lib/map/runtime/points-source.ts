import { addProtocol } from 'maplibre-gl';
import type { MapLibreMap } from 'maplibre-gl';
import { Protocol } from 'pmtiles';
import type { TilesAddress } from '#lib/atlas/tiles-address';
import { diffLayers } from '../layers/diff';
import { TILED_BEFORE, TILED_SOURCE, tiledLayers, tiledSource } from '../layers/tiled-points';
import type { MapTokens } from '#lib/design/tokens/tokens';

addProtocol('pmtiles', new Protocol().tile);

/** Draws a layer of very many points from vector tiles. This module is fetched only where there is one. */
export class TiledPoints {
  readonly #map: MapLibreMap;
  #address: TilesAddress | undefined;
  #layers = [] as ReturnType<typeof tiledLayers>;

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /** Show another layer, in other colours, or none; what stays the same is not asked for again. */
  apply(address: TilesAddress | undefined, tokens: MapTokens): void {
    const map = this.#map;
    const layers = tiledLayers(tokens);
    if (address?.url !== this.#address?.url) {
      for (const { id } of this.#layers) map.removeLayer(id);
      if (this.#address) map.removeSource(TILED_SOURCE);
      this.#layers = [];
      this.#address = address;
      if (!address) return;
      map.addSource(TILED_SOURCE, tiledSource(address, location.origin));
      for (const layer of layers) map.addLayer(layer, map.getLayer(TILED_BEFORE) && TILED_BEFORE);
    } else if (address) {
      for (const { layer, kind, property, value } of diffLayers(this.#layers, layers))
        if (kind === 'paint') map.setPaintProperty(layer, property as never, value as never);
    }
    this.#layers = layers;
  }

  /** Circles drawn now, and the points that they stand for. */
  count(): { circles: number; points: number } {
    const drawn = this.#address ? this.#map.queryRenderedFeatures({ layers: ['tiled-cells', 'tiled-points'] }) : [];
    return { circles: drawn.length, points: drawn.reduce((sum, { sourceLayer, properties }) => sum + (sourceLayer === 'cells' ? Number(properties.n) : 1), 0) };
  }
}
