import type { Measure } from '../table/aggregate';
import * as m from '#lib/paraglide/messages';
import { formatNumber } from '#lib/design/page/local';

/** A measure of a column: “number of rows”, “产值, sum”. */
export function measureText(measure: Measure, column: string): string {
  switch (measure) {
    case 'count':
      return m.own_data_measure_count();
    case 'sum':
      return m.own_data_measure_sum({ column });
    case 'mean':
      return m.own_data_measure_mean({ column });
  }
}

/** A figure as tables and legends print it: whole numbers whole, others to four digits that count, at least one behind the point. */
export const figureText = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 1000 ? formatNumber(value, { maximumFractionDigits: 1 }) : formatNumber(value, { maximumSignificantDigits: 4 });
