import type { Frame } from './frame';
import type { Box } from './place-labels';
import { scaleBar } from './scale-bar';
import { textLine, textWidth } from './text';
import { tag } from './xml';

/** Colours of what lies on the map. */
export type InsetColours = Readonly<{ ink: string; paper: string }>;
/** A drawing on the map and the room that it takes. */
export type Inset = Readonly<{ svg: string; box: Box }>;

/** An arrow to the north for the top right corner. @param u size of a unit, px */
export function northArrow(frame: Frame, u: number, letter: string, { ink, paper }: InsetColours): Inset {
  const [x, y] = [frame.width - 46 * u, 22 * u];
  const half = (side: 1 | -1, fill: string) =>
    tag('path', {
      d: `M${x} ${y + 26 * u}L${x + side * 13 * u} ${y + 66 * u}L${x} ${y + 56 * u}Z`,
      fill,
      stroke: ink,
      'stroke-width': 1.4 * u,
      'stroke-linejoin': 'round'
    });
  const text = textLine(letter, x, y + 11 * u, { size: 20 * u, colour: ink, bold: true, halo: paper, anchor: 'middle' });
  return { svg: tag('g', { id: 'north' }, text, half(-1, ink), half(1, paper)), box: { x: x - 24 * u, y, width: 48 * u, height: 70 * u } };
}

/**
 * A scale bar for the bottom left corner, true at the picture's middle latitude.
 * @param caption what follows the last number, e.g. “km”
 * @param note the latitude at which it is true, in words
 */
export function drawScaleBar(frame: Frame, u: number, caption: string, note: string, { ink, paper }: InsetColours): Inset {
  const { km, length } = scaleBar(frame, Math.min(frame.width * 0.24, 340 * u));
  const [left, top] = [30 * u, frame.height - 66 * u];
  const [small, bar] = [16 * u, 8 * u];
  const lettering = { size: small, colour: ink, halo: paper };
  const [y, half] = [top + 24 * u, length / 2];
  const end = `${km} ${caption}`;
  const line = { stroke: ink, 'stroke-width': 1.2 * u };
  const pieces = [
    tag('rect', { x: left, y, width: half, height: bar, fill: ink, ...line }),
    tag('rect', { x: left + half, y, width: half, height: bar, fill: paper, ...line }),
    textLine('0', left, top + 10 * u, { ...lettering, anchor: 'middle' }),
    textLine(String(km / 2), left + half, top + 10 * u, { ...lettering, anchor: 'middle' }),
    textLine(end, left + length - textWidth(String(km), small) / 2, top + 10 * u, lettering),
    textLine(note, left, y + bar + 14 * u, { ...lettering, size: 13 * u })
  ];
  const width = Math.max(length + textWidth(end, small), textWidth(note, 13 * u)) + 12 * u;
  const box: Box = { x: left - 12 * u, y: top - 4 * u, width: width + 8 * u, height: 60 * u };
  const ground = tag('rect', { ...box, rx: 5 * u, fill: paper, 'fill-opacity': 0.72 });
  return { svg: tag('g', { id: 'scale', 'data-km': km, 'data-length': length }, ground, ...pieces), box };
}
