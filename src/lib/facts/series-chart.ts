import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Atlas } from '#lib/atlas/atlas';
import { seriesOf } from '#lib/atlas/published';
import type { PublishedFigure } from '#lib/schema/published';
import { formatNumber, local } from '#lib/design/page/local';
import { momentText, periodText } from './moment-text';
import { classText } from './published-block';
import { SERIES_HEIGHT } from './series-size';
import { lastDay } from './target-figures';
import { figureInBrief, figureValue } from './target-text';

/** A metric over time, drawn and as a table: points only, nothing between them is known. */
export type SeriesChart = Readonly<{
  id: string;
  metric: string;
  definition: string;
  /** name of the unit or part that it is about */
  where: string;
  ticks: readonly Readonly<{ y: number; text: string }>[];
  points: readonly Readonly<{
    id: string;
    x: number;
    y: number;
    year: string;
    value: string;
    full: string;
    when: string;
    publisher: string;
    class: string;
    url: string;
  }>[];
}>;

/** What figures of one series have in common. */
const sameKind = ({ metric, adcode, place, scope, unit, definition }: PublishedFigure): string =>
  JSON.stringify([metric, adcode, place ?? '', scope ?? '', unit, definition]);

/**
 * Series of three or more figures of one metric, scope, unit and definition, as charts with a table. One figure of another definition, and the
 * series is none.
 */
export function seriesCharts(atlas: Atlas, figures: readonly PublishedFigure[]): SeriesChart[] {
  return seriesOf(figures).flatMap((list): SeriesChart[] => {
    const [first] = list;
    if (!first || new Set(list.map(sameKind)).size > 1) return [];
    const time = (figure: PublishedFigure) => new Date(lastDay(figure.to));
    const x = scaleUtc([time(first), time(list.at(-1) ?? first)], [6, 94]);
    const values = list.map(({ value }) => value);
    const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [SERIES_HEIGHT, 18]).nice(3);
    const round = (n: number) => Math.round(n * 10) / 10;
    const where = first.scope ?? atlas.place.get(first.place ?? '')?.name ?? atlas.unit.get(first.adcode)?.name;
    return [
      {
        id: first.series ?? first.id,
        metric: local(first.metric),
        definition: local(first.definition),
        where: where ? local(where) : '',
        ticks: y.ticks(3).map((tick) => ({ y: round(y(tick)), text: formatNumber(tick) })),
        points: list.map((figure) => ({
          id: figure.id,
          x: round(x(time(figure))),
          y: round(y(figure.value)),
          year: momentText(figure.to.slice(0, 4)),
          value: figureInBrief(atlas, figure),
          full: figureValue(atlas, figure),
          when: periodText(figure),
          publisher: local(figure.page.publisher),
          class: classText(figure.page),
          url: figure.page.url
        }))
      }
    ];
  });
}
