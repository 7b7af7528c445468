import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AdminUnit, Place } from '#lib/schema/atlas';
import type { FormerUnit, OtherNames } from '#lib/schema/names';
import type { ImportContext } from '#lib/features/own-data/table/import-context';
import type { ImportGuess } from '#lib/features/own-data/table/guess';
import { PLACEMENTS } from '#lib/features/own-data/table/table';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { guess, prepareRegion, read } from '#lib/features/own-data/read/importer';

/* Whole files of names and addresses, with the names of the built data: what is taken for what, and where each row comes to lie. */

const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../static/data/v1/${name}.json`, import.meta.url), 'utf8')) as T;
const units = load<AdminUnit[]>('admin');
const region = prepareRegion({
  units,
  places: load<Place[]>('places'),
  topology: load<ImportContext['topology']>('boundaries/focus.topo'),
  former: load<FormerUnit[]>('boundaries/former'),
  other: load<OtherNames>('boundaries/names')
});
const nameOf = new Map(units.map(({ adcode, name }) => [adcode, name.zh]));

async function take(name: string, corrections: Partial<ImportGuess> = {}): Promise<{ guess: ImportGuess; table: OwnTable }> {
  const file = new File([await readFile(new URL(`../files/cases/${name}`, import.meta.url))], name);
  const found = { ...(await guess(file, region)), ...corrections };
  return { guess: found, table: await read(file, found, region) };
}
/** By line: the district and how the row was placed, or why it was left out. */
const outcome = (table: OwnTable): Record<number, string> =>
  Object.fromEntries([
    ...Array.from({ length: table.rows }, (_, row) => [
      table.line[row],
      `${nameOf.get(table.counties[(table.county[row] ?? 0) - 1] ?? '') ?? ''} ${PLACEMENTS[table.placement[row] ?? 0]}`.trim()
    ]),
    ...table.rejected.map(({ line, reason }) => [line, reason])
  ]) as Record<number, string>;
const readAs = (table: OwnTable) => table.remarks.filter(({ code }) => code === 'read-as').map(({ detail, count }) => `${detail ?? ''} ${count}`);

describe('a file of names', () => {
  it('of addresses: the district of each, said to be the address’s', async () => {
    const { guess: found, table } = await take('38-addresses.csv');
    expect(found.columns).toEqual(['name', 'address', 'number']);
    expect(outcome(table)).toEqual({
      2: '西湖区 address',
      3: '余杭区 address',
      4: '滨江区 address',
      5: '萧山区 address',
      6: '钱塘区 address',
      7: '上城区 address'
    });
    // the same where the reader takes the column for one of districts
    const { table: other } = await take('38-addresses.csv', { columns: ['name', 'district', 'number'] });
    expect(outcome(other)).toEqual(outcome(table));
  });

  it('of earlier years: today’s district, and what was read as what', async () => {
    const { guess: found, table } = await take('41b-former-names-mixed.csv');
    expect(found.columns).toEqual(['name', 'district', 'number']);
    expect(table.rejectedCount).toBe(0);
    expect(Object.values(outcome(table)).slice(12)).toEqual(
      ['富阳区', '临安区', '上虞区', '柯桥区', '奉化区', '洞头区', '萧山区'].map((name) => `${name} county`)
    );
    expect(readAs(table)).toContain('绍兴县 → 柯桥区 1');
    expect([...(table.flags ?? [])].slice(11)).toEqual([0, 2, 2, 2, 2, 2, 2, 2]);
  });

  it('loosely written: one district, the city only, or a choice', async () => {
    const { table } = await take('42b-loose-names-mixed.csv');
    expect(Object.fromEntries(Object.entries(outcome(table)).slice(12))).toEqual({
      14: '钱塘区 county',
      15: '钱塘区 county',
      16: 'ambiguous-name',
      17: '西湖区 county',
      18: '西湖区 address',
      19: 'prefecture',
      20: '余杭区 county'
    });
    expect(table.doubts).toEqual([{ name: '西湖区、滨江区', candidates: ['330106', '330108'], rows: 1 }]);
    const { table: chosen } = await take('42b-loose-names-mixed.csv', { choices: { '西湖区、滨江区': '330108' } });
    expect(outcome(chosen)[16]).toBe('滨江区 county');
    expect(chosen.doubts).toBeUndefined();
  });

  it('that other provinces have, too: outside, not moved', async () => {
    const { guess: found, table } = await take('49-same-names.csv');
    expect(found.columns).toEqual(['name', 'province', 'district', 'number']);
    expect(outcome(table)).toEqual({ 2: 'elsewhere', 3: 'elsewhere', 4: 'elsewhere', 5: '余杭区 county', 6: '滨江区 county', 7: '萧山区 county' });
  });

  it('in columns of province, city, district and address, which are read together', async () => {
    const { guess: found, table } = await take('names-by-columns.csv');
    expect(found.columns).toEqual(['name', 'province', 'city', 'district', 'address']);
    expect(outcome(table)).toEqual({
      2: 'prefecture',
      3: '临平区 address',
      4: '鄞州区 county',
      5: '钱塘区 address',
      6: 'abolished-unit',
      7: 'elsewhere',
      8: 'elsewhere',
      9: '义乌市 address',
      10: '越城区 address'
    });
    expect(table.doubts).toEqual([{ name: '江干区', candidates: ['330102', '330114'], rows: 1 }]);
  });

  it('with the address of another province’s district of the same name', async () => {
    const { table } = await take('names-registered.csv');
    expect(outcome(table)).toEqual({ 2: 'elsewhere', 3: '普陀区 county', 4: '余杭区 county', 5: 'elsewhere', 6: '西湖区 county' });
  });

  it('in English', async () => {
    const { table } = await take('names-in-english.csv');
    expect(outcome(table)).toEqual({ 2: '西湖区 address', 3: '滨江区 address', 4: 'elsewhere', 5: 'elsewhere', 6: '临安区 county' });
  });

  it('of development zones', async () => {
    const { table } = await take('names-of-zones.csv');
    expect(outcome(table)).toEqual({
      2: '钱塘区 county',
      3: '临平区 county',
      4: '滨江区 county',
      5: 'ambiguous-name',
      6: '义乌市 county',
      7: 'elsewhere'
    });
    expect(readAs(table)).toContain('余杭经济技术开发区 → 临平区 1');
  });
});
