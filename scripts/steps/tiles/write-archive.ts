import { closeSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { zxyToTileId } from 'pmtiles';
import { Compression, S2PMTilesWriter, TileType } from 's2-pmtiles';
import { FileWriter } from 's2-pmtiles/file';
import type { Database } from './postgres';

/** west, south, east, north; WGS 84 degrees */
export type Bbox = readonly [number, number, number, number];
export type Tile = readonly [z: number, x: number, y: number];

type Archive = Readonly<{
  /** tiles that hold something, in any order */
  tiles: readonly Tile[];
  bbox: Bbox;
  /** TileJSON's vector_layers and whatever else readers of the file should know */
  metadata: Readonly<Record<string, unknown>>;
}>;

/**
 * Have the database cut every tile, and write them as one PMTiles file, in the order that the format wants.
 * An older file is replaced only when the new one is whole. @returns tiles written
 */
export async function writeArchive(db: Database, file: string, { tiles, bbox, metadata }: Archive, onProgress: (text: string) => void): Promise<number> {
  const ordered = tiles.map((tile) => ({ id: zxyToTileId(...tile), tile })).sort((a, b) => a.id - b.id);
  await db.run('CREATE UNLOGGED TABLE wanted (place integer, z integer, x integer, y integer)');
  await db.copyIn('COPY wanted FROM STDIN', Readable.from(ordered.map(({ tile }, place) => `${[place, ...tile].join('\t')}\n`)));

  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  const writer = new S2PMTilesWriter(new FileWriter(unfinished), TileType.Pbf, Compression.Gzip);
  let [written, told] = [0, 0];
  for await (const line of db.lines("COPY (SELECT z, x, y, encode(points_tile(z, x, y), 'hex') FROM wanted ORDER BY place) TO STDOUT")) {
    const [z, x, y, hex = ''] = line.split('\t');
    await writer.writeTileXYZ(Number(z), Number(x), Number(y), Buffer.from(hex, 'hex'));
    const tenth = Math.floor((++written / tiles.length) * 10);
    if (tenth > told) onProgress(`cutting tiles ${tenth * 10} %`);
    told = tenth;
  }
  await writer.commit(metadata as never);
  completeHeader(unfinished, bbox);
  renameSync(unfinished, file);
  return written;
}

/**
 * Two things that the writer leaves wrong in the header (PMTiles 3, section 3): the length of the tile data, which it counts
 * with the leaf directories, and the bounds, without which readers believe that the file shows nothing.
 */
function completeHeader(file: string, [west, south, east, north]: Bbox): void {
  const handle = openSync(file, 'r+');
  const header = Buffer.alloc(127);
  readSync(handle, header, 0, header.length, 0);
  header.writeBigUInt64LE(header.readBigUInt64LE(40) - header.readBigUInt64LE(56), 64);
  const e7 = (degrees: number) => Math.round(degrees * 1e7);
  [west, south, east, north].forEach((edge, i) => header.writeInt32LE(e7(edge), 102 + 4 * i));
  header.writeUInt8(header.readUInt8(100), 118);
  [(west + east) / 2, (south + north) / 2].forEach((middle, i) => header.writeInt32LE(e7(middle), 119 + 4 * i));
  writeSync(handle, header, 0, header.length, 0);
  closeSync(handle);
}
