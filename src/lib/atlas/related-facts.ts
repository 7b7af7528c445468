import type { AtlasData, Place, PolicyDocument } from '#lib/schema/atlas';

type Lists = Partial<Pick<AtlasData, 'documents' | 'layouts' | 'zones' | 'sectors' | 'targets' | 'places' | 'notes' | 'admin'>>;

/** What a citation of a document needs: its names and dates, without clauses and notes. */
export const citable = ({ sources: _, later: __, ...document }: PolicyDocument): PolicyDocument => ({ ...document, clauses: [], notes: [] });

/** A place as lists show it: without how its position is known and where it is mentioned word for word. */
export const placeInBrief = (place: Place): Place => ({ ...place, basis: { zh: '', en: '' }, mentions: [] });

/**
 * A small data set for a page: the lists given, the documents that may be cited, and words for what the targets count.
 * What is not given is empty.
 */
export function pickFacts(data: AtlasData, lists: Lists): AtlasData {
  const measures = new Set(lists.targets?.map(({ unit }) => unit));
  return {
    index: { ...data.index, files: {}, changes: [] },
    documents: data.documents.map(citable),
    layouts: [],
    zones: [],
    sectors: [],
    targets: [],
    places: [],
    incentives: [],
    notes: [],
    vocabulary: { capabilities: [], units: data.vocabulary.units.filter(({ id }) => measures.has(id)), agencies: [], unitGroups: [] },
    admin: [],
    ...lists
  };
}

/** Targets with those that they are a part of. */
export function withWholes(data: AtlasData, targets: readonly AtlasData['targets'][number][]): AtlasData['targets'] {
  const wanted = new Set(targets.map(({ id }) => id));
  const byId = new Map(data.targets.map((target) => [target.id, target]));
  for (const id of wanted) {
    const whole = byId.get(id)?.partOf;
    if (whole) wanted.add(whole);
  }
  return data.targets.filter(({ id }) => wanted.has(id));
}
