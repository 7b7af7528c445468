import type { Motif } from '#lib/design/tokens/tier-look';
import { tag } from './xml';

/**
 * A tier's motif as an SVG pattern, the same that the interactive map paints.
 * @param scale pixels of the picture to a CSS pixel
 */
export function motifPattern(id: string, motif: Motif, colour: string, scale: number): string {
  const { size } = motif;
  return tag(
    'pattern',
    { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `scale(${scale.toFixed(3)})` },
    ...marks(motif, colour)
  );
}

function marks(motif: Motif, colour: string): string[] {
  const { size } = motif;
  if (motif.kind === 'stipple') {
    const look = motif.hollow ? { fill: 'none', stroke: colour, 'stroke-width': 1.4 } : { fill: colour };
    return [size / 4, (3 * size) / 4].map((at) => tag('circle', { cx: at, cy: at, r: motif.radius, ...look }));
  }
  // every line a·x + b·y = k·size that crosses the tile, drawn past its edges
  const { a, b, width } = motif;
  const square = a * a + b * b;
  const first = Math.min(0, a) + Math.min(0, b);
  const last = Math.max(0, a) + Math.max(0, b);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const [x, y] = [(a * (first + i) * size) / square, (b * (first + i) * size) / square];
    return tag('path', { d: `M${x + b * size * 2} ${y - a * size * 2}L${x - b * size * 2} ${y + a * size * 2}`, stroke: colour, 'stroke-width': width });
  });
}
