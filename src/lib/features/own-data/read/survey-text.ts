import type { Position } from 'geojson';
import { gaussId, geodeticOf, meridianOfZone } from '../table/systems';
import type { Declared } from '../table/systems';
import { readText } from './documents';
import { featureRecords } from './feature-records';
import type { ReadFeature } from './feature-records';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { fieldsOf, linesOf, NUMBER, pointOf } from './survey-kind';

/* Reading the texts of surveyors: see survey-kind.ts. */

function openPoints(text: string, bytes: number): Records {
  const lines = linesOf(text);
  const points = lines.map(pointOf);
  const there = points.filter((point) => point !== undefined);
  const start = points.findIndex((point) => point !== undefined);
  const [coded, high] = [there.some(({ code }) => code !== ''), there.some(({ height }) => height !== undefined)];
  const header = ['点号', ...(coded ? ['编码'] : []), 'X', 'Y', ...(high ? ['H'] : [])];
  const rows = lines.flatMap((line, i) => {
    const point = points[i];
    if (point) return [{ cells: [point.name, ...(coded ? [point.code] : []), point.x, point.y, ...(high ? [point.height ?? null] : [])], line: i + 1 }];
    // what is no point is a row that cannot be placed, but for what stands above
    return i < start || line.trim() === '' ? [] : [{ cells: [line.trim()], line: i + 1 }];
  });
  async function* batches() {
    await Promise.resolve();
    yield { rows, done: bytes };
  }
  const remarks = [{ code: 'northing-as-x' as const, count: there.length }];
  return { format: 'survey', geometry: false, header, rowsExpected: rows.length, batches, remarks: () => remarks };
}

type Parcel = { properties: Record<string, unknown>; kind: string; rings: Map<string, Position[]>; said: number };

/** Names of what stands before the @ of a parcel, in the order of the form. */
const FIELDS = ['界址点数', '地块面积', '地块编号', '地块名称', '图形属性', '图幅号', '地块用途', '地类编码'] as const;

/** Geometry of a parcel: its rings by their numbers; of lines and points as it says. */
function shapeOf({ kind, rings }: Parcel): ReadFeature['geometry'] {
  const parts = [...rings.values()].filter((ring) => ring.length > 0);
  const [first] = parts;
  if (!first) return null;
  if (kind === '点') return first.length === 1 ? { type: 'Point', coordinates: first[0] as Position } : { type: 'MultiPoint', coordinates: parts.flat() };
  if (kind === '线') return { type: 'MultiLineString', coordinates: parts };
  const closed = parts.map((ring) => {
    const [start, end] = [ring[0] as Position, ring.at(-1) as Position];
    return start[0] === end[0] && start[1] === end[1] ? ring : [...ring, start];
  });
  return { type: 'Polygon', coordinates: closed };
}

/** What the head of such a file says of its system: geodetic system, width of the belts, number of the belt. */
function systemOf(head: ReadonlyMap<string, string>, parcels: readonly Parcel[]): Declared | undefined {
  const name = head.get('坐标系') ?? '';
  const geodetic = geodeticOf(name) ?? (/^80|80国家/.test(name) ? 'xian80' : /^54|北京/.test(name) ? 'beijing54' : /2000/.test(name) ? 'cgcs2000' : undefined);
  const zone = Number(/\d+/.exec(head.get('带号') ?? '')?.[0] ?? NaN);
  const meridian = meridianOfZone(zone);
  if (!geodetic || meridian === undefined) return undefined;
  const first = [...(parcels[0]?.rings.values() ?? [])][0]?.[0];
  const id = gaussId(geodetic, meridian, zone >= 25 ? 3 : 6, Math.max(first?.[0] ?? 0, first?.[1] ?? 0) >= 1e7);
  return id === undefined ? undefined : { kind: 'plane', id };
}

function openParcels(text: string, bytes: number): Records {
  const head = new Map<string, string>();
  const parcels: Parcel[] = [];
  for (const line of linesOf(text)) {
    const trimmed = line.trim();
    const said = /^([^=,]+)=(.*)$/.exec(trimmed);
    if (said) head.set((said[1] ?? '').trim(), (said[2] ?? '').trim());
    else if (/@$/.test(trimmed)) {
      const fields = trimmed.slice(0, -1).split(/[,，]/);
      const properties = Object.fromEntries(FIELDS.map((name, i) => [name, fields[i]?.trim() || null]));
      parcels.push({ properties, kind: fields[4]?.trim() ?? '', rings: new Map(), said: Number(fields[0]) });
    } else if (trimmed !== '' && !trimmed.startsWith('[')) {
      const [, ring = '', x = '', y = ''] = fieldsOf(trimmed);
      const parcel = parcels.at(-1);
      if (!parcel || !NUMBER.test(x) || !NUMBER.test(y)) throw new ImportRefused('broken', { text: trimmed.slice(0, 40) });
      const points = parcel.rings.get(ring) ?? [];
      points.push([Number(y), Number(x)]);
      parcel.rings.set(ring, points);
    }
  }
  // points that are missing would move the parcel unnoticed
  const short = parcels.find(({ said, rings }) => said > 0 && [...rings.values()].reduce((sum, ring) => sum + ring.length, 0) < said);
  if (parcels.length === 0 || short) throw new ImportRefused('broken', { text: String(short?.properties.地块编号 ?? 'TXT') });
  const features = parcels.map((parcel) => ({ properties: parcel.properties, geometry: shapeOf(parcel) }));
  return featureRecords('survey', features, { geometry: true, bytes, declared: systemOf(head, parcels) });
}

/** Open such a text. @throws ImportRefused */
export async function openSurvey(file: Blob): Promise<Records> {
  const text = await readText(file);
  return /^\s*\[/.test(text) ? openParcels(text, file.size) : openPoints(text, file.size);
}
