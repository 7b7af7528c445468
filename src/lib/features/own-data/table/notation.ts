/*
 * Degrees as people write them: 120.068, 120.068°E, 东经120度4分4.8秒, N30°08′38.4″, 30 08 38.4 N, 120:04:04.8, 120d4m4.8s, one alone or
 * two in a cell. All writings are brought to one (120°4'4.8") first, then read with one pattern.
 */

/** A longitude or latitude as read: NaN if it is none; `tidied` if it needed more than a plain reading. */
export type ReadCoordinate = Readonly<{ value: number; tidied: boolean }>;

/** One of two, with what its letter or word says it is. */
type Part = Readonly<{ value: number; axis: 'lon' | 'lat' | undefined }>;

/** Two coordinates in the order written; `latFirst` where letters or words say which is which. */
export type WrittenPair = Readonly<{ first: number; second: number; latFirst: boolean | undefined }>;

const NONE: ReadCoordinate = { value: NaN, tidied: false };
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** Two numbers of degrees with decimal commas, and something other than a comma between them: “30,25; 120,15”. */
const COMMA_PAIR = /^[^\d.,]*\d{1,3},\d+[^\d.,]*[\s;/|][^\d.,]*\d{1,3},\d+[^\d.,]*$/;
/** Longest text that is looked at: what is longer is no coordinate. */
const LONGEST = 200;

/** One spelling for marks, words and digits. Marks first: NFKC would take some of them apart or for letters. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[\u200b-\u200f\u2060\ufeff\u00ad]/g, ''],
  [/[°º˚∘⁰]|&deg;/g, '°'],
  [/(?<=\d\s*)度/g, '°'],
  [/(?<=\d\s*)分/g, "'"],
  [/(?<=\d\s*)秒/g, '"'],
  [/''|[″”“‟ʺ˝＂〃]|[′’‘ʹʼ＇´`]{2}/g, '"'],
  [/[′’‘‛ʹʼ＇´`]/g, "'"]
];
/** Words for what a number is: E, W, N, S, or O (longitude) and T (latitude) without a side. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/[−‒–—]/g, '-'],
  [/东经|\beast\b/gi, 'E'],
  [/西经|\bwest\b/gi, 'W'],
  [/北纬|\bnorth\b/gi, 'N'],
  [/南纬|\bsouth\b/gi, 'S'],
  [/东/g, 'E'],
  [/西/g, 'W'],
  [/北/g, 'N'],
  [/南/g, 'S'],
  [/经度?|\b(?:longitude|long|lng|lon)\b/gi, 'O'],
  [/纬度?|\b(?:latitude|lat)\b/gi, 'T'],
  [/(\d)\s*d(?:eg(?:rees?)?)?[ .]*(?=[\d\s]|$)/gi, '$1°'],
  [/(°\s*\d+(?:\.\d+)?)\s*m(?:in(?:utes?)?)?[ .]*(?=[\d\s,;NSEW]|$)/gi, "$1'"],
  [/('\s*\d+(?:\.\d+)?)\s*s(?:ec(?:onds?)?)?(?=[\s,;NSEW.]|$)/g, '$1"']
];
/** Degrees, minutes and seconds without marks: between colons or hyphens, or with blanks between. */
const UNMARKED: readonly (readonly [RegExp, string])[] = [
  [/(?<![\d.:])(\d{1,3}):(\d{1,2}):(\d{1,2}(?:\.\d+)?)(?![\d:])/g, '$1°$2\'$3"'],
  [/(?<![\d.-])(\d{1,3})-(\d{1,2})-(\d{1,2}(?:\.\d+)?)(?![\d-])/g, '$1°$2\'$3"'],
  [/(?<![\d.])(\d{1,3})\s+(\d{1,2})\s+(\d{1,2}(?:\.\d+)?)(?!\s*[\d.°'"])/g, '$1°$2\'$3"'],
  [/(?<![\d.])(\d{1,3})\s+(\d{1,2})\s+(\d{1,2}(?:\.\d+)?)(?=\s+\d{1,3}°)/g, '$1°$2\'$3"'],
  // degrees and decimal minutes, only where a letter says that these are not two numbers
  [/(?<![\d.])(\d{1,3})[\s:-](\d{1,2}\.\d+)(?=\s*[NSEW])/g, "$1°$2'"],
  [/(?<=[NSEW]\s*)(\d{1,3})[\s:-](\d{1,2}\.\d+)(?![\d.°])/g, "$1°$2'"]
];

const NUMBER = '\\d+(?:\\.\\d*)?|\\.\\d+';
const ONE = new RegExp(
  `(?<before>(?:[NSEWOT][\\s:=."]*)*)(?<sign>[+-])?\\s*(?<degrees>${NUMBER})` +
    `(?:\\s*(?<mark>°)(?:(?<!\\.\\d*\\s*°)\\s*(?<minutes>\\d+(?:\\.\\d*)?)(?![\\d.]|\\s*°)\\s*(?:'\\s*(?:(?<seconds>\\d+(?:\\.\\d*)?)(?![\\d.]|\\s*[°'])\\s*"?)?)?)?)?` +
    `(?:\\s*(?<after>[NSEWOT])(?![A-Z]))?`,
  'iy'
);
const BETWEEN = /[\s,;、。|/()[\]{}<>"]+/y;

function spell(text: string): string {
  let tidy = text;
  for (const [pattern, by] of SPELLINGS) tidy = tidy.replace(pattern, by);
  tidy = tidy.normalize('NFKC');
  for (const [pattern, by] of WORDS) tidy = tidy.replace(pattern, by);
  for (const [pattern, by] of UNMARKED) tidy = tidy.replace(pattern, by);
  return tidy.trim().replace(/^geo:/i, '');
}

/** 300838.4 N, 1200404.8 E and 3008.64 N: degrees, minutes and seconds in one number, which only a letter beside it gives away. */
function unpack(digits: string, axis: Part['axis']): number {
  const whole = /^\d+/.exec(digits)?.[0].length ?? 0;
  const value = Number(digits);
  const size = axis === 'lat' ? 2 : 3;
  if (whole <= size || value <= 180) return value;
  const parts = whole > size + 2 ? [Number(digits.slice(0, whole - 4)), digits.slice(whole - 4, whole - 2), digits.slice(whole - 2)] : [];
  const [degrees = Number(digits.slice(0, whole - 2)), minutes = digits.slice(whole - 2), seconds = '0'] = parts;
  return Number(minutes) < 60 && Number(seconds) < 60 ? Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600 : NaN;
}

function partOf({ before = '', sign, degrees = '', minutes = '0', seconds = '0', mark, after = '' }: Record<string, string | undefined>): Part | undefined {
  const letters = (before + after).toUpperCase();
  const axis = /[EWO]/.test(letters) ? 'lon' : /[NST]/.test(letters) ? 'lat' : undefined;
  if (axis === 'lon' && /[NST]/.test(letters)) return undefined;
  if (Number(minutes) >= 60 || Number(seconds) >= 60 || (Number(minutes) + Number(seconds) > 0 && degrees.includes('.'))) return undefined;
  const sided = /[NSEW]/.test(letters);
  const base = sided && mark === undefined ? unpack(degrees, axis) : Number(degrees);
  const size = base + Number(minutes) / 60 + Number(seconds) / 3600;
  if (Number.isNaN(size) || (sided && size > (axis === 'lat' ? 90 : 180))) return undefined;
  return { value: sign === '-' || /[SW]/.test(letters) ? -size : size, axis };
}

/** All coordinates of a text; undefined if anything else is in it. */
function partsOf(text: string): Part[] | undefined {
  if (text.length > LONGEST || !/\d/.test(text.normalize('NFKC'))) return undefined;
  const tidy = spell(text);
  const parts: Part[] = [];
  let at = 0;
  const skip = () => {
    BETWEEN.lastIndex = at;
    const found = BETWEEN.exec(tidy);
    if (found) at += found[0].length;
    return found?.[0];
  };
  skip();
  while (at < tidy.length) {
    ONE.lastIndex = at;
    const found = ONE.exec(tidy);
    if (!found?.groups || parts.length > 2) return undefined;
    let end = found[0].length;
    const groups = { ...found.groups };
    // a letter behind is the next number's where each has its letter before it
    if (groups.before && groups.after) {
      end -= 1;
      groups.after = '';
    }
    const part = partOf(groups);
    if (!part) return undefined;
    parts.push(part);
    at += end;
    const between = skip();
    if (at >= tidy.length) break;
    // 0571-88888888 is no pair: numbers need something between them
    if (between === undefined && groups.mark === undefined && part.axis === undefined) return undefined;
    // 3/5 is a fraction
    if (between?.trim() === '/' && groups.mark === undefined && part.axis === undefined && !/\.\d/.test(found[0])) return undefined;
  }
  return parts;
}

/** A longitude or latitude: decimal degrees, or degrees, minutes and seconds in any of the usual marks. */
export function readCoordinate(text: string): ReadCoordinate {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return { value: Number(trimmed), tidied: false };
  const parts = partsOf(trimmed);
  return parts?.length === 1 && parts[0] ? { value: parts[0].value, tidied: true } : NONE;
}

/**
 * Two coordinates in one cell: “120.1,30.2”, “(120.1，30.2)”, “30°08′38.4″N, 120°04′04.8″E”; a height may follow.
 * undefined if there are not two.
 */
export function readWrittenPair(text: string): WrittenPair | undefined {
  const bare = text
    .trim()
    .replace(/^(?:SRID=\d+;)?POINT(?: ?Z)?\s*/i, '')
    .replace(/[,，;；\s]+(-?\d+(?:\.\d+)?)\s*(?:m|米)$/i, ',$1');
  const pointed = bare.normalize('NFKC');
  if (COMMA_PAIR.test(pointed)) return readWrittenPair(pointed.replaceAll(',', '.'));
  // 3,336,078.277 and 120,068 are one number
  if (GROUPED.test(pointed)) return undefined;
  const parts = partsOf(bare);
  const [first, second, height] = parts ?? [];
  if (!first || !second || (height && height.axis !== undefined)) return undefined;
  // “120.1,30.2,” is part of something longer
  if (/[,，;；]\s*$/.test(bare)) return undefined;
  if (first.axis !== undefined && first.axis === second.axis) return undefined;
  const latFirst = first.axis === 'lat' || second.axis === 'lon' ? true : first.axis === 'lon' || second.axis === 'lat' ? false : undefined;
  return { first: first.value, second: second.value, latFirst };
}

/** As `readWrittenPair`, the numbers only, in the order written. */
export function readPair(text: string): readonly [number, number] | undefined {
  const pair = readWrittenPair(text);
  return pair && [pair.first, pair.second];
}
