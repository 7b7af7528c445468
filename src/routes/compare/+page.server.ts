import { readyComparisons } from '#lib/domain/compare-ready';
import { zoneOptions } from '#lib/panels/compare/zone-option';
import { readAtlas } from '#lib/server/read-data';

/** What is needed to choose zones; the comparison itself is made in the browser. */
export const load = () => {
  const data = readAtlas();
  return { ...zoneOptions(data), ready: readyComparisons(data), renamed: data.index.renamed };
};
