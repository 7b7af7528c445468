import type { Target } from '#lib/schema/atlas';
import type { Atlas } from '#lib/atlas/atlas';

/* Targets as a list: what a reader can ask for, and which of them have fallen due. Targets only: no document prints a result. */

export const SCOPE_LEVELS = ['province', 'city', 'county', 'zone', 'platform', 'programme'] as const satisfies readonly Target['scope']['level'][];
export const COMMITMENTS = ['stated', 'strive'] as const satisfies readonly Target['commitment'][];
/** due: the deadline has come; running: it is ahead; open: the document states none */
export const DUE_STATES = ['due', 'running', 'open'] as const;
export type DueState = (typeof DUE_STATES)[number];
/** What a draft proposes neither runs nor falls due: it is counted apart. */
export const TARGET_STATES = [...DUE_STATES, 'draft'] as const;
export type TargetState = (typeof TARGET_STATES)[number];
export const SORT_KEYS = ['document', 'metric', 'family', 'value', 'deadline', 'scope', 'commitment'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What the reader asks for. Absent means any. */
export type TargetFilter = Readonly<{
  /** words that must all occur, in Chinese or English */
  q: string;
  doc?: string;
  level?: Target['scope']['level'];
  /** adcode of a unit that the target is set for by name */
  unit?: string;
  family?: string;
  year?: number | 'none';
  commitment?: Target['commitment'];
  due?: TargetState;
}>;
export type TargetOrder = Readonly<{ sort: SortKey; descending: boolean }>;
export type TargetsView = TargetFilter & TargetOrder;

export const DEFAULT_VIEW: TargetsView = { q: '', sort: 'document', descending: false };

/** The day on which a target falls due: the last day of its year. Undefined where no year is stated. */
export const dueDay = (target: Pick<Target, 'year'>): string | undefined => (target.year === undefined ? undefined : `${target.year}-12-31`);

/**
 * Whether a target has fallen due by a day, that day included. A target without a year never does.
 * @param day YYYY-MM-DD
 */
export function dueBy(target: Pick<Target, 'year'>, day: string): boolean {
  const end = dueDay(target);
  return end !== undefined && end <= day;
}

export function dueState(target: Pick<Target, 'year'>, day: string): DueState {
  if (target.year === undefined) return 'open';
  return dueBy(target, day) ? 'due' : 'running';
}

/** As dueState; a target of a draft is one that was proposed, whatever its year. */
export const targetState = (atlas: Atlas, target: Target, day: string): TargetState =>
  atlas.document.get(target.document)?.status === 'draft' ? 'draft' : dueState(target, day);

/** Text made comparable: full-width forms and case folded, thousands separators between digits dropped. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, '$1');

/**
 * What a text search looks through: metric, words of the document, value, scope, document and clause, in both languages.
 * @param more further words for the same thing, e.g. the name of its family
 */
export function searchText(atlas: Atlas, target: Target, more: readonly string[] = []): string {
  const { scope } = target;
  const zones = [scope.zone, ...(scope.zones ?? [])].flatMap((id) => (id && atlas.zone.get(id)) || []);
  const place = scope.place === undefined ? undefined : atlas.place.get(scope.place);
  const document = atlas.document.get(target.document);
  const names = [
    target.metric,
    target.baseline,
    atlas.measure.get(target.unit),
    document?.title,
    document?.short,
    place?.name,
    ...scope.adcodes.map((adcode) => atlas.unit.get(adcode)?.name),
    ...zones.flatMap((zone) => [zone.name, zone.short])
  ];
  const texts = names.flatMap((name) => (name ? [name.zh, name.en] : []));
  const figures = [target.value, target.upper, target.year].flatMap((n) => (n === undefined ? [] : String(n)));
  return folded([...texts, ...figures, target.wording, target.citation.clause, document?.number ?? '', target.id, ...more].join('\n'));
}

/**
 * The targets that pass all filters, in the given order.
 * @param stateOf the target's state on the reader's day
 * @param textOf the target's searchText
 */
export function filterTargets(
  targets: readonly Target[],
  filter: TargetFilter,
  stateOf: (target: Target) => TargetState,
  textOf: (target: Target) => string
): Target[] {
  const words = folded(filter.q).split(/\s+/).filter(Boolean);
  const { doc, level, unit, family, year, commitment, due } = filter;
  return targets.filter(
    (target) =>
      (doc === undefined || target.document === doc) &&
      (level === undefined || target.scope.level === level) &&
      (unit === undefined || target.scope.adcodes.includes(unit)) &&
      (family === undefined || target.family === family) &&
      (year === undefined || (target.year ?? 'none') === year) &&
      (commitment === undefined || target.commitment === commitment) &&
      (due === undefined || stateOf(target) === due) &&
      words.every((word) => textOf(target).includes(word))
  );
}

/** How targets read in the reader's language, for sorting by name. */
type Wording = Readonly<{ language: string; metric: (target: Target) => string; family: (target: Target) => string }>;

/**
 * Targets in the order asked for; equals keep the order given, which is the documents' own.
 * Values are ordered within their unit only, and targets without a year come last either way.
 */
export function sortTargets(targets: readonly Target[], { sort, descending }: TargetOrder, wording: Wording): Target[] {
  const collator = new Intl.Collator(wording.language, { numeric: true });
  const sign = descending ? -1 : 1;
  const compare = (a: Target, b: Target): number => {
    switch (sort) {
      case 'document':
        return 0;
      case 'metric':
        return sign * collator.compare(wording.metric(a), wording.metric(b));
      case 'family':
        return sign * collator.compare(wording.family(a), wording.family(b));
      case 'value':
        return collator.compare(a.unit, b.unit) || sign * (a.value - b.value);
      case 'deadline':
        return Number(a.year === undefined) - Number(b.year === undefined) || sign * ((a.year ?? 0) - (b.year ?? 0));
      case 'scope':
        return (
          sign * (SCOPE_LEVELS.indexOf(a.scope.level) - SCOPE_LEVELS.indexOf(b.scope.level) || collator.compare(a.scope.adcodes.join(), b.scope.adcodes.join()))
        );
      case 'commitment':
        return sign * (COMMITMENTS.indexOf(a.commitment) - COMMITMENTS.indexOf(b.commitment));
    }
  };
  const sorted = [...targets].sort(compare);
  return sort === 'document' && descending ? sorted.reverse() : sorted;
}

/** How many targets are due, running and without deadline, and how many a draft proposes. */
export function countDue(targets: readonly Target[], stateOf: (target: Target) => TargetState): Record<TargetState, number> {
  const counts = { due: 0, running: 0, open: 0, draft: 0 };
  for (const target of targets) counts[stateOf(target)] += 1;
  return counts;
}
