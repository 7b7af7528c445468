import type { MapTokens } from '#lib/design/tokens/tokens';
import { isSmall, markOf, rowOf, tallyOf } from '../layers/images';
import type { BadgeLook, PlaceGroup } from '../layers/images';
import { FONT_STACK } from '../layers/labels';
import { groupColour } from '../layers/places';

/** Image pixels to a CSS pixel: sharp on dense screens, too. */
export const IMAGE_RATIO = 3;
/** Share of the tint in a light mark, over the rim. */
const LIGHT = 0.45;
/** Share of its size that a small row's mark has. */
const SMALL = 0.74;
/** CSS px. */
const BADGE = { side: 18, gap: 2, radius: 4.5, letter: 12 } as const;
const MARK = { side: 16, reach: 5 } as const;
const COUNT = { reach: 3.6, digit: 7, letter: 12 } as const;
const FONTS = `${FONT_STACK.map((font) => `"${font}"`).join()}, sans-serif`.replace('"system-ui"', 'system-ui');

/** Draw the image of a name (../layers/images); undefined for a name that is not ours, or without a canvas. */
export function paintImage(name: string, tokens: MapTokens): ImageData | undefined {
  const row = rowOf(name);
  if (row) {
    const counts = tallyOf(name);
    const marks = row.length * (BADGE.side + BADGE.gap) + BADGE.gap;
    const scale = isSmall(name) ? SMALL : 1;
    const width = marks + counts.reduce((sum, [, count]) => sum + countWidth(count), 0);
    return painted(Math.ceil(width * scale), Math.ceil((BADGE.side + 2 * BADGE.gap) * scale), (pen) => {
      pen.scale(scale, scale);
      for (const [i, badge] of row.entries()) paintBadge(pen, badge, BADGE.gap + i * (BADGE.side + BADGE.gap), BADGE.gap, tokens);
      let left = marks;
      for (const [group, count] of counts) {
        paintCount(pen, group, count, left, tokens);
        left += countWidth(count);
      }
    });
  }
  const mark = markOf(name);
  return mark && painted(MARK.side, MARK.side, (pen) => paintMark(pen, mark.group, mark.solid, tokens));
}

function painted(width: number, height: number, paint: (pen: CanvasRenderingContext2D) => void): ImageData | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width: width * IMAGE_RATIO, height: height * IMAGE_RATIO });
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.scale(IMAGE_RATIO, IMAGE_RATIO);
  paint(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Solid for a member; light where the document itself does not say so; with a dashed edge where only some counties are. */
function paintBadge(pen: CanvasRenderingContext2D, { hue, mark, membership }: BadgeLook, x: number, y: number, tokens: MapTokens): void {
  const { ink, tint } = tokens.hue[hue];
  const { side, radius, letter, gap } = BADGE;
  // a rim of the halo's colour keeps it off lines and grounds
  pen.fillStyle = tokens.halo;
  pen.beginPath();
  pen.roundRect(x - gap / 2, y - gap / 2, side + gap, side + gap, radius + gap / 2);
  pen.fill();
  pen.fillStyle = { whole: ink, outside: tint, part: tokens.halo }[membership];
  pen.globalAlpha = membership === 'outside' ? LIGHT : 1;
  pen.beginPath();
  pen.roundRect(x, y, side, side, radius);
  pen.fill();
  pen.globalAlpha = 1;
  if (membership !== 'whole') {
    pen.strokeStyle = ink;
    pen.lineWidth = membership === 'part' ? 1.5 : 1;
    pen.setLineDash(membership === 'part' ? [2.6, 1.9] : []);
    pen.beginPath();
    pen.roundRect(x + 0.75, y + 0.75, side - 1.5, side - 1.5, radius - 0.75);
    pen.stroke();
    pen.setLineDash([]);
  }
  pen.fillStyle = membership === 'whole' ? tokens.halo : ink;
  pen.font = `700 ${mark.length > 1 ? letter - 1 : letter}px ${FONTS}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  // the middle of the letter itself, whatever its font's line is
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(mark);
  pen.fillText(mark, x + side / 2, y + side / 2 + (up - down) / 2);
}

/** Room for a shape and a number. */
const countWidth = (count: number): number => 2 * COUNT.reach + 6 + String(count).length * COUNT.digit;

/** A place's shape with how many there are. */
function paintCount(pen: CanvasRenderingContext2D, group: PlaceGroup, count: number, x: number, tokens: MapTokens): void {
  const middle = BADGE.gap + BADGE.side / 2;
  paintShape(pen, group, true, x + COUNT.reach + 1, middle, COUNT.reach, tokens);
  pen.font = `600 ${COUNT.letter}px ${FONTS}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  pen.strokeStyle = tokens.halo;
  pen.lineWidth = 3;
  const [left, base] = [x + 2 * COUNT.reach + 3.5, middle + COUNT.letter * 0.36];
  pen.strokeText(String(count), left, base);
  pen.fillStyle = tokens.label;
  pen.fillText(String(count), left, base);
}

const paintMark = (pen: CanvasRenderingContext2D, group: PlaceGroup, solid: boolean, tokens: MapTokens): void =>
  paintShape(pen, group, solid, MARK.side / 2, MARK.side / 2, MARK.reach, tokens);

function paintShape(pen: CanvasRenderingContext2D, group: PlaceGroup, solid: boolean, x: number, y: number, r: number, tokens: MapTokens): void {
  const colour = groupColour(group, tokens);
  pen.beginPath();
  switch (group) {
    case 'ground':
      pen.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
      break;
    case 'knowledge':
      pen.arc(x, y, r, 0, 2 * Math.PI);
      break;
    case 'transport':
      pen.moveTo(x, y - r * 1.15);
      pen.lineTo(x + r * 1.15, y + r * 0.85);
      pen.lineTo(x - r * 1.15, y + r * 0.85);
      pen.closePath();
  }
  pen.lineJoin = 'round';
  pen.strokeStyle = tokens.halo;
  pen.lineWidth = r * 0.6;
  pen.stroke();
  pen.fillStyle = solid ? colour : tokens.halo;
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = r * 0.35;
  pen.stroke();
}
