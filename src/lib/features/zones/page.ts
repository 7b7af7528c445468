import { indexAtlas } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { callsFor } from '#lib/atlas/calls-for';
import { cooperationOf } from '#lib/atlas/cooperation';
import { collapse, neighbourZones } from '#lib/atlas/neighbours';
import type { Neighbour } from '#lib/atlas/neighbours';
import { figuresOf, profileOf } from '#lib/atlas/published';
import { citable, placeInBrief } from '#lib/atlas/related-facts';
import { incentivesCovering, sectorFamily } from '#lib/atlas/related-incentives';
import { sameSectorElsewhere, zoneRef } from '#lib/atlas/related-zones';
import { askEntries } from '#lib/facts/ask';
import { incentiveGroup } from '#lib/facts/incentive-line';
import { sliceAtlas } from '#lib/atlas/slice';
import type { AtlasData, PolicyDocument, Target, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import { briefNest, nestTargets } from '#lib/facts/nest';
import { targetFigures, countFigures } from '#lib/facts/zone-figures';
import { publishedBlock } from '#lib/facts/published-block';
import { figuresBeside } from '#lib/facts/target-figures';
import { local } from '#lib/design/page/local';
import { countiesOf, touchingCounties } from '#lib/site/prerender/locator';
import { readContact } from '#lib/site/prerender/read-contact';
import { readCalls, readPublished } from '#lib/site/prerender/read-data';
import { zoneData } from '#lib/site/prerender/structured-data';
import { drawZoneMap } from '#lib/site/prerender/zone-map';
import { groundView } from './around';
import { distancesOf, neighbourText, silentText } from './summary';

/** Other zones shown per sector; the sector's page has them all. */
const MOST_ELSEWHERE = 3;
/** With no more figures of its own than these, a head says what is on the zone's ground, too. */
const FEW_FIGURES = 2;
const NOTHING: Text = { zh: '', en: '' };

const named = ({ sources: _, later: __, agencyRule: ___, ...document }: PolicyDocument): PolicyDocument => ({
  ...document,
  covers: [],
  repeals: [],
  notes: [],
  clauses: document.clauses.map(({ agencies: _, ...clause }) => clause)
});

/** All that a zone's page shows, and little more. */
export function zonePage(data: AtlasData, zone: Zone, language: keyof Text) {
  const atlas = indexAtlas(data);
  const slice = sliceAtlas(data, new Set([zone.id]));
  const counties = (adcode: string) => countiesOf(data, adcode);
  const parentOf = (adcode: string) => atlas.unit.get(adcode)?.parent;

  const near = ({ zone: { id }, shared, borders }: Neighbour) => ({ id, how: neighbourText(atlas, collapse(shared, parentOf, counties), borders) });
  const neighbours = neighbourZones(zone, data.zones, touchingCounties(), counties).map(near);
  const pairs = cooperationOf(atlas, zone);
  const elsewhere = sameSectorElsewhere(atlas, zone, data.index.statusAsOf).map(({ sector, namings }) => {
    const zones = [...new Set(namings.map((naming) => naming.zone))];
    return { sector, all: zones.length, zones: zones.slice(0, MOST_ELSEWHERE) };
  });
  const families = new Set(zone.sectors.flatMap((id) => [...sectorFamily(atlas, id)]));
  const coverage = incentivesCovering(atlas, zone).map(({ document, ...rest }) =>
    incentiveGroup(atlas, { ...rest, document: document.id }, families, data.index.statusAsOf)
  );

  const ground = groundView(atlas, zone, data.index.statusAsOf);
  const own = [...targetFigures(atlas, zone), ...countFigures(zone)];
  const others = [...neighbours.flatMap(({ id }) => atlas.zone.get(id) ?? []), ...pairs, ...elsewhere.flatMap(({ zones }) => zones)];
  const cited = new Set([...[...coverage, ...ground.others, ...ground.layouts].map(({ document }) => document), ...others.map(({ document }) => document)]);
  const known = new Set(slice.documents.map(({ id }) => id));
  const map = drawZoneMap(data, zone, slice.places, language);
  const codes = new Set([...coverage.flatMap(({ units }) => units), ...slice.places.map(({ adcode }) => adcode)]);
  const said = new Set([
    ...[zone, ...Object.values(zone.links).flat(), ...slice.targets].flatMap(({ notes }) => notes),
    ...slice.vocabulary.unitGroups.flatMap(({ notes }) => notes)
  ]);
  const held = new Set(slice.admin.map(({ adcode }) => adcode));
  return {
    id: zone.id,
    slice: {
      ...slice,
      index: { ...slice.index, changes: [], renamed: [], counts: {} },
      documents: [...slice.documents, ...data.documents.filter(({ id }) => cited.has(id) && !known.has(id)).map(citable)].map(named),
      layouts: slice.layouts.filter(({ id }) => id === zone.layout).map((layout) => ({ ...layout, description: NOTHING, tiers: [], notes: [] })),
      notes: slice.notes.filter(({ id }) => said.has(id)),
      places: slice.places.map(placeInBrief),
      admin: [...slice.admin, ...data.admin.filter(({ adcode }) => codes.has(adcode) && !held.has(adcode))],
      vocabulary: {
        ...slice.vocabulary,
        agencies: []
      }
    },
    map,
    frame: map && atlas.unit.get(map.frame)?.name,
    /** places that the picture leaves out: nothing closer is known than their district */
    unmapped: map ? slice.places.length - (map.places?.length ?? 0) : 0,
    figures: own,
    /** parks and platforms on its ground that are not its own, in one count: the page tells which document names them */
    around: own.length > FEW_FIGURES ? 0 : ground.same + ground.count,
    nests: nestTargets(slice.targets).map((nest) => briefNest(nest)),
    distances: distancesOf(atlas, zone),
    ask: { contact: readContact(), entries: askEntries(atlas, zone.citations), calls: callsFor(atlas, readCalls(), zone.units) },
    silent: silentText(zone),
    ground,
    coverage,
    neighbours,
    pairs: pairs.map(({ id }) => id),
    elsewhere: elsewhere.map(({ sector, all, zones }) => ({ sector, all, zones: zones.map(({ id }) => id) })),
    // what the others are for is told of those that it works with
    refs: [...new Set(others)].map((other) => (pairs.includes(other) ? zoneRef(other) : { ...zoneRef(other), role: NOTHING })),
    later: (atlas.document.get(zone.document)?.later ?? []).map(({ id, title, number }) => ({ id, title, ...(number ? { number } : {}) })),
    ...publishedAbout(atlas, zone, slice.targets),
    structured: zoneData(atlas, zone, language)
  };
}

/** What is published elsewhere of the place that a zone is, and of each of its member areas, apart; and beside its targets. */
function publishedAbout(atlas: Atlas, zone: Zone, targets: readonly Target[]) {
  const published = readPublished();
  const { place } = zone;
  const itself = atlas.place.get(place ?? '');
  return {
    published: publishedBlock(atlas, published, [
      ...(itself ? [{ title: local(itself.name), place, profile: profileOf(published, itself.id), figures: figuresOf(published, { place: itself.id }) }] : []),
      ...zone.units.map((adcode) => ({
        title: local(atlas.unit.get(adcode)?.name ?? { zh: adcode, en: adcode }),
        path: `/units/${adcode}/#published`,
        figures: figuresOf(published, { adcode }).filter((figure) => !itself || figure.place !== itself.id)
      }))
    ]),
    beside: figuresBeside(atlas, published, targets)
  };
}
export type ZonePage = ReturnType<typeof zonePage>;
