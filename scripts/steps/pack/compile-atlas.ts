import { statusOn } from '#lib/atlas/status';
import type { AdminUnit, AtlasData, GlossaryTerm, Incentive, Layout, PolicyDocument, Story, Target, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { Cite, IncentiveEntry, LayoutEntry, Link, TargetEntry, ZoneEntry } from '#lib/schema/pack';
import { assignHues } from './assign-hues';
import type { DocumentFolder, Pack } from './read-pack';

/** The facts without the file index, which is known only once the files are written. */
export type Facts = Omit<AtlasData, 'index'>;

/**
 * Turn a checked pack into the published facts: citations written out in full, targets joined to zones,
 * validity dates carried to incentives, place mentions gathered over the documents.
 * @param admin the administrative units of the region, for bounding boxes
 * @param day day for which document status is computed
 */
export function compileAtlas(pack: Pack, admin: AdminUnit[], day: string): Facts {
  const folders = pack.documents;
  const groups = new Map(pack.unitGroups.data.map((group) => [group.id, group]));
  const targets = folders.flatMap((folder) => folder.targets.data.map((entry) => compileTarget(entry, folder)));
  const tiers = new Map(
    folders.flatMap(({ zones: { data } }) => data.layouts.flatMap(({ id, tiers: list }) => list.map(({ tier, one }) => [`${id} ${tier}`, one])))
  );
  const hues = assignHues(
    folders.flatMap(({ zones: { data } }) => data.layouts),
    folders.flatMap(({ zones: { data } }) => data.zones)
  );
  const boxes = new Map(admin.map((unit) => [unit.adcode, unit.bbox]));
  const zones = folders.flatMap((folder) =>
    folder.zones.data.zones.map((entry) => {
      const zone = compileZone(entry, folder, groups.get(entry.unitGroup ?? '')?.adcodes ?? entry.units, targets, boxes);
      const tierName = entry.tierName ?? tiers.get(`${entry.layout} ${entry.tier}`);
      const hue = hues.get(zone.id) ?? 'more-1';
      return { ...zone, hue, ...(tierName ? { tierName } : {}) };
    })
  );
  return {
    documents: folders.map((folder) => compileDocument(folder, day)),
    layouts: folders.flatMap((folder) => folder.zones.data.layouts.map((entry) => compileLayout(entry, folder, zones))),
    zones,
    sectors: pack.sectors.data,
    targets,
    places: compilePlaces(pack),
    incentives: folders.flatMap((folder) => folder.incentives.data.map((entry) => compileIncentive(entry, folder))),
    notes: folders.flatMap((folder) => folder.notes.data.map(({ cite, ...note }) => ({ ...note, document: home(folder), citations: full(cite, folder) }))),
    vocabulary: {
      capabilities: pack.capabilities.data,
      units: pack.units.data,
      agencies: pack.agencies.data,
      unitGroups: pack.unitGroups.data.map(({ cite, ...group }) => ({ ...group, citations: full(cite) }))
    },
    admin
  };
}

const home = (folder: DocumentFolder): string => folder.document.data.id;

/** Write out citations; a bare clause is one of the folder's own document. */
function full(cites: readonly Cite[], folder?: DocumentFolder): Citation[] {
  return cites.map((cite) => (typeof cite === 'string' ? { document: folder ? home(folder) : '', clause: cite } : cite));
}

function compileDocument(folder: DocumentFolder, day: string): PolicyDocument {
  const { draft, sources, later, ...document } = folder.document.data;
  return {
    ...document,
    status: statusOn({ ...document, draft }, day),
    ...(sources.length > 0 ? { sources } : {}),
    ...(later.length > 0 ? { later } : {})
  };
}

function compileLayout({ cite, ...entry }: LayoutEntry, folder: DocumentFolder, zones: readonly Zone[]): Layout {
  return { ...entry, document: home(folder), zones: zones.filter((zone) => zone.layout === entry.id).map((zone) => zone.id), citations: full(cite, folder) };
}

function compileZone(
  entry: ZoneEntry,
  folder: DocumentFolder,
  units: readonly string[],
  targets: readonly Target[],
  boxes: ReadonlyMap<string, AdminUnit['bbox']>
): Omit<Zone, 'hue'> {
  const { cite, membershipCite, sectors, platforms, parks, capabilities, ...rest } = entry;
  const citations = full(cite, folder);
  const links = (list: readonly Link[]): ZoneLink[] =>
    list.map((link) => {
      if (typeof link === 'string') return { id: link, citations, notes: [] };
      const { cite: own, ...other } = link;
      return { ...other, citations: own ? full(own, folder) : citations };
    });
  const compiled = { sectors: links(sectors), platforms: links(platforms), parks: links(parks), capabilities: links(capabilities) };
  const bbox = joinBoxes(units.flatMap((unit) => boxes.get(unit) ?? []));
  return {
    ...rest,
    document: home(folder),
    units: [...units],
    membershipCitations: membershipCite ? full(membershipCite, folder) : citations,
    sectors: ids(compiled.sectors),
    platforms: ids(compiled.platforms),
    parks: ids(compiled.parks),
    capabilities: ids(compiled.capabilities),
    targets: targets.filter(({ scope }) => scope.zone === entry.id || scope.zones?.includes(entry.id)).map((target) => target.id),
    links: compiled,
    citations,
    ...(bbox ? { bbox } : {})
  };
}

const ids = (links: readonly ZoneLink[]): string[] => [...new Set(links.map((link) => link.id))];

function joinBoxes(flat: readonly number[]): AdminUnit['bbox'] | undefined {
  if (flat.length === 0) return undefined;
  const at = (offset: number) => flat.filter((_, i) => i % 4 === offset);
  return [Math.min(...at(0)), Math.min(...at(1)), Math.max(...at(2)), Math.max(...at(3))];
}

function compileTarget({ clause, ...entry }: TargetEntry, folder: DocumentFolder): Target {
  return { ...entry, document: home(folder), citation: { document: home(folder), clause } };
}

function compileIncentive(entry: IncentiveEntry, folder: DocumentFolder): Incentive {
  const { validFrom, validTo, clauses } = folder.document.data;
  const agencies = clauses.find((clause) => clause.id === entry.clause)?.agencies;
  const rates = new Set(entry.tiers.map((tier) => tier.rate));
  const [rate] = rates.size === 1 ? rates : [undefined];
  const largest = entry.tiers.reduce<(typeof entry.tiers)[number] | undefined>(
    (best, tier) => ((tier.cap?.value ?? 0) > (best?.cap?.value ?? 0) ? tier : best),
    undefined
  );
  const per = (largest ?? entry.tiers[0])?.per;
  return {
    ...entry,
    document: home(folder),
    ...(rate === undefined ? {} : { rate }),
    ...(largest?.cap ? { cap: largest.cap.value, unit: largest.cap.unit } : {}),
    ...(per ? { per } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    ...(agencies ? { agencies } : {})
  };
}

function compilePlaces(pack: Pack): AtlasData['places'] {
  return pack.places.map(({ data: row }) => {
    const mentions = pack.documents.flatMap((folder) =>
      folder.mentions.rows.filter(({ data }) => data.place === row.id).map(({ data: { place: _, ...mention } }) => ({ document: home(folder), ...mention }))
    );
    const named = mentions.map(({ document, clause }) => ({ document, clause }));
    return {
      id: row.id,
      name: { zh: row.nameZh, en: row.nameEn },
      kind: row.kind,
      adcode: row.adcode,
      lon: row.lon === '' ? null : row.lon,
      lat: row.lat === '' ? null : row.lat,
      precision: row.precision,
      basis: { zh: row.basisZh, en: row.basisEn },
      mentions,
      citations: [...named, pack.info.data.placeSource],
      notes: row.notes.split(/\s+/).filter(Boolean)
    };
  });
}

/** Guided walks; a step that singles nothing out shows all zones of its layout. */
export function compileStories(pack: Pack, layouts: readonly Layout[]): Story[] {
  return pack.stories.data.map((story) => ({
    ...story,
    steps: story.steps.map((step) => {
      const { layout, zones, units, places } = step.focus;
      const all = zones.length + units.length + places.length === 0 ? layouts.find(({ id }) => id === layout)?.zones : undefined;
      return { ...step, focus: { ...step.focus, zones: all ?? zones } };
    })
  }));
}

/** Terms in plain words; those of a sector or capability take its words. */
export function compileGlossary(pack: Pack): GlossaryTerm[] {
  const glosses = (list: readonly { id: string; gloss: GlossaryTerm['gloss'] }[], id?: string) => list.find((entry) => entry.id === id)?.gloss;
  return pack.glossary.data.flatMap(({ id, term, gloss, sector, capability }) => {
    const words = gloss ?? glosses(pack.sectors.data, sector) ?? glosses(pack.capabilities.data, capability);
    return words ? [{ id, term, gloss: words }] : [];
  });
}
