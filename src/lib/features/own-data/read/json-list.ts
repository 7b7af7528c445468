import type { Geometry, Position } from 'geojson';
import { readSystem } from '../table/systems';
import type { Declared } from '../table/systems';
import type { ReadFeature } from './feature-records';

/* What a JSON document holds, whatever stands around it: GeoJSON, Esri JSON, or a list of records inside an answer of a service. */

export type Loose = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const GEOMETRIES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);
/** Whether a value is a geometry of GeoJSON by its name. */
export const isGeometry = (value: unknown): value is Geometry => isObject(value) && GEOMETRIES.has(String(value.type));

export type JsonList =
  | Readonly<{ kind: 'features' | 'records'; features: readonly ReadFeature[]; declared?: Declared | undefined }>
  | Readonly<{ kind: 'rows'; rows: readonly (readonly unknown[])[] }>;

/** Answers of services hold their rows so many levels down at most. */
const DEEPEST = 5;

function asFeature(value: unknown): ReadFeature {
  if (isGeometry(value)) return { properties: null, geometry: value };
  if (!isObject(value)) return { properties: null, geometry: null };
  const { id, properties, geometry } = value;
  return { properties: { ...(id === undefined ? {} : { id }), ...(isObject(properties) ? properties : {}) }, geometry: isGeometry(geometry) ? geometry : null };
}

/** {location: {lng, lat}} → location.lng, location.lat, so that what is inside can be a column; geometry and longer lists stay whole. */
function flat(record: Loose, under = ''): Loose {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    const name = under + key;
    if (isObject(value) && !isGeometry(value) && under.split('.').length < 3) entries.push(...Object.entries(flat(value, `${name}.`)));
    else entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/** Rings of Esri's areas: clockwise ones are areas, the others are holes in the one that holds them. */
function ringsToGeometry(rings: readonly Position[][]): Geometry {
  const area = (ring: readonly Position[]) => ring.reduce((sum, [x = 0, y = 0], i) => sum + ((ring[i - 1]?.[0] ?? x) - x) * ((ring[i - 1]?.[1] ?? y) + y), 0);
  const outer = rings.filter((ring) => area(ring) <= 0);
  if (rings.length < 2 || outer.length === 0) return { type: 'Polygon', coordinates: [...rings] };
  const boxed = outer.map((ring) => ({ polygon: [ring], xs: ring.map(([x = NaN]) => x), ys: ring.map(([, y = NaN]) => y) }));
  for (const hole of rings.filter((ring) => area(ring) > 0)) {
    const [x = NaN, y = NaN] = hole[0] ?? [];
    const holder = boxed.find(({ xs, ys }) => x >= Math.min(...xs) && x <= Math.max(...xs) && y >= Math.min(...ys) && y <= Math.max(...ys));
    holder?.polygon.push(hole);
  }
  return { type: 'MultiPolygon', coordinates: boxed.map(({ polygon }) => polygon) };
}

function esriGeometry(value: unknown): Geometry | null {
  if (!isObject(value)) return null;
  const { x, y, points, paths, rings } = value;
  if (typeof x === 'number' && typeof y === 'number') return { type: 'Point', coordinates: [x, y] };
  if (Array.isArray(points)) return { type: 'MultiPoint', coordinates: points as Position[] };
  if (Array.isArray(paths)) return { type: 'MultiLineString', coordinates: paths as Position[][] };
  return Array.isArray(rings) && rings.length > 0 ? ringsToGeometry(rings as Position[][]) : null;
}

/** ArcGIS's own JSON: attributes under their field's alias, dates as days, names for coded values. */
function esriList(root: Loose, list: readonly Loose[]): JsonList {
  const fields = new Map<string, { name: string; date: boolean; names: Map<unknown, unknown> }>();
  const used = new Set<string>();
  for (const field of Array.isArray(root.fields) ? root.fields.filter(isObject) : []) {
    const alias = String(field.alias ?? '').trim();
    const name = alias && !used.has(alias) ? alias : String(field.name);
    used.add(name);
    const coded = isObject(field.domain) && Array.isArray(field.domain.codedValues) ? field.domain.codedValues.filter(isObject) : [];
    fields.set(String(field.name), { name, date: field.type === 'esriFieldTypeDate', names: new Map(coded.map(({ code, name: text }) => [code, text])) });
  }
  const cell = (key: string, value: unknown) => {
    const field = fields.get(key);
    if (field?.date && typeof value === 'number') return new Date(value);
    return field?.names.get(value) ?? value;
  };
  const features = list.map(({ attributes, geometry }): ReadFeature => ({
    properties: isObject(attributes)
      ? Object.fromEntries(Object.entries(attributes).map(([key, value]) => [fields.get(key)?.name ?? key, cell(key, value)]))
      : null,
    geometry: esriGeometry(geometry)
  }));
  const own = list.map(({ geometry }) => (isObject(geometry) ? geometry.spatialReference : undefined)).find(isObject);
  const reference = isObject(root.spatialReference) ? root.spatialReference : own;
  const named = reference && (reference.latestWkid ?? reference.wkid ?? reference.wkt);
  return { kind: 'features', features, declared: named === undefined ? undefined : readSystem(String(named)) };
}

/** GeoJSON of 2008 could name a coordinate system, and many programs still do. */
function declaredBy({ crs }: Loose): Declared | undefined {
  const name = isObject(crs) && isObject(crs.properties) ? String(crs.properties.name ?? crs.properties.code ?? '') : '';
  return name === '' ? undefined : readSystem(name);
}

function asList(value: unknown): JsonList | undefined {
  if (Array.isArray(value)) {
    const list = value as unknown[];
    if (list.some((entry) => isObject(entry) && (entry.type === 'Feature' || isGeometry(entry)))) return { kind: 'features', features: list.map(asFeature) };
    if (list.length > 1 && list.every((entry) => Array.isArray(entry) && entry.every((cell) => !isObject(cell) && !Array.isArray(cell))))
      return { kind: 'rows', rows: list as unknown[][] };
    const records = list.filter(isObject);
    if (records.length === 0) return undefined;
    const esri = records.some(({ attributes, geometry }) => isObject(attributes) && (geometry === undefined || isObject(geometry)));
    return esri ? esriList({}, records) : { kind: 'records', features: list.map((entry) => ({ properties: isObject(entry) ? flat(entry) : null })) };
  }
  if (!isObject(value)) return undefined;
  if (value.type === 'Feature' || isGeometry(value)) return { kind: 'features', features: [asFeature(value)], declared: declaredBy(value) };
  if (!Array.isArray(value.features)) return undefined;
  const features = value.features as unknown[];
  if (features.some((entry) => isObject(entry) && isObject(entry.attributes))) return esriList(value, features.filter(isObject));
  return value.type === 'FeatureCollection' || features.some((entry) => isObject(entry) && entry.type === 'Feature')
    ? { kind: 'features', features: features.map(asFeature), declared: declaredBy(value) }
    : undefined;
}

const sizeOf = (list: JsonList) => (list.kind === 'rows' ? list.rows.length : list.features.length);

/** The rows of a document: its own, or the longest list inside it; undefined where there is none. */
export function listIn(root: unknown): JsonList | undefined {
  const own = asList(root);
  if (own || !isObject(root)) return own;
  // a table by columns: {"columns": […], "data": [[…]]}
  if (Array.isArray(root.columns) && Array.isArray(root.data) && root.data.every(Array.isArray))
    return { kind: 'rows', rows: [root.columns, ...root.data] as unknown[][] };
  let best: JsonList | undefined;
  const look = (value: Loose, depth: number) => {
    for (const inner of Object.values(value)) {
      const found = asList(inner);
      if (found && (!best || sizeOf(found) > sizeOf(best))) best = found;
      if (!found && isObject(inner) && depth < DEEPEST) look(inner, depth + 1);
    }
  };
  look(root, 1);
  return best;
}
