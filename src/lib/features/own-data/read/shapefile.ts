import type { Geometry } from 'geojson';
import { parseShp } from 'shpjs';
import { readSystem } from '../table/systems';
import type { ImportRemark } from '../table/table';
import type { SheetInfo } from '../table/guess';
import { readDbf, readDbfHead } from './dbf';
import { featureRecords } from './feature-records';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { unpack, unpackAll } from './zip';
import type { ZipEntry } from './zip';

/** Parts that a layer should have; without .shx nothing is lost here, but it is said that the file is not whole. */
const EXPECTED = ['.dbf', '.prj', '.shx'] as const;

const broken = (error: unknown) =>
  error instanceof ImportRefused ? error : new ImportRefused('broken', { text: error instanceof Error ? error.message.slice(0, 200) : 'shapefile' });

type Layer = Readonly<{ name: string; rows: number; fields: readonly string[]; prj: string }>;
/** Layers that are looked into, so that the reader can choose: of further ones the size is not known. */
const MOST_LOOKED_INTO = 24;

/** The layers of an archive as sheets: two with the same fields and the same system can be read as one. */
async function infoOf(file: Blob, own: readonly ZipEntry[], names: readonly string[], chosen: string, signal?: AbortSignal): Promise<readonly SheetInfo[]> {
  const find = (name: string, extension: string) => own.find((entry) => entry.name.toLowerCase() === `${name.toLowerCase()}${extension}`);
  const layers: Layer[] = [];
  for (const [i, name] of names.entries()) {
    const [dbf, prj, shp] = [find(name, '.dbf'), find(name, '.prj'), find(name, '.shp')];
    const look = i < MOST_LOOKED_INTO || name === chosen;
    const { rows, names: fields } = look && dbf ? readDbfHead(await beginning(file, dbf, signal)) : { rows: shp && shp.unpacked > 100 ? 1 : 0, names: [] };
    layers.push({ name, rows, fields, prj: look && prj ? new TextDecoder().decode(await unpackAll(file, prj, signal)).trim() : '' });
  }
  const taken = layers.find(({ name }) => name === chosen);
  const agrees = ({ name, rows, fields, prj }: Layer) =>
    name === chosen || (rows > 0 && fields.length > 0 && prj === taken?.prj && fields.join('\n') === taken.fields.join('\n'));
  return layers.map((one) => ({ name: one.name, rows: one.rows, columns: one.fields.length, hidden: false, agrees: agrees(one) }));
}

/** The first bytes of a part. */
async function beginning(file: Blob, entry: ZipEntry, signal?: AbortSignal): Promise<Uint8Array> {
  for await (const chunk of unpack(file, entry, signal)) return chunk;
  return new Uint8Array();
}

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
  const chosen = layer.name.slice(0, -4);
  const sheets = names.length > 1 ? { sheet: chosen, sheets: await infoOf(file, own, names, chosen, signal) } : {};
  try {
    // coordinates as they stand: what they are of is told from the .prj and from where they would lie
    const shapes = parseShp(shp as Uint8Array<ArrayBuffer>) as (Geometry | null)[];
    if (shapes.length === 0) throw new ImportRefused('empty');
    const records = dbf ? readDbf(dbf, text(cpg)).records : [];
    const features = shapes.map((geometry, i) => ({ properties: records[i] ?? null, geometry }));
    const declared = prj && readSystem(text(prj) ?? '');
    return featureRecords('shapefile', features, { geometry: true, bytes: file.size, declared, remarks, sheets });
  } catch (error) {
    throw broken(error);
  }
}
