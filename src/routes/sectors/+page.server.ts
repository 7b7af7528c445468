import { indexAtlas } from '#lib/atlas/atlas';
import { namingsOf } from '#lib/atlas/sectors-named';
import { citable } from '#lib/atlas/related-facts';
import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => {
  const data = readAtlas();
  const atlas = indexAtlas(data);
  const elsewhere = (id: string) => data.targets.some(({ sectors }) => sectors.includes(id)) || data.incentives.some(({ sectors }) => sectors.includes(id));
  const sectors = data.sectors.map(({ id, name, parent, gloss }) => {
    const namings = namingsOf(atlas, { kind: 'sectors', id });
    return {
      id,
      name,
      parent: parent ?? null,
      gloss,
      zones: new Set(namings.map(({ zone }) => zone.id)).size,
      documents: [...new Set(namings.map(({ document }) => document.id))],
      elsewhere: elsewhere(id)
    };
  });
  const named = new Set(sectors.flatMap(({ documents }) => documents));
  return { sectors, documents: data.documents.filter(({ id }) => named.has(id)).map(citable) };
};
