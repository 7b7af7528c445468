import type { ExpressionFilterSpecification, LayerSpecification, LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapTokens } from '#lib/design/tokens/tokens';
import type { GroundKind } from './ground';

/** Ground and administrative lines. Widths are CSS px by zoom. */
export function baseLayers(tokens: MapTokens): LayerSpecification[] {
  return [
    { id: 'background', type: 'background', paint: { 'background-color': tokens.sea } },
    {
      id: 'context-fill',
      type: 'fill',
      source: 'ground',
      filter: ofKind('context'),
      paint: { 'fill-color': tokens.context, 'fill-outline-color': tokens.county }
    },
    { id: 'land-fill', type: 'fill', source: 'ground', filter: ofKind('land'), paint: { 'fill-color': tokens.land } },
    // one plain colour a layer: a colour by feature would be one more shader to compile
    { id: 'estuary-fill', type: 'fill', source: 'ground', filter: ofKind('estuary'), paint: { 'fill-color': tokens.sea } },
    { id: 'lake-fill', type: 'fill', source: 'ground', filter: ofKind('lake'), paint: { 'fill-color': tokens.water } },
    line('river', tokens.water, [1.5, 7]),
    // what the pointer is over: filled by ./hover-state of the map, and out of the way as long as there is nothing
    { id: 'unit-hover', type: 'fill', source: 'hover', layout: { visibility: 'none' }, paint: { 'fill-color': tokens.select, 'fill-opacity': 0.1 } },
    line('county-line', tokens.county, [0.4, 1.2]),
    line('prefecture-line', tokens.prefecture, [0.8, 2]),
    line('province-line', tokens.province, [0.9, 1.9])
  ];
}

export const ofKind = (...kinds: GroundKind[]): ExpressionFilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]];

const line = (kind: Extract<GroundKind, `${string}-line` | 'river'>, colour: string, [far, near]: readonly [number, number]): LineLayerSpecification => ({
  id: kind === 'river' ? 'river-line' : kind,
  type: 'line',
  source: 'ground',
  filter: ofKind(kind),
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint: { 'line-color': colour, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, far, 11, near] }
});
