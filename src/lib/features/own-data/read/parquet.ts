import { gunzipSync } from 'fflate';
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import type { Geometry } from 'geojson';
import type { ImportRemark } from '../table/table';
import { cellOf } from './feature-records';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { representativePoint } from './representative-point';
import { MOST_COLUMNS } from './row-view';

/** Rows decoded at a time. */
const BATCH = 16_384;
const GEOMETRIES = /^(?:Point|LineString|Polygon|Multi\w+|GeometryCollection)$/;
/** What hyparquet unpacks itself, and gzip by fflate, which is there anyway. */
const CODECS = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP']);

const asGeometry = (value: unknown): Geometry | undefined =>
  typeof value === 'object' && value !== null && 'type' in value && GEOMETRIES.test(String(value.type)) ? (value as Geometry) : undefined;

/** Open Parquet, GeoParquet too: only what is asked for is read, one stretch of rows after the other. @throws ImportRefused */
export async function openParquet(file: Blob, signal?: AbortSignal): Promise<Records> {
  const source = { byteLength: file.size, slice: (start: number, end?: number) => file.slice(start, end ?? file.size).arrayBuffer() };
  const broken = (error: unknown) =>
    error instanceof ImportRefused ? error : new ImportRefused('broken', { text: error instanceof Error ? error.message.slice(0, 200) : 'parquet' });
  const metadata = await parquetMetadataAsync(source).catch((error: unknown) => {
    throw broken(error);
  });
  const foreign = metadata.row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec ?? '')).find((codec) => !CODECS.has(codec));
  if (foreign) throw new ImportRefused('unsupported', { text: `parquet ${foreign.toLowerCase()}` });
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const geo = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const shape = geo === undefined ? undefined : primaryColumn(geo);
  const header = names.filter((name) => name !== shape).slice(0, MOST_COLUMNS);
  const total = Number(metadata.num_rows);
  // a footer that contradicts itself: rows would be left out unnoticed
  if (metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0) !== total) throw broken(new Error('num_rows'));
  if (total === 0) throw new ImportRefused('empty');
  const remarks: ImportRemark[] = [];
  async function* batches() {
    let [areas, lines] = [0, 0];
    for (let start = 0; start < total; start += BATCH) {
      signal?.throwIfAborted();
      const end = Math.min(total, start + BATCH);
      const columns = shape === undefined ? header : [...header, shape];
      const objects = await parquetReadObjects({
        file: source,
        metadata,
        columns,
        rowStart: start,
        rowEnd: end,
        compressors: { GZIP: (input) => gunzipSync(input) }
      }).catch((error: unknown) => {
        throw broken(error);
      });
      const rows = objects.map((object, i) => {
        const cells = header.map((name) => cellOf(object[name]));
        const line = start + i + 1;
        if (shape === undefined) return { cells, line };
        const point = representativePoint(asGeometry(object[shape]));
        if (point?.stands === 'area') areas++;
        if (point?.stands === 'line') lines++;
        return { cells, line, position: point?.position ?? null };
      });
      yield { rows, done: Math.round((file.size * end) / total) };
    }
    if (areas > 0) remarks.push({ code: 'areas-as-points', count: areas });
    if (lines > 0) remarks.push({ code: 'lines-as-points', count: lines });
    if (names.length > MOST_COLUMNS) remarks.push({ code: 'columns-left-out', count: names.length - MOST_COLUMNS });
  }
  return { format: 'parquet', header, geometry: shape !== undefined, rowsExpected: total, batches, remarks: () => remarks };
}

/** The geometry column that GeoParquet's metadata name. */
function primaryColumn(geo: string): string | undefined {
  try {
    const { primary_column } = JSON.parse(geo) as { primary_column?: unknown };
    return typeof primary_column === 'string' ? primary_column : undefined;
  } catch {
    return undefined;
  }
}
