import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './postgres';

const ZONES = 'static/data/v1/zones';

/** The site's zones from its own GeoJSON, into the table that zones.sql has made. */
export async function loadZones(db: Pick<Database, 'run'>): Promise<void> {
  for (const file of readdirSync(ZONES)) {
    const collection = readFileSync(join(ZONES, file), 'utf8').replaceAll("'", "''");
    await db.run(`SELECT load_zones('${file.replace('.geojson', '')}', '${collection}')`);
  }
}
