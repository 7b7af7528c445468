import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

/** Kinds that MapLibre is built without (scripts/maplibre/left-out.ts). */
const LAYERS: ReadonlySet<string> = new Set(['heatmap', 'hillshade', 'color-relief']);
const SOURCES: ReadonlySet<string> = new Set(['raster-dem', 'video', 'canvas']);

/** Houses are drawn as their ground, not as blocks. */
function flat(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'fill-extrusion') return layer;
  const { paint = {}, type: _, layout, ...rest } = layer;
  const [colour, opacity] = [paint['fill-extrusion-color'], paint['fill-extrusion-opacity']];
  return {
    ...rest,
    type: 'fill',
    ...(layout?.visibility ? { layout: { visibility: layout.visibility } } : {}),
    paint: { ...(colour === undefined ? {} : { 'fill-color': colour }), ...(opacity === undefined ? {} : { 'fill-opacity': opacity }) }
  };
}

/** An online basemap without what is not drawn here: a globe, heights and what is drawn from them, heat maps, films. */
export function flatBasemap({ projection: _, terrain: __, sky: ___, ...style }: StyleSpecification): StyleSpecification {
  const sources = Object.fromEntries(Object.entries(style.sources).filter(([, { type }]) => !SOURCES.has(type)));
  const layers = style.layers
    .filter((layer) => !LAYERS.has(layer.type) && !('source' in layer && typeof layer.source === 'string' && !(layer.source in sources)))
    .map(flat);
  return { ...style, sources, layers };
}
