import { indexAtlas, lineage } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { countyLevel } from '#lib/atlas/admin-units';
import { byCurrency } from '#lib/atlas/document-time';
import { badgesOf, primaryZones } from '#lib/atlas/primary-zone';
import { incentivesAt } from '#lib/atlas/related-incentives';
import { citable, pickFacts, placeInBrief, withWholes } from '#lib/atlas/related-facts';
import { groupOf, namingsOfPlace } from '#lib/atlas/on-ground';
import { figuresOf } from '#lib/atlas/published';
import { isNamed, placesIn, rolesBelow, rolesOf, targetsFor, unitsBelow } from '#lib/atlas/related-units';
import { zoneRef } from '#lib/atlas/related-zones';
import type { AdminUnit, AtlasData, Place, Target, ZoneLink } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import { publishedBlock } from '#lib/facts/published-block';
import { seriesCharts } from '#lib/facts/series-chart';
import { figuresBeside } from '#lib/facts/target-figures';
import { drawCityMap } from '#lib/site/prerender/city-map';
import { readPublished } from '#lib/site/prerender/read-data';
import { unitData } from '#lib/site/prerender/structured-data';
import { drawZoneMap } from '#lib/site/prerender/zone-map';

const NONE: Text = { zh: '', en: '' };
/** How one gets or ships there, rather than what there is. */
const isAccess = (place: Place): boolean => groupOf(place) === undefined;

/** Prefectures and their counties as their list shows them. */
export function unitIndex(data: AtlasData) {
  const atlas = indexAtlas(data);
  // what a list can say of a unit in few words: its parts in the headline layouts
  const headline = new Set([data.index.defaultLayout, ...(data.index.focusLayout ? [data.index.focusLayout] : [])]);
  const drawn = data.zones.filter(({ layout }) => layout === data.index.defaultLayout);
  const areas = countyLevel(data.admin);
  const entry = (unit: AdminUnit) => {
    const { adcode, name } = unit;
    const roles = rolesOf(atlas, adcode);
    const main = roles.filter(({ layout }) => headline.has(layout.id));
    return {
      adcode,
      name,
      zones: roles.length,
      main: [
        ...main.map(({ zone: { id, membership }, direct, how }) => ({
          id,
          direct,
          // the light mark: through its city, a group, inference or an outside source
          membership: direct && how.kind === 'itself' ? membership : ('secondary' as const)
        })),
        // zones of a city's counties, some or all, as the map marks them
        ...badgesOf(drawn, unit, areas).flatMap(({ zone: { id }, part }) =>
          main.some(({ zone }) => zone.id === id) ? [] : { id, direct: true, membership: part ? ('part' as const) : ('secondary' as const) }
        )
      ],
      /** itself, through its city, or by one of its counties */
      named: isNamed(atlas, adcode)
    };
  };
  const layouts = data.layouts.filter(({ id }) => headline.has(id));
  const documents = new Set(layouts.map(({ document }) => document));
  return {
    /** the headline layouts with their zones: the key to the marks */
    layouts: layouts.map(({ id, short, document, zones }) => ({
      id,
      short,
      document,
      zones: zones.flatMap((one) => atlas.zone.get(one) ?? []).map((zone) => ({ id: zone.id, short: zone.short, mark: zone.mark, hue: zone.hue }))
    })),
    documents: data.documents.filter(({ id }) => documents.has(id)).map(citable),
    prefectures: data.admin
      .filter(({ parent }) => parent === data.index.province)
      .map((prefecture) => ({ ...entry(prefecture), counties: data.admin.filter(({ parent }) => parent === prefecture.adcode).map(entry) }))
  };
}
export type UnitIndex = ReturnType<typeof unitIndex>;

/** All that a unit's page shows, and little more. */
export function unitPage(data: AtlasData, unit: AdminUnit, language: keyof Text) {
  const atlas = indexAtlas(data);
  const roles = rolesOf(atlas, unit.adcode);
  const within = placesIn(atlas, unit.adcode);
  // what is in a city's counties stands on their pages
  const places = within.filter(({ adcode }) => adcode === unit.adcode);
  const targets = targetsFor(atlas, unit.adcode);
  const below = unitsBelow(atlas, unit.adcode);
  const above = unit.level === 'county' && !unit.undivided ? unit.parent : undefined;
  const groups = data.vocabulary.unitGroups.filter(({ adcodes }) => adcodes.includes(unit.adcode));

  const shown = withWholes(data, targets);
  const links = roles.flatMap(({ sectors, capabilities }) => [...sectors, ...capabilities]);
  const linked = new Set(links.map(({ id }) => id));
  const notes = new Set([
    ...groups.flatMap((group) => group.notes),
    ...shown.flatMap((target) => target.notes),
    ...roles.flatMap(({ zone }) => zone.notes),
    ...places.flatMap((place) => place.notes),
    ...links.flatMap((link) => link.notes)
  ]);
  const codes = new Set([
    unit.adcode,
    ...lineage(atlas, unit.adcode).map(({ adcode }) => adcode),
    ...below.map(({ adcode }) => adcode),
    ...places.map(({ adcode }) => adcode)
  ]);
  const measures = new Set(shown.map((target) => target.unit));
  const layouts = new Set(roles.map(({ layout }) => layout.id));
  const brief = ({ id, as, citations, standing, notes: of }: ZoneLink) => ({ id, as, citations, ...(standing ? { standing } : {}), notes: of });
  const support = Map.groupBy(incentivesAt(atlas, unit.adcode), ({ document }) => document);
  const inside = rolesBelow(atlas, unit.adcode);
  for (const { layout } of inside) layouts.add(layout.id);
  return {
    adcode: unit.adcode,
    slice: {
      ...pickFacts(data, {
        layouts: data.layouts
          .filter(({ id }) => layouts.has(id))
          .map((layout) => ({ ...layout, description: NONE, tiers: [], zones: [], notes: [], citations: [] })),
        // names only: what they mean stands on their own pages
        sectors: data.sectors.filter(({ id }) => linked.has(id)).map((sector) => ({ ...sector, gloss: NONE, aliases: [] })),
        places: places.map(placeInBrief),
        targets: shown,
        notes: data.notes.filter(({ id }) => notes.has(id)),
        admin: data.admin.filter(({ adcode }) => codes.has(adcode))
      }),
      // an old link is met on the map, not here
      index: { ...data.index, files: {}, counts: {}, changes: [], renamed: [] },
      vocabulary: {
        capabilities: data.vocabulary.capabilities.filter(({ id }) => linked.has(id)).map((capability) => ({ ...capability, gloss: NONE })),
        units: data.vocabulary.units.filter(({ id }) => measures.has(id)),
        agencies: [],
        unitGroups: groups.map((group) => ({ ...group, adcodes: [] }))
      }
    },
    roles: roles.map(({ zone, direct, how, sectors, capabilities }) => ({
      zone: { ...zoneRef(zone), short: zone.short },
      /** a member itself, not only its city */
      direct,
      how,
      citations: direct && zone.membershipCitations.length > 0 ? [...zone.citations, ...zone.membershipCitations] : zone.citations,
      notes: zone.notes,
      sectors: sectors.map(brief),
      capabilities: capabilities.map(brief)
    })),
    below: below.map(({ adcode }) => ({ adcode, zones: rolesOf(atlas, adcode).length, places: placesIn(atlas, adcode).length })),
    inside: inside.map(({ zone, units }) => ({
      zone: { ...zoneRef(zone), short: zone.short },
      units,
      sectors: zone.links.sectors.filter((link) => (link.units ?? zone.units).some((one) => units.includes(one))).map(({ id }) => id)
    })),
    /** places that may lie here: known to be in the city above, and no closer */
    somewhere: above ? data.places.filter(({ adcode }) => adcode === above).length : 0,
    places: groundPlaces(atlas, places, data.index.statusAsOf),
    /** those of them that are ways to get or ship there */
    access: places.filter(isAccess).map(({ id }) => id),
    /** parks and platforms here and in its counties */
    grounds: within.filter((place) => !isAccess(place)).length,
    targets: targets.map(({ id }) => id),
    cityTargets: above ? targetsFor(atlas, above).length : 0,
    /** how many support measures of each document are for all of its area */
    support: [...support].map(([document, list]) => ({ document, count: list.length })),
    ...publishedAbout(atlas, unit, below, shown),
    ...picture(data, unit, within, language),
    structured: unitData(atlas, unit, language)
  };
}

/** Parks and platforms under the first document that names each, the most current first; what only outside sources name comes last, under none. */
function groundPlaces(atlas: Atlas, places: readonly Place[], day: string) {
  const named = places.filter((place) => !isAccess(place)).map((place) => ({ place, first: namingsOfPlace(atlas, place, day)[0] }));
  const order = byCurrency(day);
  return [...Map.groupBy(named, ({ first }) => first?.document)]
    .sort(([a], [b]) => (a && b ? order(a, b) : Number(!a) - Number(!b)))
    .map(([document, list]) => ({
      document: document?.id,
      places: list.map(({ place: { id }, first }) => ({ id, ...(first && first.standing !== 'existing' ? { standing: first.standing } : {}) }))
    }));
}

/** What is published elsewhere of a unit and beside its targets, and where there is something of its parts. */
function publishedAbout(atlas: Atlas, unit: AdminUnit, below: readonly AdminUnit[], targets: readonly Target[]) {
  const published = readPublished();
  const figures = figuresOf(published, { adcode: unit.adcode });
  return {
    published: publishedBlock(atlas, published, [{ figures }]),
    /** how many there are of its parts, whose pages have them */
    publishedBelow: below.flatMap(({ adcode }) => {
      const count = figuresOf(published, { adcode }).length;
      return count > 0 ? [{ adcode, count }] : [];
    }),
    series: seriesCharts(atlas, figures),
    beside: figuresBeside(atlas, published, targets),
    searched: published.searched
  };
}

/** A unit with its places, in the hue of its zone where the layout that is drawn first divides its city; that city in the zones of its counties. */
function picture(data: AtlasData, unit: AdminUnit, places: readonly Place[], language: keyof Text) {
  const layout = data.layouts.find(({ id }) => id === data.index.focusLayout);
  if (layout && layout.adcode === unit.adcode) {
    const map = drawCityMap(data, layout, language);
    return { locator: map, parts: { layout: layout.short }, hues: map?.hues ?? [] };
  }
  const own = places.filter((place) => !isAccess(place)).map(placeInBrief);
  const locator = drawZoneMap(data, { units: [unit.adcode], frame: unit.level === 'county' ? unit.parent : undefined }, own, language);
  const zones = data.zones.filter((zone) => zone.layout === layout?.id);
  const hues = [...primaryZones(zones, [unit])].map(([adcode, { hue }]) => [adcode, hue] as const);
  // its list has them all: on the map only those that can be told
  const told = locator?.places?.filter(({ words }) => words && !words.lines.at(-1)?.endsWith('…')) ?? [];
  return { locator: locator && { ...locator, places: told }, parts: undefined, hues };
}
export type UnitPage = ReturnType<typeof unitPage>;
