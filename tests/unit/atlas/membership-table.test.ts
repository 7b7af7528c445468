import { describe, expect, test } from 'vitest';
import { membershipTable } from '#lib/atlas/membership-table';
import type { Layout } from '#lib/schema/atlas';
import { unit, zone } from './fixtures';

const admin = [
  unit('330000', 'province'),
  unit('330100', 'prefecture', '330000'),
  unit('330101', 'county', '330100'),
  unit('330102', 'county', '330100'),
  { ...unit('330200', 'prefecture', '330000'), undivided: true as const }
];
const layout = (adcode: string, zones: string[]) => ({ id: 'l', adcode, zones }) as unknown as Layout;
const zones = [
  zone('belt', { units: ['330200'], membership: 'secondary' }),
  zone('core', { units: ['330100'] }),
  zone('circle', { units: ['330102'] }),
  zone('left-open')
];
const rows = (adcode: string) =>
  membershipTable({ admin, zones }, layout(adcode, ['core', 'belt', 'left-open', 'circle'])).rows.map((row) => [row.adcode, row.of, row.members]);

describe('a layout as a table', () => {
  test('has the province’s prefectures with how many of their counties are members; one without counties is its own', () => {
    expect(rows('330000')).toEqual([
      ['330100', 2, [2, 0, 1]],
      ['330200', 1, [0, 1, 0]]
    ]);
  });

  test('has a city’s counties, members through the city, too', () => {
    expect(rows('330100')).toEqual([
      ['330101', 1, [1, 0, 0]],
      ['330102', 1, [1, 0, 1]]
    ]);
  });

  test('has its columns in the layout’s order, and no column for a zone without members', () => {
    const { zones: columns, open } = membershipTable({ admin, zones }, layout('330000', ['core', 'left-open', 'belt']));
    expect([columns, open]).toEqual([['core', 'belt'], ['left-open']]);
  });
});
