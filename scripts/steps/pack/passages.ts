import { clauseParts } from '#lib/atlas/clause-parts';
import type { ClausePart } from '#lib/atlas/clause-parts';
import { findPrinted } from '#lib/atlas/printed';
import type { Passages } from '#lib/schema/passages';

type Range = Readonly<{ from: number; to: number }>;
type Clause = Readonly<{ id: string; starts?: string | undefined; reconstructed?: boolean }>;

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const han = (number: number): string =>
  number < 10 ? (DIGITS[number] ?? '') : `${number < 20 ? '' : (DIGITS[Math.floor(number / 10)] ?? '')}十${DIGITS[number % 10] ?? ''}`;

/** A heading stands at the beginning of a line or, where an extract lost its lines, after a sentence or a chapter's heading. */
const heading = (printed: string) => new RegExp(`(?<=^|[\\n。；）)\\]]|[一二三四五六七八九十]、[^。；，、\\n]{1,20})\\s*${printed}`, 'g');
/** Chapters, and sections whose heading is alone on its line: no clause goes on past them. */
const BREAKS = [heading('[一二三四五六七八九十]+、'), /^[（(][一二三四五六七八九十]+[）)][^。\n]{2,30}$/gm];

function patternOf(part: ClausePart): RegExp | undefined {
  if (part.kind === 'word' || part.kind === 'paragraph') return undefined;
  const number = han(part.number);
  switch (part.kind) {
    case 'chapter':
      return heading(`${number}、`);
    case 'section':
      return heading(`[（(]${number}[）)]`);
    case 'item':
      return heading(`${part.number}\\s*[.．、](?!\\d)`);
    case 'point':
      return heading(`${number}是`);
    case 'article':
      return heading(`第(?:${number}|${part.number})条`);
    case 'annex':
      return heading(`附件\\s*${part.number}`);
  }
}

/** First match of a heading inside a range, past the white space before it. */
function firstIn(text: string, pattern: RegExp, { from, to }: Range): number | undefined {
  const match = [...text.matchAll(pattern)].find(({ index, 0: all }) => index + all.search(/\S/) >= from && index < to);
  return match && match.index + match[0].search(/\S/);
}

/** From a heading to the next one of its kind, or to the end of what it stands in. */
function reach(text: string, part: ClausePart, start: number, within: Range): Range {
  const next = part.kind === 'word' || part.kind === 'paragraph' ? undefined : patternOf({ ...part, number: part.number + 1 });
  return { from: start, to: (next && firstIn(text, next, { from: start + 1, to: within.to })) ?? within.to };
}

/**
 * Starts of the paragraphs of a range. A line that ends within a sentence goes on in the next one, and the agencies in brackets belong to what
 * they close. @param headed the first paragraph takes a heading that is alone on its line with it
 */
function paragraphs(text: string, { from, to }: Range, headed: boolean): number[] {
  const starts: number[] = [];
  let open = false;
  for (const match of text.slice(from, to).matchAll(/[^\n]*\S[^\n]*/g)) {
    const line = match[0].trim();
    if (!open && !/^[（([]?(?:责任|牵头|配合)单位/.test(line)) starts.push(from + match.index);
    open = !/[。；：！？）)\]][”"]?$/.test(line);
  }
  const [first, second] = starts;
  // “（二）行动目标。” alone on its line is the heading of what follows
  const alone = headed && first !== undefined && second !== undefined && /^\S{1,24}[。：]?$/.test(text.slice(first, second).trim());
  return alone ? [first, ...starts.slice(2)] : starts;
}

/** Where a clause begins, and how far what it stands in reaches. */
function locate(text: string, parts: readonly ClausePart[], numbered: readonly number[]): number | undefined {
  let within: Range = { from: 0, to: text.length };
  let start: number | undefined;
  for (const part of parts) {
    if (part.kind === 'word') {
      if (['前言', '引言'].includes(part.printed)) return 0;
      const last = Math.max(...numbered);
      if (['末段', '附则'].includes(part.printed)) return Number.isFinite(last) ? paragraphs(text, { from: last, to: text.length }, false)[1] : undefined;
      return firstIn(text, heading(part.printed), within);
    }
    const pattern = patternOf(part);
    start = pattern ? firstIn(text, pattern, within) : paragraphs(text, within, true)[part.kind === 'paragraph' ? part.number - 1 : 0];
    if (start === undefined) return undefined;
    within = reach(text, part, start, within);
  }
  return start;
}

/**
 * Cut a document's printed text into the passages of its clauses: each begins at its printed number, or at the words that its document.yaml
 * says (`starts`), and ends where the next one begins or a chapter does. A number rebuilt from a scrambled extract marks no place.
 * @returns the passages in the order of the clauses, and the clauses whose place was not found
 */
export function cutPassages(text: string, clauses: readonly Clause[]): { passages: Passages; missing: string[] } {
  const places = new Map<string, number>();
  const place = ({ id, starts, reconstructed }: Clause) => {
    if (reconstructed && !starts) return;
    const start = starts ? findPrinted(text, starts)?.[0]?.[0] : locate(text, clauseParts(id) ?? [], [...places.values()]);
    if (start !== undefined) places.set(id, start);
  };
  // what closes a text is looked for behind the numbered clauses
  const closes = ({ id }: Clause) => ['末段', '附则'].includes(id);
  clauses.filter((clause) => !closes(clause)).forEach(place);
  clauses.filter(closes).forEach(place);
  const stops = [...places.values(), ...BREAKS.flatMap((pattern) => [...text.matchAll(pattern)].map(({ index, 0: all }) => index + all.search(/\S/)))];
  return {
    passages: clauses.flatMap(({ id }) => {
      const from = places.get(id);
      if (from === undefined) return [];
      return [{ clause: id, text: text.slice(from, Math.min(text.length, ...stops.filter((stop) => stop > from))).trim() }];
    }),
    missing: clauses.filter(({ id }) => !places.has(id)).map(({ id }) => id)
  };
}
