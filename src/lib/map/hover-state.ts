import type { FeatureIdentifier, MapLibreMap } from 'maplibre-gl';

const keyOf = ({ source, id }: FeatureIdentifier): string => `${source}/${id ?? ''}`;

/** Keeps the features marked that the pointer is over: sets `hover` on new ones, takes it from those left. */
export function createHoverState(map: MapLibreMap): (features: readonly FeatureIdentifier[]) => void {
  let marked = new Map<string, FeatureIdentifier>();
  return (features) => {
    const next = new Map(features.map((feature) => [keyOf(feature), feature]));
    for (const [key, feature] of marked) if (!next.has(key)) map.setFeatureState(feature, { hover: false });
    for (const [key, feature] of next) if (!marked.has(key)) map.setFeatureState(feature, { hover: true });
    marked = next;
  };
}
