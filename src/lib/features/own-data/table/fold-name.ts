/* Spellings of names: what does not count when two are compared, and their short forms. */

const SUFFIX_ZH = /自治[县州区旗]$|地区$|特别行政区$|[省市区县盟旗]$/u;
/** with a people's name of one to three characters before 族: 景宁畲族自治县 → 景宁 */
const PEOPLES = [1, 2, 3].map((length) => new RegExp(`\\p{Script=Han}{${length}}族自治[县州区旗]$`, 'u'));
const SUFFIX_EN = /\s+(?:(?:\w+\s+)?autonomous (?:county|prefecture|region|banner)|district|county|city|prefecture|province|municipality|new area)$/i;

/** One spelling for comparison: compatibility forms, case, blanks, apostrophes and punctuation do not count. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\s]/gu, '')
    .toLowerCase();

/** Short forms keep two characters at least: 市 alone is no name. */
function shortOf(name: string, suffix: RegExp): string {
  const short = name.replace(suffix, '');
  return [...short].length >= 2 ? short : name;
}

/** A Chinese name without 省, 市, 区, 县 and the like. */
export const shortZh = (name: string): string => shortOf(name, SUFFIX_ZH);
/** An English name without “District”, “City” and the like. */
export const shortEn = (name: string): string => shortOf(name, SUFFIX_EN);

/** Every way to write a Chinese name: as it is, without its ending, without the people's name before that. */
export const namesZh = (name: string): string[] => [...new Set([name, ...[SUFFIX_ZH, ...PEOPLES].map((suffix) => shortOf(name, suffix))])];
