import { describe, expect, it } from 'vitest';
import { lineage } from '#lib/atlas/atlas';
import { incentivesCovering } from '#lib/atlas/related-incentives';
import { placesIn, rolesOf } from '#lib/atlas/related-units';
import { belongingText } from '#lib/facts/belonging-text';
import { compareZones } from '#lib/features/compare/comparison';
import { sectorPage } from '#lib/features/sectors/page';
import { unitIndex, unitPage } from '#lib/features/units/page';
import { zonePage } from '#lib/features/zones/page';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlas, data } from './estimate-real';

/* What is there, what is to come and what is only named; who is in a zone, and how that is known: over the whole pack. */

describe('what a zone is said to have', () => {
  /** Read off the documents clause by clause: what the text builds on (依托, 利用, 发挥, 巩固 …). All else is 建设, 构建, 布局, 打造, or a name. */
  const THERE: Readonly<Record<string, string>> = {
    'h24-core-qiantang': 'core-cluster cxo-service eia fund infrastructure-reit land-advantage mah-platform',
    'h24-park-binjiang': 'digital-strength leading-firms universities',
    'h24-park-yuhang': 'coordination-cluster universities',
    'h24-park-linping': 'coordination-cluster leading-firms',
    'h24-park-xiaoshan': 'leading-firms manufacturing-base',
    'h24-belt-future': 'clinical innovation-resources universities',
    'h24-belt-api': 'chemical-park land-m3',
    'h24-belt-features': 'herb-resources manufacturing-base talent universities',
    'h24-cluster-qiantang': 'core-cluster',
    'h24-cluster-linping': 'coordination-cluster',
    'z22-core-hangzhou': 'research',
    'z22-field-chemical': 'manufacturing-base',
    'z22-field-api-formulation': 'manufacturing'
  };

  it('is called there only where the text builds on it', () => {
    const there = data.zones.flatMap(({ id, links }) => {
      const ids = links.capabilities.filter(({ standing }) => standing === undefined).map((link) => link.id);
      return ids.length > 0 ? [[id, [...new Set(ids)].sort().join(' ')]] : [];
    });
    expect(Object.fromEntries(there)).toEqual(THERE);
  });

  it('is planned where it is built, laid out or sought, and no more than named where a body bears its name', () => {
    const links = data.zones.flatMap(({ id, links: { capabilities } }) => capabilities.map((link) => ({ ...link, zone: id })));
    expect(links.filter(({ standing }) => standing === 'named').map(({ zone, id }) => `${zone} ${id}`)).toEqual(['h24-park-binjiang safety-evaluation']);
    const building = links.filter(({ as }) => /^(建设|构建|打造|谋划|争取)/.test(as ?? ''));
    expect(building).not.toEqual([]);
    expect(building.filter(({ standing }) => standing !== 'planned')).toEqual([]);
    // a base by its name is no plant on offer, a field no service, and 转化 neither incubation nor pilot scale
    expect(links.filter(({ id, zone }) => id === 'gmp-plant' && zone === 'h24-park-xiaoshan')).toEqual([]);
    expect(links.filter(({ id }) => id === 'cro-service')).toEqual([]);
    expect(links.filter(({ id, as }) => id === 'pilot' && !/孵化|中试/.test(as ?? ''))).toEqual([]);
  });

  it('of places: as the cited clauses speak of them, never there by plan alone', () => {
    for (const zone of data.zones)
      for (const link of [...zone.links.platforms, ...zone.links.parks]) {
        const mentions = atlas.place.get(link.id)?.mentions ?? [];
        const cited = mentions.filter(({ document, clause }) => link.citations.some((cite) => cite.document === document && cite.clause === clause));
        const said = new Set(cited.map(({ status }) => status));
        expect(cited, `${zone.id} ${link.id}`).not.toEqual([]);
        const there = said.has('existing') || said.has('supported');
        expect(link.standing, `${zone.id} ${link.id}`).toBe(there ? undefined : said.has('planned') ? 'planned' : 'named');
      }
    const planned = (id: string) =>
      atlas.zone
        .get(id)
        ?.links.parks.filter(({ standing }) => standing === 'planned')
        .map((link) => link.id);
    expect(planned('zl-point-ningbo')).toEqual(['ningbo-bio-park', 'hzbay-life-park', 'meishan-life-park']);
    expect(planned('h24-park-xiaoshan')).toEqual(['synbio-valley-xiaoshan']);
  });

  it('is carried to its page and to comparisons', () => {
    for (const zone of data.zones) {
      const shown = zonePage(data, zone, 'zh').slice.zones.find(({ id }) => id === zone.id);
      expect(shown?.links).toEqual(zone.links);
      const { capabilities, parks } = compareZones(atlas, [zone.id]);
      const marks = [...capabilities, ...parks].flatMap(({ cells }) => cells.flatMap(({ links }) => links.map(({ standing }) => standing)));
      const own = [...zone.links.capabilities, ...zone.links.parks].map(({ standing }) => standing);
      expect(marks.filter(Boolean)).toHaveLength(own.filter(Boolean).length);
    }
  });

  it('does not hold the zone itself among its parks', () => {
    // “温州：…园区” is the city, of which the park is a part
    const bare = (text: string) => (text.split('：')[0] ?? '').replace(/[“”‘’（）()，]|今属.*/g, '');
    const itself = data.zones.flatMap((zone) =>
      [...zone.parks, ...zone.platforms].flatMap((id) => {
        const place = atlas.place.get(id);
        const names = place ? [place.name.zh, ...place.mentions.map(({ namedAs }) => namedAs)] : [];
        return names.some((name) => bare(name) === bare(zone.name.zh)) ? [`${zone.id} ${id}`] : [];
      })
    );
    expect(itself).toEqual([]);
    const towns = data.zones.filter(({ layout, parks }) => layout === 'zj-bases-2017' && parks.length > 0);
    expect(towns).toEqual([]);
    const spoken = Object.fromEntries(data.zones.flatMap(({ id, place, placeStanding }) => (place ? [[id, placeStanding]] : [])));
    expect(spoken).toMatchObject({ 'zp-town-panan': 'planned', 'zp-platform-future-city': 'named', 'zp-base-shaoxing': undefined });
    expect(data.zones.filter(({ place }) => place).map(({ layout }) => layout)).toEqual(Array<string>(12).fill('zj-bases-2017'));
  });
});

describe('how a unit is in a zone', () => {
  /** Names that the clauses themselves print, without 市, 区 and 县. */
  const PRINTED: Readonly<Record<string, string>> = {
    'h24-core-qiantang': '钱塘',
    'h24-park-binjiang': '滨江',
    'h24-park-yuhang': '余杭',
    'h24-park-linping': '临平',
    'h24-park-xiaoshan': '萧山',
    'h24-belt-future': '西湖 上城 拱墅',
    'h24-belt-api': '临安 建德',
    'h24-belt-features': '富阳 淳安 桐庐',
    'h24-future-synbio': '钱塘 萧山 西湖 拱墅',
    'h24-future-nucleic-cgt': '钱塘 萧山 临平',
    'h24-future-smart-devices': '滨江 余杭 西湖',
    'h24-cluster-qiantang': '钱塘',
    'h24-cluster-linping': '临平',
    'h24-cluster-yuhang': '余杭',
    'z22-circle-marine': '宁波 温州 舟山 台州',
    'z22-field-antibody-etc': '杭州 温州',
    'z22-field-vaccines': '杭州 宁波 湖州 嘉兴',
    'z22-field-marine': '宁波 温州 舟山 台州',
    'z22-field-devices': '杭州 宁波 湖州 嘉兴 金华 台州',
    'z22-field-chemical': '绍兴 金华 台州',
    'z22-field-new-business': '杭州 宁波 台州',
    'z22-field-new-business-linked': '温州 嘉兴',
    'z22-field-api-formulation': '绍兴 金华 台州',
    'z22-field-platforms': '杭州 宁波 温州 嘉兴',
    'z22-field-cmo-safety': '台州',
    'z22-field-customs': '杭州',
    'zl-hz-binjiang': '滨江',
    'zl-hz-yuhang': '余杭',
    'zl-point-shaoxing': '绍兴',
    'zl-point-ningbo': '宁波',
    'zl-point-wenzhou': '温州',
    'zl-point-huzhou': '湖州',
    'zl-point-jinhua': '金华',
    'zp-base-hz-bio': '杭州',
    'zp-base-taizhou-api': '台州',
    'zp-base-jinhua': '金华',
    'zp-base-huzhou': '湖州',
    'zp-platform-binjiang': '滨江',
    'zp-town-panan': '磐安',
    'zp-town-fuyang': '富阳',
    'zp-town-ouhai': '瓯海',
    'zp-demo-linhai': '临海'
  };
  const all = data.admin.flatMap((unit) => rolesOf(atlas, unit.adcode).map((role) => ({ unit, ...role })));

  it('is called named itself only where the clause prints its name', () => {
    const itself = all.filter(({ direct, how }) => direct && how.kind === 'itself');
    const found = Map.groupBy(itself, ({ zone }) => zone.id);
    const names = (list: typeof itself) => list.map(({ unit }) => unit.name.zh.replace(/[市区县]$/, '')).sort();
    expect(Object.fromEntries([...found].map(([id, list]) => [id, names(list)]))).toEqual(
      Object.fromEntries(Object.entries(PRINTED).map(([id, list]) => [id, list.split(' ').sort()]))
    );
    expect(itself.filter(({ zone }) => zone.membership !== 'primary' || zone.unitGroup)).toEqual([]);
  });

  it('is marked in the list of units where its name is not printed', () => {
    const { prefectures } = unitIndex(data);
    const loose = (adcode: string) =>
      [...prefectures, ...prefectures.flatMap(({ counties }) => counties)]
        .find((entry) => entry.adcode === adcode)
        ?.main.filter(({ membership }) => membership !== 'primary');
    expect(loose('330114')?.map(({ id }) => id)).toEqual(['z22-core-hangzhou', 'z22-belt-pharma', 'z22-belt-devices']);
    expect(loose('330727')?.map(({ id }) => id)).toContain('z22-circle-mountain');
    expect(loose('330900')).toEqual([]);
  });

  it('is told in other words where it is in a group, renamed, inferred or known from outside', () => {
    overwriteGetLocale(() => 'zh');
    const text = (adcode: string, zone: string, city?: string) => {
      const role = rolesOf(atlas, adcode).find((one) => one.zone.id === zone);
      return role && belongingText(role, city);
    };
    expect(text('330727', 'z22-circle-mountain')).toContain('属文件所说的“山区26县（2022年口径）”，名单出自');
    expect(text('330113', 'zl-hz-yuhang')).toBe('文件写的是“余杭区”，2021 年区划调整后属本地');
    expect(text('330114', 'zl-hz-qiantang')).toContain('钱塘新区');
    expect(text('330108', 'h24-pair-binxiao')).toBe('成员由行文推断');
    expect(text('330500', 'z22-belt-pharma')).toContain('出自外部资料：');
    // through its city, on what the city rests on
    expect(text('330106', 'z22-core-hangzhou', '杭州市')).toBe('随杭州市列入，成员由行文推断');
    expect(text('330106', 'z22-field-vaccines', '杭州市')).toBe('随杭州市列入');
    for (const { zone, unit, direct, how } of all) {
      const said = belongingText({ direct, how }, '某市');
      const listed = zone.membership === 'primary' && !zone.unitGroup && !zone.formerNames?.some(({ adcode }) => adcode === unit.adcode);
      expect(said === '点名本地', `${unit.name.zh} ${zone.id}`).toBe(direct && listed);
    }
  });
});

describe('what a unit’s page says of places', () => {
  it('a city has those that are known to be in it and no closer, and every place its remarks', () => {
    for (const unit of data.admin) {
      const page = unitPage(data, unit, 'zh');
      const own = data.places.filter(({ adcode }) => adcode === unit.adcode);
      const shown = [...page.places.flatMap(({ places }) => places.map(({ id }) => id)), ...page.access];
      expect(shown.sort(), unit.name.zh).toEqual(own.map(({ id }) => id).sort());
      const known = new Set(page.slice.notes.map(({ id }) => id));
      expect(own.flatMap(({ notes }) => notes).filter((note) => !known.has(note))).toEqual([]);
      // nothing here, but something known only to be in the city: said, not denied
      if (unit.level === 'county' && unit.parent) expect(page.somewhere).toBe(data.places.filter(({ adcode }) => adcode === unit.parent).length);
      if (own.length === 0 && unit.level === 'prefecture')
        expect(
          page.below.some(({ places }) => places > 0),
          unit.name.zh
        ).toBe(placesIn(atlas, unit.adcode).length > 0);
    }
    const withPrefecture = data.places.filter(({ precision }) => precision === 'prefecture').map(({ adcode }) => adcode);
    expect([...new Set(withPrefecture)].length).toBeGreaterThan(1);
    for (const adcode of withPrefecture) expect(unitPage(data, atlas.unit.get(adcode)!, 'zh').places).not.toEqual([]);
  });
});

describe('money for one named body', () => {
  const single = data.incentives.filter(({ bodies }) => bodies);
  const isIn = (body: string, units: readonly string[]) => lineage(atlas, atlas.place.get(body)?.adcode ?? '').some(({ adcode }) => units.includes(adcode));

  it('is listed on no zone that the body is not in, not even one whose members are open', () => {
    expect(single.map(({ id }) => id)).toContain('zl-inc-westlake');
    for (const zone of data.zones) {
      const listed = new Set([
        ...incentivesCovering(atlas, zone).flatMap(({ incentives }) => incentives.map(({ id }) => id)),
        ...compareZones(atlas, [zone.id]).columns.flatMap(({ support }) => support.flatMap(({ incentives }) => incentives))
      ]);
      for (const { id, bodies = [] } of single) {
        const here = bodies.some((body) => zone.platforms.includes(body) || zone.parks.includes(body) || zone.place === body || isIn(body, zone.units));
        if (!here) expect(listed.has(id), `${id} on ${zone.id}`).toBe(false);
      }
    }
    expect(data.zones.filter(({ units }) => units.length === 0).length).toBeGreaterThan(1);
  });

  it('is not listed for whoever works in its field', () => {
    expect(single.some(({ sectors }) => sectors.length > 0)).toBe(true);
    for (const sector of data.sectors) {
      const listed = sectorPage(data, sector, 'zh').incentives.flatMap(({ lines }) => lines.map(({ id }) => id));
      expect(listed.filter((id) => single.some((one) => one.id === id))).toEqual([]);
    }
  });
});
