import type { Text } from '#lib/schema/common';

/** An English name as maps print it: without the word for its level. */
export const shortEnglish = (name: string): string => name.replace(/ (City|District|(?:\S+ )?Autonomous County|County)$/, '');

/** A Chinese name as maps print it: 杭州 for 杭州市, 景宁 for 景宁畲族自治县, but 郊区 whole. */
export const shortChinese = (name: string): string => (name.length > 2 ? name.replace(/^(..).+族自治县$/, '$1').replace(/(?<=..)[市区县]$/, '') : name);

/** A name as maps print it. */
export const shortName = ({ zh, en }: Text): Text => ({ zh: shortChinese(zh), en: shortEnglish(en) });
