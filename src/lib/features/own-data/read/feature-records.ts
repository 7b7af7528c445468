import type { Geometry } from 'geojson';
import type { Declared } from '../table/systems';
import type { ImportRemark } from '../table/table';
import type { Cell } from './cell-row';
import type { ReadRow, Records } from './records';
import { representativePoint, StandsCount } from './representative-point';
import { MOST_COLUMNS } from './row-view';

/** A feature of any of the formats with geometry; `geometry` is absent where the file is a mere list of records. */
export type ReadFeature = Readonly<{ properties: Readonly<Record<string, unknown>> | null; geometry?: Geometry | null }>;

const BATCH = 4096;

/** A day, with the time where there is one: by the file's own clock, for days must not change with the reader's time zone. */
function dayOf(value: Date): string | null {
  if (Number.isNaN(value.getTime())) return null;
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

/** Bytes as hexadecimal digits, as PostGIS writes geometry. */
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A property as a cell; what has structure is written as JSON. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return dayOf(value);
  if (value instanceof Uint8Array) return hexOf(value);
  return typeof value === 'boolean'
    ? String(value).toUpperCase()
    : JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}

/** Names of all properties, in the order in which they first come. */
function keysOf(features: readonly ReadFeature[]): string[] {
  const keys = new Set<string>();
  for (const { properties } of features) for (const key in properties) keys.add(key);
  return [...keys];
}

/** Features as rows: one column per property; areas and lines are placed by one point. */
export function featureRecords(
  format: Records['format'],
  features: readonly ReadFeature[],
  {
    geometry: wanted,
    bytes,
    declared,
    remarks = [],
    sheets
  }: Readonly<{
    geometry: boolean;
    bytes: number;
    declared?: Declared | undefined;
    remarks?: readonly ImportRemark[];
    sheets?: Pick<Records, 'sheet' | 'sheets'>;
  }>
): Records {
  // where no feature has any geometry, other columns must say where the rows lie
  const geometry = wanted && features.some(({ geometry: shape }) => shape);
  const keys = keysOf(features);
  const header = keys.slice(0, MOST_COLUMNS);
  const found: ImportRemark[] = [...remarks];
  async function* batches() {
    const stands = new StandsCount();
    for (let from = 0; from < features.length; from += BATCH) {
      const rows: ReadRow[] = features.slice(from, from + BATCH).map(({ properties, geometry: shape }, i) => {
        // features of a file without any property are rows too, of one blank cell
        const cells = header.length > 0 ? header.map((key) => cellOf(properties?.[key])) : [null];
        const line = from + i + 1;
        if (!geometry) return { cells, line };
        const point = representativePoint(shape);
        stands.add(point);
        return { cells, line, position: point?.position ?? null };
      });
      yield { rows, done: Math.round((bytes * Math.min(features.length, from + BATCH)) / features.length) };
      // gives the worker a breath between batches
      await Promise.resolve();
    }
    found.push(...stands.remarks());
    if (keys.length > MOST_COLUMNS) found.push({ code: 'columns-left-out', count: keys.length - MOST_COLUMNS });
  }
  // a file of points without any property still has a column to show
  return { format, geometry, declared, ...sheets, rowsExpected: features.length, header: header.length > 0 ? header : ['1'], batches, remarks: () => found };
}
