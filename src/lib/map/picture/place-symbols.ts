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
const MOST_LINES = 4;
/** Where a symbol goes that would stand on another: its position is known to some kilometres only. */
const ASIDE: readonly Point[] = [0, STEP, -STEP].flatMap((x) => [0, 1, -1, 2, -2, 3, -3].map((row): Point => [x, row * STEP]));
/** Around the one place that a picture is about, no further than this, and with more air: a stack of names would hide it. */
const BESIDE: readonly Point[] = [0, 1, -1].flatMap((row) => [0, 1, -1].map((x): Point => [x * 18, row * 18]));
const AIR = 3;

/** Where the name of an area goes, the best first: halves of its width to a side, and lines down; farther it would stand on another. */
const OFF: readonly Point[] = [0, 0.6, -0.6].flatMap((side) => [0, -1, 1].map((row): Point => [side, row]));

/** Latin letters are about half as wide as Chinese ones. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0) * SIZE;
const apart = (a: Box, b: Box): boolean => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
const around = ([x, y]: Point, half: number): Box => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });

/** Where a name goes that has no room beside its symbol: a little off, with a line that leads to it; to the right and to the left. */
const FAR: readonly Point[] = [16, 30, 46, 64, 84, 110]
  .flatMap((away) => [0, 0.5, -0.5, 0.9, -0.9].map((turn): Point => [Math.cos(turn) * away, Math.sin(turn) * away]))
  .concat([18, 32, 48].flatMap((away) => [-1, 1].map((way): Point => [4, way * away])));

/** A text in lines no wider than given, broken between English words or Chinese characters. */
function inLines(text: string, widest: number, language: keyof Text): string[] {
  // no line begins with a closing mark or ends with an opening one
  const parts = language === 'en' ? text.split(/(?<= )/) : text.split(/(?<![（“《])(?![）”》、，·])/u);
  const lines: string[] = [''];
  for (const part of parts) {
    const line = (lines.at(-1) ?? '') + part;
    if (widthOf(line.trimEnd()) > widest && lines.at(-1) !== '') lines.push(part);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trim());
}

/** The same number of lines, about as long as each other: no single letter stands below a full line. */
function evenLines(text: string, widest: number, language: keyof Text): string[] {
  const lines = inLines(text, widest, language);
  const even = inLines(text, Math.min(widest, widthOf(text) / lines.length + SIZE), language);
  return even.length === lines.length ? even : lines;
}

const cut = (line: string): string => `${line.replace(/[\s,，、（(]+$/, '')}…`;

/** Ways to write a name in few lines, the best first; with little room without what brackets add at its end. */
const writings = (text: string, language: keyof Text): string[][] =>
  [text, text.replace(/ ?[（(][^（(]*[）)]$/u, '')]
    .flatMap((words) => [WIDEST, WIDEST * 0.8, WIDEST * 0.6].map((widest) => evenLines(words, widest, language)))
    .filter(({ length }) => length <= MOST_LINES);

/** Its beginning, where the whole has no room. */
const beginnings = (text: string, language: keyof Text): string[][] =>
  [WIDEST, WIDEST * 0.6].flatMap((widest) => {
    const [first = '', second] = inLines(text, widest, language);
    return second === undefined ? [] : [[first, cut(second)], [cut(first)]];
  });

/**
 * Symbols and names of places, then names of units where there is room: nothing covers anything else, and nothing leaves the picture.
 * A place whose site is known stands where it is; the others move aside. Where the picture is about one place, what is around it has its name
 * or is left out; else a symbol may stand without: the page lists all of them.
 * @param kept parts of the picture that nothing may stand on
 */
export function placesOn(
  { width, height, language, about }: Canvas,
  places: readonly Readonly<{ place: Place; at: Point }>[],
  units: readonly Readonly<{ adcode: string; name: Text; at: Point; main: boolean }>[],
  kept: readonly Box[] = []
): Drawn {
  const taken: Box[] = [...kept];
  const air = about === undefined ? 0 : AIR;
  const inPicture = (box: Box) => box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
  const free = (box: Box) => inPicture(box) && taken.every((other) => apart(box, other));

  /** With its name at a point, in one of these ways, where there is room. */
  const namedAt = (symbol: Symbol, ways: readonly string[][], offsets: readonly Point[], far: boolean): Symbol | undefined => {
    for (const [dx, dy] of offsets)
      for (const lines of ways)
        for (const end of [false, true]) {
          const wide = Math.max(...lines.map(widthOf));
          const x = Math.round(symbol.x + (end ? -dx : dx));
          const half = (lines.length * LINE) / 2;
          const middle = Math.round(symbol.y + dy);
          const box = { left: end ? x - wide : x, right: end ? x : x + wide, top: middle - half, bottom: middle + half };
          if (!free({ ...box, top: box.top - air, bottom: box.bottom + air }) || (far && !clearLine(symbol, [x, middle]))) continue;
          taken.push(box, ...(far ? onLine(symbol, [x, middle]) : []));
          return { ...symbol, words: { lines, x, y: middle - half + LINE / 2, end, ...(far ? { from: middle } : {}) } };
        }
    return undefined;
  };
  /** Room that a line from a symbol to its name takes. */
  const onLine = ({ x, y }: Symbol, [endX, endY]: Point): Box[] =>
    [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].map((part) => around([x + (endX - x) * part, y + (endY - y) * part], 1));
  /** Whether it crosses nothing but the symbol's own room. */
  const clearLine = (symbol: Symbol, end: Point): boolean => {
    const own = around([symbol.x, symbol.y], HALF);
    const others = taken.filter((box) => apart(box, own));
    return onLine(symbol, end).every((spot) => others.every((box) => apart(box, spot)));
  };
  const beside = (symbol: Symbol) => namedAt(symbol, writings(symbol.name[language], language), [[NAME_AT, 0]], false);
  const off = (symbol: Symbol) => namedAt(symbol, writings(symbol.name[language], language), FAR, true);
  const begun = (symbol: Symbol) => namedAt(symbol, beginnings(symbol.name[language], language), [[NAME_AT, 0]], false);

  const symbols: Symbol[] = [];
  const rank = ({ id, precision }: Place) => (id === about ? 2 : Number(isSharp(precision)));
  const sharpFirst = [...places].sort((a, b) => rank(b.place) - rank(a.place));
  for (const { place, at } of sharpFirst) {
    if (isStandIn(place.precision) || !inPicture(around(at, 5))) continue;
    const solid = isSharp(place.precision);
    const aside = about === undefined ? ASIDE : BESIDE;
    const spot = aside.map(([dx, dy]): Point => [Math.round(at[0] + dx), Math.round(at[1] + dy)]).find((point) => free(around(point, HALF + air)));
    if (!spot) continue;
    taken.push(around(spot, HALF));
    const symbol: Symbol = { id: place.id, name: place.name, x: spot[0], y: spot[1], group: groupOf(place.kind), solid };
    // its name comes before the others' symbols
    const own: Symbol = { ...symbol, own: true };
    symbols.push(place.id === about ? (beside(own) ?? off(own) ?? begun(own) ?? own) : symbol);
  }

  // beside their symbols first: a name that is led to may stand where another had its only room
  const named = symbols
    .map((symbol) => (symbol.words ? symbol : (beside(symbol) ?? symbol)))
    .map((symbol) => (symbol.words ? symbol : (off(symbol) ?? symbol)))
    .flatMap((symbol) => (symbol.words || symbol.own ? symbol : about === undefined ? (begun(symbol) ?? symbol) : []));

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
