/* Clause numbers as documents print them, taken apart; the printed form stays the id. */

/** One step of a clause number: chapter 一, section （二）, item 3, paragraph ¶4, point 一是, article 第五条, or a word such as 前言. */
export type ClausePart = Readonly<
  { kind: 'chapter' | 'section' | 'item' | 'paragraph' | 'point' | 'article' | 'annex'; number: number } | { kind: 'word'; printed: string; english: string }
>;

const WORDS: Readonly<Record<string, string>> = {
  前言: 'Preamble',
  引言: 'Introduction',
  正文: 'Body',
  附则: 'Closing provisions',
  附: 'Annex',
  附件: 'Annex',
  末段: 'Closing paragraph',
  名单: 'List',
  位置: 'Positions',
  边界: 'Boundaries',
  面积: 'Areas',
  产业布局: 'Industrial layout'
};
const DIGITS = '〇一二三四五六七八九';
const HAN = '[一二三四五六七八九十]+';

/** 二十八 → 28, up to 99. */
function hanNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (one: string | undefined) => (one ? DIGITS.indexOf(one) : 0);
  return text.includes('十') ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(ones);
}

const FORMS: readonly (readonly [RegExp, Exclude<ClausePart['kind'], 'word'>])[] = [
  [new RegExp(`^第(${HAN}|\\d+)条`), 'article'],
  [/^附件(\d+)/, 'annex'],
  [new RegExp(`^[（(](${HAN})[）)]`), 'section'],
  [new RegExp(`^(${HAN})是`), 'point'],
  [new RegExp(`^(${HAN})`), 'chapter'],
  [/^¶(\d+)/, 'paragraph'],
  [/^(\d+)/, 'item']
];

/** The steps of a clause id, outermost first, or undefined where it is not made of known ones. */
export function clauseParts(id: string): ClausePart[] | undefined {
  const changed = /^(\d{4})年调整$/.exec(id);
  if (changed) return [{ kind: 'word', printed: id, english: `${changed[1]} adjustment` }];
  const parts: ClausePart[] = [];
  let rest = id.trim();
  while (rest !== '') {
    const form = FORMS.map(([pattern, kind]) => ({ kind, match: pattern.exec(rest) })).find(({ match }) => match);
    if (form?.match) {
      const [all, number = ''] = form.match;
      parts.push({ kind: form.kind, number: /^\d+$/.test(number) ? Number(number) : hanNumber(number) });
      rest = rest.slice(all.length).trim();
      continue;
    }
    const word = Object.entries(WORDS).find(([printed]) => rest === printed || rest.startsWith(`${printed}¶`));
    if (!word || parts.length > 0) return undefined;
    parts.push({ kind: 'word', printed: word[0], english: word[1] });
    rest = rest.slice(word[0].length);
  }
  return parts.length > 0 ? parts : undefined;
}

/** 1 to 99 in Roman numerals. */
function roman(number: number): string {
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'];
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return `${tens[Math.floor(number / 10)] ?? ''}${ones[number % 10] ?? ''}`;
}

/**
 * A clause's number in the reader's language: 二（一）¶2 → “II (1), para. 2”. Chinese readers get the printed form, and so does everyone where
 * it is not made of known steps.
 */
export function clauseLabel(id: string, locale: 'zh' | 'en'): string {
  const parts = locale === 'en' ? clauseParts(id) : undefined;
  if (!parts) return id;
  return parts
    .map((part, i) => {
      const before = i === 0 ? '' : part.kind === 'paragraph' || part.kind === 'point' ? ', ' : ' ';
      return before + partLabel(part);
    })
    .join('');
}

function partLabel(part: ClausePart): string {
  switch (part.kind) {
    case 'word':
      return part.english;
    case 'chapter':
      return roman(part.number);
    case 'section':
      return `(${part.number})`;
    case 'item':
      return String(part.number);
    case 'paragraph':
      return `para. ${part.number}`;
    case 'point':
      return `point ${part.number}`;
    case 'article':
      return `Article ${part.number}`;
    case 'annex':
      return `Annex ${part.number}`;
  }
}
