import { expect, test } from 'vitest';
import { pickRow, WhereaboutsTally } from '#lib/features/own-data/table/pick';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { makeTable } from './make-table';

const table = makeTable([
  { at: [120, 30] },
  { at: [120.01, 30] },
  { at: [120.01, 30] },
  { at: [121, 29], placement: 'county' },
  { at: [121, 29], placement: 'county' },
  { at: [121, 29], placement: 'prefecture' },
  { at: [NaN, NaN], placement: 'county' }
]);

test('the nearest row within reach, with all that are drawn on it', () => {
  // a hundredth of a degree of longitude is 0.96 km here
  expect(pickRow(table, 120.004, 30, 5)).toEqual({ row: 0, same: [0], sameCount: 1 });
  expect(pickRow(table, 120.006, 30, 5)).toEqual({ row: 1, same: [1, 2], sameCount: 2 });
  expect(pickRow(table, 121, 29, 1)?.sameCount).toBe(3);
});

test('nothing out of reach', () => {
  expect(pickRow(table, 120.02, 30, 0.9)).toBeUndefined();
  expect(pickRow(table, 120.02, 30, 1)).toMatchObject({ row: 1 });
  expect(pickRow(makeTable([]), 120, 30, 1000)).toBeUndefined();
});

function whereabouts(of: OwnTable) {
  const tally = new WhereaboutsTally(of);
  tally.add(0, 4);
  tally.add(4, 99);
  return tally.result;
}

test('rows without a point are gathered by where and how they are placed', () => {
  expect(whereabouts(table).spots).toEqual([
    { position: [121, 29], placement: 2, rows: 2 },
    { position: [121, 29], placement: 3, rows: 1 }
  ]);
  expect(whereabouts(table).placed).toEqual([3, 0, 3, 1, 0]);
});

test('the box of rows in the region leaves out what lies elsewhere', () => {
  const mixed = makeTable([
    { at: [0, 0] },
    { at: [120, 30], county: '330106' },
    { at: [121, 29], county: '330203' },
    { at: [119, 28], placement: 'prefecture' }
  ]);
  expect(whereabouts(mixed).box).toEqual([119, 28, 121, 30]);
  expect(whereabouts(makeTable([{ at: [0, 0] }])).box).toBeUndefined();
});
