import { error } from '@sveltejs/kit';
import { membershipTable } from '#lib/atlas/membership-table';
import { outlineAtlas, sliceAtlas } from '#lib/atlas/slice';
import { clausePath } from '#lib/facts/clause-anchor';
import { clauseText } from '#lib/facts/clause-text';
import { readAtlas } from '#lib/site/prerender/read-data';
import { drawStaticMap } from '#lib/site/prerender/static-map';

export type ExplorerPage = ReturnType<typeof explorerPage>;

/** What the explorer's page for one layout is prerendered from. @throws 404 for an unknown layout */
export function explorerPage(id: string) {
  const data = readAtlas();
  const layout = data.layouts.find((one) => one.id === id);
  if (!layout) error(404, id);
  return {
    initial: outlineAtlas(sliceAtlas(data, new Set(layout.zones))),
    staticMap: drawStaticMap(data, layout),
    members: membershipTable(data, layout),
    clauses: layout.citations.map((citation) => ({ text: clauseText(citation.clause), path: clausePath(citation) })),
    home: layout.id
  };
}
