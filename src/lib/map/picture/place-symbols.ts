import type { Place } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Locator } from '#lib/schema/locator';
import { isStandIn } from '#lib/schema/terms';
import { shortName } from '#lib/atlas/short-name';
import { groupOf, isSharp } from '../layers/places';

type Point = readonly [x: number, y: number];
/** Part of a picture, px. */
export type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>;
type Canvas = Readonly<{
  width: number;
  height: number;
  language: keyof Text;
  /** the place that the picture is about: it stands where it is, and is named first */
  about?: string | undefined;
}>;
type Drawn = Required<Pick<Locator, 'labels' | 'places'>>;
type Symbol = Drawn['places'][number];

/** Size of the letters, px. */
const SIZE = 11;
const LINE = 12;
/** From one symbol to the next that would stand on it, and from a symbol's middle to its name. */
const STEP = 13;
/** Half of the room that a symbol keeps for itself. */
const HALF = STEP / 2;
const NAME_AT = 8;
/** Widest line of a name, px. */
const WIDEST = 150;
/** Where a symbol goes that would stand on another: its position is known to some kilometres only. */
const ASIDE: readonly Point[] = [0, STEP, -STEP].flatMap((x) => [0, 1, -1, 2, -2, 3, -3].map((row): Point => [x, row * STEP]));

/** Where the name of an area goes, the best first: halves of its width to a side, and lines down; farther it would stand on another. */
const OFF: readonly Point[] = [0, 0.6, -0.6].flatMap((side) => [0, -1, 1].map((row): Point => [side, row]));

/** Latin letters are about half as wide as Chinese ones. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0) * SIZE;
const apart = (a: Box, b: Box): boolean => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
const around = ([x, y]: Point, half: number): Box => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });

/** A text in lines no wider than given, broken between English words or Chinese characters. */
function inLines(text: string, widest: number, language: keyof Text): string[] {
  const parts = language === 'en' ? text.split(/(?<= )/) : [...text];
  const lines: string[] = [''];
  for (const part of parts) {
    const line = (lines.at(-1) ?? '') + part;
    if (widthOf(line.trimEnd()) > widest && lines.at(-1) !== '') lines.push(part);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trim());
}

const cut = (line: string): string => `${line.replace(/[\s,，、（(]+$/, '')}…`;

/**
 * Ways to write a name, the best first: whole in one to three lines, else its beginning.
 * @param whole its beginning will not do
 */
const writings = (text: string, language: keyof Text, whole: boolean): string[][] => {
  const broken = [WIDEST, WIDEST * 0.6].map((widest) => inLines(text, widest, language));
  return [
    ...broken.filter(({ length }) => length <= 3),
    ...(whole ? [] : broken.flatMap(([first = '', second]) => (second === undefined ? [] : [[first, cut(second)], [cut(first)]])))
  ];
};

/**
 * Symbols and names of places, then names of units where there is room: nothing covers anything else, and nothing leaves the picture.
 * A place whose site is known stands where it is; the others move aside. A name without room is left out: the page lists all of them.
 * @param kept parts of the picture that nothing may stand on
 */
export function placesOn(
  { width, height, language, about }: Canvas,
  places: readonly Readonly<{ place: Place; at: Point }>[],
  units: readonly Readonly<{ adcode: string; name: Text; at: Point; main: boolean }>[],
  kept: readonly Box[] = []
): Drawn {
  const taken: Box[] = [...kept];
  const inPicture = (box: Box) => box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
  const free = (box: Box) => inPicture(box) && taken.every((other) => apart(box, other));

  /** With its name, where there is room. */
  const withName = (symbol: Symbol): Symbol => {
    for (const lines of writings(symbol.name[language], language, about !== undefined && !symbol.own))
      for (const end of [false, true]) {
        const wide = Math.max(...lines.map(widthOf));
        const x = symbol.x + (end ? -NAME_AT : NAME_AT);
        const half = (lines.length * LINE) / 2;
        const box = { left: end ? x - wide : x, right: end ? x : x + wide, top: symbol.y - half, bottom: symbol.y + half };
        if (!free(box)) continue;
        taken.push(box);
        return { ...symbol, words: { lines, x, y: symbol.y - half + LINE / 2, end } };
      }
    return symbol;
  };

  const symbols: Symbol[] = [];
  const rank = ({ id, precision }: Place) => (id === about ? 2 : Number(isSharp(precision)));
  const sharpFirst = [...places].sort((a, b) => rank(b.place) - rank(a.place));
  for (const { place, at } of sharpFirst) {
    if (isStandIn(place.precision) || !inPicture(around(at, 5))) continue;
    const solid = isSharp(place.precision);
    const spot = ASIDE.map(([dx, dy]): Point => [Math.round(at[0] + dx), Math.round(at[1] + dy)]).find((point) => free(around(point, HALF)));
    if (!spot) continue;
    taken.push(around(spot, HALF));
    const symbol: Symbol = { id: place.id, name: place.name, x: spot[0], y: spot[1], group: groupOf(place.kind), solid };
    // its name comes before the others' symbols
    symbols.push(place.id === about ? withName({ ...symbol, own: true }) : symbol);
  }

  const named = symbols.map((symbol) => (symbol.own ? symbol : withName(symbol)));

  const byRank = [...units].sort((a, b) => Number(b.main) - Number(a.main));
  const labels = byRank.flatMap(({ adcode, name, at, main }) => {
    const short = shortName(name);
    const half = widthOf(short[language]) / 2;
    // moved inward where it would leave the picture
    const middle = Math.max(half + 3, Math.min(width - half - 3, at[0]));
    // an area that is crowded out gets its name a little off rather than none
    for (const [side, row] of OFF) {
      const [x, y] = [Math.round(middle + side * half), Math.round(at[1] + row * LINE)];
      const box = { left: x - half - 1, right: x + half + 1, top: y - LINE / 2, bottom: y + LINE / 2 };
      if (!free(box)) continue;
      taken.push(box);
      return [{ adcode, name: short, x, y, main }];
    }
    return [];
  });
  return { labels, places: named };
}
