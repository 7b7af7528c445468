import type { Atlas } from '#lib/atlas/atlas';
import type { ActualLine, ActualPoint } from '#lib/features/own-data/table/actuals';
import * as m from '#lib/paraglide/messages';
import { formatNumber, local } from '#lib/design/page/local';
import { standingText } from '#lib/features/own-data/panels/actuals-text';
import { amountText, targetDeadline, targetValue } from '#lib/facts/target-text';
import type { Item } from './sections';

/* The office's own figures in words. Not among sectionsOf: those are what documents say, and go into tables of facts too. */

/** A reported value in the target's unit; where that is another, as it was written. */
export const reportedText = (atlas: Atlas, { target }: ActualLine, { actual, value }: ActualPoint): string =>
  value === undefined ? `${formatNumber(actual.value, { maximumFractionDigits: 6 })} ${actual.unit}` : amountText(atlas, value, target.unit);

/** How a reported value stands to its target, and whether it came too late for it. */
export const againstText = ({ standing, late, actual }: ActualPoint): string =>
  [standingText(standing), late ? m.own_data_actuals_late() : '', actual.note ?? ''].filter(Boolean).join(' · ');

/** Each target with the values reported for it, by year; never added up. Without citations, for they stand in no document. */
export function actualItems(atlas: Atlas, lines: readonly ActualLine[]): Item[] {
  return lines.flatMap((line) =>
    line.points.map((point) => ({
      text: `${local(line.target.metric)}${m.pitch_in_brackets({ text: String(point.actual.year) })}`,
      value: reportedText(atlas, line, point),
      detail: `${m.pitch_actuals_against({ target: targetValue(atlas, line.target), deadline: targetDeadline(line.target) })} · ${againstText(point)}`,
      citations: []
    }))
  );
}
