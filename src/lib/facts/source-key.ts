import type { Citation } from '#lib/schema/common';

/** A clause of a document as one word, to tell sources apart. */
export const sourceKey = ({ document, clause }: Citation): string => `${document} ${clause}`;

/** Every source once, in order. */
export const distinctSources = (citations: readonly Citation[]): Citation[] => [...new Map(citations.map((cite) => [sourceKey(cite), cite])).values()];

/**
 * What every one of several facts rests on: to be cited once, at their head. Nothing for a single fact, which is cited where it stands.
 * @param facts the sources of each fact
 */
export function commonSources(facts: readonly (readonly Citation[])[]): Citation[] {
  const [first = [], ...others] = facts;
  if (others.length === 0) return [];
  return distinctSources(first).filter((cite) => others.every((list) => list.some((one) => sourceKey(one) === sourceKey(cite))));
}
