import type { Target } from '#lib/schema/atlas';

/** A figure that may stand on a target's own scale: it is of the same metric, scope, unit and definition. */
export type ScalePoint = Readonly<{
  id: string;
  value: number;
  /** last day that it is about, YYYY-MM-DD */
  day: string;
  /** the value in short, for where there is little room */
  text: string;
  /** the reader's own, not published */
  own?: true;
}>;

export type ScaleMark = ScalePoint &
  Readonly<{
    /** percent of the scale's width */
    at: number;
    /** year below it; left out where it would lie over others */
    label?: string;
    /** row of its label */
    lane: 0 | 1;
  }>;
export type TargetScale = Readonly<{
  /** where the target lies; a printed range has an end */
  from: number;
  to?: number;
  marks: readonly ScaleMark[];
}>;

/** Labels nearer than this to each other, in percent, do not fit into one row. */
const LABEL = 17;
/** Room to the right of the largest. */
const ROOM = 1.08;

/**
 * A target's own scale, from nothing to a little more than the largest figure: where the target lies, and the points.
 * No length between them is drawn: it is no bar of progress.
 * @returns undefined where there is nothing to draw: no points, or ranks, which have no length
 */
export function targetScale(target: Pick<Target, 'value' | 'upper' | 'unit'>, points: readonly ScalePoint[]): TargetScale | undefined {
  if (points.length === 0 || target.unit === 'rank') return undefined;
  const values = [target.value, target.upper ?? target.value, ...points.map(({ value }) => value)];
  const [least, most] = [Math.min(0, ...values) * ROOM, Math.max(0, ...values) * ROOM];
  if (least === most) return undefined;
  const place = (value: number) => Math.round(((value - least) / (most - least)) * 1000) / 10;
  const ends = [-Infinity, -Infinity];
  const marks = points
    // a point may be a mark of an earlier drawing
    .map(({ id, value, day, text, own }) => ({ id, value, day, text, ...(own ? { own } : {}), at: place(value) }))
    .sort((a, b) => a.value - b.value)
    .map((point): ScaleMark => {
      const lane = ends.findIndex((end) => point.at - end >= LABEL);
      if (lane < 0) return { ...point, lane: 0 };
      ends[lane] = point.at;
      return { ...point, lane: lane === 0 ? 0 : 1, label: point.day.slice(0, 4) };
    });
  return { from: place(target.value), ...(target.upper === undefined ? {} : { to: place(target.upper) }), marks };
}
