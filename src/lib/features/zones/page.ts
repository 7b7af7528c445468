import { indexAtlas } from '#lib/atlas/atlas';
import { cooperationOf } from '#lib/atlas/cooperation';
import { collapse, neighbourZones } from '#lib/atlas/neighbours';
import type { Neighbour } from '#lib/atlas/neighbours';
import { citable, placeInBrief } from '#lib/atlas/related-facts';
import { incentivesCovering, sectorFamily } from '#lib/atlas/related-incentives';
import { sameSectorElsewhere, zoneRef } from '#lib/atlas/related-zones';
import { incentiveGroup } from '#lib/facts/incentive-line';
import { sliceAtlas } from '#lib/atlas/slice';
import type { AtlasData, PolicyDocument, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import { countiesOf, drawLocator, touchingCounties } from '#lib/site/prerender/locator';
import { zoneData } from '#lib/site/prerender/structured-data';

/** Other zones shown per sector; the sector's page has them all. */
const MOST_ELSEWHERE = 4;
/** Common borders told one by one. */
const MOST_BORDERS = 3;

const withoutAgencies = ({ sources: _, later: __, ...document }: PolicyDocument): PolicyDocument => ({
  ...document,
  clauses: document.clauses.map(({ agencies: _, ...clause }) => clause)
});

/** All that a zone's page shows, and little more. */
export function zonePage(data: AtlasData, zone: Zone, language: keyof Text) {
  const atlas = indexAtlas(data);
  const layout = atlas.layout.get(zone.layout);
  const slice = sliceAtlas(data, new Set([zone.id]));
  const counties = (adcode: string) => countiesOf(data, adcode);
  const parentOf = (adcode: string) => atlas.unit.get(adcode)?.parent;

  const near = ({ zone: { id }, shared, borders }: Neighbour) => ({
    id,
    shared: collapse(shared, parentOf, counties),
    borders: borders.slice(0, MOST_BORDERS),
    more: Math.max(0, borders.length - MOST_BORDERS)
  });
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

  const others = [...neighbours.flatMap(({ id }) => atlas.zone.get(id) ?? []), ...pairs, ...elsewhere.flatMap(({ zones }) => zones)];
  const cited = new Set([...coverage.map(({ document }) => document), ...others.map(({ document }) => document)]);
  const known = new Set(slice.documents.map(({ id }) => id));
  const codes = new Set([...neighbours.flatMap(({ shared, borders }) => [...shared, ...borders.flat()]), ...coverage.flatMap(({ units }) => units)]);
  const named = new Set(slice.admin.map(({ adcode }) => adcode));
  const frame = layout?.adcode ?? data.index.province;
  return {
    id: zone.id,
    slice: {
      ...slice,
      documents: [...slice.documents.map(withoutAgencies), ...data.documents.filter(({ id }) => cited.has(id) && !known.has(id)).map(citable)],
      places: slice.places.map(placeInBrief),
      admin: [...slice.admin, ...data.admin.filter(({ adcode }) => codes.has(adcode) && !named.has(adcode))],
      vocabulary: {
        ...slice.vocabulary,
        agencies: []
      }
    },
    frame: atlas.unit.get(frame)?.name,
    locator: zone.units.length > 0 ? drawLocator(data, frame, zone.units, true) : undefined,
    coverage,
    neighbours,
    pairs: pairs.map(({ id }) => id),
    elsewhere: elsewhere.map(({ sector, all, zones }) => ({ sector, all, zones: zones.map(({ id }) => id) })),
    refs: [...new Set(others)].map(zoneRef),
    later: (atlas.document.get(zone.document)?.later ?? []).map(({ id, title, number }) => ({ id, title, ...(number ? { number } : {}) })),
    structured: zoneData(atlas, zone, language)
  };
}
export type ZonePage = ReturnType<typeof zonePage>;
