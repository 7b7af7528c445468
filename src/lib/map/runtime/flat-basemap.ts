import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

/** Kinds that MapLibre is built without (scripts/maplibre/left-out.ts). */
const LAYERS: ReadonlySet<string> = new Set(['heatmap', 'hillshade', 'color-relief']);
const SOURCES: ReadonlySet<string> = new Set(['raster-dem', 'video', 'canvas']);

/** An online basemap without what is not drawn here: a globe, heights and what is drawn from them, heat maps, films. */
export function flatBasemap({ projection: _, terrain: __, sky: ___, ...style }: StyleSpecification): StyleSpecification {
  const sources = Object.fromEntries(Object.entries(style.sources).filter(([, { type }]) => !SOURCES.has(type)));
  const layers = style.layers.filter(
    (layer) => !LAYERS.has(layer.type) && !('source' in layer && typeof layer.source === 'string' && !(layer.source in sources))
  );
  return { ...style, sources, layers };
}
