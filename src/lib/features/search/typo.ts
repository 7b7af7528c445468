import { countLetters, lettersOf } from './query';

/** Wrong keystrokes allowed in a word: none in a short one, where every word would resemble every other. */
export const typosAllowed = (query: string): number => (query.length < 4 ? 0 : query.length < 8 ? 1 : 2);

/** How far a query is from the beginning of a text, and how much of the text it stands for. */
export type Near = Readonly<{ distance: number; length: number }>;

/**
 * Distance between `query` and the nearest beginning of `text` from offset `from`: missing, additional and wrong letters
 * and swapped neighbours count one each (optimal string alignment). Undefined where it is over `most`.
 */
export function nearestStart(query: string, text: string, from: number, most: number): Near | undefined {
  const width = Math.min(text.length - from, query.length + most);
  // each letter that the stretch lacks costs a typo: most stretches are ruled out by it cheaply
  if (width < query.length - most || countLetters(lettersOf(query) & ~lettersOf(text, from, from + width)) > most) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= query.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const same = query[row - 1] === text[from + column - 1];
      let cost = Math.min(at(last, column - 1) + (same ? 0 : 1), at(last, column) + 1, at(current, column - 1) + 1);
      const swapped = row > 1 && column > 1 && query[row - 1] === text[from + column - 2] && query[row - 2] === text[from + column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return undefined;
    beforeLast = last;
    last = current;
  }
  let best: Near | undefined;
  // among equals the longest beginning: the typed word is taken for the whole word
  last.forEach((distance, length) => {
    if (distance <= most && (!best || distance <= best.distance)) best = { distance, length };
  });
  return best;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;

/** Whether two words begin alike enough to be worth comparing: most typos leave the first letter, or swap, drop or double it. */
export function beginAlike(query: string, text: string, from: number): boolean {
  return query[0] === text[from] || query[1] === text[from] || query[0] === text[from + 1];
}
