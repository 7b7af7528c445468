import type { Target } from '#lib/schema/atlas';
import type { Counting } from '#lib/schema/terms';
import type { Atlas } from '#lib/atlas/atlas';
import { convertTo } from './measure-units';

/*
 * Values that a reader reports, beside the documents' targets. They are the reader's word, never a fact of the pack:
 * nothing here writes to the atlas, nothing is added up, and values that count differently are never compared.
 */

/** A value as the reader reports it. */
export type Actual = Readonly<{
  /** row of the file, 1-based, header counted */
  line: number;
  /** id of the target that it is about */
  target: string;
  year: number;
  value: number;
  /** as the reader writes it */
  unit: string;
  /** how it counts, where the reader says so; otherwise taken as the target counts */
  counting?: Counting;
  note?: string;
}>;

/** Why a value is not compared with its target. */
export const UNCOMPARED = ['unit', 'counting', 'average', 'rank', 'target-zero'] as const;
export type Uncompared = (typeof UNCOMPARED)[number];

/** What a value amounts to against its target. */
export type Standing =
  /** the value's share of the target, 1 = reached; of a printed range, of its lower end */
  | Readonly<{ kind: 'share'; ratio: number }>
  /** a limit (at most …): whether it is kept */
  | Readonly<{ kind: 'limit'; kept: boolean }>
  | Readonly<{ kind: 'none'; reason: Uncompared }>;

export type ActualPoint = Readonly<{
  actual: Actual;
  /** in the target's unit; undefined where the unit is another */
  value: number | undefined;
  standing: Standing;
  /** of a year after the target's deadline */
  late: boolean;
}>;

/** A target with what the reader reports for it, by year. Several years stand beside each other and are never added up. */
export type ActualLine = Readonly<{ target: Target; points: readonly ActualPoint[]; latest: ActualPoint | undefined }>;

/** Judge a value against its target. Total. */
export function standingOf(target: Target, actual: Actual, value: number | undefined): Standing {
  if (actual.counting !== undefined && actual.counting !== target.counting) return { kind: 'none', reason: 'counting' };
  if (value === undefined) return { kind: 'none', reason: 'unit' };
  // the average of several years is not the figure of one, unless the reader says that it is the average
  if (target.counting === 'average-per-year' && actual.counting !== 'average-per-year') return { kind: 'none', reason: 'average' };
  if (target.operator === '<=') return { kind: 'limit', kept: value <= target.value };
  if (target.unit === 'rank') return { kind: 'none', reason: 'rank' };
  if (target.value === 0) return { kind: 'none', reason: 'target-zero' };
  return { kind: 'share', ratio: value / target.value };
}

/**
 * Reported values beside the documents' targets, in the documents' order; targets of which nothing is reported are left out,
 * as are values for targets that these data do not have. For the pitch as well: pure, and it changes no fact.
 */
export function actualsBesideTargets(atlas: Atlas, actuals: readonly Actual[]): ActualLine[] {
  const measures = [...atlas.measure].map(([id, name]) => ({ id, name }));
  return atlas.data.targets.flatMap((target) => {
    const points = actuals
      .filter((actual) => actual.target === target.id)
      .map((actual): ActualPoint => {
        const value = convertTo(actual.value, actual.unit, target.unit, measures);
        return { actual, value, standing: standingOf(target, actual, value), late: target.year !== undefined && actual.year > target.year };
      })
      .sort((a, b) => a.actual.year - b.actual.year || a.actual.line - b.actual.line);
    return points.length > 0 ? [{ target, points, latest: points.at(-1) }] : [];
  });
}
