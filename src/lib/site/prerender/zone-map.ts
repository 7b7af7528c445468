import { geoMercator } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { placesOn } from '#lib/map/picture/place-symbols';
import { pathsWithin } from '#lib/map/picture/clipped-path';
import { areaPath } from '#lib/map/picture/pixel-paths';
import { topologyInPixels } from '#lib/map/picture/project-topology';
import type { AdminUnit, AtlasData, Place, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Locator } from '#lib/schema/locator';
import { areasOf, countiesOf } from './locator';
import { readTopology } from './read-data';

/** Size of the picture, px of its own; a phone shows it about as large, so that its words can be read there. */
const WIDTH = 360;
const HEIGHT = 252;
/** Room around the zone: its neighbours tell where it lies. */
const PAD = 26;

/**
 * Draw a zone with its surroundings and its places.
 * @param places those of the zone; what only its district is known of has no mark
 * @param language that names are put in: only these words are measured and placed
 */
export function drawZoneMap(data: AtlasData, zone: Pick<Zone, 'units'>, places: readonly Place[], language: keyof Text): Locator | undefined {
  const inFocus = zone.units.every((code) => data.admin.some(({ adcode, parent }) => adcode === code && parent === data.index.focusPrefecture));
  const source = readTopology(inFocus && data.index.focusPrefecture ? 'focus' : 'overview');
  const inside = new Set(zone.units.flatMap((code) => countiesOf(data, code)));
  const isMember = ({ properties }: { properties?: { adcode: string } | undefined }) => properties !== undefined && inside.has(properties.adcode);
  const members = areasOf(source, 'counties').filter(isMember);
  if (members.length === 0) return undefined;

  const frame: [[number, number], [number, number]] = [
    [PAD, PAD],
    [WIDTH - PAD, HEIGHT - PAD]
  ];
  const projection = geoMercator().fitExtent(frame, feature(source, { type: 'GeometryCollection', geometries: members }));
  const put = (lon: number, lat: number): [number, number] => projection([lon, lat]) ?? [0, 0];
  const topology = topologyInPixels(source, put);
  const within = pathsWithin(WIDTH, HEIGHT, PAD);
  const counties = areasOf(topology, 'counties');

  // cities where all members are cities: their counties would be noise
  const units = data.admin.filter(({ adcode }) => zone.units.includes(adcode));
  const level: AdminUnit['level'] = units.every((unit) => unit.level === 'prefecture') ? 'prefecture' : 'county';
  const sections = level === 'prefecture' ? areasOf(topology, 'prefectures') : counties;
  const names = data.admin
    .filter((unit) => unit.level === level || units.includes(unit))
    .map(({ adcode, name, label }) => ({ adcode, name, at: put(...label), main: zone.units.includes(adcode) }));
  const drawn = placesOn(
    { width: WIDTH, height: HEIGHT, language },
    places.flatMap((place) => (place.lon === null || place.lat === null ? [] : [{ place, at: put(place.lon, place.lat) }])),
    names
  );
  return {
    frame: data.index.province,
    width: WIDTH,
    height: HEIGHT,
    context: within(merge(topology, [...areasOf(topology, 'context'), ...counties])),
    land: within(merge(topology, counties)),
    lines: within(mesh(topology, { type: 'GeometryCollection', geometries: sections }, (a, b) => a !== b)),
    units: [{ adcodes: [...zone.units], path: areaPath(merge(topology, counties.filter(isMember))) }],
    ...drawn
  };
}
