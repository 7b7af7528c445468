import { PLACEMENTS } from './table';
import type { OwnTable } from './table';

const CITY_ONLY = PLACEMENTS.indexOf('prefecture');

/** Figures of some rows: how many, how many of them have a number in the column asked for, and the sum of those numbers. */
export type Figures = Readonly<{ rows: number; filled: number; sum: number }>;

export const NOTHING: Figures = { rows: 0, filled: 0, sum: 0 };

export const addFigures = (a: Figures, b: Figures): Figures => ({ rows: a.rows + b.rows, filled: a.filled + b.filled, sum: a.sum + b.sum });

/** What can be said of rows: their number, or of a column of numbers the sum or the mean. */
export const MEASURES = ['count', 'sum', 'mean'] as const;
export type Measure = (typeof MEASURES)[number];

/** A figure; undefined where there is nothing to say: no row, or none with a number. A blank is never a nought. */
export function measureOf(figures: Figures, measure: Measure): number | undefined {
  switch (measure) {
    case 'count':
      return figures.rows > 0 ? figures.rows : undefined;
    case 'sum':
      return figures.filled > 0 ? figures.sum : undefined;
    case 'mean':
      return figures.filled > 0 ? figures.sum / figures.filled : undefined;
  }
}

/** Values of a column of numbers, NaN for blanks; undefined for text, and where there is no such column. */
export function numbersOf(table: Pick<OwnTable, 'columns'>, column: number | undefined): Float64Array | undefined {
  const found = column === undefined ? undefined : table.columns[column];
  return found?.kind === 'number' ? found.values : undefined;
}

/** A city as the tally must know it: rows of which no more is known are drawn at its label point. */
export type City = Readonly<{ adcode: string; label: readonly [lon: number, lat: number] }>;

/**
 * Adds up a table's rows by the unit that they lie in, a stretch of rows at a time, so that a large table never holds
 * the page up.
 */
export class UnitTally {
  readonly #table: OwnTable;
  readonly #numbers: Float64Array | undefined;
  /** adcodes: those of the table, then the cities */
  readonly #codes: readonly string[];
  readonly #cityAt: ReadonlyMap<string, number>;
  readonly #rows: Float64Array;
  readonly #filled: Float64Array;
  readonly #sum: Float64Array;

  /** @param column number of a column to add up; without it, or where it is text, rows are only counted */
  constructor(table: OwnTable, cities: readonly City[], column?: number) {
    this.#table = table;
    this.#numbers = numbersOf(table, column);
    this.#codes = [...table.counties, ...cities.map(({ adcode }) => adcode)];
    this.#cityAt = new Map(cities.map(({ label }, i) => [label.join(), table.counties.length + 1 + i]));
    const size = this.#codes.length + 1;
    this.#rows = new Float64Array(size);
    this.#filled = new Float64Array(size);
    this.#sum = new Float64Array(size);
  }

  /** @param from first row, from 0 @param to row after the last */
  add(from: number, to: number): void {
    const { county, placement, positions, rows } = this.#table;
    const numbers = this.#numbers;
    for (let row = from; row < Math.min(to, rows); row++) {
      const cityOnly = placement[row] === CITY_ONLY;
      const unit = (cityOnly ? this.#cityAt.get(`${positions[2 * row]},${positions[2 * row + 1]}`) : county[row]) ?? 0;
      this.#rows[unit] = (this.#rows[unit] ?? 0) + 1;
      const value = numbers?.[row];
      if (value === undefined || Number.isNaN(value)) continue;
      this.#filled[unit] = (this.#filled[unit] ?? 0) + 1;
      this.#sum[unit] = (this.#sum[unit] ?? 0) + value;
    }
  }

  #figures(index: number): Figures {
    return { rows: this.#rows[index] ?? 0, filled: this.#filled[index] ?? 0, sum: this.#sum[index] ?? 0 };
  }

  /** By adcode of a county, or of a prefecture for rows of which only the city is known; units with rows only. */
  get units(): Map<string, Figures> {
    return new Map(this.#codes.flatMap((adcode, i) => ((this.#rows[i + 1] ?? 0) > 0 ? [[adcode, this.#figures(i + 1)] as const] : [])));
  }

  /** Rows that lie in no unit of the region. */
  get outside(): Figures {
    return this.#figures(0);
  }
}
