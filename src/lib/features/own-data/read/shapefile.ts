import type { Geometry } from 'geojson';
import { parseShp } from 'shpjs';
import { readSystem } from '../table/systems';
import type { ImportRemark } from '../table/table';
import { readDbf } from './dbf';
import { featureRecords } from './feature-records';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { unpackAll } from './zip';
import type { ZipEntry } from './zip';

/** Parts that a layer should have; without .shx nothing is lost here, but it is said that the file is not whole. */
const EXPECTED = ['.dbf', '.prj', '.shx'] as const;

const broken = (error: unknown) =>
  error instanceof ImportRefused ? error : new ImportRefused('broken', { text: error instanceof Error ? error.message.slice(0, 200) : 'shapefile' });

/** Open a zipped Shapefile: the layer asked for, else the largest; in folders or not. @throws ImportRefused */
export async function openShapefile(file: Blob, entries: readonly ZipEntry[], sheet?: string, signal?: AbortSignal): Promise<Records> {
  const own = entries.filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name));
  const layers = own.filter(({ name }) => /\.shp$/i.test(name)).sort((a, b) => b.unpacked - a.unpacked);
  const layer = layers.find(({ name }) => name.slice(0, -4) === sheet) ?? layers[0];
  if (!layer) throw new ImportRefused('broken', { text: 'shapefile' });
  const base = layer.name.slice(0, -4).toLowerCase();
  const find = (extension: string) => own.find(({ name }) => name.toLowerCase() === base + extension);
  const part = async (extension: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const entry = find(extension);
    return entry && unpackAll(file, entry, signal);
  };
  const [shp, dbf, prj, cpg] = [await part('.shp'), await part('.dbf'), await part('.prj'), await part('.cpg')];
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  const remarks: ImportRemark[] = [];
  const missing = EXPECTED.filter((extension) => !find(extension));
  if (missing.length > 0) remarks.push({ code: 'parts-missing', count: missing.length, detail: missing.join('  ') });
  const names = layers.map(({ name }) => name.slice(0, -4));
  const others = names.filter((name) => name !== layer.name.slice(0, -4));
  if (others.length > 0) remarks.push({ code: 'sheets-left-out', count: others.length, detail: others.join('、') });
  try {
    // coordinates as they stand: what they are of is told from the .prj and from where they would lie
    const shapes = parseShp(shp as Uint8Array<ArrayBuffer>) as (Geometry | null)[];
    if (shapes.length === 0) throw new ImportRefused('empty');
    const records = dbf ? readDbf(dbf, text(cpg)).records : [];
    const features = shapes.map((geometry, i) => ({ properties: records[i] ?? null, geometry }));
    const declared = prj && readSystem(text(prj) ?? '');
    return featureRecords('shapefile', features, { geometry: true, bytes: file.size, declared, remarks });
  } catch (error) {
    throw broken(error);
  }
}
