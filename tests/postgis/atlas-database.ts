import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQL } from '../../scripts/steps/tiles/build-tiles';
import { generatePoints, readCountyCentres } from '../../scripts/steps/tiles/generate-points';
import { loadPoints } from '../../scripts/steps/tiles/load-points';
import { loadZones } from '../../scripts/steps/tiles/load-zones';
import { findPostgis, startDatabase } from '../../scripts/steps/tiles/postgres';
import type { Database } from '../../scripts/steps/tiles/postgres';
import { readHeader } from '../../scripts/steps/tiles/read-header';

/** Why tests with a database do not run here; undefined where they do. */
export const noPostgis = findPostgis() ? undefined : 'PostGIS is not installed (apt-get install postgresql-15 postgresql-15-postgis-3)';

export const FIXTURE = 'tests/postgis/zhejiang-20k.pmtiles';
export const FIXTURE_POINTS = 20_000;

/** The points of the file in this folder, or fewer, generated anew. @returns the CSV's path */
export async function fixturePoints(count = FIXTURE_POINTS): Promise<string> {
  const file = join(tmpdir(), `zhejiang-${count}-${process.pid}.csv`);
  await generatePoints(file, count, 7, readCountyCentres('33'));
  return file;
}

/** A database as a team would keep it: the points of a CSV, and the site's zones from its own GeoJSON. */
export async function startAtlasDatabase(csv: string): Promise<Database> {
  const db = await startDatabase();
  try {
    for (const file of ['points.sql', 'tiles.sql', 'levels.sql', 'zones.sql', 'counts.sql']) await db.runFile(join(SQL, file));
    await fillAtlas(db, csv);
    return db;
  } catch (error) {
    await db.stop();
    throw error;
  }
}

/** The points of a CSV, their overview and the site's zones, into tables that are there. */
export async function fillAtlas(db: Database, csv: string): Promise<void> {
  await loadPoints(db, { file: csv, header: readHeader(csv, 'utf-8'), encoding: 'utf-8', onProgress: () => undefined });
  await db.run('INSERT INTO points_levels VALUES (11)');
  await db.runFile(join(SQL, 'overview.sql'));
  await loadZones(db);
}
