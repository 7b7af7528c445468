import { pitchExample } from './preview';
import { GROUP_OF, NEAR_KINDS } from '#lib/atlas/project/project';
import type { NearKind } from '#lib/atlas/project/project';
import type { Text } from '#lib/schema/common';
import { readyShortlists } from './ready-shortlists';
import { zoneOptions } from '#lib/features/compare/zone-option';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';

/** Something that a visitor may ask for: a capability by its name, or a kind of place to be near. */
export type Wish = Readonly<{ id: string; name: Text } | { id: NearKind; name?: undefined }>;

/** What is needed to choose zones and to read links; the pitch itself is made in the browser. */
export function pitchPage() {
  const data = readAtlas();
  const { renamed, version, changes, statusAsOf } = data.index;
  const sectors = data.sectors.map(({ id, name }) => ({ id, name }));
  const wishes: Wish[] = [
    ...data.vocabulary.capabilities.filter(({ group }) => Object.values<string>(GROUP_OF).includes(group)).map(({ id, name }) => ({ id, name })),
    ...NEAR_KINDS.map((id) => ({ id }))
  ];
  const ready = readyShortlists(data, statusAsOf);
  return { ...zoneOptions(data), sectors, wishes, ready, example: pitchExample(data, readPublished(), ready), renamed, version, changes };
}

export type PitchPage = ReturnType<typeof pitchPage>;
