import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { ImportRemark } from '../table/table';
import { readText } from './documents';
import { cellOf, featureRecords } from './feature-records';
import { isObject, listIn } from './json-list';
import type { Loose } from './json-list';
import { parseJson, parseJsonLines } from './json-text';
import type { ReadJson } from './json-text';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { MOST_COLUMNS } from './row-view';

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

const noNumbers = (count: number): ImportRemark[] => (count > 0 ? [{ code: 'no-numbers', count }] : []);

/** TopoJSON as the features of its first object. */
function untangle(root: Loose): unknown {
  const { objects } = root;
  const [first] = isObject(objects) ? Object.values(objects) : [];
  if (!isObject(first)) throw new ImportRefused('empty', { text: 'topojson' });
  try {
    return feature(root as unknown as Topology, first as unknown as GeometryObject);
  } catch (error) {
    throw new ImportRefused('broken', { text: error instanceof Error ? error.message.slice(0, 200) : 'topojson' });
  }
}

/** A list of lists: a table, whose header is one of its rows. */
function tableRecords(rows: readonly (readonly unknown[])[], bytes: number, remarks: ImportRemark[]): Records {
  async function* batches() {
    yield { rows: rows.map((cells, i) => ({ cells: cells.slice(0, MOST_COLUMNS).map(cellOf), line: i + 1 })), done: bytes };
    await Promise.resolve();
  }
  return { format: 'geojson', geometry: false, rowsExpected: rows.length, batches, remarks: () => remarks };
}

/**
 * Open JSON: GeoJSON (a collection, one feature, one geometry, a list, features by lines), Esri's, TopoJSON, a list of records or of rows,
 * or one of these inside a service's answer.
 * @throws ImportRefused
 */
export async function openGeojson(file: Blob): Promise<Records> {
  const { value, blanks } = parse(await readText(file));
  const root = isObject(value) && value.type === 'Topology' ? untangle(value) : value;
  const list = listIn(root);
  const remarks = noNumbers(blanks);
  if (!list) {
    const none = Array.isArray(root) ? root.length === 0 : isObject(root) && Array.isArray(root.features) && root.features.length === 0;
    throw new ImportRefused(none ? 'empty' : Array.isArray(root) ? 'broken' : 'unsupported', { text: 'json' });
  }
  if (list.kind === 'rows') return tableRecords(list.rows, file.size, remarks);
  if (list.features.length === 0) throw new ImportRefused('empty', { text: 'json' });
  return featureRecords('geojson', list.features, { geometry: list.kind === 'features', bytes: file.size, declared: list.declared, remarks });
}
