import { readyComparisons } from '#lib/features/compare/ready';
import { zoneOptions } from '#lib/features/compare/zone-option';
import { readAtlas } from '#lib/site/prerender/read-data';

/** What is needed to choose zones; the comparison itself is made in the browser. */
export const load = () => {
  const data = readAtlas();
  return { ...zoneOptions(data), ready: readyComparisons(data), renamed: data.index.renamed };
};
