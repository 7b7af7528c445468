import type { Geometry } from 'geojson';
import { parseDbf, parseShp } from 'shpjs';
import type { ImportRemark } from '../table/table';
import { detectEncoding } from './encoding';
import { featureRecords } from './feature-records';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { representativePoint } from './representative-point';
import { unpackAll } from './zip';
import type { ZipEntry } from './zip';

/** Code page of a .cpg file as the platform names it; dBASE's own mark (byte 29: 0x4d = 936); else by trial on the records. */
function encodingOf(cpg: string | undefined, dbf: Uint8Array): string {
  if (cpg && /936|gbk|gb ?2312|gb ?18030/i.test(cpg)) return 'gb18030';
  if (cpg && /utf-?8|65001/i.test(cpg)) return 'utf-8';
  const name = cpg?.trim() ?? '';
  try {
    if (name) return new TextDecoder(/^\d{4}$/.test(name) ? `windows-${name}` : name).encoding;
  } catch {
    // an unknown name: by trial
  }
  return dbf[29] === 0x4d ? 'gb18030' : detectEncoding([dbf.subarray(32, 1 << 20)]);
}

/** Open a zipped Shapefile: its largest layer. Projected coordinates are brought to longitude and latitude by the .prj file. @throws ImportRefused */
export async function openShapefile(file: Blob, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<Records> {
  const layers = entries.filter(({ name }) => /\.shp$/i.test(name) && !name.includes('__MACOSX')).sort((a, b) => b.unpacked - a.unpacked);
  const layer = layers[0];
  if (!layer) throw new ImportRefused('broken', { text: 'shapefile' });
  const base = layer.name.slice(0, -4).toLowerCase();
  const part = async (extension: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const entry = entries.find(({ name }) => name.toLowerCase() === base + extension);
    return entry && unpackAll(file, entry, signal);
  };
  const [shp, dbf, prj, cpg] = [await part('.shp'), await part('.dbf'), await part('.prj'), await part('.cpg')];
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  // China's usual projection under the name that proj4 knows it by
  const system = (text(prj)?.trim() ?? '').replace(/(PROJECTION\[")Gauss[ _]?Kr[uü]ger/i, '$1Transverse_Mercator');
  // geographic systems (WGS 84, CGCS2000) are degrees already: the datums differ by centimetres
  const projected = /^PROJC[RS]/i.test(system);
  try {
    const shapes = parseShp(shp as Uint8Array<ArrayBuffer>, projected ? system : undefined) as (Geometry | null)[];
    const encoding = dbf && encodingOf(text(cpg), dbf);
    const records = dbf ? (parseDbf(dbf, new TextEncoder().encode(encoding)) as Record<string, unknown>[]) : [];
    const remarks: ImportRemark[] = [];
    if (projected) remarks.push({ code: 'projected', count: shapes.length, detail: /"([^"]+)"/.exec(system)?.[1] ?? '' });
    if (layers.length > 1) {
      const others = layers.slice(1).map(({ name }) => name);
      remarks.push({ code: 'sheets-left-out', count: others.length, detail: others.join('、') });
    }
    if (shapes.length === 0) throw new ImportRefused('empty');
    // shpjs leaves coordinates as they are where it does not know the projection
    const placed = shapes.map(representativePoint).find((point) => point !== undefined);
    if (projected && placed && Math.abs(placed.position[0]) > 360)
      throw new ImportRefused('unsupported', { text: /"([^"]+)"/.exec(system)?.[1] ?? 'projection' });
    const features = shapes.map((geometry, i) => ({ properties: records[i] ?? null, geometry }));
    return featureRecords('shapefile', features, { geometry: true, bytes: file.size, remarks });
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused('broken', { text: error instanceof Error ? error.message.slice(0, 200) : 'shapefile' });
  }
}
