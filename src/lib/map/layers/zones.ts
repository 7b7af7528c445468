import type { ExpressionFilterSpecification, ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { TIERS } from '#lib/schema/terms';
import type { Tier } from '#lib/schema/terms';
import { TIER_LOOK } from '#lib/design/tokens/tier-look';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { cssColour } from './colour';
import type { Emphasis } from './emphasis';
import { toneColours } from './zone-tone';

/** The source holds the zones' schematic lines, too. */
export const AREAS: ExpressionFilterSpecification = ['==', ['geometry-type'], 'Polygon'];

/** Edges that an outline covers need no smoothing, which would be a second shader and a second drawing. */
const UNDER_LINE = { 'fill-antialias': false } as const;

/** Against the usual. */
const FILL: Readonly<Record<Emphasis, number>> = { off: 0.05, dim: 0.62, tint: 1, normal: 1, strong: 1.3 };
const PATTERN: Readonly<Record<Emphasis, number>> = { off: 0, dim: 0.2, tint: 0, normal: 0.6, strong: 0.9 };
const LINE: Readonly<Record<Emphasis, number>> = { off: 0.08, dim: 0.35, tint: 0.4, normal: 0.95, strong: 1 };

/** @param value what to paint with at each emphasis, from feature state; before any state is set, as usual */
export function byEmphasis(value: (emphasis: Emphasis) => number | ExpressionSpecification): ExpressionSpecification {
  const state: ExpressionSpecification = ['coalesce', ['feature-state', 'emphasis'], 'normal'];
  return ['match', state, 'off', value('off'), 'dim', value('dim'), 'tint', value('tint'), 'strong', value('strong'), value('normal')];
}

/** @param scale against the tier's usual look; opacity stops at 1 */
function byTier(key: 'fill' | 'line', scale: number): ExpressionSpecification {
  const value = (tier: Tier) => (key === 'fill' ? Math.min(1, TIER_LOOK[tier].fill * scale) : TIER_LOOK[tier].line * scale);
  return ['match', ['get', 'tier'], ...TIERS.flatMap((tier) => [tier, value(tier)]), 0] as unknown as ExpressionSpecification;
}

/** Colour by tone. */
export function toneColour(tokens: MapTokens): ExpressionSpecification {
  const entries = [...toneColours(tokens)].flatMap(([tone, colour]) => [tone, cssColour(colour)]);
  return ['match', ['get', 'tone'], ...entries, tokens.select] as unknown as ExpressionSpecification;
}

/** Fills, hatches and outlines of zones; an outline is dashed where the document itself does not name the members. */
export function zoneLayers(tokens: MapTokens): LayerSpecification[] {
  const colour = toneColour(tokens);
  const outline = (id: string, filter: ExpressionFilterSpecification, dashed: boolean): LayerSpecification => ({
    id,
    type: 'line',
    source: 'zones',
    filter: ['all', AREAS, filter],
    layout: { 'line-join': 'round', 'line-sort-key': ['get', 'sort'] },
    paint: {
      'line-color': colour,
      'line-opacity': byEmphasis((emphasis) => LINE[emphasis]),
      'line-width': ['case', ['boolean', ['feature-state', 'hover'], false], byTier('line', 1.7), byTier('line', 1)],
      ...(dashed ? { 'line-dasharray': [2.4, 1.6] } : {})
    }
  });
  return [
    {
      id: 'zone-fill',
      type: 'fill',
      source: 'zones',
      filter: AREAS,
      layout: { 'fill-sort-key': ['get', 'sort'] },
      paint: { 'fill-color': colour, 'fill-opacity': byEmphasis((emphasis) => byTier('fill', FILL[emphasis])), ...UNDER_LINE }
    },
    {
      id: 'zone-pattern',
      type: 'fill',
      source: 'zones',
      filter: ['all', AREAS, ['has', 'pattern']],
      layout: { 'fill-sort-key': ['get', 'sort'] },
      paint: { 'fill-pattern': ['image', ['get', 'pattern']], 'fill-opacity': byEmphasis((emphasis) => PATTERN[emphasis]), ...UNDER_LINE }
    },
    outline('zone-line', ['!', ['get', 'dashed']], false),
    outline('zone-line-dashed', ['get', 'dashed'], true),
    {
      id: 'selection-casing',
      type: 'line',
      source: 'selection',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.halo, 'line-width': 5, 'line-opacity': 0.85 }
    },
    { id: 'selection-line', type: 'line', source: 'selection', layout: { 'line-join': 'round' }, paint: { 'line-color': tokens.select, 'line-width': 2 } }
  ];
}
