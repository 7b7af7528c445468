import { geoMercator, geoPath } from 'd3-geo';
import type { GeoPermissibleObjects, GeoProjection } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import { isAt } from '#lib/atlas/admin-units';
import { placesOn } from '#lib/map/picture/place-symbols';
import { areaPath } from '#lib/map/picture/pixel-paths';
import type { Box } from '#lib/map/picture/place-symbols';
import { projectTopology } from '#lib/map/picture/project-topology';
import type { AdminUnit, AtlasData, Place, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Locator } from '#lib/schema/locator';
import { canvas, kilometre } from './canvas';
import { areasOf, countiesOf } from './locator';
import { readTopology } from './read-data';
import { surroundings } from './surroundings';

/** Size of the picture, px of its own; a phone shows it about as large, so that its words can be read there. */
const WIDTH = 360;
/** It is as high as its ground needs, within these. */
const LEAST_HIGH = 252;
const MOST_HIGH = 312;
/** What a picture about one place shows from side to side, km; where borders are known only roughly, more. */
const NEAR_KM = { focus: 27, overview: 42 } as const;
/** Room around the zone: its neighbours tell where it lies. */
const PAD = 26;
/** Width of the little map that shows where the zone lies in its city or province, and the largest share of it that a zone may be. */
const OVERVIEW = 84;
const LARGEST = 0.4;
/** With more members than this, their own names fill the picture. */
const MOST_NAMED = 8;

/**
 * Draw a zone with its surroundings and its places.
 * @param zone its areas, and the layout or the area that it is a part of
 * @param places those of the zone; what only its district is known of has no mark
 * @param language that names are put in: only these words are measured and placed
 * @param about the place that the picture is about, with how far it may lie from its point, km; the zone is then the ground around it
 */
export function drawZoneMap(
  data: AtlasData,
  zone: Pick<Zone, 'units'> & Readonly<{ layout?: string; frame?: string | undefined }>,
  places: readonly Place[],
  language: keyof Text,
  about?: Readonly<{ id: string; within: number }>
): Locator | undefined {
  const inFocus = zone.units.every((code) => data.admin.some(({ adcode, parent }) => adcode === code && parent === data.index.focusPrefecture));
  const detail = inFocus && data.index.focusPrefecture ? 'focus' : 'overview';
  const source = readTopology(detail);
  const inside = new Set(zone.units.flatMap((code) => countiesOf(data, code)));
  const isMember = ({ properties }: { properties?: { adcode: string } | undefined }) => properties !== undefined && inside.has(properties.adcode);
  const members = areasOf(source, 'counties').filter(isMember);
  if (members.length === 0) return undefined;

  const whole = feature(source, { type: 'GeometryCollection', geometries: members });
  const projection = geoMercator().fitWidth(WIDTH - 2 * PAD, whole);
  const height = about ? LEAST_HIGH : Math.round(Math.min(MOST_HIGH, Math.max(LEAST_HIGH, heightOf(whole, projection) + 2 * PAD)));
  projection.fitExtent(
    [
      [PAD, PAD],
      [WIDTH - PAD, height - PAD]
    ],
    whole
  );
  const point = placeAt(places, about?.id);
  if (point) {
    const closer = WIDTH / NEAR_KM[detail] / kilometre(projection, point);
    if (closer > 1)
      projection
        .scale(projection.scale() * closer)
        .center([...point])
        .translate([WIDTH / 2, height / 2]);
  }
  // cities where all members are cities: their counties would be noise
  const units = data.admin.filter(({ adcode }) => zone.units.includes(adcode));
  const level: AdminUnit['level'] = units.every((unit) => isAt(unit, 'prefecture')) ? 'prefecture' : 'county';
  const { topology, counties, areas, ground, put, rivers } = canvas(source, projection, [WIDTH, height], level, units[0]?.label ?? [0, 0]);
  const inPicture = ([x, y]: readonly [number, number]) => x > 0 && x < WIDTH && y > 0 && y < height;
  const names = units.map(({ adcode, name, label }) => ({ adcode, name, at: put(...label), main: true })).filter(({ at }) => inPicture(at));
  const frame = zone.frame ?? data.layouts.find(({ id }) => id === zone.layout)?.adcode ?? data.index.province;
  const area = merge(topology, counties.filter(isMember));
  const overview = drawOverview(data, frame, inside);
  const corner = overview && freeCorner(overview, area.coordinates.flat(2), height);
  const drawn = placesOn(
    { width: WIDTH, height, language, about: about?.id },
    places.flatMap((place) => (place.lon === null || place.lat === null ? [] : [{ place, at: put(place.lon, place.lat) }])),
    names,
    corner ? [corner] : []
  );
  const picture = { width: WIDTH, height, language, rivers, members: inside };
  const around = units.length > MOST_NAMED ? [] : surroundings(picture, topology, areas, data.admin, drawn, corner ? [corner] : []);
  return {
    frame,
    ...ground,
    units: [{ adcodes: [...zone.units], path: areaPath(area) }],
    ...(overview && corner ? { overview: { ...overview, x: corner.left, y: corner.top } } : {}),
    ...drawn,
    labels: [...drawn.labels, ...around],
    ...(about && point ? reachOf(point, about.within, projection) : {})
  };
}

type Point = readonly [lon: number, lat: number];

function heightOf(ground: GeoPermissibleObjects, projection: GeoProjection): number {
  const [[, top], [, bottom]] = geoPath(projection).bounds(ground);
  return bottom - top;
}

function placeAt(places: readonly Place[], id: string | undefined): Point | undefined {
  const { lon = null, lat = null } = places.find((place) => place.id === id) ?? {};
  return lon === null || lat === null ? undefined : [lon, lat];
}

/** A circle around a place's point; none where the site is known. */
function reachOf(point: Point, within: number, projection: GeoProjection): Pick<Locator, 'reach'> {
  const [x, y] = projection([...point]) ?? [0, 0];
  return within === 0 ? {} : { reach: { x: Math.round(x), y: Math.round(y), r: Math.round(within * kilometre(projection, point)) } };
}

type Overview = Omit<NonNullable<Locator['overview']>, 'x' | 'y'>;

/** The whole that a zone is a part of, small, with the zone in it; nothing where the zone is most of it. */
function drawOverview(data: AtlasData, frame: string, members: ReadonlySet<string>): Overview | undefined {
  const source = readTopology('overview');
  const all = new Set(countiesOf(data, frame));
  const within = (codes: ReadonlySet<string>) => (shape: { properties?: { adcode: string } | undefined }) =>
    shape.properties !== undefined && codes.has(shape.properties.adcode);
  const size = (codes: ReadonlySet<string>) => data.admin.reduce((sum, { adcode, areaKm2 }) => sum + (codes.has(adcode) ? areaKm2 : 0), 0);
  if (size(members) > size(all) * LARGEST) return undefined;
  const { topology, width, height } = projectTopology(source, areasOf(source, 'counties').filter(within(all)), OVERVIEW, 2);
  const counties = areasOf(topology, 'counties');
  const path = (codes: ReadonlySet<string>) => areaPath(merge(topology, counties.filter(within(codes))));
  return { width, height, land: path(all), area: path(members) };
}

/** The corner of the picture that holds least of the zone's outline; the lower left one where several hold none. */
function freeCorner({ width, height }: Overview, outline: readonly (readonly number[])[], high: number): Box | undefined {
  const boxes = [0, WIDTH - width].flatMap((left) => [high - height, 0].map((top): Box => ({ left, right: left + width, top, bottom: top + height })));
  const held = (box: Box) => outline.filter(([x = 0, y = 0]) => x > box.left && x < box.right && y > box.top && y < box.bottom).length;
  return boxes.find((box) => held(box) === Math.min(...boxes.map(held)));
}
