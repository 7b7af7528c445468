import type { Said } from '../../problem';
import { KINDS } from './kinds';
import type { Kind } from './kinds';

const and = (list: readonly string[]): string => list.join('、');

/** What is said of ids that lead nowhere, or are there twice. */
export const REFERENCES = {
  twice: (kind: Kind, id: string, first: string): Said => ({
    zh: `${KINDS[kind].zh}的 id“${id}”用了两次（第一次在 ${first}）：给其中一个换个 id`,
    en: `the ${KINDS[kind].en} id "${id}" is used twice (first in ${first}): give one of them another`
  }),
  unknown: (kind: Kind, id: string, meant?: string, renamed?: string): Said => ({
    zh: `没有“${id}”这个${KINDS[kind].zh}${renamed ? `，它已改名：写 ${renamed}` : meant ? `：是不是 ${meant}？` : '：写已有的 id，或把这一处去掉'}`,
    en: `unknown ${KINDS[kind].en} "${id}"${renamed ? `, which was renamed: write ${renamed}` : meant ? `; did you mean "${meant}"?` : ': write the id of one that is there, or take this out'}`
  }),
  noClause: (document: string, clause: string, known: readonly string[]): Said => ({
    zh: `文件“${document}”没有条款“${clause}”：写 document.yaml 所列的条款（${known.slice(0, 12).join('、')}${known.length > 12 ? ' …' : ''}），或在那里补上`,
    en: `document "${document}" has no clause "${clause}": write one of those in its document.yaml (${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}), or add it there`
  }),
  folder: (id: string): Said => ({ zh: `文件的 id“${id}”须与所在文件夹同名`, en: `the document's id "${id}" must be the name of its folder` }),
  noUnits: (id: string): Said => ({
    zh: `片区“${id}”没有写成员：写 units（区划代码清单）或 unitGroup；文件没有列出成员的，写 membership: unknown`,
    en: `zone "${id}" has no units: write units (a list of codes) or unitGroup, or membership: unknown where the document names no members`
  }),
  bothUnits: (id: string): Said => ({
    zh: `片区“${id}”既写了 units 又写了 unitGroup：只留一个`,
    en: `zone "${id}" has units and a unitGroup; give one of them`
  }),
  unitTwice: (id: string, code: string): Said => ({
    zh: `片区“${id}”的成员 ${code} 写了两次：去掉一个`,
    en: `zone "${id}" has the unit ${code} twice: take one out`
  }),
  noMember: (id: string, code: string): Said => ({
    zh: `${code} 不是片区“${id}”的成员：写它的成员之一，或把它加入 units`,
    en: `${code} is no unit of zone "${id}": write one that is, or add it to its units`
  }),
  located: (id: string): Said => ({
    zh: `地点“${id}”：位置不详（unlocated）的不写经纬度，其余的 lon 和 lat 都要写`,
    en: `place "${id}": an unlocated place has no coordinate, every other has both lon and lat`
  }),
  circle: (ids: readonly string[]): Said => ({
    zh: `上下级成了一圈（${ids.join(' → ')}），“${ids[0] ?? ''}”成了自己的上级：去掉其中一处`,
    en: `"${ids[0] ?? ''}" is above itself (${ids.join(' → ')}): take out one of these steps`
  }),
  mark: (mark: string, other: string): Said => ({
    zh: `标记“${mark}”在同一布局里已是“${other}”的：换一个`,
    en: `the mark "${mark}" is that of "${other}" in the same layout already: choose another`
  }),
  adcode: (code: string, why: Said): Said => ({
    zh: `本数据包的区域里没有区划代码“${code}”${why.zh}`,
    en: `unknown adcode "${code}" in this pack's region${why.en}`
  }),
  baseCode: (code: string, why: Said): Said => ({ zh: `底图里没有区划代码“${code}”${why.zh}`, en: `unknown adcode "${code}"${why.en}` }),
  otherProvince: (code: string, province: string): Said => ({ zh: `“${code}”不在省份 ${province} 里`, en: `"${code}" is not in the province ${province}` }),
  gone: (code: string, why: Said): Said => ({ zh: `“${code}”：${why.zh}`, en: `"${code}": ${why.en}` }),
  focus: (code: string, prefectures: readonly string[]): Said => ({
    zh: `“${code}”不在本区域的 prefectures 里：写其中之一（${and(prefectures)}）`,
    en: `"${code}" is not one of the region's prefectures: write one of ${prefectures.join(', ')}`
  })
} as const;
