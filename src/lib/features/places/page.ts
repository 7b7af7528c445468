import { indexAtlas, lineage } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { accessFrom, placeAnchor, placesNear } from '#lib/atlas/distances';
import { citable, pickFacts, placeInBrief, withWholes } from '#lib/atlas/related-facts';
import { incentivesAt } from '#lib/atlas/related-incentives';
import { figuresOf, profileOf } from '#lib/atlas/published';
import { hasPage, placesWithPage, zonesAround, zonesNaming } from '#lib/atlas/related-places';
import { zoneRef } from '#lib/atlas/related-zones';
import { shortName } from '#lib/atlas/short-name';
import { accessText, roughText } from '#lib/facts/distance-text';
import { incentiveGroup } from '#lib/facts/incentive-line';
import { publishedBlock } from '#lib/facts/published-block';
import { groupOf } from '#lib/map/layers/places';
import type { AtlasData, Place } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Published } from '#lib/schema/published';
import { isStandIn } from '#lib/schema/terms';
import { drawLocator, pointIn } from '#lib/site/prerender/locator';
import { placeData } from '#lib/site/prerender/structured-data';
import { drawZoneMap } from '#lib/site/prerender/zone-map';
import type { PlaceRow } from './directory';
import { keyFacts, WHAT_IT_IS } from './key-facts';
import type { KeyFact } from './key-facts';
import { placeRows } from './listing';

const NONE: Text = { zh: '', en: '' };
/** Places told as near, and none farther than this, km: by then it is another town's. */
const MOST_NEAR = 6;
const FARTHEST = 60;
const MOST_KEYS = 5;

/** All that a place's page shows, and little more. */
export function placePage(data: AtlasData, published: Published, place: Place, language: keyof Text) {
  const atlas = indexAtlas(data);
  const naming = zonesNaming(atlas, place.id);
  const around = zonesAround(atlas, place);
  const targets = data.targets.filter(({ scope }) => scope.place === place.id);
  const shown = withWholes(data, targets);
  const own = data.incentives.filter(({ bodies }) => bodies?.includes(place.id));
  const line = lineage(atlas, place.adcode);
  const profile = profileOf(published, place.id);
  const figures = figuresOf(published, { place: place.id });

  const zones = [...naming.map(({ zone }) => zone), ...around];
  const layouts = new Set(zones.map(({ layout }) => layout));
  const sectors = new Set(naming.flatMap(({ zone }) => zone.sectors));
  const notes = new Set([
    ...place.notes,
    ...shown.flatMap((target) => target.notes),
    ...naming.flatMap(({ link }) => link.notes),
    ...own.flatMap((one) => one.notes)
  ]);
  const cited = new Set([
    ...place.citations.map(({ document, clause }) => `${document} ${clause}`),
    ...naming.flatMap(({ link }) => link.citations).map(({ document, clause }) => `${document} ${clause}`)
  ]);
  const documents = new Set([
    ...[...cited].map((key) => key.slice(0, key.indexOf(' '))),
    ...zones.map(({ document }) => document),
    ...shown.map(({ document }) => document),
    ...own.map(({ document }) => document)
  ]);
  const slice = pickFacts(data, {
    documents: data.documents
      .filter(({ id }) => documents.has(id))
      .map(({ sources: _, later: __, agencyRule: ___, ...document }) => ({
        ...document,
        covers: [],
        repeals: [],
        notes: [],
        clauses: document.clauses.filter(({ id }) => cited.has(`${document.id} ${id}`)).map(({ agencies: _agencies, ...clause }) => ({ ...clause, notes: [] }))
      })),
    layouts: data.layouts
      .filter(({ id }) => layouts.has(id))
      .map((layout) => ({ ...layout, description: NONE, tiers: [], zones: [], notes: [], citations: [] })),
    sectors: data.sectors.filter(({ id }) => sectors.has(id)).map((sector) => ({ ...sector, gloss: NONE, aliases: [] })),
    places: [place],
    targets: shown,
    notes: data.notes.filter(({ id }) => notes.has(id)),
    admin: line
  });
  return {
    id: place.id,
    slice: { ...slice, index: { ...slice.index, counts: {}, renamed: [] } },
    naming: naming.map(({ zone, link, itself }) => ({
      zone: { ...zoneRef(zone), role: NONE },
      citations: link.citations,
      notes: link.notes,
      ...(link.standing ? { standing: link.standing } : {}),
      ...(link.as ? { as: link.as } : {}),
      itself,
      sectors: zone.sectors
    })),
    around: around.map((zone) => ({ ...zoneRef(zone), role: NONE })),
    targets: targets.map(({ id }) => id),
    /** measures meant for it and a few others by name */
    measures: [...Map.groupBy(own, ({ document }) => document)].map(([document, incentives]) =>
      incentiveGroup(atlas, { document, units: [], whole: true, incentives }, new Set(), data.index.statusAsOf)
    ),
    /** measures in force on the day that the site is of, for all of the area that it lies in */
    support: incentivesAt(atlas, place.adcode).filter(({ document, bodies }) => !bodies && atlas.document.get(document)?.status === 'in-force').length,
    keys: headFacts(profile),
    published: publishedBlock(atlas, published, [{ profile, figures, place: place.id }]),
    searched: published.searched,
    ...distances(atlas, place),
    ...picture(atlas, place, language),
    structured: placeData(atlas, place, language)
  };
}
export type PlacePage = ReturnType<typeof placePage>;

/** What it is for and who runs it, then how large it is, what is told by a number first. */
function headFacts(profile: Parameters<typeof keyFacts>[0]): KeyFact[] {
  const what = keyFacts(profile, WHAT_IT_IS.length, WHAT_IT_IS);
  return [...what, ...keyFacts(profile, MOST_KEYS - what.length).sort((a, b) => Number(!a.large) - Number(!b.large))];
}

/** How far it is to others and to infrastructure; nothing where only its district or less is known. */
function distances(atlas: Atlas, place: Place) {
  const anchor = placeAnchor(place);
  if (!anchor) return { near: [], access: [] };
  const isNear = (other: Place) => groupOf(other.kind) !== 'transport' && hasPage(atlas, other);
  return {
    near: placesNear(atlas, place, isNear)
      .filter(({ km }) => km <= FARTHEST)
      .slice(0, MOST_NEAR)
      .map((span) => ({ id: span.to.place.id, name: span.to.place.name, kind: span.to.place.kind, km: roughText(span) })),
    access: accessFrom(atlas, [anchor], place.id).map(({ kind, nearest }) => ({
      to: accessText(kind),
      name: nearest.to.kind === 'place' ? nearest.to.place.name : NONE,
      km: roughText(nearest)
    }))
  };
}

/** Where it lies, with what else is there; of a place that only the province is known of, there is nothing to show. */
function picture(atlas: Atlas, place: Place, language: keyof Text) {
  const { data } = atlas;
  const unit = atlas.unit.get(place.adcode);
  if (!unit || unit.level === 'province') return { map: undefined };
  const others = isStandIn(place.precision) || place.lon === null ? [] : placesWithPage(atlas).filter(({ id }) => id !== place.id);
  const within = placeAnchor(place)?.within ?? 0;
  return { map: drawZoneMap(data, { units: [unit.adcode] }, [place, ...others].map(placeInBrief), language, { id: place.id, within }) };
}

/** The directory: a row for each place, names for what rows hold, and the map. */
export function placeIndex(data: AtlasData, published: Published, language: keyof Text) {
  const atlas = indexAtlas(data);
  const rows = placeRows(atlas, published);
  const used = <T>(list: (row: PlaceRow) => readonly T[]) => new Set(rows.flatMap(list));
  const [cities, counties] = [used(({ city }) => (city ? [city] : [])), used(({ county }) => (county ? [county] : []))];
  const [zones, sectors, facilities] = [used((row) => row.zones), used((row) => row.sectors), used((row) => row.facilities)];
  const documents = new Set([
    ...rows.flatMap(({ named }) => named.map(({ document }) => document)),
    ...data.zones.flatMap(({ id, document }) => (zones.has(id) ? document : []))
  ]);
  const parts = data.admin.filter(({ parent }) => parent === data.index.province).map(({ adcode }) => adcode);
  const drawn = rows.flatMap(({ id, group }) => {
    const place = atlas.place.get(id);
    const inside = place && lineage(atlas, place.adcode).some(({ adcode }) => adcode === data.index.province);
    if (!place || !inside || place.lon === null || place.lat === null || isStandIn(place.precision)) return [];
    const [x, y] = pointIn(data, data.index.province, place.lon, place.lat);
    return [{ id, x, y, group }];
  });
  return {
    rows,
    units: data.admin.filter(({ adcode }) => cities.has(adcode) || counties.has(adcode)).map(({ adcode, name }) => ({ adcode, name: shortName(name) })),
    cities: parts.filter((adcode) => cities.has(adcode)),
    // the order of the pack: sectors below those that they are part of
    sectors: data.sectors.filter(({ id }) => sectors.has(id)).map(({ id, name, parent }) => ({ id, name, ...(parent ? { parent } : {}) })),
    facilities: data.vocabulary.capabilities.filter(({ id }) => facilities.has(id)).map(({ id, name }) => ({ id, name })),
    zones: data.zones
      .filter(({ id }) => zones.has(id))
      .map(({ id, short, mark, hue, membership, document }) => ({ id, short, mark, hue, membership, document })),
    documents: data.documents.filter(({ id }) => documents.has(id)).map(citable),
    map: { ...drawLocator(data, data.index.province, parts, language), dots: drawn }
  };
}
export type PlaceIndex = ReturnType<typeof placeIndex>;
