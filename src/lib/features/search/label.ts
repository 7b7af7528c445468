import { countLetters, lettersOf, unitsOf } from './query';
import type { TextUnit } from './query';
import { beginAlike, nearestStart, typosAllowed } from './typo';

/** One way to read a label, its units run together. `unitAt[i]` is the unit that begins at offset i, or -1. */
type Reading = Readonly<{ joined: string; letters: number; unitAt: Int16Array; starts: readonly number[] }>;

/** A name ready to be matched: as written, and where it has Han characters by pinyin and by pinyin initials. */
export type Label = Readonly<{ text: string; units: readonly TextUnit[]; written: Reading; sound?: Reading; initials?: Reading }>;

/** How well a term fits a label (0 to 100) and which units of it (from, up to and without to). */
export type Match = Readonly<{ score: number; from: number; to: number }>;

/*
 * What is typed in full ranks before what is begun, a beginning before a middle, writing before pinyin before initials,
 * all of them before typos. A search box is used one letter at a time: the bonus for what is covered lets short names rise.
 */
const WRITTEN = { whole: 100, start: 80, inside: 56, part: 18 };
const SOUND = { whole: 96, start: 74, inside: 44 };
const INITIALS = { whole: 88, start: 58, inside: 30 };
const TYPO = { whole: 52, start: 42, inside: 34, perTypo: 5 };
const COVER_BONUS = 12;
const WORD_BONUS = 3;

/** From this score on a term stands in a name at the beginning of a word. */
export const NAMED = 34;

const LATIN = /^[a-z0-9]+$/;

/** A folded word to look for, with what every comparison needs of it. `spoken` is set where it may be pinyin. */
export type Term = Readonly<{ text: string; letters: number; spoken?: string }>;

export function termOf(text: string): Term {
  return { text, letters: lettersOf(text), ...(LATIN.test(text) ? { spoken: plainSound(text) } : {}) };
}

function readingOf(parts: readonly string[]): Reading {
  const joined = parts.join('');
  const unitAt = new Int16Array(joined.length + 1).fill(-1);
  const starts: number[] = [];
  let offset = 0;
  parts.forEach((part, i) => {
    starts.push(offset);
    unitAt[offset] = i;
    offset += part.length;
  });
  unitAt[joined.length] = parts.length;
  return { joined, letters: lettersOf(joined), unitAt, starts };
}

/** Pinyin as typed: the ü of lü and nü is typed u or v. */
const plainSound = (text: string): string => text.replace(/([ln])v/g, '$1u');

/**
 * Make a label of a name.
 * @param syllables pinyin of its Han characters in order; without it the name is found only as written
 */
export function labelOf(text: string, syllables: readonly string[] = []): Label {
  const units = unitsOf(text);
  const written = readingOf(units.map((unit) => unit.text));
  if (syllables.length === 0 || syllables.length !== units.filter((unit) => unit.han).length) return { text, units, written };
  let next = 0;
  const spoken = units.map((unit) => (unit.han ? plainSound(syllables[next++] ?? '') : unit.text));
  return { text, units, written, sound: readingOf(spoken), initials: readingOf(spoken.map((part) => part.slice(0, 1))) };
}

/** Unit that holds an offset of a reading. */
function unitHolding({ unitAt }: Reading, offset: number): number {
  let at = offset;
  while (at > 0 && unitAt[at] === -1) at--;
  return unitAt[at] ?? 0;
}

function found(reading: Reading, start: number, length: number, score: number): Match {
  const covered = length / reading.joined.length;
  const endsWord = (reading.unitAt[start + length] ?? -1) >= 0;
  return {
    score: covered === 1 ? score : score + covered * COVER_BONUS + (endsWord ? WORD_BONUS : 0),
    from: unitHolding(reading, start),
    to: unitHolding(reading, start + length - 1) + 1
  };
}

/** First place in a reading where the text begins a unit. */
function unitStart({ joined, unitAt }: Reading, text: string): number {
  let at = joined.indexOf(text);
  while (at > 0 && unitAt[at] === -1) at = joined.indexOf(text, at + 1);
  return at;
}

function matchReading(reading: Reading, text: string, scale: { whole: number; start: number; inside: number }, inside: boolean): Match | undefined {
  const at = unitStart(reading, text);
  if (at < 0 || (at > 0 && !inside)) return undefined;
  if (at > 0) return found(reading, at, text.length, scale.inside);
  return found(reading, at, text.length, text.length === reading.joined.length ? scale.whole : scale.start);
}

const better = (a: Match | undefined, b: Match | undefined): Match | undefined => (a && (!b || a.score >= b.score) ? a : b);
/** How many letters of the term a reading lacks altogether. */
const lacks = (reading: Reading, { letters }: Term): number => countLetters(letters & ~reading.letters);

/** “pharma” in “biopharma”, but not “mah” in “Pharma High-tech”. */
function withinWord({ units, written }: Label, text: string): Match | undefined {
  if (!written.joined.includes(text)) return undefined;
  const at = units.findIndex((unit) => unit.text.includes(text));
  return at < 0 ? undefined : { score: WRITTEN.part + (text.length / written.joined.length) * COVER_BONUS, from: at, to: at + 1 };
}

/** Best exact match of a term in a label: as written, by pinyin or by initials. */
export function matchLabel(label: Label, term: Term): Match | undefined {
  const { text, spoken } = term;
  let best: Match | undefined;
  if (lacks(label.written, term) === 0) {
    // one letter says little: only beginnings count
    best = matchReading(label.written, text, WRITTEN, spoken === undefined || text.length > 1);
    if (!best && spoken !== undefined && text.length > 2) best = withinWord(label, text);
  }
  if (spoken === undefined) return best;
  if (label.sound) best = better(best, matchReading(label.sound, spoken, SOUND, text.length > 1));
  if (label.initials && text.length > 1) best = better(best, matchReading(label.initials, text, INITIALS, text.length > 2));
  return best;
}

/** Best match of a term in a label with a typo or two. */
export function matchNearly(label: Label, term: Term): Match | undefined {
  const most = typosAllowed(term.text);
  if (most === 0) return undefined;
  const written = lacks(label.written, term) > most ? undefined : nearly(label.written, term.text, most);
  return label.sound && term.spoken !== undefined ? better(written, nearly(label.sound, term.spoken, most)) : written;
}

function nearly(reading: Reading, text: string, most: number): Match | undefined {
  let best: Match | undefined;
  for (const start of reading.starts) {
    if (!beginAlike(text, reading.joined, start)) continue;
    const near = nearestStart(text, reading.joined, start, most);
    if (!near || near.length === 0) continue;
    const base = start > 0 ? TYPO.inside : near.length === reading.joined.length ? TYPO.whole : TYPO.start;
    best = better(best, found(reading, start, near.length, base - near.distance * TYPO.perTypo));
  }
  return best;
}
