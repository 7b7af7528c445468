import { clearCustomDict, customPinyin, pinyin } from 'pinyin-pro';
import type { PinyinTable } from '#lib/features/search/entries';
import { foldText, unitsOf } from '#lib/features/search/query';
import type { AdminUnit } from '#lib/schema/atlas';

/** Words that the dictionary reads wrongly or does not know. */
const WORDS: Readonly<Record<string, string>> = { 重组: 'chong zu', 朝晖: 'zhao hui' };

/** A unit's name without its level: 钱塘区 → 钱塘, 景宁畲族自治县 → 景宁. */
export function nameStem(name: string): string {
  return /^(\p{Script=Han}{2,}?)(?:\p{Script=Han}+族)*(?:自治)?(?:省|市|区|县|州|旗)$/u.exec(name)?.[1] ?? name;
}

/** Every way to read a text aloud, from the readings of its single characters. */
function readings(text: string): string[][] {
  return [...text].reduce<string[][]>(
    (before, character) => {
      const sounds = [...new Set(pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }))];
      return before.flatMap((start) => sounds.map((sound) => [...start, sound]));
    },
    [[]]
  );
}

/** How to say the names of units, read off their English names: 长兴 is Changxing, not Zhangxing; 丽水 Lishui. */
function localNames(units: readonly AdminUnit[]): Record<string, string> {
  return Object.fromEntries(
    units.flatMap(({ name }) => {
      const stem = nameStem(name.zh);
      const english = foldText(name.en).replace(/[^a-z]/g, '');
      const said = readings(stem).find((reading) => english.startsWith(reading.join('').replace(/([ln])v/g, '$1u')));
      return said ? [[stem, said.join(' ')]] : [];
    })
  );
}

/**
 * Pinyin without tones of the Han characters of texts: how each character mostly sounds here, and the texts that read otherwise.
 * Words decide on the reading of a character (重点 zhong, 重组 chong), names of the region's units go first.
 */
export function pinyinTable(texts: Iterable<string>, units: readonly AdminUnit[]): PinyinTable {
  const spoken = sayAll(texts, units);
  const counts = new Map<string, Map<string, number>>();
  for (const { characters, syllables } of spoken) {
    characters.forEach((character, i) => {
      const heard = counts.get(character) ?? new Map<string, number>();
      const syllable = syllables[i] ?? '';
      counts.set(character, heard.set(syllable, (heard.get(syllable) ?? 0) + 1));
    });
  }
  const usual = new Map([...counts].map(([character, heard]) => [character, [...heard].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']));
  const characters: Record<string, string> = {};
  for (const [character, syllable] of [...usual].sort((a, b) => (a[1] < b[1] ? -1 : 1))) characters[syllable] = (characters[syllable] ?? '') + character;
  const otherwise = spoken.filter(({ characters: own, syllables }) => own.some((character, i) => usual.get(character) !== syllables[i]));
  return { characters, otherwise: Object.fromEntries(otherwise.map(({ text, syllables }) => [text, syllables.join(' ')])) };
}

type Spoken = { text: string; characters: string[]; syllables: string[] };

function sayAll(texts: Iterable<string>, units: readonly AdminUnit[]): Spoken[] {
  customPinyin({ ...WORDS, ...localNames(units) });
  try {
    return [...texts].map(say);
  } finally {
    clearCustomDict('pinyin');
  }
}

function say(text: string): Spoken {
  const characters = unitsOf(text).flatMap((unit) => (unit.han ? [unit.text] : []));
  const syllables = characters.length > 0 ? pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }) : [];
  // a reading that does not fit would put every later mark on the wrong character
  if (syllables.length !== characters.length) throw new Error(`pinyin of “${text}”: ${syllables.length} syllables for ${characters.length} characters`);
  return { text, characters, syllables };
}
