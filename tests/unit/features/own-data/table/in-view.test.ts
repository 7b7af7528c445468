import { describe, expect, it } from 'vitest';
import { HexGrid, radiusAt } from '#lib/features/own-data/table/hexagons';
import { holds, RowsInBox, widened } from '#lib/features/own-data/table/in-view';
import { makeTable } from './make-table';

const table = makeTable([
  { at: [120.1, 30.1] },
  { at: [120.5, 30.5] },
  // known by its district only: a ring stands for it, not a point
  { at: [120.2, 30.2], placement: 'county' },
  { at: [NaN, NaN] },
  { at: [120.3, 30.3] }
]);
const BOX = [120, 30, 120.4, 30.4] as const;

describe('rows in view', () => {
  it('are those with a point of their own in the box, whatever the slices', () => {
    const found = new RowsInBox(table, BOX, 10);
    found.add(0, 3);
    found.add(3, 99);
    expect([found.count, ...(found.rows ?? [])]).toEqual([2, 0, 4]);
  });

  it('are counted, but not listed, where they crowd', () => {
    const found = new RowsInBox(table, BOX, 1);
    found.add(0, table.rows);
    expect([found.count, found.rows]).toEqual([2, undefined]);
  });

  it('are the same for hexagons of that box', () => {
    const grid = new HexGrid(table, radiusAt(12, 13), undefined, BOX);
    grid.add(0, table.rows);
    expect(grid.cells.map(({ figures }) => figures.rows)).toEqual([1, 1]);
  });

  it('hold for small movements, and no longer once the view leaves the widened box', () => {
    const near = widened([120, 30, 121, 31], 0.25);
    expect(near).toEqual([119.75, 29.75, 121.25, 31.25]);
    expect(holds(near, [120.2, 30.2, 121.2, 31.2])).toBe(true);
    expect(holds(near, [120.3, 30, 121.3, 31])).toBe(false);
  });
});
