import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Geometry } from 'geojson';
import type { Layout } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Published } from '#lib/schema/published';
import type { Facts } from '../pack/compile-atlas';
import { toCsv } from './csv';
import { placesKml, zonesKml } from './kml';
import { publishedTables } from './published-tables';
import { factTables } from './tables';
import { toXlsx } from './xlsx';

type About = Readonly<{ title: Text; version: string; day: string }>;

/**
 * Write the facts, and what is published elsewhere, in the formats that offices and map programs open, to downloads/ below `dir`.
 * @param outlines a layout's zones as features; a coarse outline is enough to look at
 */
export async function writeDownloads(
  dir: string,
  facts: Facts,
  published: Published,
  about: About,
  outlines: (layout: Layout) => FeatureCollection<Geometry>
): Promise<void> {
  const folder = join(dir, 'downloads');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const tables = [...factTables(facts, about.day), ...publishedTables(facts, published)];
  for (const table of tables) write(`${table.name}.csv`, toCsv(table));
  write('atlas.xlsx', await toXlsx(tables, about));
  write('places.kml', placesKml(facts));
  write('zones.kml', zonesKml(facts, outlines));
}
