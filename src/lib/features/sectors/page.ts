import { indexAtlas } from '#lib/atlas/atlas';
import { citable, pickFacts, withWholes } from '#lib/atlas/related-facts';
import { incentiveGroup } from '#lib/facts/incentive-line';
import { figuresBeside } from '#lib/facts/target-figures';
import { isForSector } from '#lib/atlas/related-incentives';
import { byTime } from '#lib/atlas/document-time';
import { zoneRef } from '#lib/atlas/related-zones';
import { STANDINGS, isNaming, sectorHistory } from '#lib/atlas/sector-namings';
import { namingsOf, unitsNamed } from '#lib/atlas/sectors-named';
import type { Atlas } from '#lib/atlas/atlas';
import type { AtlasData, Sector } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import { countiesOf, drawLocator } from '#lib/site/prerender/locator';
import { readPublished } from '#lib/site/prerender/read-data';
import { sectorData } from '#lib/site/prerender/structured-data';

/** Zones that name a sector on their own document's word. */
const zonesNaming = (atlas: Atlas, id: string): number =>
  new Set(namingsOf(atlas, { kind: 'sectors', id }).flatMap(({ zone, outside }) => (outside ? [] : zone.id))).size;

/** Sectors as their tree shows them: how many zones and which documents name each. */
export function sectorIndex(data: AtlasData) {
  const atlas = indexAtlas(data);
  const sectors = data.sectors.map(({ id, name, parent, gloss }) => {
    const history = sectorHistory(atlas, id);
    const standings = history.map(({ standing }) => standing);
    return {
      id,
      name,
      parent: parent ?? null,
      gloss,
      zones: zonesNaming(atlas, id),
      /** ids of those that name it, oldest first */
      documents: history.filter(isNaming).map(({ document }) => document),
      /** how the document stands to it that says most of it */
      standing: STANDINGS.find((one) => standings.includes(one)) ?? 'unread'
    };
  });
  const named = new Set(sectors.flatMap(({ documents }) => documents));
  return { sectors, documents: data.documents.filter(({ id }) => named.has(id)).map(citable) };
}
export type SectorIndex = ReturnType<typeof sectorIndex>;

/** All that a sector's page shows, and little more. */
export function sectorPage(data: AtlasData, sector: Sector, language: keyof Text) {
  const atlas = indexAtlas(data);
  const namings = namingsOf(atlas, { kind: 'sectors', id: sector.id });
  const history = sectorHistory(atlas, sector.id);
  // a place that only an outside source puts there is not named by a document
  const units = unitsNamed(namings.filter(({ outside }) => !outside));
  const targets = data.targets.filter((target) => target.sectors.includes(sector.id));
  const incentives = data.incentives.filter((incentive) => isForSector(incentive, sector.id));
  const children = data.sectors.filter(({ parent }) => parent === sector.id);
  const family = new Set([sector.id, sector.parent, ...children.map(({ id }) => id), ...history.flatMap(({ instead }) => instead)]);

  const codes = new Set([...units.map(({ adcode }) => adcode), ...frames(data, units).map(({ frame }) => frame), data.index.province]);
  const shown = withWholes(data, targets);
  const notes = new Set([...namings.flatMap(({ link }) => link.notes), ...shown.flatMap((target) => target.notes)]);
  const measures = new Set(shown.map(({ unit }) => unit));
  const slice = pickFacts(data, {
    sectors: data.sectors.filter(({ id }) => family.has(id)),
    targets: shown,
    notes: data.notes.filter(({ id }) => notes.has(id)),
    admin: data.admin.filter(({ adcode }) => codes.has(adcode))
  });
  return {
    id: sector.id,
    slice: { ...slice, vocabulary: { ...slice.vocabulary, units: data.vocabulary.units.filter(({ id }) => measures.has(id)) } },
    children: children.map(({ id }) => ({ id, zones: zonesNaming(atlas, id) })),
    /** how each document stands to it, oldest first, with the clauses that its zones do not cite */
    history: history.map(({ document, standing, first, zones, clauses, instead }) => {
      const cited = new Set(zones.flatMap(({ link }) => link.citations.map(({ clause }) => clause)));
      return { document, standing, first, clauses: clauses.filter(({ clause }) => !cited.has(clause)), instead };
    }),
    namings: namings.map(({ zone, document, link, units: named, narrowed, outside }) => ({
      zone: zoneRef(zone),
      document: document.id,
      as: link.as,
      citations: link.citations,
      notes: link.notes,
      narrowed,
      outside,
      openEnded: zone.openEnded,
      // all members of a group are told by its name
      group: narrowed ? undefined : data.vocabulary.unitGroups.find(({ id }) => id === zone.unitGroup)?.name,
      units: named
    })),
    units: units.map(({ adcode, namings: of }) => ({ adcode, namings: of.map((naming) => namings.indexOf(naming)) })),
    maps: frames(data, units).map(({ frame, codes: drawn }) => drawLocator(data, frame, drawn, language)),
    targets: targets.map(({ id }) => id),
    /** what was published beside these */
    beside: figuresBeside(atlas, readPublished(), targets),
    incentives: [...Map.groupBy(incentives, ({ document }) => document)]
      .flatMap(([document, list]) => {
        const found = atlas.document.get(document);
        return found ? [{ document: found, list }] : [];
      })
      .sort((a, b) => byTime(b.document, a.document))
      .map(({ document: { id }, list }) => incentiveGroup(atlas, { document: id, units: [], whole: true, incentives: list }, new Set(), data.index.statusAsOf)),
    structured: sectorData(sector, data.index.title, language)
  };
}
export type SectorPage = ReturnType<typeof sectorPage>;

/** The province where anything beyond the focus prefecture's counties is named, and the focus prefecture where its counties are. */
function frames(data: AtlasData, units: readonly { adcode: string }[]): { frame: string; codes: string[] }[] {
  const { province, focusPrefecture } = data.index;
  const codes = units.map(({ adcode }) => adcode);
  if (codes.length === 0) return [];
  const close = focusPrefecture ? new Set(countiesOf(data, focusPrefecture)) : new Set<string>();
  const inFocus = codes.filter((code) => close.has(code));
  return [
    ...(inFocus.length < codes.length || !focusPrefecture ? [{ frame: province, codes }] : []),
    ...(focusPrefecture && inFocus.length > 0 ? [{ frame: focusPrefecture, codes: inFocus }] : [])
  ];
}
