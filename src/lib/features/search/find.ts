import { SEARCH_KINDS } from './entries';
import type { Findable, Searchable, SearchKind } from './entries';
import { NAMED, matchLabel, matchNearly, termOf } from './label';
import type { Label, Term } from './label';
import { parseQuery } from './query';

/** Why an entry is found: by a name of its own, by something it belongs to or has, or by a passage of its text. */
export type Why = Readonly<{ by: 'name'; label: Label } | { by: 'ref'; ref: Findable } | { by: 'text'; text: string }>;

export type SearchHit = Readonly<{ item: Findable; score: number; why: Why }>;
export type SearchGroup = Readonly<{ kind: SearchKind; hits: readonly SearchHit[] }>;
export type SearchResult = Readonly<{ groups: readonly SearchGroup[]; total: number }>;

/** Aliases come just after names, ids (which readers seldom know) after both. */
const ALSO = 0.95;
const ID = 0.6;
const REF = 0.5;
const TEXT = 20;
/** Ids are found only by three letters or more. */
const SHORTEST_ID = 3;
const TYPO_SPREAD = 12;

type Found = Readonly<{ score: number; why: Why }>;
type Matcher = typeof matchLabel;

function inNames(item: Findable, term: Term, matcher: Matcher): Found | undefined {
  let best: Found | undefined;
  const consider = (label: Label, weight: number): void => {
    const score = (matcher(label, term)?.score ?? 0) * weight;
    if (score > (best?.score ?? 0)) best = { score, why: { by: 'name', label } };
  };
  consider(item.zh, 1);
  consider(item.en, 1);
  for (const label of item.also) consider(label, ALSO);
  if (term.text.length >= SHORTEST_ID) consider(item.id, ID);
  return best;
}

function inText(item: Findable, term: Term): Found | undefined {
  if (item.text.length === 0) return undefined;
  // in running text a word of letters counts from its beginning
  const wanted = term.spoken === undefined ? term.text : ` ${term.text}`;
  const hit = item.text.find(({ folded }) => folded.includes(wanted));
  return hit ? { score: TEXT, why: { by: 'text', text: hit.text } } : undefined;
}

/** Scores of one term for every entry, by position. */
function scoreTerm({ all }: Searchable, term: Term): (Found | undefined)[] {
  let named = all.map((item) => inNames(item, term, matchLabel));
  // only a word that stands nowhere may be a typo: otherwise what is meant is what is written
  if (!named.some((found) => found && found.score >= NAMED)) {
    const near = nearTo(all, term);
    named = named.map((found, i) => ((near[i]?.score ?? 0) > (found?.score ?? 0) ? near[i] : found));
  }
  return all.map((item, i) => {
    let best = named[i] ?? inText(item, term);
    for (const ref of item.entry.refs ?? []) {
      const [target, found] = [all[ref], named[ref]];
      if (target && found && found.score >= NAMED && found.score * REF > (best?.score ?? 0))
        best = { score: found.score * REF, why: { by: 'ref', ref: target } };
    }
    return best;
  });
}

/** Names that a term is near to, those much farther off than the nearest left out. */
function nearTo(all: readonly Findable[], term: Term): (Found | undefined)[] {
  const near = all.map((item) => inNames(item, term, matchNearly));
  const least = Math.max(0, ...near.map((found) => found?.score ?? 0)) - TYPO_SPREAD;
  return near.map((found) => (found && found.score >= least ? found : undefined));
}

/** All terms in one entry: as good as they are on the average, told by the best of them. */
function allOf(found: readonly (Found | undefined)[]): Found | undefined {
  let [sum, best]: [number, Found | undefined] = [0, undefined];
  for (const one of found) {
    if (!one) return undefined;
    sum += one.score;
    if (!best || one.score > best.score) best = one;
  }
  return best && { score: sum / found.length, why: best.why };
}

/**
 * Search everything for what a reader typed: Chinese of any length, pinyin, initials, English, or a mixture.
 * Never throws, whatever is typed. Groups stand in the order of their best hit.
 */
export function search(searchable: Searchable, input: string): SearchResult {
  const { whole, terms } = parseQuery(input);
  if (terms.length === 0) return { groups: [], total: 0 };
  const scored = terms.map((term) => scoreTerm(searchable, termOf(term)));
  // “qian tang”, “M3用地”: what is typed apart may be written together
  const together = termOf(whole);
  const joined = terms.length > 1 ? searchable.all.map((item) => inNames(item, together, matchLabel)) : [];
  const hits = searchable.all.flatMap((item, i): SearchHit[] => {
    if (item.entry.kind === 'capability') return [];
    const apart = allOf(scored.map((found) => found[i]));
    const best = (joined[i]?.score ?? 0) > (apart?.score ?? 0) ? joined[i] : apart;
    return best ? [{ item, ...best }] : [];
  });
  return groupHits(hits.length > 0 || terms.length === 1 ? hits : nearlyWhole(searchable, together));
}

/** “qian tnag”: nothing has all the words, but all of them together may be one with a typo. */
function nearlyWhole({ all }: Searchable, whole: Term): SearchHit[] {
  const near = nearTo(all, whole);
  return all.flatMap((item, i) => {
    const found = item.entry.kind === 'capability' ? undefined : near[i];
    return found ? [{ item, ...found }] : [];
  });
}

const rankOf = (kind: SearchKind): number => SEARCH_KINDS.indexOf(kind);

function groupHits(hits: readonly SearchHit[]): SearchResult {
  const groups = SEARCH_KINDS.flatMap((kind): SearchGroup[] => {
    const own = hits.filter(({ item }) => item.entry.kind === kind);
    return own.length > 0 ? [{ kind, hits: own.sort((a, b) => b.score - a.score || a.item.zh.units.length - b.item.zh.units.length) }] : [];
  });
  // while “qianta” is being typed, the district stays before the zone named after it
  const best = ({ kind, hits: own }: SearchGroup) => (own[0]?.score ?? 0) - rankOf(kind);
  return { groups: groups.sort((a, b) => best(b) - best(a) || rankOf(a.kind) - rankOf(b.kind)), total: hits.length };
}

/** A stretch of a name, marked where it answers the query. */
export type Stretch = Readonly<{ text: string; marked: boolean }>;

/** Cut a name into stretches for showing, those that match marked. */
export function markMatches(label: Label, input: string): Stretch[] {
  const { whole, terms } = parseQuery(input);
  const wholeMatch = terms.length > 1 ? matchLabel(label, termOf(whole)) : undefined;
  const matches = wholeMatch ? [wholeMatch] : terms.map(termOf).flatMap((term) => matchLabel(label, term) ?? matchNearly(label, term) ?? []);
  const marked = label.units.map((_, i) => matches.some(({ from, to }) => i >= from && i < to));
  const stretches: Stretch[] = [];
  let done = 0;
  let i = 0;
  while (i < label.units.length) {
    const from = i;
    while (i < label.units.length && marked[i]) i++;
    const [first, last] = [label.units[from], label.units[i - 1]];
    if (i > from && first && last) {
      if (first.start > done) stretches.push({ text: label.text.slice(done, first.start), marked: false });
      stretches.push({ text: label.text.slice(first.start, last.end), marked: true });
      done = last.end;
    } else i++;
  }
  if (done < label.text.length) stretches.push({ text: label.text.slice(done), marked: false });
  return stretches;
}

const STARTING_SECTORS = 6;

/** Where to begin with nothing typed: the layouts, and the sectors that most zones name. */
export function startingPoints({ all }: Searchable): SearchResult {
  const named = new Map<Findable, number>();
  for (const { entry } of all) {
    for (const ref of entry.kind === 'zone' ? (entry.refs ?? []) : []) {
      const item = all[ref];
      if (item?.entry.kind === 'sector') named.set(item, (named.get(item) ?? 0) + 1);
    }
  }
  const hit = (item: Findable): SearchHit => ({ item, score: 0, why: { by: 'name', label: item.zh } });
  const sectors = [...named].sort((a, b) => b[1] - a[1]).slice(0, STARTING_SECTORS);
  const layouts = all.filter(({ entry }) => entry.kind === 'layout');
  const groups: SearchGroup[] = [
    { kind: 'layout', hits: layouts.map(hit) },
    { kind: 'sector', hits: sectors.map(([item]) => hit(item)) }
  ];
  return { groups: groups.filter(({ hits }) => hits.length > 0), total: layouts.length + sectors.length };
}
