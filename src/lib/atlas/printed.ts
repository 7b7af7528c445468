/* Printed words looked up in a printed text: line breaks of an extract and the width of punctuation are no difference. */

const SAME: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'", '—': '-', '–': '-', '－': '-', '〔': '(', '〕': ')', 〇: '0' };

/** A text without white space, punctuation and digits in one width; `at[i]` is where its i-th character stands in the original. */
export function squash(text: string): { text: string; at: number[] } {
  let squashed = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const one = text.charAt(i);
    if (/\s/.test(one)) continue;
    const plain = SAME[one] ?? one.normalize('NFKC');
    squashed += plain;
    at.push(...Array<number>(plain.length).fill(i));
  }
  return { text: squashed, at };
}

/** The printed parts of “力争 … 左右”: what stands between its omissions. */
export const printedParts = (words: string): string[] =>
  words
    .split(/…+|\.{3,}/)
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Where the parts of a printed string stand in a text, one after another, each as [from, to).
 * Undefined where one of them does not, or not after the one before it.
 */
export function findPrinted(text: string, words: string): [number, number][] | undefined {
  const where = squash(text);
  const found: [number, number][] = [];
  let after = 0;
  for (const part of printedParts(words)) {
    const wanted = squash(part).text;
    const start = where.text.indexOf(wanted, after);
    if (start < 0 || wanted === '') return undefined;
    after = start + wanted.length;
    found.push([where.at[start] ?? 0, (where.at[after - 1] ?? 0) + 1]);
  }
  return found.length > 0 ? found : undefined;
}

/** A text in pieces, those at the given places marked. */
export function markedPieces(text: string, places: readonly (readonly [number, number])[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let done = 0;
  for (const [from, to] of places) {
    if (from > done) pieces.push({ text: text.slice(done, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}
