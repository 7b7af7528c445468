import type { Atlas } from '#lib/atlas/atlas';
import type { ActualLine } from '#lib/features/own-data/table/actuals';
import type { Pitch } from '../build';
import { againstText, reportedText } from '../sheet/actuals-section';
import { countingText, targetDeadline, targetValue } from '#lib/facts/target-text';
import * as m from '#lib/paraglide/messages';
import type { Citation } from '#lib/schema/common';
import { local } from '#lib/design/page/local';
import type { Numbers } from '../sheet/source-numbers';
import { raised } from './flow';
import { cell, paginate } from './table-plan';
import type { Row, TablePlan } from './table-plan';
import { TABLE_ROOM } from './tables-of-deck';

/* Slides with the office's own figures: a table, and the shares of the targets as bars. Apart from all others, and marked. */

/** A reported share of a target, 1 = reached. */
export type ShareBar = Readonly<{ label: string; ratio: number }>;

/** As the deck plans its slides, see deck-plan.ts */
type ActualsSlide = Readonly<{ title: string; citations: readonly Citation[]; page: string; remark: string; foot?: boolean }> &
  (Readonly<{ kind: 'table'; table: TablePlan }> | Readonly<{ kind: 'shares'; bars: readonly ShareBar[] }>);

/** More bars on one slide are too thin to read. */
const MOST_BARS = 9;
const SIZE = 12;

export function actualsSlides(atlas: Atlas, { actuals }: Pitch, numbers: Numbers): ActualsSlide[] {
  if (actuals.length === 0) return [];
  const base = { citations: actuals.map(({ target }) => target.citation), page: '/targets/', remark: m.pitch_actuals_remark() };
  const titled = (i: number) => m.pitch_actuals_title() + (i > 0 ? m.pitch_continued() : '');
  const head = [m.own_data_actuals_target(), m.own_data_actuals_document(), m.own_data_column_year(), m.pitch_actuals_reported(), m.own_data_actuals_share()];
  const rows = actuals.flatMap((line) => rowsOf(atlas, line, numbers));
  const tables = paginate(head, rows, [3.3, 3.6, 0.9, 2.2, 2.33], TABLE_ROOM.h).map((table, i): ActualsSlide => ({
    ...base,
    kind: 'table',
    title: titled(i),
    table
  }));
  const bars = actuals.flatMap(shareOf);
  const charts = Array.from({ length: Math.ceil(bars.length / MOST_BARS) }, (_, i): ActualsSlide => {
    const title = m.pitch_actuals_chart() + (i > 0 ? m.pitch_continued() : '');
    return { ...base, kind: 'shares', foot: false, title, bars: bars.slice(i * MOST_BARS, (i + 1) * MOST_BARS) };
  });
  return [...tables, ...charts];
}

function rowsOf(atlas: Atlas, line: ActualLine, numbers: Numbers): Row[] {
  const { target, points } = line;
  return points.map((point, i) => [
    i === 0 ? { paras: [{ runs: [{ text: local(target.metric) }, ...raised(numbers([target.citation]))], size: SIZE }] } : cell('', SIZE),
    i === 0
      ? {
          paras: [
            { runs: [{ text: targetValue(atlas, target), bold: true }], size: SIZE },
            { runs: [{ text: `${targetDeadline(target)} · ${countingText(target.counting)}`, tone: 'soft' }], size: SIZE - 2 }
          ]
        }
      : cell('', SIZE),
    cell(String(point.actual.year), SIZE),
    { paras: [{ runs: [{ text: reportedText(atlas, line, point), bold: true, tone: 'strong' }], size: SIZE }] },
    cell(againstText(point), SIZE)
  ]);
}

/** The latest value that is a share of its target. */
function shareOf({ target, points }: ActualLine): ShareBar[] {
  const shares = points.flatMap(({ actual, standing }) => (standing.kind === 'share' ? [{ year: actual.year, ratio: standing.ratio }] : []));
  const last = shares.at(-1);
  return last ? [{ label: `${local(target.metric)}${m.pitch_in_brackets({ text: String(last.year) })}`, ratio: last.ratio }] : [];
}
