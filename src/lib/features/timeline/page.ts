import { indexAtlas } from '#lib/atlas/atlas';
import { policyInOrder } from '#lib/atlas/document-time';
import { timelineSteps } from './steps';
import { sectorMatrix, targetFamilies } from './tables';
import type { AtlasData } from '#lib/schema/atlas';
import { readAtlas } from '#lib/site/prerender/read-data';
import { timelineWindows } from './draw-maps';

/** What the page on the strategy over time is prerendered from: all comparisons made, and names for what they mention. */
export function timelinePage() {
  const data = readAtlas();
  const atlas = indexAtlas(data);
  const documents = policyInOrder(data.documents);
  const ids = documents.map(({ id }) => id);
  const matrix = sectorMatrix(atlas, ids);
  const steps = timelineSteps(atlas);
  const named = new Set(steps.flatMap(({ changes }) => changes.flatMap(({ units, parts }) => [...units, ...parts])));
  const levels = [...new Set(steps.map(({ level }) => level))];
  // members may rest on an outside source
  const cited = new Set(
    steps.flatMap(({ changes }) =>
      changes.flatMap(({ before, after }) => [...before, ...after].flatMap(({ citations }) => citations.map(({ document }) => document)))
    )
  );
  const sectors = new Set(matrix.map(({ sector }) => sector));
  const slice: AtlasData = {
    index: { ...data.index, files: {}, counts: {}, changes: [] },
    documents: data.documents
      .filter(({ id }) => ids.includes(id) || cited.has(id))
      .map(({ sources: _, later: __, ...document }) => ({ ...document, clauses: [] })),
    layouts: [],
    zones: [],
    sectors: data.sectors.filter(({ id }) => sectors.has(id)).map((sector) => ({ ...sector, aliases: [], gloss: sector.name })),
    targets: [],
    places: [],
    incentives: [],
    notes: data.notes.filter(({ id }) => documents.some(({ notes }) => notes.includes(id))).map((note) => ({ ...note, citations: [] })),
    vocabulary: { capabilities: [], units: [], agencies: [], unitGroups: [] },
    // names only: the map has its own positions
    admin: data.admin
      .filter(({ adcode }) => named.has(adcode) || levels.includes(adcode))
      .map((unit) => ({ ...unit, areaKm2: 0, label: [0, 0], bbox: [0, 0, 0, 0] }))
  };
  return { slice, steps, matrix, families: targetFamilies(atlas, ids), windows: timelineWindows(data, levels) };
}

export type TimelinePage = ReturnType<typeof timelinePage>;
