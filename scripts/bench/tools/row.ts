import { spread } from './stats';
import type { Spread } from './stats';

/** Pages that are measured: the site, its start page's HTML without scripts, its map in nothing but MapLibre, and what readers would pick instead. */
export const SUBJECTS = ['ours', 'static', 'floor', 'maplibre', 'echarts', 'kepler'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a figure should reach; `met` sees the medians of all pages, and says nothing where one that it needs is missing. */
export type Target = Readonly<{ text: string; met: (median: (subject: Subject) => number | undefined) => boolean | undefined }>;

/** One line of the report. */
export type Row = Readonly<{ what: string; unit: string; samples: Partial<Record<Subject, readonly number[]>>; target?: Target; note?: string }>;

/** At most so much. */
export const atMost = (limit: number, unit: string): Target => ({ text: `≤ ${limit} ${unit}`, met: (median) => within(median('ours'), limit) });
/** At least so much. */
export const atLeast = (limit: number, unit: string): Target => ({ text: `≥ ${limit} ${unit}`, met: (median) => within(limit, median('ours')) });
/** At most so many times another page's figure. */
export const atMostTimes = (factor: number, other: Subject): Target => ({
  text: `≤ ${factor} × ${NAMES[other]}`,
  met: (median) => within(median('ours'), scaled(median(other), factor))
});
/** Less than another page's figure. */
export const below = (other: Subject): Target => ({
  text: `< ${NAMES[other]}`,
  met: (median) => {
    const [ours, theirs] = [median('ours'), median(other)];
    return ours === undefined || theirs === undefined ? undefined : ours < theirs;
  }
});
/** All of them. */
export const all = (...targets: readonly Target[]): Target => ({
  text: targets.map(({ text }) => text).join('; '),
  met: (median) => {
    const met = targets.map((target) => target.met(median));
    return met.includes(false) ? false : met.includes(undefined) ? undefined : true;
  }
});

const within = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a <= b);
const scaled = (value: number | undefined, factor: number) => (value === undefined ? undefined : value * factor);

export const NAMES: Readonly<Record<Subject, string>> = {
  ours: 'this site',
  static: 'the same HTML without scripts',
  floor: 'MapLibre with this map',
  maplibre: 'bare MapLibre',
  echarts: 'ECharts',
  kepler: 'kepler.gl'
};

/** Samples of one run after another, by figure and page. */
export class Samples {
  readonly #all = new Map<string, Partial<Record<Subject, number[]>>>();

  add(figure: string, subject: Subject, value: number | undefined): void {
    if (value === undefined || !Number.isFinite(value)) return;
    const of = this.#all.get(figure) ?? {};
    (of[subject] ??= []).push(value);
    this.#all.set(figure, of);
  }
  of(figure: string): Partial<Record<Subject, readonly number[]>> {
    return this.#all.get(figure) ?? {};
  }
}

/** A page's figure in a row. */
export const spreadOf = (row: Row, subject: Subject): Spread | undefined => spread(row.samples[subject] ?? []);
