import type { Standing } from '../table/actuals';
import type { ActualColumn, ActualRefusal } from '../table/read-actuals';
import * as m from '#lib/paraglide/messages';
import { formatList, formatNumber } from '#lib/design/page/local';

/* What the page says of reported values. */

const ACTUAL_REFUSED: Readonly<Record<ActualRefusal, () => string>> = {
  'no-target': m.own_data_actual_no_target,
  'ambiguous-target': m.own_data_actual_ambiguous_target,
  'bad-value': m.own_data_actual_bad_value,
  'bad-year': m.own_data_actual_bad_year,
  'no-unit': m.own_data_actual_no_unit,
  'bad-counting': m.own_data_actual_bad_counting,
  formula: m.own_data_actual_formula
};
export const actualRefusalText = (reason: ActualRefusal): string => ACTUAL_REFUSED[reason]();

const NEEDED: Partial<Record<ActualColumn, () => string>> = {
  target: m.own_data_column_target,
  year: m.own_data_column_year,
  value: m.own_data_column_value,
  unit: m.own_data_column_unit
};
export const missingText = (columns: readonly ActualColumn[]): string => formatList(columns.map((column) => NEEDED[column]?.() ?? column));

/** What a reported value amounts to against its target. */
export function standingText(standing: Standing): string {
  switch (standing.kind) {
    case 'share':
      return m.own_data_standing_share({ share: formatNumber(standing.ratio, { style: 'percent', maximumFractionDigits: 1 }) });
    case 'limit':
      return standing.kept ? m.own_data_standing_kept() : m.own_data_standing_exceeded();
    case 'none':
      switch (standing.reason) {
        case 'unit':
          return m.own_data_standing_unit();
        case 'counting':
          return m.own_data_standing_counting();
        case 'average':
          return m.own_data_standing_average();
        case 'rank':
          return m.own_data_standing_rank();
        case 'target-zero':
          return m.own_data_standing_zero();
      }
  }
}
