import type { Citation } from '#lib/schema/common';

/** A clause of a document as one word, to tell sources apart. */
export const sourceKey = ({ document, clause }: Citation): string => `${document} ${clause}`;

/** Every source once, in order. */
export const distinctSources = (citations: readonly Citation[]): Citation[] => [...new Map(citations.map((cite) => [sourceKey(cite), cite])).values()];

/** All sources of a fact as one word, in whatever order: facts with the same word rest on the same. */
export const sourcesKey = (citations: readonly Citation[]): string => [...new Set(citations.map(sourceKey))].sort().join('; ');

/**
 * What most of several facts rest on, two in three and two at least: to be cited once, at their head. The others are exceptions.
 * @param facts the sources of each fact
 */
export function commonSources(facts: readonly (readonly Citation[])[]): Citation[] {
  const [most = []] = [...Map.groupBy(facts, sourcesKey).values()].sort((a, b) => b.length - a.length);
  return most.length > 1 && most.length * 3 >= facts.length * 2 ? distinctSources(most[0] ?? []) : [];
}
