import { distinctSources, sourceKey } from '#lib/facts/source-key';
import type { Citation } from '#lib/schema/common';

/** Sources of a sheet by document, as its list has them. */
export function sourcesByDocument(citations: readonly Citation[]): ReadonlyMap<string, readonly Citation[]> {
  return Map.groupBy(distinctSources(citations), ({ document }) => document);
}

/**
 * Numbers of a sheet's sources: those of one document follow each other.
 * @returns words for the sources of a part, “1, 3”
 */
export function sourceNumbers(citations: readonly Citation[]): (part: readonly Citation[]) => string {
  const numbers = new Map([...sourcesByDocument(citations).values()].flat().map((cite, i) => [sourceKey(cite), i + 1]));
  return (part) =>
    distinctSources(part)
      .flatMap((cite) => numbers.get(sourceKey(cite)) ?? [])
      .sort((a, b) => a - b)
      .join(',');
}
