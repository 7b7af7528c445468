import { clearCustomDict, customPinyin, pinyin } from 'pinyin-pro';
import { foldText, unitsOf } from '../../src/lib/domain/search-text';
import type { AdminUnit } from '../../src/lib/schema/atlas';

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
 * Pinyin of the Han characters of each text, without tones, separated by spaces; undefined for a text without any.
 * Words decide on the reading of a character (重点 zhong, 重组 chong), names of the region's units go first.
 */
export function pinyinOf(texts: Iterable<string>, units: readonly AdminUnit[]): Map<string, string> {
  customPinyin(localNames(units));
  try {
    return new Map([...texts].flatMap((text) => (unitsOf(text).some(({ han }) => han) ? [[text, say(text)] as const] : [])));
  } finally {
    clearCustomDict('pinyin');
  }
}

function say(text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
  const characters = unitsOf(text).filter(({ han }) => han).length;
  // a reading that does not fit would put every later mark on the wrong character
  if (syllables.length !== characters) throw new Error(`pinyin of “${text}”: ${syllables.length} syllables for ${characters} characters`);
  return syllables.join(' ');
}
