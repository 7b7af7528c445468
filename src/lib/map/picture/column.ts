import { textLine, textWidth, wrapText } from './text';
import type { Lettering } from './text';

/** A part of a column: it knows its height, and draws itself where it is told. Px. */
export type Piece = Readonly<{ height: number; draw: (x: number, y: number) => string }>;
/** A small drawing before a text: draws itself with the middle of its left edge at a point. */
export type Mark = Readonly<{ width: number; draw: (x: number, middle: number) => string }>;

export const space = (height: number): Piece => ({ height, draw: () => '' });

/** Pieces below each other. */
export function stack(pieces: readonly Piece[], gap = 0): Piece {
  const height = pieces.reduce((sum, piece, i) => sum + piece.height + (i > 0 ? gap : 0), 0);
  return {
    height,
    draw: (x, y) => {
      let top = y;
      return pieces
        .map((piece) => {
          const drawn = piece.draw(x, top);
          top += piece.height + gap;
          return drawn;
        })
        .join('');
    }
  };
}

/** Pieces beside each other, each with the left edge that it is given. */
export const beside = (parts: readonly Readonly<{ left: number; piece: Piece }>[]): Piece => ({
  height: Math.max(0, ...parts.map(({ piece }) => piece.height)),
  draw: (x, y) => parts.map(({ left, piece }) => piece.draw(x + left, y)).join('')
});

/** Text in lines of at most `width` px. @param leading height of a line as a share of the size */
export function paragraph(text: string, width: number, lettering: Lettering, leading = 1.45): Piece {
  const lines = wrapText(text, width, lettering.size, lettering.bold);
  const line = lettering.size * leading;
  return { height: lines.length * line, draw: (x, y) => lines.map((words, i) => textLine(words, x, y + (i + 0.5) * line, lettering)).join('') };
}

/** A mark with a name and, after it or below it, more in lighter letters. */
export function legendRow(mark: Mark, name: string, detail: string | undefined, width: number, strong: Lettering, light: Lettering): Piece {
  const left = mark.width + strong.size * 0.6;
  const room = width - left;
  const line = strong.size * 1.5;
  const nameWidth = textWidth(name, strong.size, strong.bold) + strong.size * 0.7;
  const oneLine = detail !== undefined && nameWidth + textWidth(detail, light.size) <= room;
  const text = paragraph(name, room, strong, 1.5);
  const more = detail === undefined || oneLine ? space(0) : paragraph(detail, room, light, 1.4);
  return {
    height: text.height + more.height,
    draw: (x, y) =>
      [
        mark.draw(x, y + line / 2),
        text.draw(x + left, y),
        oneLine && detail !== undefined ? textLine(detail, x + left + nameWidth, y + line / 2, light) : more.draw(x + left, y + text.height)
      ].join('')
  };
}
