import { describe, expect, it } from 'vitest';
import { indexAtlas, zonePlaces } from '#lib/atlas/atlas';
import { cooperationOf } from '#lib/atlas/cooperation';
import { neighbourZones } from '#lib/atlas/neighbours';
import { incentivesCovering } from '#lib/atlas/related-incentives';
import { isNamed, rolesOf } from '#lib/atlas/related-units';
import { sameSectorElsewhere } from '#lib/atlas/related-zones';
import { clausesOf, namingsOf, unitsNamed } from '#lib/atlas/sectors-named';
import type { Subject } from '#lib/atlas/sectors-named';
import { countiesOf, drawLocator, touchingCounties } from '#lib/site/prerender/locator';
import { isStandIn } from '#lib/schema/terms';
import { readAtlas } from '#lib/site/prerender/read-data';
import { drawZoneMap } from '#lib/site/prerender/zone-map';

/* What readers come to ask, asked of the data as built. */
const data = readAtlas();
const atlas = indexAtlas(data);
const zone = (id: string) => atlas.zone.get(id)!;
/** Units that one document names for a subject, with the clauses for each. */
const named = (subject: Subject, document: string) =>
  unitsNamed(namingsOf(atlas, subject).filter((naming) => naming.document.id === document)).map(({ adcode, namings }) => [
    adcode,
    clausesOf(namings)
      .map(({ clause }) => clause)
      .sort()
  ]);

describe('where a document names a sector', () => {
  it('合成生物 in the Hangzhou plan: 钱塘, 萧山, 西湖, 拱墅, the first two also in the spatial layout (二)', () => {
    expect(named({ kind: 'sectors', id: 'synbio' }, 'hz-2024-2026')).toEqual([
      ['330114', ['三（三）¶2', '三（五）¶2', '二（一）¶2']],
      ['330109', ['三（五）¶2', '二（二）4']],
      ['330106', ['三（五）¶2']],
      ['330105', ['三（五）¶2']]
    ]);
  });

  it('M3 land: 临安 and 建德, never 滨江', () => {
    const subject = { kind: 'capabilities', id: 'land-m3' } as const;
    expect(named(subject, 'hz-2024-2026')).toEqual([
      ['330112', ['二（三）二是']],
      ['330182', ['二（三）二是']]
    ]);
    expect(unitsNamed(namingsOf(atlas, subject)).map(({ adcode }) => adcode)).not.toContain('330108');
  });

  it('a link narrowed to some units names only these: 内窥镜 桐庐 alone of its belt', () => {
    expect(named({ kind: 'sectors', id: 'endoscopes' }, 'hz-2024-2026')).toEqual([['330122', ['二（三）三是']]]);
    expect(zone('h24-belt-features').units.length).toBeGreaterThan(1);
  });

  it('documents come in the order of their making, undated ones by the note on their date', () => {
    const order = [...new Set(data.sectors.flatMap(({ id }) => namingsOf(atlas, { kind: 'sectors', id }).map(({ document }) => document.id)))];
    const first = (id: string) => namingsOf(atlas, { kind: 'sectors', id }).map(({ document }) => document.id);
    expect([...new Set(first('devices'))]).toEqual(['zj-pharma-innovation', 'zj-life-health-draft', 'zj-2022-2024', 'hz-2024-2026']);
    expect(order).toHaveLength(4);
  });
});

describe('what a county is', () => {
  const roles = (adcode: string) => rolesOf(atlas, adcode).map(({ zone: one, direct }) => `${one.id}${direct ? '' : ' (city)'}`);

  it('磐安: the mountain circle by name, the belts through its city, its town of 2017', () => {
    expect(roles('330727')).toEqual(expect.arrayContaining(['z22-circle-mountain', 'z22-belt-pharma (city)', 'zp-town-panan']));
  });

  it('舟山: the marine circle and nothing of the mountains', () => {
    expect(roles('330900')).toEqual(['z22-circle-marine', 'z22-field-marine']);
  });

  it('衢州 is named by its counties only', () => {
    expect(roles('330800')).toEqual([]);
    expect(isNamed(atlas, '330800')).toBe(true);
  });

  it('sectors of a zone that are narrowed to other counties are not told of it', () => {
    const inBelt = (adcode: string) =>
      rolesOf(atlas, adcode)
        .find((role) => role.zone.id === 'h24-belt-features')
        ?.sectors.map(({ id }) => id);
    expect(inBelt('330122')).toEqual(['endoscopes']);
    expect(inBelt('330127')).toEqual(['tcm', 'herbs']);
  });
});

describe('what is around a zone', () => {
  const counties = (adcode: string) => countiesOf(data, adcode);

  it('钱塘核心区 touches the zones of 临平, 萧山 and 上城, not 滨江', () => {
    const near = neighbourZones(zone('h24-core-qiantang'), data.zones, touchingCounties(), counties).map((one) => one.zone.id);
    expect(near.sort()).toEqual(['h24-belt-future', 'h24-park-linping', 'h24-park-xiaoshan']);
  });

  it('the two belts of the province overlap where cities are in both', () => {
    const belts = neighbourZones(zone('z22-belt-pharma'), data.zones, touchingCounties(), counties);
    const shared = belts.find((one) => one.zone.id === 'z22-belt-devices')!.shared;
    expect(new Set(shared.map((code) => code.slice(0, 4)))).toEqual(new Set(['3301', '3307']));
  });

  it('滨江 works with 萧山 and 富阳', () => {
    expect(cooperationOf(atlas, zone('h24-park-binjiang')).map(({ id }) => id)).toEqual(['h24-pair-binxiao', 'h24-pair-binfu']);
    expect(cooperationOf(atlas, zone('z22-circle-marine'))).toEqual([]);
  });

  it('incentives come from the documents whose area takes in the zone', () => {
    const of = (id: string) => incentivesCovering(atlas, zone(id)).map(({ document, whole, units }) => [document.id, whole, units.join()]);
    expect(of('h24-core-qiantang').map(([document]) => document)).toEqual(expect.arrayContaining(['hz-2021-39', 'hz-2024-2026', 'zj-2022-2024']));
    // of the mountain counties, Hangzhou's documents cover 淳安 alone
    expect(of('z22-circle-mountain')).toContainEqual(['hz-2021-39', false, '330127']);
    expect(of('z22-circle-marine').map(([document]) => document)).not.toContain('hz-2021-39');
  });

  it('the same sector elsewhere: documents in force first', () => {
    const elsewhere = sameSectorElsewhere(atlas, zone('h24-park-xiaoshan'), '2026-11-22').find(({ sector }) => sector === 'synbio')!;
    expect(elsewhere.namings.map(({ document }) => document.id)).toEqual(['hz-2024-2026', 'hz-2024-2026', 'hz-2024-2026', 'zj-life-health-draft']);
  });
});

describe('small maps', () => {
  it.each(data.admin.filter(({ level }) => level === 'prefecture').map(({ adcode }) => adcode))('of %s in the province fits in 15 kB', (adcode) => {
    const map = drawLocator(data, data.index.province, [adcode], 'zh');
    expect(map.units).toHaveLength(1);
    expect(Buffer.byteLength(JSON.stringify(map))).toBeLessThan(15_000);
  });

  describe.each(data.zones.filter(({ units }) => units.length > 0).map((one) => [one.id, one] as const))('%s', (_, one) => {
    const places = zonePlaces(one).flatMap((id) => atlas.place.get(id) ?? []);
    it.each(['zh', 'en'] as const)('fits in 15 kB and shows its area and its places: %s', (language) => {
      const map = drawZoneMap(data, one, places, language)!;
      expect(map.units).toHaveLength(1);
      expect(map.units[0]?.path).not.toBe('');
      expect(Buffer.byteLength(JSON.stringify(map))).toBeLessThan(15_000);
      // each place that has a position of its own and lies in the zone is on the map, hollow where it is not exact
      const own = places.filter(({ lon, precision, adcode }) => lon !== null && !isStandIn(precision) && one.units.includes(adcode));
      const drawn = new Map(map.places?.map((place) => [place.id, place.solid]));
      expect(own.filter(({ id }) => !drawn.has(id)).map(({ id }) => id)).toEqual([]);
      // whole names, and in Chinese, which needs less room, one for each
      const unnamed = map.places?.filter(({ words }) => (words ? words.lines.at(-1)?.endsWith('…') : language === 'zh')) ?? [];
      expect(unnamed.map(({ id }) => id)).toEqual([]);
      for (const { id, precision } of own) expect(drawn.get(id), id).toBe(precision === 'site' || precision === 'neighbourhood');
      for (const { x, y } of [...map.labels, ...(map.places ?? [])]) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(map.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(map.height);
      }
    });
  });

  it('a district that a river parts shows the river with its name, about as wide as it is, and its neighbours', () => {
    const map = drawZoneMap(data, { units: ['330114'] }, [], 'zh')!;
    expect(map.waters.rivers).not.toBe('');
    expect(map.waters.wide).toBeGreaterThan(3);
    expect(map.labels.filter(({ water }) => water).map(({ name }) => name.zh)).toEqual(['钱塘江']);
    expect(map.labels.filter(({ main }) => main).map(({ name }) => name.zh)).toEqual(['钱塘']);
    const around = map.labels.filter(({ main, water }) => !main && !water).map(({ name }) => name.zh);
    expect(around).toEqual(expect.arrayContaining(['萧山', '海宁']));
  });

  it('a province-wide belt names all cities around it, the provinces beyond and the lake, and fills its picture', () => {
    const map = drawZoneMap(data, zone('z22-belt-devices'), [], 'zh')!;
    const of = (kind: (label: (typeof map.labels)[number]) => boolean | undefined) => map.labels.filter(kind).map(({ name }) => name.zh);
    expect(of(({ main, water, beyond }) => !main && !water && !beyond)).toEqual(expect.arrayContaining(['湖州', '绍兴', '衢州', '丽水', '台州']));
    expect(of(({ beyond }) => beyond)).toEqual(expect.arrayContaining(['安徽省', '江西省', '福建省']));
    expect(map.height).toBeGreaterThan(300);
  });

  it('a picture about one place is of its surroundings, all of them by name, with how far it may lie from its mark', () => {
    const place = atlas.place.get('hangzhou-pharma-port')!;
    const map = drawZoneMap(data, { units: [place.adcode] }, data.places, 'zh', { id: place.id, within: 5 })!;
    expect(map.reach?.r).toBeGreaterThan(50);
    expect(map.places?.find(({ own }) => own)).toMatchObject({ x: Math.round(map.width / 2), y: Math.round(map.height / 2) });
    expect(map.places!.length).toBeGreaterThan(4);
    expect(map.places?.filter(({ words }) => !words)).toEqual([]);
  });

  it.each(['z22-circle-marine', 'h24-park-yuhang', 'h24-belt-features', 'zl-point-shaoxing'])('names of %s and around it stand apart', (id) => {
    const map = drawZoneMap(data, zone(id), [], 'zh')!;
    const close = map.labels.filter((a, i) => map.labels.some((b, k) => k > i && Math.abs(a.x - b.x) < 20 && Math.abs(a.y - b.y) < 11));
    expect(map.labels.length).toBeGreaterThan(2);
    expect(close.map(({ name }) => name.zh)).toEqual([]);
    // a river too thin to tell has no name
    expect(map.labels.some(({ water }) => water) && (map.waters.wide ?? 0) < 3).toBe(false);
  });
});
