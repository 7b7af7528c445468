import { measureOf } from './aggregate';
import type { Figures, Measure } from './aggregate';

/* Classes of figures, for shades on the map and ranges in its legend. */

/** As many shades as an eye tells apart beside each other. */
const MOST_CLASSES = 5;

/** To two digits that count: breaks are read, not computed with. */
const rounded = (value: number): number => Number(value.toPrecision(2));

/** Quantiles of sorted values as bounds, without those that would leave a class empty: a colour in the legend that the map does not show. */
function quantileBreaks(sorted: readonly number[]): number[] {
  const [least, greatest] = [sorted[0] ?? NaN, sorted.at(-1) ?? NaN];
  const breaks: number[] = [];
  for (let i = 1; i < MOST_CLASSES; i++) {
    const bound = rounded(sorted[Math.floor((i / MOST_CLASSES) * sorted.length)] ?? NaN);
    const last = breaks.at(-1) ?? least;
    if (bound > last && bound <= greatest && sorted.some((value) => value >= last && value < bound)) breaks.push(bound);
  }
  return breaks;
}

/**
 * Lower bounds of the classes above the first, ascending: quantiles, rounded to two digits that count. Where most values are
 * alike, quantiles of the different ones, which tell more apart; where they are few, each has a class of its own.
 * Every class holds at least one value.
 */
export function classBreaks(values: readonly number[]): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= MOST_CLASSES) return distinct.slice(1);
  const [ofAll, ofDistinct] = [quantileBreaks(sorted), quantileBreaks(distinct)];
  return ofAll.length >= ofDistinct.length ? ofAll : ofDistinct;
}

/** Number of the class that a value is in, from 0. */
export function classOf(breaks: readonly number[], value: number): number {
  let index = 0;
  while (index < breaks.length && value >= (breaks[index] ?? Infinity)) index += 1;
  return index;
}

/** A class as the legend prints it: its least and greatest values present, and how many of them there are. */
export type ValueClass = Readonly<{ least: number; greatest: number; size: number }>;

export type Shaded = Readonly<{
  /** class by id; ids without a figure are left out */
  classes: ReadonlyMap<string, number>;
  legend: readonly ValueClass[];
}>;

/** Sort figures into classes. @param entries ids with their figures */
export function shade(entries: readonly (readonly [string, Figures])[], measure: Measure): Shaded {
  const values = entries.flatMap(([id, figures]) => {
    const value = measureOf(figures, measure);
    return value === undefined ? [] : [[id, value] as const];
  });
  return shadeValues(values);
}

/** Sort values into classes, each with the range that it has. */
export function shadeValues(values: readonly (readonly [string, number])[]): Shaded {
  const breaks = classBreaks(values.map(([, value]) => value));
  const classes = new Map(values.map(([id, value]) => [id, classOf(breaks, value)]));
  const legend = Array.from({ length: values.length > 0 ? breaks.length + 1 : 0 }, (_, i) => {
    const members = values.flatMap(([id, value]) => (classes.get(id) === i ? [value] : []));
    return { least: Math.min(...members), greatest: Math.max(...members), size: members.length };
  });
  return { classes, legend };
}

/** Values that classes of a whole column are made from; more would take longer and change little. */
const SAMPLE = 20_000;

/** Classes of a column of numbers, NaN for blanks: bounds from a sample, ranges from all values. */
export function shadeColumn(values: Float64Array): Readonly<{ breaks: readonly number[]; legend: readonly ValueClass[] }> {
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  const sample: number[] = [];
  for (let row = 0; row < values.length; row += step) if (Number.isFinite(values[row])) sample.push(values[row] ?? NaN);
  const breaks = classBreaks(sample);
  const legend = Array.from({ length: sample.length > 0 ? breaks.length + 1 : 0 }, () => ({ least: Infinity, greatest: -Infinity, size: 0 }));
  for (const value of values) {
    const entry = Number.isFinite(value) ? legend[classOf(breaks, value)] : undefined;
    if (!entry) continue;
    entry.size += 1;
    if (value < entry.least) entry.least = value;
    if (value > entry.greatest) entry.greatest = value;
  }
  return { breaks, legend };
}
