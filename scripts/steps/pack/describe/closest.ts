/** How many letters must be added, taken out, changed or exchanged with the next one to make one word of the other (Damerau and Levenshtein, adjacent exchanges). */
function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j);
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = rows[i];
      if (!row) continue;
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j] ?? 0, at(i - 2, j - 2) + 1);
    }
  return at(a.length, b.length);
}

/** Whether all letters of a word are in another, in their order. */
function isWithin(word: string, other: string): boolean {
  let at = 0;
  for (const letter of other) if (letter === word[at]) at++;
  return at === word.length;
}

/**
 * The word that is most probably meant by one that is not known: few letters differ, one begins as the other does, or has only letters added.
 * @param known words that may be meant
 */
export function closest(word: string, known: Iterable<string>): string | undefined {
  const asked = word.toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    let shared = 0;
    while (shared < Math.min(asked.length, other.length) && asked[shared] === other[shared]) shared++;
    const shorter = Math.min(asked.length, other.length);
    // what only lacks letters is as near as what has one wrong
    const within = shorter >= 4 && (isWithin(asked, other) || isWithin(other, asked));
    const steps = within ? 1 : distance(asked, other);
    const near = steps <= Math.max(1, Math.floor(shorter / 3)) || (shorter >= 4 && shared >= shorter - 1);
    if (near && steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
