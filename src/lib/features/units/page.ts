import { indexAtlas, lineage } from '#lib/atlas/atlas';
import { pickFacts, placeInBrief, withWholes } from '#lib/atlas/related-facts';
import { isNamed, placesIn, rolesBelow, rolesOf, targetsFor, unitsBelow } from '#lib/atlas/related-units';
import { zoneRef } from '#lib/atlas/related-zones';
import type { AdminUnit, AtlasData, ZoneLink } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import { drawLocator } from '#lib/site/prerender/locator';
import { unitData } from '#lib/site/prerender/structured-data';

const NONE: Text = { zh: '', en: '' };

/** Prefectures and their counties as their list shows them. */
export function unitIndex(data: AtlasData) {
  const atlas = indexAtlas(data);
  // what a list can say of a unit in few words: its parts in the headline layouts
  const headline = new Set([data.index.defaultLayout, ...(data.index.focusLayout ? [data.index.focusLayout] : [])]);
  const entry = ({ adcode, name }: AdminUnit) => {
    const roles = rolesOf(atlas, adcode);
    const main = roles.filter(({ layout }) => headline.has(layout.id));
    return {
      adcode,
      name,
      zones: roles.length,
      main: main.map(({ zone: { id, short, mark, hue, membership }, direct, how }) => ({
        id,
        short,
        mark,
        hue,
        // the light mark: through its city, a group, inference or an outside source
        membership: direct && how.kind === 'itself' ? membership : 'secondary'
      })),
      /** itself, through its city, or by one of its counties */
      named: isNamed(atlas, adcode)
    };
  };
  return {
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
  // what is in a city's counties stands on their pages
  const places = placesIn(atlas, unit.adcode).filter(({ adcode }) => adcode === unit.adcode);
  const targets = targetsFor(atlas, unit.adcode);
  const below = unitsBelow(atlas, unit.adcode);
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
  const frame = unit.parent ?? unit.adcode;
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
      zone: zoneRef(zone),
      /** a member itself, not only its city */
      direct,
      how,
      citations: direct && zone.membershipCitations.length > 0 ? [...zone.citations, ...zone.membershipCitations] : zone.citations,
      notes: zone.notes,
      sectors: sectors.map(brief),
      capabilities: capabilities.map(brief)
    })),
    below: below.map(({ adcode }) => ({ adcode, zones: rolesOf(atlas, adcode).length, places: placesIn(atlas, adcode).length })),
    inside: rolesBelow(atlas, unit.adcode).map(({ zone, units }) => ({ zone: zoneRef(zone), units })),
    named: isNamed(atlas, unit.adcode),
    /** places that may lie here: known to be in the city above, and no closer */
    somewhere: unit.level === 'county' && unit.parent ? data.places.filter(({ adcode }) => adcode === unit.parent).length : 0,
    places: places.map(({ id }) => id),
    targets: targets.map(({ id }) => id),
    locator: drawLocator(data, frame, [unit.adcode]),
    structured: unitData(atlas, unit, language)
  };
}
export type UnitPage = ReturnType<typeof unitPage>;
