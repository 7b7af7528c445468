import { statusOn } from '#lib/atlas/status';
import type { AdminUnit, AtlasData, GlossaryTerm, Layout, Namings, PolicyDocument, Story, Target, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Standing, Tier } from '#lib/schema/terms';
import type { LayoutEntry, Link, ZoneEntry } from '#lib/schema/pack';
import { word } from '../site-words';
import { assignHues } from './assign-hues';
import { full, home } from './cited';
import { compileIncentive, compileTarget } from './compile-measures';
import { laterOf } from './compile-register';
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
  const unitsOf = new Map(
    folders.flatMap(({ zones: { data } }) => data.zones.map(({ id, unitGroup, units }) => [id, groups.get(unitGroup ?? '')?.adcodes ?? units]))
  );
  const targets = folders.flatMap((folder) => folder.targets.data.map((entry) => compileTarget(entry, folder, unitsOf)));
  const tiers = new Map(
    folders.flatMap(({ zones: { data } }) => data.layouts.flatMap(({ id, tiers: list }) => list.map(({ tier, one, name }) => [`${id} ${tier}`, one ?? name])))
  );
  const hues = assignHues(
    folders.flatMap(({ zones: { data } }) => data.layouts),
    folders.flatMap(({ zones: { data } }) => data.zones)
  );
  const boxes = new Map(admin.map((unit) => [unit.adcode, unit.bbox]));
  const zones = folders.flatMap((folder) =>
    folder.zones.data.zones.map((entry) => {
      const zone = compileZone(entry, folder, unitsOf.get(entry.id) ?? [], targets, boxes);
      const tierName = ownWord(entry.tier, entry.tierName ?? tiers.get(`${entry.layout} ${entry.tier}`));
      const hue = hues.get(zone.id) ?? 'more-1';
      return { ...zone, hue, ...(tierName ? { tierName } : {}) };
    })
  );
  return {
    documents: folders.map((folder) => compileDocument(pack, folder, day)),
    layouts: folders.flatMap((folder) => folder.zones.data.layouts.map((entry) => compileLayout(entry, folder, zones))),
    zones,
    sectors: pack.sectors.data,
    namings: compileNamings(folders),
    targets,
    places: compilePlaces(pack),
    incentives: folders.flatMap((folder) => folder.incentives.data.map((entry) => compileIncentive(entry, folder, [...admin, ...zones]))),
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

function compileDocument(pack: Pack, folder: DocumentFolder, day: string): PolicyDocument {
  const { draft, sources, clauses, ...document } = folder.document.data;
  const later = laterOf(pack, document.id);
  return {
    ...document,
    clauses: clauses.map(({ starts: _, ...clause }) => clause),
    status: statusOn({ ...document, draft }, day),
    ...(sources.length > 0 ? { sources } : {}),
    ...(later.length > 0 ? { later } : {}),
    ...(folder.source ? { passages: true as const } : {})
  };
}

function compileLayout({ cite, tiersOurs, ...entry }: LayoutEntry, folder: DocumentFolder, zones: readonly Zone[]): Layout {
  return {
    ...entry,
    ...(tiersOurs ? { tiersOurs } : {}),
    document: home(folder),
    zones: zones.filter((zone) => zone.layout === entry.id).map((zone) => zone.id),
    citations: full(cite, folder)
  };
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
  const link = (entry: Link): Omit<ZoneLink, 'standing'> & { standing: Standing | undefined } => {
    if (typeof entry === 'string') return { id: entry, citations, notes: [], standing: undefined };
    const { cite: own, standing, ...other } = entry;
    return { ...other, citations: own ? full(own, folder) : citations, standing };
  };
  const bare = (list: readonly Link[]): ZoneLink[] => list.map(link).map(({ standing: _, ...rest }) => rest);
  // what says nothing of its standing is said to be no more than named
  const standing = (list: readonly Link[], of: (link: ZoneLink) => Standing): ZoneLink[] =>
    list.map(link).map(({ standing: said, ...rest }) => {
      const stands = said ?? of(rest);
      return stands === 'existing' ? rest : { ...rest, standing: stands };
    });
  const place = (one: ZoneLink) => placeStanding(folder.mentions.rows, home(folder), one);
  const compiled = {
    sectors: bare(sectors),
    platforms: standing(platforms, place),
    parks: standing(parks, place),
    capabilities: standing(capabilities, () => 'named')
  };
  const itself = entry.place === undefined ? 'existing' : place({ id: entry.place, citations, notes: [] });
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
    ...(itself === 'existing' ? {} : { placeStanding: itself }),
    citations,
    ...(bbox ? { bbox } : {})
  };
}

/** How a document speaks of a place in the clauses that a link cites: there, if any of them takes it to be; else to be built; else only named. */
function placeStanding(rows: DocumentFolder['mentions']['rows'], document: string, { id, citations }: ZoneLink): Standing {
  const cited = rows.filter(({ data }) => data.place === id && citations.some((cite) => cite.document === document && cite.clause === data.clause));
  const said = new Set(cited.map(({ data }) => data.status));
  if (said.has('existing') || said.has('supported')) return 'existing';
  return said.has('planned') ? 'planned' : 'named';
}

const ids = (links: readonly ZoneLink[]): string[] => [...new Set(links.map((link) => link.id))];

function joinBoxes(flat: readonly number[]): AdminUnit['bbox'] | undefined {
  if (flat.length === 0) return undefined;
  const at = (offset: number) => flat.filter((_, i) => i % 4 === offset);
  return [Math.min(...at(0)), Math.min(...at(1)), Math.max(...at(2)), Math.max(...at(3))];
}

/** The layout's word for a tier, if it is another than the common one, which the site has without being told. */
function ownWord(tier: Tier, name: Text | undefined): Text | undefined {
  const common = word('tier', tier);
  return name && (name.zh !== common.zh || name.en !== common.en) ? name : undefined;
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

/** Clauses by sector, for documents that have been read for all of them; in the order of the document's clauses. */
function compileNamings(folders: readonly DocumentFolder[]): Namings {
  return Object.fromEntries(
    folders.flatMap((folder) => {
      if (!folder.sectors) return [];
      const order = new Map(folder.document.data.clauses.map(({ id }, i) => [id, i]));
      const rows = folder.sectors.rows.map(({ data }) => data).sort((a, b) => (order.get(a.clause) ?? 0) - (order.get(b.clause) ?? 0));
      const bySector = [...Map.groupBy(rows, ({ sector }) => sector)].map(([sector, list]) => [
        sector,
        list.map(({ clause, asPrinted }): [string, string] => [clause, asPrinted])
      ]);
      return [[home(folder), Object.fromEntries(bySector)]];
    })
  ) as Namings;
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
