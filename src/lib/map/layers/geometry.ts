import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import { prefectureOf } from '#lib/atlas/admin-units';
import { shoresOf, withoutBays } from './bays';
import { smoothLine } from './smooth-line';

/** An administrative unit's properties in the boundary files; label point in WGS 84 degrees, area in km². */
export type UnitProperties = Readonly<{
  adcode: string;
  nameZh: string;
  nameEn: string;
  level: string;
  parent: string;
  areaKm2: number;
  labelLon: number;
  labelLat: number;
}>;
export type ContextProperties = Pick<UnitProperties, 'adcode' | 'nameZh' | 'nameEn'> & Partial<Pick<UnitProperties, 'labelLon' | 'labelLat'>>;
type WaterProperties = Readonly<{ id: string; kind: string; nameZh: string; nameEn: string }>;

/** An area outline, WGS 84 degrees. */
export type Outline = Polygon | MultiPolygon;
type Lines = Feature<MultiLineString, Record<string, never>>;

/** Boundary data decoded for drawing. Coordinates are WGS 84 degrees; the topology stays for dissolving. */
export type Geometry = Readonly<{
  topology: Topology;
  counties: FeatureCollection<Outline, UnitProperties>;
  prefectures: FeatureCollection<Outline, UnitProperties>;
  province: FeatureCollection<Outline, UnitProperties>;
  /** neighbouring land; what lies near the region has a label point */
  context: FeatureCollection<Outline, ContextProperties>;
  /** lakes and estuaries as areas, rivers as lines */
  water: FeatureCollection<Outline | LineString | MultiLineString, WaterProperties>;
  /** lines between counties of one prefecture; each shared line once */
  countyLines: Lines;
  /** lines between prefectures */
  prefectureLines: Lines;
  /** the region's own outline, coast included */
  provinceLines: Lines;
  /** counties and prefectures by adcode */
  unit: ReadonlyMap<string, Feature<Outline, UnitProperties>>;
}>;

type UnitObjects = GeometryCollection<UnitProperties>;
type UnitArea = TopoPolygon<UnitProperties> | TopoMultiPolygon<UnitProperties>;

const EMPTY: GeometryCollection = { type: 'GeometryCollection', geometries: [] };
const collection = <P>(topology: Topology, name: string) => feature(topology, topology.objects[name] ?? EMPTY) as unknown as FeatureCollection<Outline, P>;
const countyObjects = (topology: Topology): UnitObjects => (topology.objects.counties ?? EMPTY) as UnitObjects;

const decoded = new WeakMap<Topology, Geometry>();

/** Decode a boundary file (objects counties, prefectures, province, context, water), once; a missing object is empty. */
export function decodeGeometry(topology: Topology): Geometry {
  const known = decoded.get(topology);
  if (known) return known;
  const made = decode(topology);
  decoded.set(topology, made);
  return made;
}

function decode(topology: Topology): Geometry {
  const counties = collection<UnitProperties>(topology, 'counties');
  const prefectures = collection<UnitProperties>(topology, 'prefectures');
  const objects = countyObjects(topology);
  const city = ({ properties }: { properties?: unknown }) => properties && prefectureOf(properties as UnitProperties);
  const province = collection<UnitProperties>(topology, 'province');
  const waters: Geometry['water'] = collection<WaterProperties>(topology, 'water');
  const water: Geometry['water'] = { ...waters, features: waters.features.map(smoothRiver) };
  const bays = water.features.filter((one): one is Feature<Outline, WaterProperties> => one.properties.kind === 'estuary');
  const lines = (geometry: MultiLineString, shores: MultiLineString['coordinates'] = []): Lines => {
    const { type, coordinates } = withoutBays(geometry, bays);
    return { type: 'Feature', properties: {}, geometry: { type, coordinates: [...coordinates, ...shores] } };
  };
  return {
    topology,
    counties,
    prefectures,
    province,
    context: collection<ContextProperties>(topology, 'context'),
    water,
    countyLines: lines(mesh(topology, objects, (a, b) => a !== b && city(a) === city(b))),
    prefectureLines: lines(mesh(topology, objects, (a, b) => a !== b && city(a) !== city(b))),
    provinceLines: lines(
      mesh(topology, objects, (a, b) => a === b),
      shoresOf(bays, province.features)
    ),
    unit: new Map([...counties.features, ...prefectures.features].map((unit) => [unit.properties.adcode, unit]))
  };
}

/** Borders that rivers run along have few points, which leave corners in a wide line. */
function smoothRiver(one: Geometry['water']['features'][number]): Geometry['water']['features'][number] {
  const { geometry } = one;
  if (geometry.type === 'LineString') return { ...one, geometry: { ...geometry, coordinates: smoothLine(geometry.coordinates) } };
  if (geometry.type === 'MultiLineString') return { ...one, geometry: { ...geometry, coordinates: geometry.coordinates.map(smoothLine) } };
  return one;
}

/** County codes that a list of units stands for: a prefecture (…00) means all its counties. Unknown codes are left out. */
export function countiesOf({ counties }: Pick<Geometry, 'counties'>, units: readonly string[]): string[] {
  const wanted = new Set(units);
  return counties.features.flatMap(({ properties }) => (wanted.has(properties.adcode) || wanted.has(prefectureOf(properties)) ? [properties.adcode] : []));
}

const dissolved = new WeakMap<Topology, Map<string, MultiPolygon | undefined>>();

/** The dissolved outline of some units: shared lines vanish. Undefined where none of the units is known. Made once for each set. */
export function dissolve(geometry: Pick<Geometry, 'topology' | 'counties'>, units: readonly string[]): MultiPolygon | undefined {
  const known = dissolved.get(geometry.topology) ?? new Map<string, MultiPolygon | undefined>();
  dissolved.set(geometry.topology, known);
  const key = units.join();
  if (known.has(key)) return known.get(key);
  const members = new Set(countiesOf(geometry, units));
  const areas = countyObjects(geometry.topology).geometries.filter((object) => members.has((object.properties as UnitProperties).adcode)) as UnitArea[];
  const outline = areas.length > 0 ? merge(geometry.topology, areas) : undefined;
  known.set(key, outline);
  return outline;
}

/** A unit's label point, WGS 84 degrees [lon, lat]. */
export function labelPoint({ unit }: Pick<Geometry, 'unit'>, adcode: string): [number, number] | undefined {
  const properties = unit.get(adcode)?.properties;
  return properties && [properties.labelLon, properties.labelLat];
}

/** Bounding box [west, south, east, north] in degrees, or undefined where there is nothing. */
export function boundsOf(features: readonly Feature<Outline>[]): [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) {
    for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      for (const [lon = NaN, lat = NaN] of polygon[0] ?? []) {
        west = Math.min(west, lon);
        east = Math.max(east, lon);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
    }
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/** Share of the largest part of an outline that a part must have to be more than an island of it. */
const ISLAND = 0.05;

/** Area of a ring, in squares of its own unit. */
export const ringSize = (ring: readonly Position[]): number =>
  Math.abs(ring.reduce((sum, [x = 0, y = 0], i) => sum + x * (ring[i + 1]?.[1] ?? y) - y * (ring[i + 1]?.[0] ?? x), 0)) / 2;

/** An outline without its islands, as far as they are small beside its largest part. */
export function mainland<O extends MultiPolygon | undefined>(outline: O): O {
  if (!outline) return outline;
  const sizes = outline.coordinates.map(([ring = []]) => ringSize(ring));
  const least = Math.max(...sizes) * ISLAND;
  return { ...outline, coordinates: outline.coordinates.filter((_, i) => (sizes[i] ?? 0) >= least) };
}
