import { factsOf, sampleOf } from './column-facts';
import type { ColumnFacts, Known } from './column-facts';
import { rolesOfWords } from './column-words';
import { findCoordinates } from './coordinate-columns';
import type { CodeKind } from './codes';
import type { ColumnRole, GuessBasis, GuessReason } from './guess';
import type { DecimalSign } from './read-number';

export type { Known };
export type ColumnsGuess = Readonly<{ columns: readonly ColumnRole[]; reasons: readonly GuessBasis[]; exchanged: boolean }>;
export type ColumnsOptions = Readonly<{
  sign?: DecimalSign;
  /** rows are all there are: a column that is blank in them is blank */
  whole?: boolean;
  /** positions come with the rows: no column holds them */
  geometry?: boolean;
}>;

type Choice = Readonly<{ role: ColumnRole; basis: GuessBasis }>;
const choose = (role: ColumnRole, confidence: number, reason: GuessReason, more: Partial<GuessBasis> = {}): Choice => ({
  role,
  basis: { confidence, reason, ...more }
});

/** Roles of places by name, and how much of a column must be known names before its header is believed: “平台” is often a free text. */
const NAMING: readonly (readonly [role: ColumnRole, enough: number])[] = [
  ['adcode', 0.4],
  ['province', 0.4],
  ['city', 0.4],
  ['district', 0.4],
  // many give the street alone, and the district in a column of its own
  ['address', 0.1],
  ['place', 0.4]
];

/** Share of a column that is what the role asks for; undefined where values say nothing about it. */
function fitOf(role: ColumnRole, facts: ColumnFacts): number | undefined {
  switch (role) {
    case 'adcode':
    case 'district':
      return facts.county + facts.prefecture;
    case 'city':
      return facts.prefecture;
    case 'province':
      return facts.province;
    case 'address':
      return facts.address;
    case 'place':
      return facts.place;
    case 'number':
      return facts.number;
    case 'lon':
    case 'lat':
    case 'lonlat':
    case 'latlon':
    case 'geometry':
    case 'date':
    case 'name':
    case 'text':
    case 'skip':
      return undefined;
  }
}

/** Codes of these kinds are told by a single one: a number has no noughts in front, and no credit code is chance. */
const TELLING: ReadonlySet<CodeKind> = new Set(['credit-code', 'parcel', 'citizen', 'long', 'noughts']);
/** Of a column headed as an amount a few such cells are slips. */
const SLIPS = 0.05;

/** The code that a column consists of, or that keeps it from being one of numbers. */
function codeOf({ code, losing, number, date }: ColumnFacts, headedNumber: boolean): GuessBasis['code'] {
  if (!code || date > 0.5) return undefined;
  if (TELLING.has(code.kind)) return (headedNumber ? losing > SLIPS || number < 0.5 : code.share > 0.5 || losing > 0) ? code.kind : undefined;
  return code.share > (headedNumber ? 0.99 : 0.8) ? code.kind : undefined;
}

/** What a header's word says, if the values bear it out. */
function byWord(role: ColumnRole, facts: ColumnFacts, header: string, code: GuessBasis['code']): Choice | undefined {
  const fit = fitOf(role, facts);
  const both = (share: number) => choose(role, Math.min(0.99, 0.5 + 0.5 * share), 'header-and-values', { share });
  switch (role) {
    case 'lon':
    case 'lat':
    case 'lonlat':
    case 'latlon':
      return undefined;
    case 'date':
      // a time may be a number of days; years and days are dates
      if (facts.date > 0.5 || facts.dayNumber > 0.5 || facts.year > 0.5)
        return choose('date', 0.9, 'header-and-values', { share: Math.max(facts.date, facts.dayNumber, facts.year) });
      return facts.number < 0.5 ? choose('date', 0.8, 'header') : undefined;
    case 'name':
      // 落户企业（家） counts them
      return facts.number > 0.9 && /[（(].*[）)]$/.test(header) ? undefined : choose('name', 0.8, 'header');
    case 'number':
      return fit !== undefined && fit >= 0.5 && !code ? both(fit) : undefined;
    case 'text':
      return choose('text', 0.8, code ? 'code' : 'header', code ? { code } : {});
    case 'geometry':
    case 'skip':
    case 'adcode':
    case 'province':
    case 'city':
    case 'district':
    case 'address':
    case 'place':
      return fit !== undefined && fit >= (NAMING.find(([naming]) => naming === role)?.[1] ?? 0.4) ? both(fit) : undefined;
  }
}

/** What a column may be by itself, the likeliest first. The last one, a number or a text, always holds. */
function candidatesOf(header: string, facts: ColumnFacts, whole: boolean): readonly Choice[] {
  const words = rolesOfWords(header);
  if (facts.filled === 0) {
    if (/^\d+$/.test(header)) return [choose('skip', 0.9, 'blank')];
    // rows further on may not be blank; what places rows must show it
    const word = whole ? undefined : words.find((role) => role === 'number' || role === 'date' || role === 'name');
    return [word ? choose(word, 0.3, 'header') : choose('text', 0.3, 'blank')];
  }
  const code = codeOf(facts, words.includes('number'));
  const found = words.flatMap((role) => byWord(role, facts, header, code) ?? []);
  const values = (role: ColumnRole, confidence: number, share: number) => found.push(choose(role, confidence, 'values', { share }));
  if (facts.county > 0.8 && facts.street > 0.5) values('address', 0.7, facts.address);
  if (facts.county > 0.8) values(facts.number > 0.8 ? 'adcode' : 'district', 0.7, facts.county);
  if (facts.prefecture > 0.8) values(facts.number > 0.8 ? 'adcode' : 'city', 0.7, facts.prefecture);
  if (facts.place > 0.5) values('place', 0.6, facts.place);
  if (facts.date > 0.8) values('date', 0.7, facts.date);
  if (code) found.push(choose('text', 0.7, 'code', { code, share: facts.code?.share ?? 0 }));
  else if (facts.number > 0.9) values('number', 0.6, facts.number);
  found.push(choose('text', 0.5, 'rest'));
  return found;
}

/** Only one column may have each of these roles: the surest, then the first. */
const SINGLE: readonly ColumnRole[] = ['adcode', 'province', 'city', 'district', 'address', 'place', 'name'];

/** Give each role that is given once to the surest of its columns; the others go on to what else they may be. */
function settle(candidates: readonly (readonly Choice[])[]): Choice[] {
  const at = candidates.map(() => 0);
  const current = (column: number) => candidates[column]?.[at[column] ?? 0] as Choice;
  for (let again = true; again;) {
    again = false;
    for (const role of SINGLE) {
      const claims = candidates.flatMap((_, column) => (current(column).role === role ? [column] : []));
      const best = claims.reduce((a, b) => (current(b).basis.confidence > current(a).basis.confidence ? b : a), claims[0] ?? 0);
      for (const column of claims) {
        if (column === best) continue;
        at[column] = (at[column] ?? 0) + 1;
        again = true;
      }
    }
  }
  return candidates.map((_, column) => current(column));
}

/**
 * What the columns hold: header, content and range are judged together, and the reason is kept.
 * Where longitude and latitude stand in each other's column in nine of ten rows, the roles are exchanged.
 */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[], known: Known, options: ColumnsOptions = {}): ColumnsGuess {
  const { sign = '.', whole = true, geometry = false } = options;
  const some = sampleOf(rows);
  const facts = header.map((_, column) =>
    factsOf(
      some.map((row) => row[column] ?? ''),
      known,
      sign
    )
  );
  const set = geometry ? undefined : findCoordinates(header, facts);
  const placing = new Map(set?.columns.map((entry) => [entry.column, entry]));
  const candidates = header.map((name, column): readonly Choice[] => {
    const entry = placing.get(column);
    return entry ? [choose(entry.role, entry.confidence, entry.reason, { share: entry.share })] : candidatesOf(name, facts[column] as ColumnFacts, whole);
  });
  const choices = settle(candidates);
  return { columns: choices.map(({ role }) => role), reasons: choices.map(({ basis }) => basis), exchanged: set?.exchanged ?? false };
}
