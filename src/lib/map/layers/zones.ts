import type { ExpressionFilterSpecification, ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { HUES } from '#lib/schema/terms';
import type { MapTokens } from '#lib/design/tokens/tokens';
import type { Emphasis } from './emphasis';
import type { ZoneShape } from './zone-features';

export const ofShape = (shape: ZoneShape): ExpressionFilterSpecification => ['==', ['get', 'shape'], shape];

/**
 * Opacity of a zone's own ground, of all its members, and of their outline. Beside one that stands out with all its members
 * the rest is plain land: a faint tint might be taken for water.
 */
const GROUND: Readonly<Record<Emphasis, number>> = { off: 0, dim: 0, pale: 0.4, normal: 1, strong: 0 };
const MEMBERS: Readonly<Record<Emphasis, number>> = { off: 0, dim: 0, pale: 0, normal: 0, strong: 1 };
const LINE: Readonly<Record<Emphasis, number>> = { off: 0, dim: 0, pale: 0, normal: 0, strong: 1 };
const PAIR: Readonly<Record<Emphasis, number>> = { off: 0, dim: 0.2, pale: 0.4, normal: 0.9, strong: 1 };
/** Edges that an outline or the administrative lines cover need no smoothing, which would be a second shader and a second drawing. */
const UNDER_LINE = { 'fill-antialias': false } as const;

/** @param of what to paint with at each emphasis, from feature state; before any state is set, as usual */
function byEmphasis(of: Readonly<Record<Emphasis, number | ExpressionSpecification>>): ExpressionSpecification {
  const state: ExpressionSpecification = ['coalesce', ['feature-state', 'emphasis'], 'normal'];
  return ['match', state, 'off', of.off, 'dim', of.dim, 'pale', of.pale, 'strong', of.strong, of.normal];
}

/** CSS px by zoom of the edge that a member filled by others has in a zone's colour. */
const FRAME = [
  [5.2, 1.8],
  [6.8, 4.2]
] as const;
/** @param share of the way from the outline to a frame's inner edge */
const frameWidths = (share: number): ExpressionSpecification =>
  [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...FRAME.flatMap(([zoom, width]) => [zoom, ['*', share * width, ['+', 1, ['get', 'band']]]])
  ] as unknown as ExpressionSpecification;

/** A zone's colour, by its hue. */
export function byHue(tokens: MapTokens, kind: 'ink' | 'tint'): ExpressionSpecification {
  return ['match', ['get', 'hue'], ...HUES.flatMap((hue) => [hue, tokens.hue[hue][kind]]), tokens.land] as unknown as ExpressionSpecification;
}

/** Flat tints of zones, one to a county; all members of the one that stands out; outlines of the core and of what stands out. */
export function zoneLayers(tokens: MapTokens): LayerSpecification[] {
  const fill = (id: 'zone-fill' | 'zone-members', shape: ZoneShape, opacity: typeof GROUND): LayerSpecification => ({
    id,
    type: 'fill',
    source: 'zones',
    filter: ofShape(shape),
    paint: { 'fill-color': byHue(tokens, 'tint'), 'fill-opacity': byEmphasis(opacity), ...UNDER_LINE }
  });
  return [
    fill('zone-fill', 'ground', GROUND),
    {
      id: 'zone-frame',
      type: 'line',
      source: 'zones',
      filter: ofShape('frame'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': byHue(tokens, 'tint'),
        'line-opacity': byEmphasis(GROUND),
        // an inner one reaches below those outside it, so that none shows between them
        'line-width': frameWidths(1),
        'line-offset': frameWidths(0.5)
      }
    },
    fill('zone-members', 'members', MEMBERS),
    {
      id: 'zone-line',
      type: 'line',
      source: 'zones',
      filter: ofShape('members'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': byHue(tokens, 'ink'),
        // a core is outlined always: what lies within it may be another's ground
        'line-opacity': byEmphasis({ ...LINE, normal: ['case', ['==', ['get', 'tier'], 'core'], 0.9, LINE.normal] }),
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1.6, 10, 2.6]
      }
    },
    {
      id: 'pair',
      type: 'line',
      source: 'zones',
      filter: ofShape('pair'),
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': byHue(tokens, 'ink'), 'line-opacity': byEmphasis(PAIR), 'line-width': 3 }
    },
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
