import type { Geometry } from 'geojson';
import type { ImportRemark } from '../table/table';
import { readText } from './documents';
import { featureRecords } from './feature-records';
import type { ReadFeature } from './feature-records';
import { parseJson, parseJsonLines } from './json-text';
import type { ReadJson } from './json-text';
import type { Records } from './records';
import { ImportRefused } from './refusal';

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const GEOMETRIES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);
const isGeometry = (value: unknown): value is Geometry => isObject(value) && GEOMETRIES.has(String(value.type));

function asFeature(value: unknown): ReadFeature {
  if (isGeometry(value)) return { properties: null, geometry: value };
  if (!isObject(value)) return { properties: null, geometry: null };
  const { id, properties, geometry } = value;
  return { properties: { ...(id === undefined ? {} : { id }), ...(isObject(properties) ? properties : {}) }, geometry: isGeometry(geometry) ? geometry : null };
}

function parse(text: string): ReadJson {
  try {
    return parseJson(text);
  } catch {
    // one feature or record a line (GeoJSON text sequence, NDJSON)
    try {
      return parseJsonLines(text);
    } catch (error) {
      throw new ImportRefused('broken', { text: error instanceof Error ? error.message.slice(0, 200) : 'json' });
    }
  }
}

/** A coordinate system that the file names and that is not longitude and latitude (GeoJSON of 2008 could). */
function foreignCrs(root: Loose): ImportRemark[] {
  const crs = root.crs;
  const name = isObject(crs) && isObject(crs.properties) ? String(crs.properties.name ?? '') : '';
  return name === '' || /CRS84|4326|4490/i.test(name) ? [] : [{ code: 'projected', count: 1, detail: name.slice(0, 100) }];
}

const noNumbers = (count: number): ImportRemark[] => (count > 0 ? [{ code: 'no-numbers', count }] : []);

/** Open GeoJSON: a collection, one feature, one geometry, a list of features, features by lines; also a list of plain records. @throws ImportRefused */
export async function openGeojson(file: Blob): Promise<Records> {
  const { value: root, blanks } = parse(await readText(file));
  const list = Array.isArray(root) ? (root as unknown[]) : isObject(root) && Array.isArray(root.features) ? (root.features as unknown[]) : [root];
  const first = list.find(isObject);
  if (!first) throw new ImportRefused(list.length === 0 ? 'empty' : 'broken', { text: 'json' });
  const geographic = list.some((value) => isObject(value) && (value.type === 'Feature' || isGeometry(value)));
  if (!geographic && !Array.isArray(root)) {
    throw new ImportRefused(isObject(root) && root.type === 'FeatureCollection' ? 'empty' : 'unsupported', {
      text: isObject(root) && root.type === 'Topology' ? 'topojson' : 'json'
    });
  }
  const features = geographic ? list.map(asFeature) : list.map((value): ReadFeature => ({ properties: isObject(value) ? value : null }));
  return featureRecords('geojson', features, {
    geometry: geographic,
    bytes: file.size,
    remarks: [...(isObject(root) ? foreignCrs(root) : []), ...noNumbers(blanks)]
  });
}
