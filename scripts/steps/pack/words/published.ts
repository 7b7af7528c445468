import type { Said } from '../../problem';

const the = (thing: 'figure' | 'fact' | 'page' | 'call', id: string): Said => ({
  zh: `${{ figure: '数字', fact: '地点事实', page: '网页', call: '申报通知' }[thing]}“${id}”：`,
  en: `${thing} "${id}": `
});
/** A rule about one entry, which it names first. */
export const of = (thing: Parameters<typeof the>[0], id: string, { zh, en }: Said): Said => {
  const head = the(thing, id);
  return { zh: `${head.zh}${zh}`, en: `${head.en}${en}` };
};

/** What is said of what is published elsewhere, and of calls for applications. */
export const PUBLISHED = {
  placeElsewhere: (place: string, ground: string, code: string): Said => ({
    zh: `地点“${place}”在 ${ground}，不在 ${code}`,
    en: `the place "${place}" lies in ${ground}, not in ${code}`
  }),
  noDate: (page: string): Said => ({ zh: `网页“${page}”没有日期：数字须出自有日期的网页`, en: `the page "${page}" has no date` }),
  noMoment: (moment: string): Said => ({ zh: `日历上没有 ${moment}`, en: `there is no ${moment}` }),
  address: (): Said => ({ zh: '写网址，中英文相同', en: 'an address, the same in both languages' }),
  pageTwice: (other: string): Said => ({ zh: `网址与“${other}”的相同：一个网页只写一次`, en: `its address is that of "${other}": give a page once` }),
  idlePage: (): Said => ({ zh: '没有数字或事实出自它：去掉它', en: 'no figure or fact is from it' }),
  readEarly: (read: string, published: string): Said => ({
    zh: `${read} 读到，却在 ${published} 才发布`,
    en: `read on ${read}, before it was published on ${published}`
  }),
  readLate: (read: string, searched: string): Said => ({
    zh: `${read} 读到，晚于最后一次查找（searched: ${searched}）`,
    en: `read on ${read}, after the last search on ${searched}`
  }),
  idTwice: (id: string): Said => ({ zh: `id“${id}”用了两次`, en: `the id "${id}" is used twice` }),
  period: (from: string, to: string): Said => ({ zh: `时段的终点（${to}）早于起点（${from}）`, en: `its period ends (${to}) before it begins (${from})` }),
  later: (moment: string, known: string): Said => ({ zh: `说的是 ${moment}，而网页是 ${known} 的`, en: `it is of ${moment}, and its page of ${known}` }),
  selfConflict: (id: string): Said => ({ zh: `“${id}”不能与自己不一致`, en: `"${id}": it cannot say other than itself` }),
  unknownConflict: (id: string, list: string, other: string): Said => ({
    zh: `“${id}”：${list} 里没有“${other}”`,
    en: `"${id}": unknown in ${list}: "${other}"`
  }),
  oneSided: (id: string, other: string): Said => ({
    zh: `“${id}”：“${other}”的 conflicts 里也要写它`,
    en: `"${id}": "${other}" must name it in its conflicts, too`
  }),
  series: (series: string, first: string): Said => ({
    zh: `系列“${series}”的指标、区域、范围、单位和口径须与“${first}”相同`,
    en: `metric, area, scope, unit and definition of the series "${series}" must be those of "${first}"`
  }),
  seriesTwice: (series: string): Said => ({ zh: `系列“${series}”里这个时段有两个数字`, en: `the series "${series}" has this period twice` }),
  besideTwice: (id: string, goal: string): Said => ({ zh: `“${id}”在“${goal}”旁边写了两次`, en: `"${id}" is beside "${goal}" twice` }),
  notComparable: (id: string, goal: string, { zh, en }: Said): Said => ({
    zh: `“${id}”与“${goal}”不可比（改为 kind: near，并写 differs）：${zh}`,
    en: `"${id}" is not comparable with "${goal}": ${en}`
  }),
  otherUnit: (unit: string, theirs: string): Said => ({ zh: `单位是 ${unit}，不是 ${theirs}`, en: `the unit is ${unit}, not ${theirs}` }),
  otherFamily: (family: string, theirs: string): Said => ({ zh: `类别是 ${family}，不是 ${theirs}`, en: `the family is ${family}, not ${theirs}` }),
  otherGround: (): Said => ({ zh: '范围不同，见它的 scope', en: 'it is of other ground, as its scope says' }),
  otherPlace: (its: string, theirs: string | undefined): Said => ({
    zh: `说的是 ${its}，不是${theirs ? ` ${theirs}` : '整个区域'}`,
    en: `it is of ${its}, not of ${theirs ?? 'the area'}`
  }),
  callRegister: (document: string): Said => ({
    zh: `documents.yaml 里没有文件“${document}”：先在那里登记`,
    en: `unknown document "${document}": the register must hold it`
  }),
  callTitle: (document: string): Said => ({
    zh: `documents.yaml 里“${document}”没有标题或发布日期：补上 title 和 published`,
    en: `the register has no title or day of publication for "${document}"`
  }),
  callAddress: (document: string): Said => ({
    zh: `documents.yaml 里“${document}”没有网址：补上 page 或 sources`,
    en: `the register has no address for "${document}"`
  }),
  callTwice: (): Said => ({ zh: '这个 id 用了两次', en: 'the id is used twice' }),
  spanEnds: (to: string, from: string): Said => ({ zh: `终点 ${to} 早于起点 ${from}`, en: `ends on ${to}, before it begins on ${from}` }),
  otherYear: (year: number, published: string): Said => ({
    zh: `写的是 ${year} 年，却发布于 ${published}`,
    en: `it is of ${year}, but was published on ${published}`
  }),
  closesEarly: (to: string, published: string): Said => ({
    zh: `申报截止 ${to}，早于发布日期 ${published}`,
    en: `applications end on ${to}, before it was published on ${published}`
  }),
  eventsLate: (from: string, published: string): Said => ({
    zh: `所报事项从 ${from} 算起，晚于发布日期 ${published}`,
    en: `begin on ${from}, after it was published on ${published}`
  })
} as const;
