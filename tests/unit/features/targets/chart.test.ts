import { describe, expect, it } from 'vitest';
import { deadlineAxis, dayPosition, placeDay } from '#lib/features/targets/axis';
import { NAMED_MOST, chartGroups, heapPaths, heapsHeight } from '#lib/features/targets/chart-groups';
import { SHAPES, shapeOf, standingOf } from '#lib/features/targets/looks';
import { readAtlas } from '#lib/site/prerender/read-data';
import { makeTarget } from './make-target';

const { targets, documents } = readAtlas();
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('time axis', () => {
  const axis = deadlineAxis(targets);

  it('has every deadline in its order, so that the line of a day parts due from running', () => {
    expect(axis.years.map(({ year }) => year)).toEqual([2020, 2022, 2024, 2026, 2030]);
    const line = placeDay(axis, '2026-11-22') ?? NaN;
    for (const { year, x } of axis.years) expect(x <= line, String(year)).toBe(`${String(year)}-12-31` <= '2026-11-22');
  });

  it('keeps room for a heap at each deadline on a narrow phone, and apart from those without one', () => {
    const half = ((heapWidth() / 2) * 100) / 280;
    const places = [...axis.years.map(({ x }) => x), axis.open];
    expect(places[0]).toBeGreaterThan(half);
    expect(axis.open).toBeLessThan(100 - half / 2);
    for (const [i, x] of places.slice(1).entries()) expect(x - (places[i] ?? NaN)).toBeGreaterThan(half);
  });

  it('places days evenly in their year, and none off the axis', () => {
    expect(dayPosition('2026-01-01')).toBe(2026);
    expect(dayPosition('2024-07-02')).toBeCloseTo(2024.5, 2);
    expect(placeDay(axis, '2016-01-01')).toBeUndefined();
    expect(placeDay(axis, '2035-01-01')).toBeUndefined();
    expect(placeDay(axis, axis.from)).toBe(0);
    expect(placeDay(axis, axis.to)).toBe(axis.end);
  });

  it('stands without any deadline', () => {
    expect(deadlineAxis([{}]).years).toEqual([]);
  });
});

/** Width of a full row of dots, in px. */
function heapWidth(): number {
  const xs = heapPaths(targets.slice(0, 20), () => '').flatMap(({ d }) => [...d.matchAll(/M(-?[\d.]+) /g)].map(([, x]) => Number(x)));
  return Math.max(...xs) - Math.min(...xs) + 6;
}

describe('groups of the chart', () => {
  const groups = chartGroups(targets, () => 0);

  it('counts every target once, by whom it is set for and by deadline', () => {
    expect(ids(groups.flatMap((group) => group.targets)).sort()).toEqual(ids(targets).sort());
    for (const { targets: own, heaps } of groups) {
      expect(ids(heaps.flatMap((heap) => heap.targets)).sort()).toEqual(ids(own).sort());
      for (const { year, targets: members } of heaps) for (const target of members) expect(target.year).toBe(year);
    }
    expect(groups.map(({ level }) => level)).toEqual(['province', 'city', 'city', 'zone', 'platform', 'programme']);
  });

  it('names the amounts of money to be reached, the largest first, no thresholds and no second wording', () => {
    const named = groups.flatMap((group) => group.named);
    expect(named.map(({ value }) => value)).toEqual([4500, 3000, 10000, 6000, 1500, 1000, 500, 1000, 1000, 500]);
    for (const { unit, counting, sameAs } of named) expect([unit, counting, sameAs]).toEqual(['yi-yuan', 'level', undefined]);
  });

  it('names every target when few are shown, and draws no heaps then', () => {
    const few = chartGroups(targets.slice(0, NAMED_MOST), () => 0);
    expect(few.flatMap(({ named }) => named)).toHaveLength(NAMED_MOST);
    expect(few.flatMap(({ heaps }) => heaps)).toEqual([]);
    expect(chartGroups(targets.slice(0, NAMED_MOST + 1), () => 0).flatMap(({ heaps }) => heaps)).not.toEqual([]);
  });

  it('has no heap so large that its members could not be named one by one', () => {
    for (const { heaps } of groups) for (const heap of heaps) expect(heap.targets.length).toBeLessThanOrEqual(NAMED_MOST);
  });

  it('puts what stands better first, and keeps the rest of the order', () => {
    const list = [makeTarget({ id: 'past', value: 9 }), makeTarget({ id: 'small', value: 1 }), makeTarget({ id: 'large', value: 5 })];
    const [group] = chartGroups(list, ({ id }) => (id === 'past' ? 1 : 0));
    expect(ids(group?.named ?? [])).toEqual(['small', 'large', 'past']);
  });

  it('draws one dot a target, apart and inside its row', () => {
    for (const group of groups)
      for (const heap of group.heaps) {
        const dots = heapPaths(heap.targets, ({ commitment }) => commitment).flatMap(({ d }) => d.match(/M-?[\d.]+ [\d.]+h0/g) ?? []);
        expect(new Set(dots).size).toBe(heap.targets.length);
        for (const dot of dots) expect(Number(dot.split(' ')[1]?.replace('h0', '')) + 3).toBeLessThan(heapsHeight(group));
      }
  });
});

describe('how a target looks in the chart', () => {
  it('has one standing for each of its document’s', () => {
    const standing = (id: string, day: string) =>
      standingOf(
        documents.find((document) => document.id === id),
        day
      );
    expect(standing('hz-2024-2026', '2026-11-22')).toBe('force');
    expect(standing('hz-2024-2026', '2027-01-01')).toBe('past');
    expect(standing('hz-2024-2026', '2024-01-01')).toBe('draft');
    expect(standing('hz-2021-39', '2026-11-22')).toBe('past');
    expect(standing('zj-life-health-draft', '2026-11-22')).toBe('draft');
  });

  it.each([
    [{ operator: '>=' }, 'least'],
    [{ operator: '>' }, 'least'],
    [{ operator: '<=' }, 'most'],
    [{ operator: '=' }, 'exact'],
    [{ operator: '~' }, 'about'],
    [{ operator: '=', upper: 10 }, 'about']
  ] as const)('%o is drawn as %s', (given, shape) => {
    expect(shapeOf(given)).toBe(shape);
    expect(SHAPES.map(({ id }) => id)).toContain(shape);
  });
});
