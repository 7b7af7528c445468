/** A Han character or a word of letters and digits, folded for comparison, with its place in the text it comes from. */
export type TextUnit = Readonly<{ text: string; start: number; end: number; han: boolean }>;

const UNIT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}'’ʼ·])+/gu;
const HAN = /^\p{Script=Han}/u;
/** A query is what one person types, not a document: the rest is cut off. */
const LONGEST_QUERY = 80;
const MOST_TERMS = 8;

/** Lower case, compatibility forms made plain (Ⅲ → iii, Ａ → a), accents and apostrophes dropped (Lin’an → linan). */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ·]/gu, '')
    .toLowerCase();
}

/** The units of a text; punctuation and spaces only separate. */
export function unitsOf(text: string): TextUnit[] {
  return [...text.matchAll(UNIT)].flatMap((match) => {
    const folded = foldText(match[0]);
    return folded ? [{ text: folded, start: match.index, end: match.index + match[0].length, han: HAN.test(match[0]) }] : [];
  });
}

/** A query as typed, taken apart. `whole` is all of it without spaces; `terms` must all be found. */
export type Query = Readonly<{ whole: string; terms: readonly string[] }>;

/** Runs of Han characters stay together, words of letters stand alone: “钱塘synthetic bio” → 钱塘, synthetic, bio. */
export function parseQuery(input: string): Query {
  const units = unitsOf(input.slice(0, LONGEST_QUERY));
  const terms: string[] = [];
  units.forEach((unit, i) => {
    const before = units[i - 1];
    if (unit.han && before?.han && before.end === unit.start) terms.push((terms.pop() ?? '') + unit.text);
    else terms.push(unit.text);
  });
  return { whole: units.map((unit) => unit.text).join(''), terms: [...new Set(terms)].slice(0, MOST_TERMS) };
}

/** Which of 32 classes of letters occur in a stretch of text: a word whose classes a text lacks cannot be in it. */
export function lettersOf(text: string, from = 0, to = text.length): number {
  let letters = 0;
  for (let i = from; i < to; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

/** Number of classes of letters in a set. */
export function countLetters(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++;
  return count;
}
