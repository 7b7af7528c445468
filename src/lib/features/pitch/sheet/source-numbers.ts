import { commonSources, sourceKey, sourcesKey } from '#lib/facts/source-key';
import type { Citation } from '#lib/schema/common';
import type { Pitch } from '../build';

/** Words for the numbers of some sources, “1,3” or “2–5”. */
export type Numbers = (part: readonly Citation[]) => string;

/** Numbers of a pitch's sources, the same on every slide and sheet. */
export function sourceNumbers({ footnotes }: Pick<Pitch, 'footnotes'>): Numbers {
  const numbers = new Map(footnotes.map((cite, i) => [sourceKey(cite), i + 1]));
  return (part) => inRanges([...new Set(part.flatMap((cite) => numbers.get(sourceKey(cite)) ?? []))].sort((a, b) => a - b));
}

/** Three and more that follow each other are told by the first and the last. */
function inRanges(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range && range.last === number - 1) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges.map(({ first, last }) => (last === first ? `${first}` : `${first}${last === first + 1 ? ',' : '–'}${last}`)).join(',');
}

/** The pitch's sources that are among some citations, by document, in the order of their numbers. */
export function numberedByDocument({ footnotes }: Pick<Pitch, 'footnotes'>, citations: readonly Citation[]): ReadonlyMap<string, readonly Citation[]> {
  const wanted = new Set(citations.map(sourceKey));
  return Map.groupBy(
    footnotes.filter((cite) => wanted.has(sourceKey(cite))),
    ({ document }) => document
  );
}

/** Where the numbers of a list stand: what most statements rest on once, at its head; the others at the statement. */
export type Marks = Readonly<{ head: string; items: readonly string[] }>;

/** @param each at every statement, where a list has no head, or ends with figures: a number after a unit reads as a power */
export function marksOf(items: readonly Readonly<{ citations: readonly Citation[] }>[], numbers: Numbers, each = false): Marks {
  const common = each ? [] : commonSources(items.map(({ citations }) => citations));
  const key = sourcesKey(common);
  return { head: numbers(common), items: items.map(({ citations }) => (common.length > 0 && sourcesKey(citations) === key ? '' : numbers(citations))) };
}
