import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { seriesCharts } from '#lib/facts/series-chart';
import SeriesChart from '#lib/facts/SeriesChart.svelte';
import { atlasData } from '../atlas/fixtures';
import { makeFigure } from './published-made';

const atlas = indexAtlas(atlasData({}));
const year = (to: string, value: number, rest: Parameters<typeof makeFigure>[0] | object = {}) =>
  makeFigure({ id: `y${to}`, from: to, to, value, series: 'output', ...rest });
const years = [year('2022', 300), year('2020', 100), year('2024', 150)];

describe('a time series', () => {
  it('is made of three points of one definition, oldest first, in proportion', () => {
    const [chart] = seriesCharts(atlas, years);
    expect(chart?.points.map(({ id }) => id)).toEqual(['y2020', 'y2022', 'y2024']);
    const [first, second, third] = chart!.points;
    expect(second!.x - first!.x).toBeCloseTo(third!.x - second!.x, 0);
    const height = (i: number) => 140 - chart!.points[i]!.y;
    expect(height(1) / height(0)).toBeCloseTo(3, 1);
  });

  it('is none of fewer, and none where one differs in metric, ground, unit or definition', () => {
    expect(seriesCharts(atlas, years.slice(1))).toEqual([]);
    const both = (words: string) => ({ zh: words, en: words });
    for (const change of [{ metric: both('Revenue') }, { adcode: '330200' }, { unit: 'firms' }, { definition: both('all') }, { scope: both('a part') }])
      expect(seriesCharts(atlas, [...years.slice(1), year('2022', 300, change)])).toEqual([]);
  });

  it('is drawn as points without a line between them, and told as a table', () => {
    const html = render(SeriesChart, { props: { series: seriesCharts(atlas, years)[0]! } }).body;
    expect(html.match(/data-figure=/g)).toHaveLength(3);
    expect(html).not.toMatch(/<poly(line|gon)/);
    // stems stand upright: no line leads from one year to another
    for (const [, from, to] of html.matchAll(/x1="([^"]+)" x2="([^"]+)"/g)) expect(from).toBe(to);
    expect(html.match(/<th scope="row">/g)).toHaveLength(3);
    for (const { to } of years) expect(html).toContain(`${to}年`);
  });
});
