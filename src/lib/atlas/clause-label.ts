/* Every page with a citation carries this: it is kept short. */

/** Clauses that are called by a word. */
export const CLAUSE_WORDS: Readonly<Record<string, string>> = {
  正文: 'Main text',
  前言: 'Preamble',
  引言: 'Introduction',
  附则: 'Closing provisions',
  附: 'Annex',
  末段: 'Closing paragraph',
  名单: 'List',
  '2024年调整': '2024 adjustment',
  位置: 'Positions',
  边界: 'Boundaries',
  面积: 'Areas',
  产业布局: 'Industrial layout'
};

/** 二十八 → 28, up to 99; digits as they are. */
export function numberOf(text: string): number {
  const [tens, ones = ''] = text.split('十').map((part) => '一二三四五六七八九'.indexOf(part || '-') + 1);
  return Number(text) || (ones === '' ? Number(tens) : (Number(tens) || 1) * 10 + ones);
}

/** 1 to 39: the Roman numerals of Unicode, spelt in letters. */
const roman = (number: number): string => 'X'.repeat(number / 10) + (number % 10 ? String.fromCharCode(0x215f + (number % 10)).normalize('NFKC') : '');

/**
 * A clause's number in the reader's language: 二（一）¶2 → “II (1), para. 2”. Chinese readers get the printed form, and so does everyone where
 * it is not made of known steps.
 */
export function clauseLabel(id: string, locale: 'zh' | 'en'): string {
  if (locale === 'zh') return id;
  const label = id
    .replace(/第([一二三四五六七八九十]+|\d+)条/g, (_, n: string) => ` Article ${numberOf(n)}`)
    .replace(/（([一-龥]+)）/g, (_, n: string) => ` (${numberOf(n)})`)
    .replace(/¶/g, ', para. ')
    .replace(/([一二三四五六七八九十]+)是/g, (_, n: string) => `, point ${numberOf(n)}`)
    .replace(/^[一二三四五六七八九十]+/, (n) => roman(numberOf(n)))
    .replace(/\)(?=\d)/, ') ')
    .trim();
  return CLAUSE_WORDS[id] ?? (/[^ -~]|\(0/.test(label) ? id : label);
}
