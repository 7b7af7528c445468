import type { Target } from '#lib/schema/atlas';

/** The chart's time axis; places are percent of its width, so that it fits any screen. */
export type DeadlineAxis = Readonly<{
  /** first and last day of the axis, and where the last one lies */
  from: string;
  to: string;
  end: number;
  /** where targets without a deadline stand */
  open: number;
  /** the years in which some target falls due: at their last day */
  years: readonly Readonly<{ year: number; x: number }>[];
}>;

/** A day as a number of years, e.g. 2026.5, evenly within its year. */
export function dayPosition(day: string): number {
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${day}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** Where a day lies on the axis, in percent; undefined off its ends. */
export function placeDay({ from, to, end }: Pick<DeadlineAxis, 'from' | 'to' | 'end'>, day: string): number | undefined {
  const part = (dayPosition(day) - dayPosition(from)) / (dayPosition(to) - dayPosition(from));
  return part >= 0 && part <= 1 ? Math.round(part * end * 10) / 10 : undefined;
}

/** An axis on which every deadline has room to both sides, and a place at its right for targets without one. */
export function deadlineAxis(targets: readonly Pick<Target, 'year'>[]): DeadlineAxis {
  const years = [...new Set(targets.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const first = years[0] ?? 2020;
  const last = years.at(-1) ?? first;
  const span = { from: `${first}-01-01`, to: `${last + 1}-09-30`, end: 87 };
  return { ...span, open: 94, years: years.map((year) => ({ year, x: placeDay(span, `${year}-12-31`) ?? 0 })) };
}
