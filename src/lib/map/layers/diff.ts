import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

/** One change to a layer that stays where it is. An undefined value goes back to the default. */
export type LayerChange = Readonly<{ layer: string; kind: 'paint' | 'layout'; property: string; value: unknown }>;

const properties = (layer: LayerSpecification, kind: 'paint' | 'layout'): Record<string, unknown> => ({ ...layer[kind] });

/** What to set so that layers look like new ones of the same ids; filters and zoom ranges never change. */
export function diffLayers(before: readonly LayerSpecification[], after: readonly LayerSpecification[]): LayerChange[] {
  const old = new Map(before.map((layer) => [layer.id, layer]));
  return after.flatMap((layer) => {
    const known = old.get(layer.id);
    if (!known) return [];
    return (['paint', 'layout'] as const).flatMap((kind) => {
      const [from, to] = [properties(known, kind), properties(layer, kind)];
      return [...new Set([...Object.keys(from), ...Object.keys(to)])]
        .filter((property) => JSON.stringify(from[property]) !== JSON.stringify(to[property]))
        .map((property) => ({ layer: layer.id, kind, property, value: to[property] }));
    });
  });
}
