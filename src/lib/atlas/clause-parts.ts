import { CLAUSE_WORDS, numberOf } from './clause-label';

/* Clause numbers as documents print them, taken apart, to look them up in a text. Pages only need their English reading: clause-label. */

/** One step of a clause number: chapter 一, section （二）, item 3, paragraph ¶4, point 一是, article 第五条, or a word such as 前言. */
export type ClausePart = Readonly<
  { kind: 'chapter' | 'section' | 'item' | 'paragraph' | 'point' | 'article' | 'annex'; number: number } | { kind: 'word'; printed: string }
>;

const HAN = '[一二三四五六七八九十]+';

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
  const parts: ClausePart[] = [];
  let rest = id.trim();
  while (rest !== '') {
    const form = FORMS.map(([pattern, kind]) => ({ kind, match: pattern.exec(rest) })).find(({ match }) => match);
    if (form?.match) {
      const [all, number = ''] = form.match;
      parts.push({ kind: form.kind, number: numberOf(number) });
      rest = rest.slice(all.length).trim();
      continue;
    }
    const word = Object.keys(CLAUSE_WORDS).find((printed) => rest === printed);
    if (!word || parts.length > 0) return undefined;
    parts.push({ kind: 'word', printed: word });
    rest = '';
  }
  return parts.length > 0 ? parts : undefined;
}
