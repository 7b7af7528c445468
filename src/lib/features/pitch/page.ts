import { pitchExample } from './preview';
import { readyShortlists } from './ready-shortlists';
import { zoneOptions } from '#lib/features/compare/zone-option';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';

/** What is needed to choose zones and to read links; the pitch itself is made in the browser. */
export function pitchPage() {
  const data = readAtlas();
  const { renamed, version, changes, statusAsOf } = data.index;
  const sectors = data.sectors.map(({ id, name }) => ({ id, name }));
  const ready = readyShortlists(data, statusAsOf);
  return { ...zoneOptions(data), sectors, ready, example: pitchExample(data, readPublished(), ready), renamed, version, changes };
}

export type PitchPage = ReturnType<typeof pitchPage>;
