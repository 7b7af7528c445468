import type { Target } from '#lib/schema/atlas';
import { SCOPE_LEVELS } from './rows';

/* The chart by deadline as lists: whom targets are set for, which of them stand by name, and which are counted in dots. */

/** So many targets can stand in the chart by name. */
export const NAMED_MOST = 40;
/** Money as the documents count it. */
const MONEY: ReadonlySet<string> = new Set(['yi-yuan', 'wan-yuan']);
/** How large something should become in money: what a reader asks for first. Minimums of single firms and second wordings are none. */
const isAim = ({ counting, unit, sameAs }: Target): boolean => counting === 'level' && MONEY.has(unit) && sameAs === undefined;

export type ChartGroup = Readonly<{
  key: string;
  level: Target['scope']['level'];
  /** the units of all its targets, where they are the same */
  adcodes: readonly string[];
  targets: readonly Target[];
  named: readonly Target[];
  /** its targets by deadline; none where all stand by name */
  heaps: readonly Readonly<{ year: number | undefined; targets: readonly Target[] }>[];
}>;

/**
 * Targets by whom they are set for: first where something by name still holds, then from the widest area down; cities one by one, zones,
 * platforms and programmes each together. Where many are shown only the amounts of money stand by name.
 * @param rank of a target's standing: 0 where it holds; lower ones come first
 */
export function chartGroups(shown: readonly Target[], rank: (target: Target) => number): ChartGroup[] {
  const all = shown.length <= NAMED_MOST;
  /** what still holds is read first */
  const rankOf = ({ named }: Pick<ChartGroup, 'named'>) => (Math.min(...named.map(rank), 1) > 0 ? 1 : 0);
  const groups = Map.groupBy(shown, ({ scope: { level, adcodes } }) => (level === 'province' || level === 'city' ? `${level} ${adcodes.join()}` : level));
  return [...groups]
    .map(([key, targets]) => {
      const [first] = targets;
      const named = (all ? [...targets] : targets.filter(isAim).sort((a, b) => b.value - a.value)).sort((a, b) => rank(a) - rank(b));
      const years = [...new Set(targets.map(({ year }) => year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
      return {
        key,
        level: first?.scope.level ?? 'programme',
        adcodes: key.includes(' ') ? (first?.scope.adcodes ?? []) : [],
        targets,
        named,
        heaps: all ? [] : years.map((year) => ({ year, targets: targets.filter((target) => target.year === year) }))
      };
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || SCOPE_LEVELS.indexOf(a.level) - SCOPE_LEVELS.indexOf(b.level) || b.targets.length - a.targets.length);
}

/** Distance of the dots of a heap, how many stand in a row, and the room above them for their number. */
export const DOT = { step: 7, perRow: 5, top: 24 } as const;

/** Height of the row of a group's heaps. */
export const heapsHeight = ({ heaps }: Pick<ChartGroup, 'heaps'>): number =>
  DOT.top + Math.ceil(Math.max(0, ...heaps.map(({ targets }) => targets.length)) / DOT.perRow) * DOT.step + 8;

/**
 * A heap's dots as one path for each kind, around x = 0: each dot is a line without length, drawn by its round ends.
 * @param kindOf how a target's dot looks
 */
export function heapPaths(targets: readonly Target[], kindOf: (target: Target) => string): { kind: string; d: string }[] {
  const kinds = Map.groupBy(targets, kindOf);
  const left = (-(Math.min(targets.length, DOT.perRow) - 1) * DOT.step) / 2;
  let i = 0;
  return [...kinds].map(([kind, members]) => {
    const dots = members.map(() => {
      const at = `M${left + (i % DOT.perRow) * DOT.step} ${DOT.top + 4 + Math.floor(i / DOT.perRow) * DOT.step}h0`;
      i += 1;
      return at;
    });
    return { kind, d: dots.join('') };
  });
}
