import type { MapTokens } from '#lib/design/tokens/tokens';

/** A map's scale bar: what it says, and its length as a share of the map's width. */
export type PrintScale = Readonly<{ text: string; share: number }>;

/** Draw a scale bar into a picture of a map, at the bottom right: there it holds at whatever size the picture is printed. */
export function drawPrintScale(picture: OffscreenCanvas, { text, share }: PrintScale, { label, halo }: MapTokens): void {
  const context = picture.getContext('2d');
  if (!context) return;
  const { width, height } = picture;
  const unit = Math.max(1, width / 1100);
  const [right, bottom] = [width - 14 * unit, height - 14 * unit];
  const left = right - share * width;
  context.font = `${13 * unit}px sans-serif`;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(left, bottom - 6 * unit);
  context.lineTo(left, bottom);
  context.lineTo(right, bottom);
  context.lineTo(right, bottom - 6 * unit);
  for (const [colour, line] of [
    [halo, 5],
    [label, 1.6]
  ] as const) {
    [context.strokeStyle, context.lineWidth] = [colour, line * unit];
    context.stroke();
  }
  const at = [(left + right) / 2, bottom - 8 * unit] as const;
  [context.strokeStyle, context.lineWidth] = [halo, 4 * unit];
  context.strokeText(text, ...at);
  context.fillStyle = label;
  context.fillText(text, ...at);
}

/** A picture as it is printed: as pixels, where a drawn canvas would be drawn anew by the printer, and not quite in the same place. */
export function printedPicture(picture: OffscreenCanvas): HTMLCanvasElement {
  const printed = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
  printed.getContext('bitmaprenderer')?.transferFromImageBitmap(picture.transferToImageBitmap());
  return printed;
}
