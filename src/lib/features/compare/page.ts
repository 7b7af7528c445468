import { readAtlas } from '#lib/site/prerender/read-data';
import { readyComparisons } from './ready';
import { zoneOptions } from './zone-option';

/** What is needed to choose zones; the comparison itself is made in the browser. */
export function comparePage() {
  const data = readAtlas();
  return { ...zoneOptions(data), ready: readyComparisons(data), renamed: data.index.renamed };
}

export type ComparePage = ReturnType<typeof comparePage>;
