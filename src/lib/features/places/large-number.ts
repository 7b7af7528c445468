import type { Text } from '#lib/schema/common';
import type { ProfileFact } from '#lib/schema/published';

/** A value with its number apart, and what else it says: the whole of it where the rest alone would not read. */
export type LargeNumber = Readonly<{ sign: string; number: string; unit: string; rest: string }>;

/** Fields whose number tells a size. */
const SIZES: readonly ProfileFact['field'][] = ['area-km2', 'planned-area-km2', 'firms', 'output', 'floor-area', 'investment'];
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?:约|about )$/, '≈'],
  [/(?:超|逾|more than |above |over )$/, '>']
];
const UNIT = /^(?:余?(?:万平方米|平方公里|公顷|万?亿元|万元|家|个)| ?(?:km²|m²|ha|billion|million)(?![\p{L}²]))/u;
/** An aim, a part of a whole that is not told, or what is so of the district around it: no size of the place. In English, for both languages. */
const NOT_ITS_SIZE = /^aim|half of|\b(?:District|City|County)\b/;
/** What holds a number and is no size: a moment. */
const MOMENT = /\d{4}年(?:\d+月)?|(?:in |by |during )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d(?![\d,])/g;
const IN_BRACKETS = /（[^（）]*）|\([^()]*\)/g;
const hide = (text: string) => text.replace(/\d/g, '#');

/** The one number of a value that says how large a place is, or the year of its founding; nothing where there are several, or where it is no size of it. */
export function largeNumber({ field, value: text }: Pick<ProfileFact, 'field' | 'value'>, language: keyof Text): LargeNumber | undefined {
  const value = text[language];
  if (field === 'founded') return yearOf(value);
  if (!SIZES.includes(field) || NOT_ITS_SIZE.test(text.en)) return undefined;
  // other moments and what brackets add count for nothing, and stay where they are
  const plain = value.replace(MOMENT, hide).replace(IN_BRACKETS, hide);
  const [found, second] = [...plain.matchAll(/¥?\d[\d,.]*\d|¥?\d/g)];
  if (!found || second) return undefined;
  const after = value.slice(found.index + found[0].length);
  const unit = UNIT.exec(after)?.[0] ?? '';
  const before = value.slice(0, found.index);
  const [pattern, sign] = SIGNS.find(([one]) => one.test(before)) ?? [/$^/, ''];
  const [head, tail] = [before.replace(pattern, ''), after.slice(unit.length)];
  return { sign, number: found[0], unit: unit.trim(), rest: restOf(head, tail) ?? value };
}

/** The rest in words that stand alone: what comes before, or what comes after. */
function restOf(head: string, tail: string): string | undefined {
  if (head !== '' && tail !== '') return undefined;
  return (head || tail)
    .replace(/(?:：|:| of| at)?\s*$/, '')
    .replace(/^[\s，,；;]+/, '')
    .replace(/^[（(]([^（）()]*)[）)]$/, '$1');
}

function yearOf(value: string): LargeNumber | undefined {
  const years = [...value.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)];
  const [year] = years;
  if (!year || years.length > 1) return undefined;
  const unit = value.slice(year.index + 4).startsWith('年') ? '年' : '';
  const tail = value.slice(year.index + 4 + unit.length);
  return { sign: '', number: year[0], unit, rest: year.index === 0 && /^(?:[，,]|$)/.test(tail) ? (restOf('', tail) ?? '') : value };
}
