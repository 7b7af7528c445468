import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import type { Geometry } from 'geojson';
import { readProjjson, readSystem } from '../table/systems';
import type { Declared } from '../table/systems';
import type { ImportRemark } from '../table/table';
import { cellOf } from './feature-records';
import type { Records } from './records';
import { checkFooter, checkSchema, ParquetCheck } from './parquet-check';
import { GUNZIP } from './parquet-pages';
import { ImportRefused } from './refusal';
import { representativePoint, StandsCount } from './representative-point';
import { MOST_COLUMNS } from './row-view';

/** Rows decoded at a time. */
const BATCH = 16_384;
const GEOMETRIES = /^(?:Point|LineString|Polygon|Multi\w+|GeometryCollection)$/;
/** What hyparquet unpacks itself, and gzip by fflate, which is there anyway. */
const CODECS = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP']);

/** Geometry as the decoder gives it; of GeoArrow's plain points their two numbers. */
function asGeometry(value: unknown): Geometry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('type' in value && GEOMETRIES.test(String(value.type))) return value as Geometry;
  return 'x' in value && 'y' in value ? { type: 'Point', coordinates: [Number(value.x), Number(value.y)] } : undefined;
}

/** Open Parquet, GeoParquet too: only what is asked for is read, one stretch of rows after the other. @throws ImportRefused */
export async function openParquet(file: Blob, signal?: AbortSignal): Promise<Records> {
  const source = { byteLength: file.size, slice: (start: number, end?: number) => file.slice(start, end ?? file.size).arrayBuffer() };
  const metadata = await orBroken(async () => {
    await checkFooter(file);
    // marking the columns of geometry goes through the schema, and it may lead nowhere
    checkSchema(await parquetMetadataAsync(source, { geoparquet: false }));
    return parquetMetadataAsync(source);
  });
  const foreign = metadata.row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec ?? '')).find((codec) => !CODECS.has(codec));
  if (foreign) throw new ImportRefused('unsupported', { text: `parquet ${foreign.toLowerCase()}` });
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const geo = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const elements = new Map(parquetSchema(metadata).children.map(({ element }) => [element.name, element]));
  const logical = (name: string) => elements.get(name)?.logical_type;
  const primary = geo === undefined ? undefined : primaryColumn(geo);
  const shape = primary?.name ?? names.find((name) => /^GEO(?:METRY|GRAPHY)$/.test(logical(name)?.type ?? ''));
  const declared = primary ? primary.declared : shape === undefined ? undefined : crsOf(logical(shape));
  const header = names.filter((name) => name !== shape).slice(0, MOST_COLUMNS);
  const total = Number(metadata.num_rows);
  const check = new ParquetCheck(file, metadata);
  if (total === 0) throw new ImportRefused('empty');
  const instants = new Set(names.filter((name) => isInstant(logical(name))));
  const remarks: ImportRemark[] = [];
  async function* batches() {
    const stands = new StandsCount();
    for (let start = 0; start < total; start += BATCH) {
      signal?.throwIfAborted();
      const end = Math.min(total, start + BATCH);
      const columns = shape === undefined ? header : [...header, shape];
      const objects = await orBroken(async () => {
        let found: Record<string, unknown>[] | undefined;
        for (const group of await check.rows(start, end, columns, signal)) {
          const some = await parquetReadObjects({ file: source, metadata, columns: group, rowStart: start, rowEnd: end, compressors: { GZIP: GUNZIP } });
          found = found?.map((row, i) => ({ ...row, ...some[i] })) ?? some;
        }
        return found ?? [];
      });
      const rows = objects.map((object, i) => {
        const cells = header.map((name) => cellOf(instants.has(name) ? inChina(object[name]) : object[name]));
        const line = start + i + 1;
        if (shape === undefined) return { cells, line };
        const point = representativePoint(asGeometry(object[shape]));
        stands.add(point);
        return { cells, line, position: point?.position ?? null };
      });
      yield { rows, done: Math.round((file.size * end) / total) };
    }
    remarks.push(...stands.remarks());
    if (names.length > MOST_COLUMNS) remarks.push({ code: 'columns-left-out', count: names.length - MOST_COLUMNS });
  }
  return { format: 'parquet', header, geometry: shape !== undefined, declared, rowsExpected: total, batches, remarks: () => remarks };
}

/** @throws ImportRefused whatever goes wrong, but for a signal's reason */
async function orBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportRefused || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw new ImportRefused('broken', { text: error instanceof Error ? error.message.slice(0, 200) : 'parquet' });
  }
}

type Logical = NonNullable<ReturnType<typeof parquetSchema>['element']['logical_type']>;

/** Moments on the world's clock, not days or times as written. */
const isInstant = (type: Logical | undefined): boolean => type?.type === 'TIMESTAMP' && type.isAdjustedToUTC;
const CHINA_HOURS = 8;
/** A moment as clocks in China show it, wherever the reader is: these are tables of Chinese offices, and the country has one time. */
const inChina = (value: unknown): unknown => (value instanceof Date ? new Date(value.getTime() + CHINA_HOURS * 3_600_000) : value);

/** The system of a column of Parquet's own geometry type; longitude and latitude where none is named. */
function crsOf(type: Logical | undefined): Declared | undefined {
  const crs = type && 'crs' in type ? type.crs : undefined;
  return crs === undefined ? undefined : readSystem(crs.replace(/^srid:/i, 'EPSG:'));
}

/** The geometry column that GeoParquet's metadata name, and its system. */
function primaryColumn(geo: string): { name: string; declared: Declared } | undefined {
  try {
    const { primary_column: name, columns } = JSON.parse(geo) as { primary_column?: unknown; columns?: Record<string, { crs?: unknown }> };
    return typeof name === 'string' ? { name, declared: readProjjson(columns?.[name]?.crs) } : undefined;
  } catch {
    return undefined;
  }
}
