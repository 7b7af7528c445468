import type { Mark } from './column';
import { textLine } from './text';
import { tag } from './xml';

/* Marks of the legend. Sizes are px; `u` is the size of a unit. */

/** How a zone is painted: ground, pattern on it, outline. */
export type Paint = Readonly<{ colour: string; fill: number; pattern?: string | undefined; line: number; dashed: boolean }>;

export const DASH = (u: number): string => `${(7 * u).toFixed(1)} ${(4.5 * u).toFixed(1)}`;

/** A piece of area. @param over drawn on it, such as a ribbon */
export const areaMark = ({ colour, fill, pattern, line, dashed }: Paint, u: number, over: (x: number, y: number) => string = () => ''): Mark => ({
  width: 36 * u,
  draw: (x, y) => {
    const shape = { x: x + u, y: y - 10 * u, width: 34 * u, height: 20 * u, rx: 3 * u };
    return [
      tag('rect', { ...shape, fill: colour, 'fill-opacity': fill }),
      pattern ? tag('rect', { ...shape, fill: `url(#${pattern})` }) : '',
      tag('rect', { ...shape, fill: 'none', stroke: colour, 'stroke-width': line * u, 'stroke-dasharray': dashed ? DASH(u * 0.7) : undefined }),
      over(x + 18 * u, y)
    ].join('');
  }
});

/** A piece of line. */
export const lineMark = (colour: string, width: number, u: number, dash?: string): Mark => ({
  width: 36 * u,
  draw: (x, y) => tag('path', { d: `M${x + u} ${y}H${x + 35 * u}`, stroke: colour, 'stroke-width': width, 'stroke-dasharray': dash })
});

/** Shapes of places: where things are made, where they are found out, how one gets there. */
export type PlaceShape = 'ground' | 'knowledge' | 'transport';

/** A place's mark around a point. @param r its radius */
export function placeShape(shape: PlaceShape, x: number, y: number, r: number, colour: string, halo: string): string {
  const look = { fill: colour, stroke: halo, 'stroke-width': r * 0.45, 'paint-order': 'stroke' };
  switch (shape) {
    case 'ground':
      return tag('circle', { cx: x, cy: y, r, ...look });
    case 'knowledge':
      return tag('path', { d: `M${x} ${y - 1.25 * r}L${x + 1.25 * r} ${y}L${x} ${y + 1.25 * r}L${x - 1.25 * r} ${y}Z`, ...look });
    case 'transport':
      return tag('rect', { x: x - 0.9 * r, y: y - 0.9 * r, width: 1.8 * r, height: 1.8 * r, ...look });
  }
}

export const placeMark = (shape: PlaceShape, colour: string, halo: string, u: number): Mark => ({
  width: 36 * u,
  draw: (x, y) => placeShape(shape, x + 18 * u, y, 6 * u, colour, halo)
});

/** A ring around a place that is known roughly. @param dashed known by its district alone */
export const ring = (x: number, y: number, r: number, colour: string, u: number, dashed: boolean): string =>
  tag('circle', {
    cx: x,
    cy: y,
    r,
    fill: colour,
    'fill-opacity': 0.1,
    stroke: colour,
    'stroke-opacity': 0.6,
    'stroke-width': u,
    'stroke-dasharray': dashed ? DASH(u * 0.6) : undefined
  });

export const ringMark = (colour: string, u: number): Mark => ({ width: 36 * u, draw: (x, y) => ring(x + 18 * u, y, 9 * u, colour, u, true) });

/** A number in a disc. A hollow one stands for members that the document itself does not state. */
export function chip(number: number, x: number, y: number, r: number, colour: string, paper: string, hollow: boolean): string {
  const look = hollow ? { fill: paper, stroke: colour, 'stroke-dasharray': DASH(r * 0.045) } : { fill: colour, stroke: paper };
  const text = textLine(String(number), x, y, { size: r * 1.25, colour: hollow ? colour : paper, bold: true, anchor: 'middle' });
  return tag('circle', { cx: x, cy: y, r, ...look, 'stroke-width': r * 0.14 }) + text;
}

export const chipMark = (number: number, colour: string, paper: string, hollow: boolean, u: number): Mark => ({
  width: 26 * u,
  draw: (x, y) => chip(number, x + 13 * u, y, 12 * u, colour, paper, hollow)
});

/** Tints side by side, light to dark. @param shares opacity of each */
export const rampMark = (colour: string, shares: readonly number[], u: number): Mark => ({
  width: 26 * u * shares.length,
  draw: (x, y) =>
    shares
      .map((share, i) =>
        tag('rect', { x: x + i * 26 * u, y: y - 9 * u, width: 26 * u, height: 18 * u, fill: colour, 'fill-opacity': share, stroke: colour, 'stroke-width': u })
      )
      .join('')
});
