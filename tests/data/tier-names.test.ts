import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { local } from '#lib/design/page/local';
import { tierNameOf } from '#lib/facts/terms';
import { rolesIn } from '#lib/features/timeline/roles';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';
import { factTables } from '../../scripts/steps/downloads/tables';

/* A zone’s tier has the layout’s own word wherever it is printed: pages, lists over time, tables to take away. */
const data = readAtlas();
const atlas = indexAtlas(data);
/** Zones that have a word of their own: towns and pilots are no “points”. */
const special = data.zones.filter(({ tierName }) => tierName);

it('has zones with a word of their own, those of every layout’s tier that gives one', () => {
  expect(special.length).toBeGreaterThan(5);
  for (const zone of data.zones) {
    const given = atlas.layout.get(zone.layout)?.tiers.find(({ tier }) => tier === zone.tier)?.one;
    if (given && !zone.tierName) expect(tierNameOf(zone), zone.id).toBe(local(given));
  }
});

it('is not looked up by the tier alone anywhere but in the one function', () => {
  const sources = ['src', 'scripts'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('paraglide'))
      .map((name) => join(root, name).replaceAll('\\', '/'))
  );
  const alone = sources.filter((file) => /\btierText\b|\bm\.tier_\w+\(|word\('tier'/.test(readFileSync(file, 'utf8')));
  expect(alone.sort()).toEqual(['scripts/steps/downloads/tables.ts', 'scripts/steps/pack/compile-atlas.ts', 'src/lib/facts/terms.ts']);
});

it('goes into the timeline’s roles', () => {
  for (const { id } of data.documents)
    for (const role of [...rolesIn(atlas, id).values()].flat())
      for (const language of ['zh', 'en'] as const) {
        overwriteGetLocale(() => language);
        expect(tierNameOf(role)).toBe(tierNameOf(atlas.zone.get(role.zone)!));
      }
});

it('goes into the tables to take away', () => {
  const table = factTables(data, '2026-11-22').find(({ name }) => name === 'zones')!;
  const column = (name: string) => table.columns.findIndex((one) => one.key === name);
  for (const zone of special) {
    const row = table.rows[data.zones.indexOf(zone)]!;
    expect([row[column('tier_zh')], row[column('tier_en')]]).toEqual([zone.tierName?.zh, zone.tierName?.en]);
  }
});

it('goes into the layers for maps elsewhere, beside the code', () => {
  const kml = readFileSync(`static/data/v1/downloads/${readdirSync('static/data/v1/downloads').find((name) => /zones.*\.kml$/.test(name))}`, 'utf8');
  for (const zone of special.filter(({ units }) => units.length > 0)) {
    const { features } = JSON.parse(readFileSync(`static/data/v1/zones/${zone.layout}.geojson`, 'utf8')) as {
      features: { id: string; properties: { tierZh?: string; tierEn?: string } }[];
    };
    const { tierZh, tierEn } = features.find(({ id }) => id === zone.id)!.properties;
    expect({ zh: tierZh, en: tierEn }).toEqual(zone.tierName);
    expect(kml).toContain(zone.tierName!.zh);
  }
});
