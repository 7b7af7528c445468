import type { Said } from '../../problem';

/** What is said of facts that say more, or other, than what they rest on. */
export const CLAIMS = {
  notItsFraction: (id: string, fraction: string): Said => ({
    zh: `“${id}”的 value 与分数 ${fraction} 不符（取六位小数）`,
    en: `the value of "${id}" is not ${fraction} to six places`
  }),
  fraction: (id: string): Said => ({
    zh: `“${id}”是分数：照原样写，如 fraction: 1/3`,
    en: `"${id}" is a fraction: give it as printed, fraction: 1/3`
  }),
  share: (id: string, value: number): Said => ({
    zh: `“${id}”的单位是 share，写 0 到 1 之间的数：${value}% 写成 ${value / 100}，或把 unit 改为 percent`,
    en: `"${id}" is a share, which is 0 to 1: write ${value / 100} for ${value}%, or unit: percent`
  }),
  rank: (id: string): Said => ({ zh: `“${id}”是名次：“前 n 名”写 operator: "<="`, en: `"${id}" is a rank: “the first n” is <= n` }),
  range: (id: string, value: number, upper: number): Said => ({
    zh: `“${id}”的上限 ${upper} 不大于下限 ${value}：小的写 value，大的写 upper`,
    en: `the range of "${id}" ends at ${upper}, not above ${value}: the lower end is value, the upper one is upper`
  }),
  tier: (id: string, tier: string, layout: string, tiers: readonly string[]): Said => ({
    zh: `片区“${id}”的层级 ${tier} 不在布局“${layout}”的 tiers 里：写 ${tiers.join('、')} 之一，或在布局里补上`,
    en: `zone "${id}" is a ${tier}, which is no tier of its layout "${layout}": write one of ${tiers.join(', ')}, or add it to the layout`
  }),
  tierTwice: (layout: string, tier: string): Said => ({
    zh: `布局“${layout}”的层级 ${tier} 写了两次：去掉一个`,
    en: `the layout "${layout}" has the tier ${tier} twice: take one out`
  }),
  noStanding: (id: string): Said => ({
    zh: `片区“${id}”没有写文件怎样说这一项：写 standing: existing、planned 或 named`,
    en: `zone "${id}" does not say how the text speaks of this: standing: existing, planned or named`
  }),
  sectorStanding: (id: string): Said => ({ zh: `片区“${id}”：产业是方向，不写 standing`, en: `zone "${id}": a sector is a field and has no standing` }),
  ownPark: (id: string, place: string): Said => ({
    zh: `片区“${id}”本身就是“${place}”，它就不再是其中的园区或平台`,
    en: `zone "${id}" is the place "${place}" itself, which is then none of its parks or platforms`
  }),
  formerUnit: (id: string, code: string): Said => ({ zh: `${code} 不是片区“${id}”的成员`, en: `${code} is no unit of zone "${id}"` }),
  precision: (id: string, code: string): Said => ({
    zh: `地点“${id}”只知所在设区市，但 adcode ${code} 不是设区市`,
    en: `place "${id}" is known by its prefecture only, but its adcode ${code} is no prefecture`
  }),
  foreignNote: (note: string, home: string, place: string): Said => ({
    zh: `说明“${note}”属于文件 ${home}，而它没有点名地点“${place}”`,
    en: `the note "${note}" is one of ${home}, which does not name the place "${place}"`
  }),
  spelling: (term: string, short: string): Said => ({
    zh: `词条“${term}”没有写出 ${short} 的全称：英文释义里要有这些词`,
    en: `the term "${term}" does not spell out ${short}: its English gloss must have the words`
  }),
  emptyScope: (id: string): Said => ({
    zh: `奖补条款“${id}”的 scope 是空的：写 adcodes 或 zones，适用于整个文件范围的就不写 scope`,
    en: `the scope of the incentive "${id}" is empty: write adcodes or zones, or no scope where it is for all that the document covers`
  }),
  order: (first: string, a: string, then: string, b: string): Said => ({
    zh: `${then}（${b}）早于 ${first}（${a}）：改其中一个`,
    en: `${then} (${b}) is before ${first} (${a}): one of them is wrong`
  }),
  district: (id: string, code: string): Said => ({
    zh: `地点“${id}”只知所在区县，但 ${code} 不是区县：写区县的代码，或 precision: prefecture`,
    en: `place "${id}" is known by its district only, but ${code} is no district: write a district's code, or precision: prefecture`
  }),
  elsewhere: (id: string, at: string, where: string | undefined, code: string): Said => ({
    zh: `地点“${id}”（${at}）${where ? `在 ${where} 内` : '在本区域以外'}，不在所写的 ${code}：改 adcode，或改经纬度（WGS 84；高德、腾讯、百度取的点要先转换）`,
    en: `place "${id}" (${at}) ${where ? `lies in ${where}` : 'lies outside the region'}, not in its district ${code}: change adcode, or the position (WGS 84; points from Chinese web maps must be converted)`
  })
} as const;
