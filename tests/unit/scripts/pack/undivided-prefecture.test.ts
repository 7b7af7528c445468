import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { buildData } from '../../../../scripts/steps/build-data';
import { countyLevel, prefectureLevel } from '#lib/atlas/admin-units';
import { indexAtlas, lineage, zonesAt } from '#lib/atlas/atlas';
import { zonesOver } from '#lib/features/own-data/table/join';
import { indexNames } from '#lib/features/own-data/table/place-names';
import { rolesOf, unitsBelow } from '#lib/atlas/related-units';
import { countyStates, rolesIn } from '#lib/features/timeline/roles';
import { countiesOf, decodeGeometry } from '#lib/map/layers/geometry';
import { locateCounty } from '#lib/map/layers/locate-county';
import { AdminUnits, AtlasData } from '#lib/schema/atlas';
import { DEMO_PACK, temporaryDir } from './support';

/** In this order. */
const MOVED: readonly (readonly [from: string, to: string])[] = [
  ['suzhou-demo', 'guangdong-demo'],
  ['江苏省', '广东省'],
  ['Jiangsu', 'Guangdong'],
  ['prefectures: ["320500"]', 'prefectures: ["441900", "442000", "440700"]'],
  ['320000', '440000'],
  ['320200', '440100'],
  ['320500', '441900'],
  ['320508', '441900'],
  ['320581', '442000'],
  ['320582', '440703'],
  ['320506', '440705'],
  ['320509', '440781'],
  ['120.62,31.31', '113.75,23.02']
];

/** The demo pack moved to 东莞 and 中山, which have no counties, with 江门 beside them, which has. */
function guangdongPack(): string {
  const dir = join(temporaryDir(), 'pack');
  cpSync(DEMO_PACK, dir, { recursive: true });
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const path = join(dir, name);
    if (!statSync(path).isFile()) continue;
    writeFileSync(
      path,
      MOVED.reduce((text, [from, to]) => text.replaceAll(from, to), readFileSync(path, 'utf8'))
    );
  }
  return dir;
}

describe('a region with prefectures that have no counties', () => {
  it('is built to the end, with 东莞 as one unit directly below the province', async () => {
    const out = join(temporaryDir(), 'data');
    await buildData(guangdongPack(), out, '2026-06-30');
    const read = (file: string): unknown => JSON.parse(readFileSync(join(out, file), 'utf8'));
    const data = AtlasData.parse(Object.fromEntries(Object.keys(AtlasData.shape).map((key) => [key, read(`${key}.json`)])));
    const atlas = indexAtlas(data);

    // one page, one entry of the search, one line of the list of units
    expect(data.admin.filter(({ adcode }) => adcode === '441900')).toMatchObject([
      { name: { zh: '东莞市' }, level: 'prefecture', parent: '440000', undivided: true }
    ]);
    expect(countyLevel(data.admin).map(({ adcode }) => adcode)).toContain('441900');
    expect(prefectureLevel(data.admin).map(({ adcode }) => adcode)).toEqual(['440700', '441900', '442000']);
    expect(
      (read('search.json') as { entries: { kind: string; id: string }[] }).entries.filter(({ kind, id }) => kind === 'unit' && id === '441900')
    ).toHaveLength(1);
    expect(data.admin.filter(({ parent }) => parent === '440000').map(({ adcode }) => adcode)).toEqual(['440700', '441900', '442000']);
    expect(data.admin.every(({ adcode, parent }) => adcode !== parent)).toBe(true);

    // what its page is made of
    expect(lineage(atlas, '441900').map(({ name }) => name.zh)).toEqual(['东莞市', '广东省']);
    expect(lineage(atlas, '440703').map(({ name }) => name.zh)).toEqual(['蓬江区', '江门市', '广东省']);
    expect(unitsBelow(atlas, '441900')).toEqual([]);
    expect(zonesAt(atlas, '441900').map(({ id }) => id)).toEqual(['demo-core']);
    expect(rolesOf(atlas, '442000')).toMatchObject([{ zone: { id: 'demo-north-wing' }, direct: true }]);

    // the map finds it, draws it once and counts it as its own county
    for (const file of ['overview', 'focus']) {
      const geometry = decodeGeometry(read(`boundaries/${file}.topo.json`) as Topology);
      expect(locateCounty(geometry, [113.75, 23.02])).toEqual({ county: '441900', prefecture: '441900' });
      expect(locateCounty(geometry, [113.07, 22.6])?.prefecture).toBe('440700');
      expect(countiesOf(geometry, ['441900', '440700']).sort()).toEqual(['440703', '440704', '440705', '440781', '440783', '440784', '440785', '441900']);
      expect(geometry.counties.features.every(({ properties }) => properties.parent !== properties.adcode)).toBe(true);
    }
    const zones = read('zones/demo-two-wings.geojson') as { features: { id: string; geometry: { coordinates: unknown[] } }[] };
    expect(zones.features.find(({ id }) => id === 'demo-core')?.geometry.coordinates.length).toBeGreaterThan(0);
    expect(countyStates(atlas, undefined, rolesIn(atlas, 'demo-plan')).first.sort()).toEqual(['440703', '440705', '440781', '441900', '442000']);

    // tables of the reader's own
    expect(zonesOver(atlas, 'demo-two-wings', '441900').map(({ id }) => id)).toEqual(['demo-core']);
    const names = indexNames({ units: data.admin, places: [], former: [] });
    for (const text of ['东莞', '东莞市', '广东省东莞市', 'Dongguan', '441900'])
      expect(names.unit(text)).toMatchObject({ kind: 'unit', unit: { adcode: '441900' } });
  });
});

describe('units of a region', () => {
  const unit = (adcode: string, parent?: string) => ({
    adcode,
    name: { zh: adcode === '441900' ? '东莞市' : adcode, en: adcode },
    level: 'county',
    ...(parent ? { parent } : {}),
    areaKm2: 1,
    label: [0, 0],
    bbox: [0, 0, 0, 0]
  });
  const refusals = (units: unknown[]) => AdminUnits.safeParse(units).error?.issues.map(({ message }) => message);

  it('are refused where one is above itself, at once or over steps, or is there twice', () => {
    expect(refusals([unit('440000'), unit('441900', '440000')])).toBeUndefined();
    expect(refusals([unit('441900', '441900')])).toEqual(['"441900" 东莞市 is above itself']);
    expect(refusals([unit('441900', '442000'), unit('442000', '441900'), unit('440700', '441900')])).toEqual([
      '"441900" 东莞市 is above itself',
      '"442000" 442000 is above itself'
    ]);
    expect(refusals([unit('441900'), unit('441900')])).toEqual(['a unit is there twice']);
  });
});
