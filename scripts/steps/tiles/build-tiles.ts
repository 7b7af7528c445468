import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { loadPoints } from './load-points';
import type { LoadedColumn } from './load-points';
import { startDatabase } from './postgres';
import type { Database } from './postgres';
import { readHeader } from './read-header';
import type { Encoding } from './read-header';
import { writeArchive } from './write-archive';
import type { Bbox, Tile } from './write-archive';

export const SQL = join(import.meta.dirname, '../../postgis');

export type BuildOptions = Readonly<{
  file: string;
  out: string;
  lon?: string | undefined;
  lat?: string | undefined;
  encoding?: Encoding | undefined;
  /** leave out rows that break a rule, and list them beside the tiles */
  skipBad?: boolean | undefined;
  /** the zoom from which single points are shown; absent: the first at which no tile is too heavy */
  detailZoom?: number | undefined;
  onProgress?: ((text: string) => void) | undefined;
}>;

/** What `NAME.json` beside the tiles says of them. */
export type TilesMetadata = Readonly<{
  name: string;
  tiles: string;
  bytes: number;
  points: number;
  rejected: number;
  /** west, south, east, north; WGS 84 degrees */
  bbox: Bbox;
  datum: 'WGS 84';
  columns: readonly LoadedColumn[];
  levels: Readonly<{ minZoom: 0; detailZoom: number; cellsPerTileEdge: 32; tiles: number }>;
  built: Readonly<{ at: string; with: string }>;
}>;

/** Single points from this zoom on, unless tiles would be too heavy: a district fills a screen at about zoom 11. */
export const DETAIL_ZOOM = 11;
const DEEPEST_DETAIL = 15;
/** More points than this in one tile cost a phone more than a frame. */
const MOST_POINTS_IN_TILE = 25_000;
/** Columns of Web Mercator tiles at a zoom, for a position `geom`. */
const tileOf = (zoom: number | string) =>
  `least(greatest(floor((ST_X(geom) / 40075016.685578488 + 0.5) * 2 ^ ${zoom}), 0), 2 ^ ${zoom} - 1)::int AS x, ` +
  `least(greatest(floor((0.5 - ST_Y(geom) / 40075016.685578488) * 2 ^ ${zoom}), 0), 2 ^ ${zoom} - 1)::int AS y`;

/**
 * Build `NAME.pmtiles` and `NAME.json` from a CSV of points, with a PostgreSQL of its own in a temporary folder.
 * The same input makes the same tiles to the byte; only the metadata says when.
 * @throws InputError what is wrong with the file @throws PostgresError where PostGIS is missing
 */
export async function buildTiles({ file, out, skipBad, onProgress = () => undefined, ...options }: BuildOptions): Promise<TilesMetadata> {
  const encoding = options.encoding ?? 'utf-8';
  const header = readHeader(file, encoding, { ...(options.lon ? { lon: options.lon } : {}), ...(options.lat ? { lat: options.lat } : {}) });
  mkdirSync(out, { recursive: true });
  const name = basename(file, extname(file));
  const target = join(out, `${name}.pmtiles`);
  const rejectedFile = join(out, `${name}.rejected.csv`);
  rmSync(rejectedFile, { force: true });

  const db = await startDatabase();
  try {
    await db.runFile(join(SQL, 'points.sql'));
    await db.runFile(join(SQL, 'tiles.sql'));
    await db.runFile(join(SQL, 'levels.sql'));
    const { points, rejected, columns } = await loadPoints(db, { file, header, encoding, rejectedFile: skipBad ? rejectedFile : undefined, onProgress });
    const detailZoom = options.detailZoom ?? (await chooseDetailZoom(db));
    await db.run(`INSERT INTO points_levels VALUES (${detailZoom})`);
    onProgress('counting overview levels');
    await db.runFile(join(SQL, 'overview.sql'));
    const [bbox, tiles] = [await readBbox(db), await readTiles(db, detailZoom)];
    const fields = Object.fromEntries(columns.map((column) => [column.name, column.type === 'number' ? 'Number' : 'String']));
    const vector_layers = [
      { id: 'cells', minzoom: 0, maxzoom: detailZoom - 1, fields: { n: 'Number' } },
      { id: 'points', minzoom: detailZoom, maxzoom: detailZoom, fields }
    ];
    const metadata = { name, type: 'overlay', format: 'pbf', points, detailZoom, vector_layers };
    await writeArchive(db, target, { tiles, bbox, metadata }, onProgress);
    const written: TilesMetadata = {
      name,
      tiles: basename(target),
      bytes: statSync(target).size,
      points,
      rejected,
      bbox,
      datum: 'WGS 84',
      columns,
      levels: { minZoom: 0, detailZoom, cellsPerTileEdge: 32, tiles: tiles.length },
      built: { at: new Date().toISOString(), with: await versions(db) }
    };
    writeFileSync(join(out, `${name}.json`), `${JSON.stringify(written, null, 2)}\n`);
    return written;
  } finally {
    await db.stop();
  }
}

async function chooseDetailZoom(db: Database): Promise<number> {
  for (let zoom = DETAIL_ZOOM; zoom < DEEPEST_DETAIL; zoom++) {
    const most = Number(await db.run(`SELECT max(n) FROM (SELECT count(*) AS n FROM (SELECT ${tileOf(zoom)} FROM points) AS placed GROUP BY x, y) AS tiles`));
    if (most <= MOST_POINTS_IN_TILE) return zoom;
  }
  return DEEPEST_DETAIL;
}

async function readBbox(db: Database): Promise<Bbox> {
  const box = 'SELECT ST_Transform(ST_SetSRID(ST_Extent(geom)::geometry, 3857), 4326) AS b FROM points';
  const text = await db.run(`SELECT ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b) FROM (${box}) AS box`);
  const [west = 0, south = 0, east = 0, north = 0] = text.split('\t').map((edge) => Number(Number(edge).toFixed(6)));
  return [west, south, east, north];
}

async function readTiles(db: Database, detailZoom: number): Promise<Tile[]> {
  const tiles: Tile[] = [];
  const query = `SELECT DISTINCT z, x, y FROM points_overview UNION ALL SELECT DISTINCT ${detailZoom}, ${tileOf(detailZoom)} FROM points`;
  for await (const line of db.lines(query)) {
    const [z = 0, x = 0, y = 0] = line.split('\t').map(Number);
    tiles.push([z, x, y]);
  }
  return tiles;
}

async function versions(db: Database): Promise<string> {
  return db.run("SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version() || ', GEOS ' || postgis_geos_version()");
}
