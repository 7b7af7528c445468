import { describe, expect, it } from 'vitest';
import { dayPosition, placeDay, placeDots } from '#lib/features/targets/axis';
import { drawDeadlines } from '#lib/features/targets/chart';
import { readAtlas } from '#lib/site/prerender/read-data';

const { targets, documents } = readAtlas();
const lanes = documents.filter(({ id }) => targets.some(({ document }) => document === id)).map(({ id }) => id);
const chart = drawDeadlines(targets, lanes);

describe('deadline chart', () => {
  it('shows every target once, in its document’s lane', () => {
    expect(chart.lanes.flatMap(({ flags }) => flags.flatMap(({ ids }) => ids)).sort()).toEqual(targets.map(({ id }) => id).sort());
    for (const { document, flags } of chart.lanes)
      for (const id of flags.flatMap(({ ids }) => ids)) expect(targets.find((target) => target.id === id)?.document).toBe(document);
  });

  it('puts a pole where its day lies, so that the line of a day parts due from running', () => {
    for (const { due, x } of chart.lanes.flatMap(({ flags }) => flags)) {
      if (!due) continue;
      expect(x).toBeCloseTo(placeDay(chart.axis, due) ?? NaN, 0);
      const line = placeDay(chart.axis, '2026-11-22') ?? NaN;
      expect(x <= line).toBe(due <= '2026-11-22');
    }
  });

  it('keeps dots in the picture, apart, and off the next year’s pole', () => {
    for (const { y, height, flags } of chart.lanes)
      for (const { ids, x, due } of flags) {
        const dots = placeDots(ids, x, y);
        expect(new Set(dots.map((dot) => `${dot.x} ${dot.y}`)).size).toBe(ids.length);
        for (const dot of dots) {
          expect(dot.y).toBeLessThan(y + height);
          expect(dot.x + 4).toBeLessThan(chart.width);
          if (due) expect(dot.x + 4).toBeLessThan(placeDay(chart.axis, `${Number(due.slice(0, 4)) + 1}-11-30`) ?? NaN);
        }
      }
  });

  it('places days evenly in their year, and none off the axis', () => {
    expect(dayPosition('2026-01-01')).toBe(2026);
    expect(dayPosition('2024-07-02')).toBeCloseTo(2024.5, 2);
    expect(placeDay(chart.axis, '2016-01-01')).toBeUndefined();
    expect(placeDay(chart.axis, '2035-01-01')).toBeUndefined();
    expect(placeDay(chart.axis, chart.axis.from)).toBe(chart.axis.x0);
  });
});
