import type { LayerSpecification, LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapTokens } from '../theme/tokens';

/** Ground and administrative lines. Widths are CSS px by zoom. */
export function baseLayers(tokens: MapTokens): LayerSpecification[] {
  return [
    { id: 'background', type: 'background', paint: { 'background-color': tokens.sea } },
    { id: 'context-fill', type: 'fill', source: 'context', paint: { 'fill-color': tokens.context, 'fill-outline-color': tokens.county } },
    { id: 'land-fill', type: 'fill', source: 'province', paint: { 'fill-color': tokens.land } },
    {
      id: 'water-fill',
      type: 'fill',
      source: 'water',
      filter: ['!=', ['get', 'kind'], 'river'],
      paint: { 'fill-color': ['match', ['get', 'kind'], 'estuary', tokens.sea, tokens.water] }
    },
    { ...line('river-line', 'water', tokens.water, [1.5, 7]), filter: ['==', ['get', 'kind'], 'river'] },
    // invisible unless pointed at; what a click or a hover is read from
    { id: 'county-hit', type: 'fill', source: 'counties', paint: { 'fill-color': tokens.select, 'fill-opacity': hovered(0.1) } },
    { id: 'prefecture-hover', type: 'fill', source: 'prefectures', paint: { 'fill-color': tokens.select, 'fill-opacity': hovered(0.08) } },
    line('county-line', 'county-lines', tokens.county, [0.4, 1.2]),
    line('prefecture-line', 'prefecture-lines', tokens.prefecture, [0.8, 2]),
    line('province-line', 'province-lines', tokens.province, [1, 2.2])
  ];
}

const hovered = (opacity: number): ['case', ['boolean', ['feature-state', 'hover'], false], number, number] => [
  'case',
  ['boolean', ['feature-state', 'hover'], false],
  opacity,
  0
];

const line = (id: string, source: string, colour: string, [far, near]: readonly [number, number]): LineLayerSpecification => ({
  id,
  type: 'line',
  source,
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint: { 'line-color': colour, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, far, 11, near] }
});
