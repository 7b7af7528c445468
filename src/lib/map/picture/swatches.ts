import type { HueColours } from '#lib/design/tokens/tokens';
import type { PlaceGroup } from '../layers/images';
import type { Mark } from './column';
import { textLine } from './text';
import { tag } from './xml';

/* Marks of the legend. Sizes are px; `u` is the size of a unit. */

/** A piece of pale ground. */
export const fadedMark = (colour: string, opacity: number, u: number): Mark => ({
  width: 26 * u,
  draw: (x, y) => tag('rect', { x: x + 2 * u, y: y - 8 * u, width: 22 * u, height: 16 * u, rx: 3 * u, fill: colour, 'fill-opacity': opacity })
});

/** A piece of line. */
export const lineMark = (colour: string, width: number, u: number, dash?: string): Mark => ({
  width: 26 * u,
  draw: (x, y) => tag('path', { d: `M${x + u} ${y}H${x + 25 * u}`, stroke: colour, 'stroke-width': width, 'stroke-dasharray': dash })
});

/** A place's mark around a point: solid where its site is known, else hollow. @param r half its size */
export function placeShape(group: PlaceGroup, solid: boolean, x: number, y: number, r: number, colour: string, halo: string): string {
  const under = { fill: halo, stroke: halo, 'stroke-width': r * 0.9, 'stroke-linejoin': 'round' };
  const look = { fill: solid ? colour : halo, stroke: colour, 'stroke-width': r * 0.35, 'stroke-linejoin': 'round' };
  const shape = (attributes: typeof under | typeof look): string => {
    switch (group) {
      case 'ground':
        return tag('rect', { x: x - 0.9 * r, y: y - 0.9 * r, width: 1.8 * r, height: 1.8 * r, ...attributes });
      case 'knowledge':
        return tag('circle', { cx: x, cy: y, r, ...attributes });
      case 'transport':
        return tag('path', { d: `M${x} ${y - 1.15 * r}L${x + 1.15 * r} ${y + 0.85 * r}H${x - 1.15 * r}Z`, ...attributes });
    }
  };
  return shape(under) + shape(look);
}

export const placeMark = (group: PlaceGroup, solid: boolean, colour: string, halo: string, u: number): Mark => ({
  width: 26 * u,
  draw: (x, y) => placeShape(group, solid, x + 13 * u, y, 6 * u, colour, halo)
});

/** How a zone's mark is painted: solid, or hollow for a part of a unit. */
export type BadgePaint = Readonly<{ colours: HueColours; mark: string; part?: boolean }>;

/** A zone's mark with its middle at a point. */
export function badge({ colours: { ink }, mark, part = false }: BadgePaint, x: number, y: number, side: number, paper: string): string {
  const line = side * 0.07;
  const inset = { x: x - side / 2 + line / 2, y: y - side / 2 + line / 2, width: side - line, height: side - line, rx: side * 0.24 };
  return [
    // a rim keeps it off lines and grounds
    tag('rect', { x: x - side * 0.55, y: y - side * 0.55, width: side * 1.1, height: side * 1.1, rx: side * 0.28, fill: paper }),
    tag('rect', {
      ...inset,
      fill: part ? paper : ink,
      stroke: ink,
      'stroke-width': line
    }),
    textLine(mark, x, y, {
      size: side * (mark.length > 1 ? 0.58 : 0.66),
      colour: part ? ink : paper,
      bold: true,
      anchor: 'middle'
    })
  ].join('');
}

export const badgeMark = (paint: BadgePaint, paper: string, u: number): Mark => ({
  width: 26 * u,
  draw: (x, y) => badge(paint, x + 13 * u, y, 22 * u, paper)
});
