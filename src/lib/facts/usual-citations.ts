import type { ZoneLink } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import { sourceKey } from './source-key';

/**
 * The sources of those of some facts that rest on the same ones, where they are the most and more than one: cited once, at their head (Cited),
 * while the others keep their own.
 */
export function usualCitations(links: readonly ZoneLink[]): readonly (readonly Citation[])[] {
  const groups = Map.groupBy(
    links.map(({ citations }) => citations),
    (citations) => citations.map(sourceKey).join()
  );
  const [most = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  return most.length > 1 ? most : [];
}
