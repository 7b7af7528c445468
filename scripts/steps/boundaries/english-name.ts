import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { readTable } from './read-table';

const row = z.object({ adcode: z.string().regex(/^\d{6}$/), nameZh: z.string().min(1), nameEn: z.string().min(1) });

/** Chinese endings of county- and prefecture-level units and what English calls them, longest first. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['自治县', ' Autonomous County'],
  ['自治州', ' Autonomous Prefecture'],
  ['特别行政区', ' Special Administrative Region'],
  ['自治旗', ' Autonomous Banner'],
  ['林区', ' Forestry District'],
  ['地区', ' Prefecture'],
  ['新区', ' New Area'],
  ['区', ' District'],
  ['县', ' County'],
  ['市', ' City'],
  ['旗', ' Banner'],
  ['盟', ' League'],
  ['省', '']
];

/**
 * English names of units: from geodata/boundaries/english-names.csv and provinces.csv where they stand there, else
 * pinyin without tones and the English word for the ending. Returned as a function of code and Chinese name.
 */
export function englishNames(): (adcode: string, nameZh: string) => string {
  const authored = new Map([...readTable('provinces.csv', row), ...readTable('english-names.csv', row)].map((entry) => [entry.adcode, entry.nameEn]));
  return (adcode, nameZh) => authored.get(adcode) ?? spell(nameZh);
}

/** Pinyin of a unit's name with its English ending: 临安区 → “Lin'an District”. A one-character stem keeps its ending: 青县 → “Qingxian County”. */
export function spell(nameZh: string): string {
  const [ending, english] = ENDINGS.find(([zh]) => nameZh.endsWith(zh) && nameZh.length > zh.length) ?? ['', ''];
  const stem = nameZh.slice(0, nameZh.length - ending.length);
  return joinSyllables(pinyin(stem.length === 1 ? nameZh : stem, { toneType: 'none', type: 'array', v: true })) + english;
}

/** Joins syllables to a word, with an apostrophe before a syllable that begins with a, e or o (GB/T 16159). */
export function joinSyllables(syllables: readonly string[]): string {
  const word = syllables
    .map((syllable, index) => (index > 0 && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable))
    .join('')
    .replaceAll('v', 'ü');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
