import type { AtlasData, Target, Zone } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import { zonePlaces } from './atlas';

const NOTHING = { zh: '', en: '' };

/**
 * The part of the facts that some zones need, as a data set of its own: their layouts, sectors, places, targets,
 * documents with the clauses cited, notes. Pages are prerendered from it, so that they carry no more than they show.
 * @param zoneIds the zones wanted in full; all layouts stay listed by name
 */
export function sliceAtlas(data: AtlasData, zoneIds: ReadonlySet<string>): AtlasData {
  const zones = data.zones.filter((zone) => zoneIds.has(zone.id));
  const layoutIds = new Set(zones.map((zone) => zone.layout));
  const layouts = data.layouts.map((layout) =>
    layoutIds.has(layout.id) ? { ...layout, zones: layout.zones.filter((id) => zoneIds.has(id)) } : { ...layout, zones: [], notes: [] }
  );
  const placeIds = new Set(zones.flatMap(zonePlaces));
  const places = data.places.filter((place) => placeIds.has(place.id));
  const targets = withParents(data.targets, new Set(zones.flatMap((zone) => zone.targets)));
  const sectorIds = new Set(zones.flatMap((zone) => zone.sectors));
  const sectors = data.sectors.filter((sector) => sectorIds.has(sector.id));

  const noteIds = new Set([
    ...zones.flatMap(zoneNotes),
    ...targets.flatMap((t) => t.notes),
    ...places.flatMap((p) => p.notes),
    ...layouts.flatMap((l) => l.notes)
  ]);
  const cited: Citation[] = [
    ...zones.flatMap(zoneCitations),
    ...targets.map((target) => target.citation),
    ...places.flatMap((place) => place.citations),
    ...layouts.flatMap((layout) => layout.citations)
  ];
  const clausesOf = new Map<string, Set<string>>();
  for (const { document, clause } of cited) clausesOf.set(document, (clausesOf.get(document) ?? new Set()).add(clause));
  const documents = data.documents
    .filter((document) => clausesOf.has(document.id))
    .map((document) => ({
      ...document,
      clauses: document.clauses.filter((clause) => clausesOf.get(document.id)?.has(clause.id)).map((clause) => ({ ...clause, notes: [] }))
    }));
  for (const document of documents) document.notes.forEach((note) => noteIds.add(note));

  const unitIds = new Set(zones.flatMap((zone) => zone.units));
  const parents = new Set(data.admin.flatMap((unit) => (unitIds.has(unit.adcode) && unit.parent ? [unit.parent] : [])));
  const measures = new Set(targets.map((target) => target.unit));
  const capabilities = new Set(zones.flatMap((zone) => zone.capabilities));
  const agencies = new Set(documents.flatMap(({ clauses }) => clauses.flatMap(({ agencies: a }) => (a ? [...a.lead, ...a.support, ...a.responsible] : []))));
  return {
    index: { ...data.index, files: {}, changes: [] },
    documents,
    layouts,
    zones,
    sectors,
    targets,
    places,
    incentives: [],
    notes: data.notes.filter((note) => noteIds.has(note.id)),
    vocabulary: {
      capabilities: data.vocabulary.capabilities.filter(({ id }) => capabilities.has(id)),
      units: data.vocabulary.units.filter(({ id }) => measures.has(id)),
      agencies: data.vocabulary.agencies.filter(({ id }) => agencies.has(id)),
      unitGroups: data.vocabulary.unitGroups.filter(({ id }) => zones.some((zone) => zone.unitGroup === id))
    },
    admin: data.admin.filter((unit) => unitIds.has(unit.adcode) || parents.has(unit.adcode) || unit.level === 'province')
  };
}

const linksOf = (zone: Zone) => [...zone.links.sectors, ...zone.links.platforms, ...zone.links.parks, ...zone.links.capabilities];
const zoneNotes = (zone: Zone): string[] => [...zone.notes, ...linksOf(zone).flatMap((link) => link.notes)];
const zoneCitations = (zone: Zone): Citation[] => [...zone.citations, ...zone.membershipCitations, ...linksOf(zone).flatMap((link) => link.citations)];

/** Targets and, for nested ones, the targets that they are a part of. */
function withParents(all: readonly Target[], wanted: Set<string>): Target[] {
  const byId = new Map(all.map((target) => [target.id, target]));
  for (const id of wanted) {
    const parent = byId.get(id)?.partOf;
    if (parent) wanted.add(parent);
  }
  return all.filter((target) => wanted.has(target.id));
}

/**
 * Only what a list of zones shows: no links, places, targets or agencies, and notes of the layouts and documents alone.
 * The explorer is prerendered from it and fetches everything else.
 */
export function outlineAtlas(slice: AtlasData): AtlasData {
  const noteIds = new Set([...slice.layouts, ...slice.documents].flatMap(({ notes }) => notes));
  return {
    ...slice,
    // what is said of another layout is fetched before it is shown
    layouts: slice.layouts.map((layout) => (layout.zones.length > 0 ? layout : { ...layout, description: NOTHING, tiers: [], citations: [] })),
    documents: slice.documents.map(({ sources: _, later: __, ...document }) => ({ ...document, clauses: [] })),
    zones: slice.zones.map((zone) => ({
      ...zone,
      links: { sectors: [], platforms: [], parks: [], capabilities: [] },
      membershipCitations: [],
      notes: [],
      capabilities: []
    })),
    targets: [],
    places: [],
    notes: slice.notes.filter(({ id }) => noteIds.has(id)),
    vocabulary: { ...slice.vocabulary, capabilities: [], units: [], agencies: [] }
  };
}
