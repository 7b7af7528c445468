import type { ExpressionSpecification, LayerSpecification, LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapTokens } from '#lib/design/tokens/tokens';
import type { Emphasis } from './emphasis';
import type { SchematicShape } from './schematics';
import { byEmphasis, toneColour } from './zones';

/** Opacity, against the usual. */
const STRENGTH: Readonly<Record<Emphasis, number>> = { off: 0, dim: 0.3, tint: 0.6, normal: 1, strong: 1.35 };
/** Zoom from which a line has its full width; it halves with every level further out, like what is on the ground. */
const FULL_ZOOM = 7;

type Width = Readonly<{ full: number; least: number }>;
type Stroke = Readonly<{ id: string; shape: SchematicShape; width: Width; alpha: number }>;

/** Widths in CSS px. */
const STROKES: readonly Stroke[] = [
  { id: 'ribbon', shape: 'ribbon', width: { full: 18, least: 7 }, alpha: 0.36 },
  { id: 'ribbon-core', shape: 'ribbon', width: { full: 2.5, least: 1.5 }, alpha: 0.95 },
  { id: 'loop', shape: 'loop', width: { full: 3, least: 1.8 }, alpha: 0.9 },
  { id: 'pair', shape: 'pair', width: { full: 4, least: 3 }, alpha: 0.95 }
];
const PAIR_END = { radius: 6, alpha: 0.95 } as const;

const opacity = (alpha: number): ExpressionSpecification => byEmphasis((emphasis) => Math.min(1, alpha * STRENGTH[emphasis]));

const byZoom = ({ full, least }: Width): ExpressionSpecification => [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  FULL_ZOOM - Math.log2(full / least),
  least,
  FULL_ZOOM,
  full
];

/** Ribbons, loops and bows of zones, from the ground up. */
export function schematicLayers(tokens: MapTokens): LayerSpecification[] {
  const colour = toneColour(tokens);
  const line = ({ id, shape, width, alpha }: Stroke): LineLayerSpecification => ({
    id,
    type: 'line',
    source: 'zones',
    filter: ['==', ['get', 'shape'], shape],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-opacity': opacity(alpha), 'line-width': byZoom(width) }
  });
  return [
    ...STROKES.map(line),
    {
      id: 'pair-end',
      type: 'circle',
      source: 'zones',
      filter: ['==', ['get', 'shape'], 'pair-ends' satisfies SchematicShape],
      paint: { 'circle-color': colour, 'circle-opacity': opacity(PAIR_END.alpha), 'circle-radius': PAIR_END.radius }
    }
  ];
}
