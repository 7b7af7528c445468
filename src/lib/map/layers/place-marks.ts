import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { PRECISIONS } from '#lib/schema/terms';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { cssColour } from './colour';
import { DISC_ALPHA, groupColour, PLACE_GROUPS } from './places';

/** Soft rings of places whose site is not known exactly, below the marks. */
export function ringLayers(tokens: MapTokens): LayerSpecification[] {
  const byGroup = PLACE_GROUPS.flatMap((group) => [group, cssColour(groupColour(group, tokens))]);
  const colour = ['case', ['get', 'selected'], tokens.select, ['match', ['get', 'group'], ...byGroup, tokens.label]] as unknown as ExpressionSpecification;
  const alpha = [
    'match',
    ['get', 'precision'],
    ...PRECISIONS.flatMap((precision) => [precision, DISC_ALPHA[precision]]),
    0
  ] as unknown as ExpressionSpecification;
  return [
    {
      id: 'place-ring',
      type: 'fill',
      source: 'places',
      filter: ['==', ['geometry-type'], 'Polygon'],
      // ten soft edges over each other need no smoothing of each
      paint: { 'fill-color': colour, 'fill-opacity': alpha, 'fill-antialias': false }
    },
    {
      id: 'place-ring-edge',
      type: 'line',
      source: 'places',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-opacity': 0.75, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 8, 1.2] }
    }
  ];
}
