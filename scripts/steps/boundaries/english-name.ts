import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { readTable } from './read-table';

/** The code, or an island's word (base-outlines.csv). */
const row = z.object({ adcode: z.string().regex(/^(\d{6}|[a-z]+)$/), nameZh: z.string().min(1), nameEn: z.string().min(1) });

/** Chinese endings of county- and prefecture-level units and what English calls them, longest first. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['自治县', ' Autonomous County'],
  ['自治州', ' Autonomous Prefecture'],
  ['特别行政区', ' Special Administrative Region'],
  ['自治旗', ' Autonomous Banner'],
  ['特区', ' Special District'],
  ['矿区', ' Mining District'],
  ['地区', ' Prefecture'],
  ['新区', ' New Area'],
  ['区', ' District'],
  ['县', ' County'],
  ['市', ' City'],
  ['旗', ' Banner'],
  ['盟', ' League'],
  ['省', '']
];

/** Peoples that autonomous units are named for, as their official English names spell them. */
const PEOPLES: Readonly<Record<string, string>> = {
  保安: 'Bonan',
  布朗: 'Blang',
  布依: 'Buyei',
  藏: 'Tibetan',
  朝鲜: 'Korean',
  傣: 'Dai',
  达斡尔: 'Daur',
  东乡: 'Dongxiang',
  侗: 'Dong',
  独龙: 'Derung',
  鄂伦春: 'Oroqen',
  鄂温克: 'Evenk',
  仡佬: 'Gelao',
  哈尼: 'Hani',
  哈萨克: 'Kazakh',
  回: 'Hui',
  景颇: 'Jingpo',
  柯尔克孜: 'Kirgiz',
  拉祜: 'Lahu',
  黎: 'Li',
  傈僳: 'Lisu',
  满: 'Manchu',
  毛南: 'Maonan',
  蒙古: 'Mongol',
  苗: 'Miao',
  仫佬: 'Mulao',
  纳西: 'Naxi',
  怒: 'Nu',
  普米: 'Pumi',
  羌: 'Qiang',
  撒拉: 'Salar',
  畲: 'She',
  水: 'Sui',
  塔吉克: 'Tajik',
  土: 'Tu',
  土家: 'Tujia',
  佤: 'Va',
  锡伯: 'Xibe',
  瑶: 'Yao',
  彝: 'Yi',
  裕固: 'Yugur',
  白: 'Bai',
  壮: 'Zhuang'
};
/** With 族 any of them, without it those of two characters and more: 博尔塔拉蒙古, but not the 水 of a place. */
const NAMES = Object.keys(PEOPLES).sort((a, b) => b.length - a.length);
const PEOPLES_AT_END = new RegExp(`(?:(?:${NAMES.join('|')})族|${NAMES.filter((name) => name.length > 1).join('|')})+$`, 'u');
const ONE_PEOPLE = new RegExp(`(${NAMES.join('|')})族?`, 'gu');

/** How characters are read in the names of units whatever the dictionary says: 花都, 江都; 喀什, 什邡; 吴堡, 红寺堡. */
const READ: Readonly<Record<string, string>> = { 都: 'du', 什: 'shi', 堡: 'bu' };

/**
 * English names of units: from geodata/boundaries/english-names.csv (and a pack's) and provinces.csv where they stand there, else
 * pinyin without tones and the English word for the ending. Returned as a function of code and Chinese name.
 */
export function englishNames(extra?: string): (adcode: string, nameZh: string) => string {
  const authored = new Map([...readTable('provinces.csv', row), ...readTable('english-names.csv', row, extra)].map((entry) => [entry.adcode, entry.nameEn]));
  const stems = readStems(extra);
  return (adcode, nameZh) => authored.get(adcode) ?? spell(nameZh, stems);
}

const stemRow = z.object({ nameZh: z.string().min(1), stemEn: z.string().min(1) });
const readStems = (extra?: string): ReadonlyMap<string, string> =>
  new Map(readTable('english-stems.csv', stemRow, extra).map((entry) => [entry.nameZh, entry.stemEn]));

/**
 * Pinyin of a unit's name with its English ending: 临安区 → “Lin'an District”. A one-character stem keeps its ending: 青县 → “Qingxian County”. Autonomous
 * units are named for their peoples: 连山壮族瑶族自治县 → “Lianshan Zhuang and Yao Autonomous County”.
 * @param stems names that are read otherwise, geodata/boundaries/english-stems.csv
 */
export function spell(nameZh: string, stems: ReadonlyMap<string, string> = readStems()): string {
  // 清新区 is the district of 清新, no new area of 清
  const [ending, english] = ENDINGS.find(([zh]) => nameZh.endsWith(zh) && nameZh.length >= 2 * Math.min(zh.length, 2)) ?? ['', ''];
  const whole = nameZh.slice(0, nameZh.length - ending.length);
  const peoples = ending.startsWith('自治') ? (PEOPLES_AT_END.exec(whole)?.[0] ?? '') : '';
  // 鄂温克族自治旗 has no name beside its people's
  const stem = whole.slice(0, whole.length - peoples.length);
  const named = [...peoples.matchAll(ONE_PEOPLE)].map(([, name = '']) => PEOPLES[name] ?? name);
  const said = stems.get(nameZh) ?? (stem && say(stem.length === 1 && !peoples ? nameZh : stem));
  return [said, joined(named)].filter(Boolean).join(' ') + english;
}

const joined = (names: readonly string[]): string => (names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join(''));

function say(text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
  return joinSyllables([...text].map((character, i) => READ[character] ?? syllables[i] ?? ''));
}

/** Joins syllables to a word, with an apostrophe before a syllable that begins with a, e or o (GB/T 16159). */
export function joinSyllables(syllables: readonly string[]): string {
  const word = syllables
    .map((syllable, index) => (index > 0 && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable))
    .join('')
    .replaceAll('v', 'ü');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
