import type { MapTokens } from '#lib/design/tokens/tokens';
import { ROW, countWidth, isSmall, markOf, plateOf, rowOf, rowWidth, tallyOf } from '../layers/images';
import type { BadgeLook, PlaceGroup } from '../layers/images';
import { FONT_STACK } from '../layers/labels';
import { groupColour } from '../layers/places';

/** Image pixels to a CSS pixel: sharp on dense screens, too. */
export const IMAGE_RATIO = 3;
/** CSS px. */
const BADGE = { radius: 4.5, letter: 12 } as const;
const MARK = { side: 16, reach: 5 } as const;
const PLATE = { height: 22, letter: 12.5, pad: 7 } as const;
const FONTS = `${FONT_STACK.map((font) => `"${font}"`).join()}, sans-serif`.replace('"system-ui"', 'system-ui');

/** Draw the image of a name (../layers/images); undefined for a name that is not ours, or without a canvas. */
export function paintImage(name: string, tokens: MapTokens): ImageData | undefined {
  const row = rowOf(name);
  if (row) {
    const { marks, all } = rowWidth(name);
    const scale = isSmall(name) ? ROW.small : 1;
    return painted(Math.ceil(all * scale), Math.ceil((ROW.side + 2 * ROW.gap) * scale), (pen) => {
      pen.scale(scale, scale);
      for (const [i, badge] of row.entries()) paintBadge(pen, badge, ROW.gap + i * (ROW.side + ROW.gap), ROW.gap, tokens);
      let left = marks;
      for (const [group, count] of tallyOf(name)) {
        paintCount(pen, group, count, left, tokens);
        left += countWidth(count);
      }
    });
  }
  const plate = plateOf(name);
  if (plate) return paintPlate(plate, tokens);
  const mark = markOf(name);
  return mark && painted(MARK.side, MARK.side, (pen) => paintMark(pen, mark.group, mark.solid, tokens));
}

/** A zone's name: mark and word on a plate in its colour. */
function paintPlate({ badge, text }: Readonly<{ badge: BadgeLook; text: string }>, tokens: MapTokens): ImageData | undefined {
  const { ink } = tokens.hue[badge.hue];
  const font = `700 ${PLATE.letter}px ${FONTS}`;
  const ruler = document.createElement('canvas').getContext('2d');
  if (!ruler) return undefined;
  ruler.font = font;
  const width = ROW.side + 2 * ROW.gap + 4 + ruler.measureText(text).width + PLATE.pad;
  return painted(Math.ceil(width), PLATE.height, (pen) => {
    pen.beginPath();
    pen.roundRect(0.75, 0.75, width - 1.5, PLATE.height - 1.5, BADGE.radius + ROW.gap);
    pen.fillStyle = tokens.halo;
    pen.fill();
    pen.strokeStyle = ink;
    pen.lineWidth = 1;
    pen.stroke();
    paintBadge(pen, badge, ROW.gap, ROW.gap, tokens);
    pen.font = font;
    pen.textAlign = 'left';
    pen.textBaseline = 'alphabetic';
    pen.fillStyle = ink;
    pen.fillText(text, ROW.side + 2 * ROW.gap + 3, PLATE.height / 2 + PLATE.letter * 0.36);
  });
}

function painted(width: number, height: number, paint: (pen: CanvasRenderingContext2D) => void): ImageData | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width: width * IMAGE_RATIO, height: height * IMAGE_RATIO });
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.scale(IMAGE_RATIO, IMAGE_RATIO);
  paint(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Solid for a member; hollow where only some of its counties are. */
function paintBadge(pen: CanvasRenderingContext2D, { hue, mark, part }: BadgeLook, x: number, y: number, tokens: MapTokens): void {
  const { ink } = tokens.hue[hue];
  const { radius, letter } = BADGE;
  const { side, gap } = ROW;
  // a rim of the halo's colour keeps it off lines and grounds
  pen.fillStyle = tokens.halo;
  pen.beginPath();
  pen.roundRect(x - gap / 2, y - gap / 2, side + gap, side + gap, radius + gap / 2);
  pen.fill();
  pen.beginPath();
  if (part) {
    pen.strokeStyle = ink;
    pen.lineWidth = 1.3;
    pen.roundRect(x + 0.65, y + 0.65, side - 1.3, side - 1.3, radius - 0.65);
    pen.stroke();
  } else {
    pen.fillStyle = ink;
    pen.roundRect(x, y, side, side, radius);
    pen.fill();
  }
  pen.fillStyle = part ? ink : tokens.halo;
  pen.font = `700 ${mark.length > 1 ? letter - 1 : letter}px ${FONTS}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  // the middle of the letter itself, whatever its font's line is
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(mark);
  pen.fillText(mark, x + side / 2, y + side / 2 + (up - down) / 2);
}

/** A place's shape with how many there are. */
function paintCount(pen: CanvasRenderingContext2D, group: PlaceGroup, count: number, x: number, tokens: MapTokens): void {
  const middle = ROW.gap + ROW.side / 2;
  paintShape(pen, group, true, x + ROW.shape + 1, middle, ROW.shape, tokens);
  pen.font = `600 ${BADGE.letter}px ${FONTS}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  pen.strokeStyle = tokens.halo;
  pen.lineWidth = 3;
  const [left, base] = [x + 2 * ROW.shape + 3.5, middle + BADGE.letter * 0.36];
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
