import { readSum } from '#lib/atlas/read-sum';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';
import { formatNumber } from '#lib/design/page/local';

/*
 * Money that a reader enters, or that is worked out, in the unit that the language counts in: 万元 and 亿元, or million and billion yuan.
 * Addresses and rules hold 万元 whatever the language. Printed figures are told by target-text.ts.
 */

/** 万元 in one of what is typed. */
const unitTyped = (): 1 | 100 => (getLocale() === 'en' ? 100 : 1);

/** What a field of money counts in. */
export const sumUnit = (): string => m.sum_unit();

/** A sum in full, from 万元: “1,200 万元”, “3 亿元” where that loses nothing; in English “¥12 million”, “¥1.2 billion”. */
export function sumText(wan: number): string {
  if (getLocale() === 'en') {
    const yuan = Math.round(wan * 10_000);
    if (yuan < 1e6) return `¥${formatNumber(yuan)}`;
    return `¥${formatNumber(yuan, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 7 })}`;
  }
  // 亿元 where two decimals hold it
  return wan >= 10_000 && wan % 100 === 0 ? `${formatNumber(wan / 10_000)} 亿元` : `${formatNumber(wan)} 万元`;
}

/** A sum of 万元 as it stands in a field. */
export const typedSum = (wan: number): string => String(Number((wan / unitTyped()).toFixed(4)));

/** What was typed into a field of money, in 万元, or what is wrong with it. Total. */
export const readTypedSum = (text: string): ReturnType<typeof readSum> => readSum(text, unitTyped());
