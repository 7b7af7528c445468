import { describe, expect, test } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { measureOf, UnitTally } from '#lib/features/own-data/table/aggregate';
import { joinUnits, joinZones } from '#lib/features/own-data/table/join';
import type { AdminUnit } from '#lib/schema/atlas';
import { atlasData, unit as unitAt, zone } from '../../../atlas/fixtures';
import { makeTable } from './make-table';

/* Names of cities stand apart, so that points can be told apart. */
const unit = (adcode: string, level: AdminUnit['level'], parent?: string): AdminUnit => unitAt(adcode, level, parent, [119 + Number(adcode.slice(2, 4)), 30]);
/* Two cities: 3301 of 330106 and 330114, 3302 of 330203 alone. */
const admin = [
  unit('330000', 'province'),
  unit('330100', 'prefecture', '330000'),
  unit('330200', 'prefecture', '330000'),
  unit('330106', 'county', '330100'),
  unit('330114', 'county', '330100'),
  unit('330203', 'county', '330200')
];
const base = atlasData({
  admin,
  zones: [
    zone('core', { units: ['330114'] }),
    zone('belt', { units: ['330114', '330203'] }),
    zone('circle', { units: ['330100'] }),
    zone('both', { units: ['330106', '330114'] }),
    zone('open', { units: [] })
  ]
});
const layout = base.layouts[0];
if (!layout) throw new Error('no layout');
const atlas = indexAtlas({ ...base, layouts: [{ ...layout, id: 'province', zones: ['core', 'belt', 'circle', 'both', 'open'] }] });
const cities = admin.filter(({ level }) => level === 'prefecture');

/*
 * Rows: 钱塘 330114: 10, blank; 西湖 330106: 5; 海曙 330203: 2.5; 杭州市 alone: 100; outside: 7 and blank.
 */
const table = makeTable([
  { at: [120.3, 30.3], county: '330114', value: 10 },
  { at: [120.3, 30.3], county: '330114', value: undefined },
  { at: [120.1, 30.2], county: '330106', value: 5 },
  { at: [121.5, 29.8], county: '330203', value: 2.5, placement: 'county' },
  { at: [120, 30], placement: 'prefecture', value: 100 },
  { at: [0, 0], value: 7 },
  { at: [0, 0], value: undefined }
]);
function tally(column?: number): UnitTally {
  const made = new UnitTally(table, cities, column);
  // in stretches, as the page does
  for (let row = 0; row < table.rows; row += 3) made.add(row, row + 3);
  return made;
}

describe('rows by district', () => {
  test('counts, sums and means are those of the rows; blanks are no noughts', () => {
    const { rows, total, outside } = joinUnits(atlas, tally(0));
    expect(rows.map(({ unit: { adcode }, figures }) => [adcode, figures.rows, figures.filled, figures.sum])).toEqual([
      ['330100', 1, 1, 100],
      ['330106', 1, 1, 5],
      ['330114', 2, 1, 10],
      ['330203', 1, 1, 2.5]
    ]);
    expect(total).toEqual({ rows: 5, filled: 4, sum: 117.5 });
    expect(outside).toEqual({ rows: 2, filled: 1, sum: 7 });
    const qiantang = rows[2]?.figures;
    expect(qiantang && measureOf(qiantang, 'mean')).toBe(10);
  });

  test('without a column, or with one of text, rows are only counted', () => {
    for (const column of [undefined, 1]) {
      const { total } = joinUnits(atlas, tally(column));
      expect(total).toEqual({ rows: 5, filled: 0, sum: 0 });
      expect(measureOf(total, 'sum')).toBeUndefined();
      expect(measureOf(total, 'mean')).toBeUndefined();
      expect(measureOf(total, 'count')).toBe(5);
    }
  });

  test('an empty table has nothing to say, not nought', () => {
    const empty = new UnitTally(makeTable([]), cities);
    empty.add(0, 10);
    expect(joinUnits(atlas, empty).rows).toEqual([]);
    expect(measureOf(empty.outside, 'count')).toBeUndefined();
  });
});

describe('rows by zone', () => {
  const joined = joinZones(atlas, 'province', tally(0));
  const figures = Object.fromEntries(joined.rows.map((row) => [row.zone.id, row.figures]));

  test('a row in a unit of several zones counts once in each', () => {
    expect(figures.core).toEqual({ rows: 2, filled: 1, sum: 10 });
    expect(figures.belt).toEqual({ rows: 3, filled: 2, sum: 12.5 });
  });

  test('a zone of a whole city has its districts, and the rows of which the city alone is known', () => {
    expect(figures.circle).toEqual({ rows: 4, filled: 3, sum: 115 });
    // 西湖 and 钱塘 are all that this city is made of
    expect(figures.both).toEqual({ rows: 4, filled: 3, sum: 115 });
    // a part of the city does not have them
    expect(figures.core?.sum).toBe(10);
  });

  test('the total counts each row once, though the zones overlap', () => {
    expect(joined.total).toEqual({ rows: 5, filled: 4, sum: 117.5 });
    const added = joined.rows.reduce((sum, row) => sum + row.figures.rows, 0);
    expect(added).toBe(13);
    expect(joined.shared).toEqual({ rows: 4, filled: 3, sum: 115 });
    expect(joined.outside).toEqual({ rows: 2, filled: 1, sum: 7 });
  });

  test('a zone whose members the document leaves open is listed without figures; an unknown layout has no zones', () => {
    expect(figures.open).toEqual({ rows: 0, filled: 0, sum: 0 });
    const none = joinZones(atlas, 'nowhere', tally(0));
    expect(none.rows).toEqual([]);
    expect(none.outside.rows).toBe(7);
  });
});
