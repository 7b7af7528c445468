import { indexAtlas } from '#lib/atlas/atlas';
import { readContact } from '#lib/site/prerender/read-contact';
import { readAtlas, readCalls, readExamples } from '#lib/site/prerender/read-data';
import { readyComparisons } from './ready';
import { workOut } from './worked-out';
import { zoneOptions } from './zone-option';

/** Ready-made comparisons shown worked out, so that an empty page shows what a comparison says. */
const SHOWN = 2;

/** What is needed to choose zones; the comparison itself is made in the browser. */
export function comparePage() {
  const data = readAtlas();
  const atlas = indexAtlas(data);
  const ready = readyComparisons(data, readExamples());
  return {
    ...zoneOptions(data),
    ready,
    examples: ready.slice(0, SHOWN).map((ids) => workOut(atlas, ids)),
    renamed: data.index.renamed,
    ask: { contact: readContact(), calls: readCalls() }
  };
}

export type ComparePage = ReturnType<typeof comparePage>;
