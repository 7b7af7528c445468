import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import type { VectorTileLayer } from '@mapbox/vector-tile';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { FeatureCollection, Polygon } from 'geojson';
import { PbfReader } from 'pbf';
import { PMTiles, tileIdToZxy } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTiles } from '../../scripts/steps/tiles/build-tiles';
import type { TilesMetadata } from '../../scripts/steps/tiles/build-tiles';
import type { Database } from '../../scripts/steps/tiles/postgres';
import { tiledLayers } from '#lib/map/layers/tiled-points';
import { tokensFromCss } from '../unit/map/layers/fixtures';
import { FIXTURE, FIXTURE_POINTS, fixturePoints, noPostgis, startAtlasDatabase } from './atlas-database';
import { serveTiles } from './serve-tiles';
import type { TileServer } from './serve-tiles';

/** A reader of a file on this disk. */
async function openArchive(file: string): Promise<PMTiles> {
  const handle = await open(file);
  return new PMTiles({
    getKey: () => file,
    getBytes: async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return { data: new Uint8Array(buffer.subarray(0, bytesRead)).buffer };
    }
  });
}

const layersOf = (data: ArrayBuffer | Uint8Array): Record<string, VectorTileLayer> => new VectorTile(new PbfReader(new Uint8Array(data))).layers;
const featuresOf = (layer: VectorTileLayer | undefined) => Array.from({ length: layer?.length ?? 0 }, (_, i) => layer?.feature(i));

/** Every tile of an archive down to a zoom, by “z/x/y”. */
async function tilesOf(archive: PMTiles, box: readonly [number, number, number, number], deepest: number): Promise<Map<string, Uint8Array>> {
  const tiles = new Map<string, Uint8Array>();
  const world = (lon: number, lat: number) => [(lon + 180) / 360, (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2] as const;
  const [west, north] = world(box[0], box[3]);
  const [east, south] = world(box[2], box[1]);
  for (let z = 0; z <= deepest; z++) {
    for (let x = Math.floor(west * 2 ** z); x <= Math.floor(east * 2 ** z); x++) {
      for (let y = Math.floor(north * 2 ** z); y <= Math.floor(south * 2 ** z); y++) {
        const tile = await archive.getZxy(z, x, y);
        if (tile) tiles.set(`${z}/${x}/${y}`, new Uint8Array(tile.data));
      }
    }
  }
  return tiles;
}

// the names of skipped tests are not printed by default
if (noPostgis) console.warn(`tests/postgis is skipped: ${noPostgis}`);
describe.skipIf(noPostgis)(`tiles by PostGIS${noPostgis ? `: skipped, ${noPostgis}` : ''}`, () => {
  let dir: string;
  let csv: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'tiles-test-'));
    csv = await fixturePoints();
  }, 60_000);
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
    rmSync(csv, { force: true });
  });

  describe('the file', () => {
    let metadata: TilesMetadata;
    let built: Map<string, Uint8Array>;
    beforeAll(async () => {
      metadata = await buildTiles({ file: csv, out: dir });
      built = await tilesOf(await openArchive(join(dir, metadata.tiles)), metadata.bbox, 11);
    }, 60_000);

    test('says what it holds', async () => {
      const header = await (await openArchive(join(dir, metadata.tiles))).getHeader();
      expect(header).toMatchObject({ minZoom: 0, maxZoom: 11, clustered: true, numAddressedTiles: built.size, tileDataOffset: 98_304 });
      expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([...metadata.bbox]);
      expect(header.tileDataLength).toBe(header.leafDirectoryOffset! - header.tileDataOffset);
      expect(metadata).toMatchObject({ points: FIXTURE_POINTS, rejected: 0, datum: 'WGS 84', levels: { detailZoom: 11, tiles: built.size } });
      expect(metadata.columns).toEqual([
        { name: 'name', type: 'text' },
        { name: 'kind', type: 'text' },
        { name: 'output', type: 'number' }
      ]);
      expect(metadata.built.with).toMatch(/^PostgreSQL \d+.*PostGIS \d/);
      expect(tileIdToZxy(0)).toEqual([0, 0, 0]);
    });

    test('counts every point at every zoom', () => {
      const counts = new Map<string, number>();
      for (const [name, data] of built) {
        const z = name.split('/')[0] ?? '';
        const { cells, points } = layersOf(data);
        const inCells = featuresOf(cells).reduce((sum, feature) => sum + Number(feature?.properties.n), 0);
        counts.set(z, (counts.get(z) ?? 0) + inCells + (points?.length ?? 0));
        expect(Boolean(points)).toBe(z === '11');
      }
      expect([...counts.values()]).toEqual(Array.from({ length: 12 }, () => FIXTURE_POINTS));
    });

    test('comes out the same as when it was made for the browser tests', async () => {
      const kept = await tilesOf(await openArchive(FIXTURE), metadata.bbox, 11);
      expect([...built.keys()].sort()).toEqual([...kept.keys()].sort());
      expect([...built].filter(([name, data]) => Buffer.compare(data, kept.get(name) ?? new Uint8Array()) !== 0).map(([name]) => name)).toEqual([]);
    });
  });

  test('a file with bad rows is refused with line and rule, or built without them', async () => {
    const file = join(dir, 'bad.csv');
    writeFileSync(file, '名称,经度,纬度\n甲,120.1,30.1\n乙,30.2,120.2\n丙,,30\n丁,abc,30\n"戊\n",120.3,30.3\n己,200,30\n');
    const refused = await buildTiles({ file, out: dir }).catch((error: unknown) => String(error));
    expect(refused).toContain(`${file}:3: latitude is beyond ±90: are longitude and latitude swapped?`);
    expect(refused).toContain(`${file}:4: has no position`);
    expect(refused).toContain(`${file}:5: longitude is not a number`);
    expect(refused).toContain('longitude is beyond ±180');
    const metadata = await buildTiles({ file, out: dir, skipBad: true });
    expect(metadata).toMatchObject({ points: 2, rejected: 4 });
    expect(readFileSync(join(dir, 'bad.rejected.csv'), 'utf8').split('\n').slice(0, 2)).toEqual([
      '"line","rule","名称","经度","纬度"',
      '3,latitude is beyond ±90: are longitude and latitude swapped?,乙,30.2,120.2'
    ]);

    writeFileSync(file, 'lon,lat\n120,30\n120,30,1\n');
    await expect(buildTiles({ file, out: dir })).rejects.toThrow(`${file}:3: has more fields than the 2 of the header`);
  }, 60_000);

  describe('the database itself', () => {
    let db: Database;
    let server: TileServer | undefined;
    const tile = async (path: string) => layersOf(await (await fetch(`${server?.address}${path}`)).arrayBuffer());
    beforeAll(async () => {
      db = await startAtlasDatabase(csv);
      server = await serveTiles(db);
    }, 60_000);
    afterAll(async () => {
      await server?.close();
      await db?.stop();
    });

    test('serves the tiles of the file, with the zones added, in the layers that the map draws', async () => {
      const drawn = new Set(tiledLayers(tokensFromCss('light')).map((layer) => 'source-layer' in layer && layer['source-layer']));
      const seen = new Set<string>();
      const archive = await openArchive(FIXTURE);
      for (const [z, x, y] of [
        [7, 106, 52],
        [11, 1709, 842]
      ] as const) {
        const { zones, ...layers } = await tile(`/atlas/${z}/${x}/${y}`);
        expect(zones?.length).toBeGreaterThan(0);
        const kept = layersOf((await archive.getZxy(z, x, y))!.data);
        expect(Object.keys(layers)).toEqual(Object.keys(kept));
        for (const [name, layer] of Object.entries(kept)) {
          seen.add(name);
          expect(featuresOf(layers[name]).map((feature) => [feature?.id, feature?.properties, feature?.loadGeometry()])).toEqual(
            featuresOf(layer).map((feature) => [feature?.id, feature?.properties, feature?.loadGeometry()])
          );
        }
      }
      expect(new Set([...seen, 'zones'])).toEqual(drawn);
    });

    test('answers 204 where nothing is, 404 for what is no tile', async () => {
      expect((await fetch(`${server?.address}/atlas/11/0/0`)).status).toBe(204);
      expect((await fetch(`${server?.address}/atlas/1/0`)).status).toBe(404);
    });

    test('counts points per zone as the browser would, and a point in two zones once in all', async () => {
      const layout = 'hz-one-core-four-parks';
      const rows = new Map((await db.run('SELECT zone, points FROM zone_counts')).split('\n').map((row) => row.split('\t') as [string, string]));
      const { features } = JSON.parse(readFileSync(`static/data/v1/zones/${layout}.geojson`, 'utf8')) as FeatureCollection<Polygon>;
      const [, ...lines] = readFileSync(csv, 'utf8').trim().split('\n');
      const positions = lines.map((line) => line.split(',').slice(3).map(Number));
      for (const zone of features) {
        const inside = positions.filter((position) => booleanPointInPolygon(position, zone)).length;
        expect(Number(rows.get(`${layout}/${zone.id}`) ?? 0), String(zone.id)).toBe(inside);
      }
      const all = Number(rows.get('all zones, each point once'));
      expect(all).toBeLessThanOrEqual(FIXTURE_POINTS);
      expect(readdirSync('static/data/v1/zones').length).toBeGreaterThan(1);
    });
  });
});
