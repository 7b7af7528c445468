/** Where the axis of the deadline chart starts and ends: days, and their places in the picture. */
type Axis = Readonly<{ from: string; to: string; x0: number; x1: number }>;

export type DeadlineChart = Readonly<{
  width: number;
  height: number;
  /** where the lanes begin */
  top: number;
  /** start of the lane for targets without a deadline */
  openX: number;
  axis: Axis;
  /** the end of each year; `used` where some target falls due */
  ticks: readonly Readonly<{ year: number; x: number; used: boolean }>[];
  lanes: readonly Readonly<{
    document: string;
    y: number;
    height: number;
    flags: readonly Readonly<{
      /** the pole, or the edge of the dots where there is no deadline */
      x: number;
      due: string | undefined;
      ids: readonly string[];
    }>[];
  }>[];
}>;

/** Room for the texts at the top of a lane. */
export const LANE_TOP = 44;
/** Distance of a flag's dots, and how many stand in a row. */
export const DOT = { step: 9, perRow: 5 } as const;

/** Where the dots of a flag stand: rows to the later side of its pole. */
export function placeDots(ids: readonly string[], x: number, laneY: number): { id: string; x: number; y: number }[] {
  const tenth = (n: number) => Math.round(n * 10) / 10;
  return ids.map((id, i) => ({ id, x: tenth(x + 7 + (i % DOT.perRow) * DOT.step), y: laneY + LANE_TOP + 4 + Math.floor(i / DOT.perRow) * DOT.step }));
}

/** A day as a number of years, e.g. 2026.5, evenly within its year. */
export function dayPosition(day: string): number {
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${day}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** Where a day lies on the axis; undefined off its ends. */
export function placeDay({ from, to, x0, x1 }: Axis, day: string): number | undefined {
  const part = (dayPosition(day) - dayPosition(from)) / (dayPosition(to) - dayPosition(from));
  return part >= 0 && part <= 1 ? Math.round((x0 + part * (x1 - x0)) * 10) / 10 : undefined;
}
