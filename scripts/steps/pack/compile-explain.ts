import { indexAtlas } from '#lib/atlas/atlas';
import { estimate } from '#lib/features/support/estimate';
import { explain } from '#lib/features/support/explanation';
import type { AtlasData } from '#lib/schema/atlas';
import type { ExplainFile } from '#lib/schema/explain';
import type { Support } from '#lib/schema/support';

/**
 * The worked examples of the pack, each sum step by step.
 * @param day the reader's day, YYYY-MM-DD; an example may have a day of its own
 */
export function compileExplain(data: AtlasData, { examples }: Support, day: string): ExplainFile {
  const atlas = indexAtlas(data);
  return examples.map(({ id, groups, answers, on }) => {
    const project = { groups, answers, draft: false, ...(on ? { on } : {}) };
    return { example: id, ...explain(atlas, estimate(atlas, project, day), project) };
  });
}
