import { bareZone } from '#lib/atlas/bare-zone';
import type { AtlasData } from '#lib/schema/atlas';

/** What the page neither shows nor searches. */
const UNSAID = { zh: '', en: '' };

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
    index: {
      ...data.index,
      title: UNSAID,
      description: UNSAID,
      industry: UNSAID,
      counts: {},
      files: {},
      changes: [],
      renamed: data.index.renamed.filter(({ to }) => ids.has(to))
    },
    documents: data.documents
      .filter(({ id }) => documents.has(id))
      .map(({ agencyRule: _, sources: __, later: ___, ...document }) => ({
        ...document,
        issuer: UNSAID,
        covers: [],
        repeals: [],
        notes: [],
        clauses: []
      })),
    layouts: [],
    // names only: they are searched
    zones: data.zones
      .filter(({ id }) => zones.has(id))
      .map(({ bbox: _, ...zone }) => ({
        ...bareZone(zone),
        layout: '',
        document: '',
        tier: 'core' as const,
        membership: 'primary' as const,
        openEnded: false,
        role: UNSAID,
        mark: UNSAID,
        hue: 'more-2' as const,
        units: [],
        citations: [],
        membershipCitations: []
      })),
    sectors: [],
    targets: targets.map((target) => ({ ...target, commitmentInherited: false, sectors: [] })),
    places: data.places
      .filter(({ id }) => places.has(id))
      .map((place) => ({
        ...place,
        kind: 'park' as const,
        adcode: '',
        lon: null,
        lat: null,
        precision: 'unlocated' as const,
        basis: UNSAID,
        mentions: [],
        citations: [],
        notes: []
      })),
    incentives: [],
    notes: data.notes.filter(({ id }) => notes.has(id)).map((note) => ({ ...note, citations: [] })),
    vocabulary: { capabilities: [], units: data.vocabulary.units.filter(({ id }) => measures.has(id)), agencies: [], unitGroups: [] },
    // names only: the page draws no map
    admin: data.admin
      .filter(({ adcode }) => units.has(adcode))
      .map(({ adcode, name }) => ({ adcode, name, level: 'county' as const, areaKm2: 0, label: [0, 0], bbox: [0, 0, 0, 0] }))
  };
}
