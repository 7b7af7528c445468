import { bareZone } from '#lib/atlas/bare-zone';
import type { AtlasData } from '#lib/schema/atlas';

/** The page names zones in words and draws none. */
const NO_MARK = { zh: '', en: '' };

/** The part of the facts that the page of targets shows: all targets, and of everything else only what they name. */
export function sliceTargets(data: AtlasData): AtlasData {
  const { targets } = data;
  const ids = new Set(targets.map(({ id }) => id));
  const zones = new Set(targets.flatMap(({ scope }) => [scope.zone ?? '', ...(scope.zones ?? [])]));
  const places = new Set(targets.map(({ scope }) => scope.place));
  const notes = new Set(targets.flatMap((target) => target.notes));
  const units = new Set(targets.flatMap(({ scope }) => scope.adcodes));
  const measures = new Set(targets.map(({ unit }) => unit));
  const documents = new Set(targets.map(({ document }) => document));
  return {
    index: { ...data.index, counts: {}, files: {}, changes: [], renamed: data.index.renamed.filter(({ to }) => ids.has(to)) },
    documents: data.documents
      .filter(({ id }) => documents.has(id))
      .map(({ agencyRule: _, sources: __, later: ___, ...document }) => ({
        ...document,
        issuer: document.short,
        covers: [],
        repeals: [],
        notes: [],
        clauses: []
      })),
    layouts: [],
    // names only
    zones: data.zones
      .filter(({ id }) => zones.has(id))
      .map(({ bbox: _, ...zone }) => ({
        ...bareZone(zone),
        role: zone.name,
        mark: NO_MARK,
        hue: 'more-2' as const,
        units: [],
        citations: [],
        membershipCitations: []
      })),
    sectors: [],
    targets: [...targets],
    places: data.places.filter(({ id }) => places.has(id)).map((place) => ({ ...place, basis: place.name, mentions: [], citations: [], notes: [] })),
    incentives: [],
    notes: data.notes.filter(({ id }) => notes.has(id)).map((note) => ({ ...note, citations: [] })),
    vocabulary: { capabilities: [], units: data.vocabulary.units.filter(({ id }) => measures.has(id)), agencies: [], unitGroups: [] },
    admin: data.admin.filter(({ adcode }) => units.has(adcode))
  };
}
