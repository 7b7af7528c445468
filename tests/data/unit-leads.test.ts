import { afterEach, describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { incentivesAt } from '#lib/atlas/related-incentives';
import { rolesBelow, rolesOf } from '#lib/atlas/related-units';
import { zoneRef } from '#lib/atlas/related-zones';
import { statusOn } from '#lib/atlas/status';
import { leadText } from '#lib/features/units/lead';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';

/* The first sentence of every city's and county's page, read by a machine: it names what the data have, and nothing else. */
const data = readAtlas();
const atlas = indexAtlas(data);
const DAYS = ['2018-01-01', '2024-07-01', '2026-11-29', '2027-01-01'] as const;
const units = data.admin.filter(({ level }) => level !== 'province');
const documents = data.documents.filter(({ kind }) => kind === 'policy');

function partsOf(adcode: string) {
  const linkless = { sectors: [], capabilities: [], notes: [] };
  const roles = rolesOf(atlas, adcode).map(({ zone, direct, how }) => ({
    zone: { ...zoneRef(zone), short: zone.short },
    direct,
    how,
    citations: zone.citations,
    ...linkless
  }));
  const inside = rolesBelow(atlas, adcode).map(({ zone, units: own }) => ({ zone: { ...zoneRef(zone), short: zone.short }, units: [...own], sectors: [] }));
  return { roles, inside };
}

function lead(adcode: string, day: string): string {
  const unit = atlas.unit.get(adcode);
  if (!unit) throw new Error(`no unit ${adcode}`);
  const language = sentenceLanguage;
  const city = unit.level === 'county' && unit.parent ? (atlas.unit.get(unit.parent)?.name[language] ?? '') : '';
  const support = incentivesAt(atlas, adcode).filter(({ document: id }) => {
    const document = atlas.document.get(id);
    return document !== undefined && statusOn(document, day) === 'in-force';
  }).length;
  return leadText(atlas, { unit, city, ...partsOf(adcode), support }, day);
}
let sentenceLanguage: 'zh' | 'en' = 'zh';
function speak(language: 'zh' | 'en'): void {
  sentenceLanguage = language;
  overwriteGetLocale(() => language);
}
afterEach(() => speak('zh'));

it('there are 11 cities and 90 counties to be told of', () => {
  expect(units.filter(({ level }) => level === 'prefecture')).toHaveLength(11);
  expect(units.filter(({ level }) => level === 'county')).toHaveLength(90);
});

describe.each(['zh', 'en'] as const)('every sentence (%s)', (language) => {
  it.each(DAYS)('is whole, short and plain on %s', (day) => {
    speak(language);
    for (const { adcode, name } of units) {
      const text = lead(adcode, day);
      expect(text, adcode).toContain(name[language]);
      expect(text, adcode).not.toMatch(/undefined|null|NaN|\{|\}|，，|；；|“”|\(\)|（）|。。| {2}|\.\.$/);
      expect(text.endsWith(language === 'zh' ? '。' : '.'), text).toBe(true);
      expect(text.length, text).toBeLessThanOrEqual(language === 'zh' ? 120 : 420);
      if (language === 'en') expect(text, adcode).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(DAYS)('claims only what the data have on %s', (day) => {
    speak(language);
    for (const unit of units) {
      const text = lead(unit.adcode, day);
      const { roles, inside } = partsOf(unit.adcode);
      const own = new Set([...roles, ...inside].map(({ zone }) => zone.document));
      // documents: only those that have a part for it; days: only theirs
      const short = (id: string) => atlas.document.get(id)?.short[language] ?? '';
      for (const { id } of documents) if (text.includes(short(id))) expect([...own], text).toContain(id);
      const current = [...own].filter((id) => {
        const document = atlas.document.get(id);
        return document !== undefined && statusOn(document, day) === 'in-force';
      });
      // “now” is said of documents in force alone
      const now = language === 'zh' ? /现(列入|随|以|作为|按|据)|现在“/ : / is (possibly )?placed|districts are in /;
      expect(now.test(text), text).toBe(current.length > 0);
      if (current.length > 0) expect(current.some((id) => text.includes(short(id)))).toBe(true);
      // membership by inference or from outside is never told as the document's own word
      const first = roles.find(({ zone }) => text.includes(language === 'zh' ? zone.name.zh.replaceAll('“', '‘').replaceAll('”', '’') : zone.name.en));
      if (first && roles.every(({ how }) => how.kind === 'inferred')) expect(text).toMatch(/按本站理解|by our reading/);
    }
  });
});

describe('by hand', () => {
  it.each([
    ['330114', '2026-11-29', /^钱塘区现列入“钱塘核心区”（杭州行动计划 2024—2026，至 2026年12月31日，还有 32 天），另有 3 个片区；/],
    ['330114', '2027-01-01', /^钱塘区现在不在现行文件的片区中，最近列入“钱塘核心区”（杭州行动计划 2024—2026，规划期至 2026年12月31日，已结束）/],
    ['330111', '2026-11-29', /^富阳区现列入“特色产业综合示范带”.*；最早由浙江医药创新意见（2017）点名；/],
    [
      '330727',
      '2026-11-29',
      /^磐安县现在不在现行文件的片区中，最近作为山区26县（2022年口径）之一列入“山区生态医药产业圈”（省行动方案2022—2024，规划期至 2024年12月31日，已结束）.*；最早由浙江医药创新意见（2017）点名。$/
    ],
    ['330203', '2026-11-29', /^海曙区现在不在现行文件的片区中，最近随宁波市列入“海洋生态医药产业圈”/],
    ['330100', '2026-11-29', /^现行文件没有单列杭州市，它的县（市、区）现在“一核四园多点”的 8 个片区中/]
  ])('%s on %s', (adcode, day, text) => {
    speak('zh');
    expect(lead(adcode, day)).toMatch(text);
  });
});
