import { describe, expect, it } from 'vitest';
import { MOST_REJECTED } from '#lib/features/own-data/table/table';
import { columnOf, countyNames, places, refusal, remark } from './read-back';
import { fileOf, importAll, stored } from './small-region';

describe('text files in every encoding', () => {
  for (const [name, encoding] of [
    ['gbk.csv', 'gb18030'],
    ['gb18030.csv', 'gb18030'],
    ['utf8-bom.csv', 'utf-8'],
    ['utf16le.csv', 'utf-16le'],
    ['utf16be.csv', 'utf-16be'],
    ['utf16le-no-mark.txt', 'utf-16le'],
    ['semicolon.csv', 'utf-8'],
    ['old-mac.csv', 'utf-8'],
    ['crlf-no-end.csv', 'utf-8']
  ] as const) {
    it(`${name} is read as ${encoding}`, async () => {
      const { guess: found, table } = await importAll(await stored(name));
      expect(found).toMatchObject({ format: 'csv', encoding, headerRows: 1, datum: 'wgs84', columns: ['name', 'lon', 'lat', 'district', 'number'] });
      expect(table.rejectedCount).toBe(0);
      expect(columnOf(table, '企业名称')[0]).toBe('浙江某某药业有限公司');
      expect(columnOf(table, '企业名称')[2]).toMatch(/^海宁㐂?医疗$/);
      expect(columnOf(table, '产值（亿元）')).toEqual(['12.5', '1203.4', '8']);
      expect([...table.positions]).toEqual([120.1, 30.2, 120.35, 30.25, 120.65, 30.35]);
      expect(countyNames(table)).toEqual(['330106', '330114', '330481']);
      expect([...table.line]).toEqual([2, 3, 4]);
    });
  }

  it('finds GBK behind a long beginning of plain letters', async () => {
    const plain = `name,lon,lat\n${'a,120.1,30.2\n'.repeat(30_000)}`;
    const bytes = new Uint8Array([...new TextEncoder().encode(plain), 0xbc, 0xd7, ...new TextEncoder().encode(',120.1,30.2\n')]);
    const { guess: found, table } = await importAll(fileOf(bytes));
    expect(found.encoding).toBe('gb18030');
    expect(columnOf(table, 'name').at(-1)).toBe('甲');
  });

  it('says how many texts have broken bytes', async () => {
    const { table } = await importAll(await stored('broken-utf8.csv'), { encoding: 'utf-8' });
    expect(remark(table, 'bad-bytes')).toMatchObject({ count: 1, column: '企业名称' });
    expect(table.rows).toBe(2);
  });
});

describe('foul rows', () => {
  it('keeps short rows, refuses long ones, passes over blank ones', async () => {
    const { table } = await importAll(await stored('ragged.csv'));
    expect(table.rejected).toEqual(
      [
        { line: 3, reason: 'no-place', text: '乙,120.11' },
        { line: 4, reason: 'too-many-cells', text: '丙,120.12,30.21,西湖区,3,多余' }
      ].map((row) => (row.line === 3 ? { ...row, reason: 'half-coordinate' } : row))
    );
    expect(columnOf(table, '企业名称')).toEqual(['甲', '丁', '戊']);
    expect([...table.line]).toEqual([2, 5, 7]);
    expect(remark(table, 'short-rows')?.count).toBe(1);
  });

  it('refuses single exchanged rows and says so, or exchanges them if asked', async () => {
    const file = await stored('swapped-half.csv');
    const { guess: found, table } = await importAll(file);
    expect(found.exchanged).toBe(false);
    expect(table.rows).toBe(4);
    expect(table.rejectedBy).toEqual({ swapped: 4 });
    expect(remark(table, 'rows-swapped')?.count).toBe(4);
    const mended = await importAll(file, { exchangeSwapped: true });
    expect(mended.table.rows).toBe(8);
    expect([...mended.table.positions]).toEqual(Array.from({ length: 8 }, () => [120.1, 30.2]).flat());
    expect(remark(mended.table, 'rows-exchanged')?.count).toBe(4);
  });

  it('sees that two columns stand for each other', async () => {
    const { guess: found, table } = await importAll(await stored('swapped-all.csv'));
    expect(found.exchanged).toBe(true);
    expect(found.columns.slice(0, 3)).toEqual(['name', 'lat', 'lon']);
    expect(found.reasons[1]?.reason).toBe('values-exchanged');
    expect([table.rows, table.positions[0], table.positions[1]]).toEqual([8, 120.11, 30.21]);
  });

  it('gives each bad coordinate its reason and loses nothing of the rest', async () => {
    const { table } = await importAll(await stored('bad-coordinates.csv'));
    expect(table.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'zero-zero'],
      [5, 'out-of-range'],
      [6, 'bad-coordinate'],
      [7, 'half-coordinate'],
      [10, 'no-place'],
      [12, 'abolished-unit'],
      [13, 'unknown-name']
    ]);
    expect(columnOf(table, '企业名称')).toEqual(['好', '零有区', '全角', '度分秒', '区']);
    expect(places(table)).toEqual(['point', 'county', 'point', 'point', 'county']);
    expect([...table.positions]).toEqual([120.1, 30.2, 120.1, 30.2, 120.1, 30.2, 120.1, 30.2, 120.35, 30.25]);
    expect(table.remarks).toEqual(
      expect.arrayContaining([
        { code: 'zero-zero', count: 1 },
        { code: 'abolished-unit', count: 1, detail: '江干区' }
      ])
    );
  });

  it('survives quotation marks', async () => {
    const { table: unclosed } = await importAll(await stored('unclosed-quote.csv'));
    expect(columnOf(unclosed, '企业名称')).toEqual(['甲', '丙', '丁']);
    expect(unclosed.rejected).toEqual([{ line: 3, reason: 'stray-quote', text: '"乙,120.11,30.21,西湖区,2' }]);
    const { table: stray } = await importAll(await stored('stray-quotes.csv'));
    expect(columnOf(stray, '企业名称')).toEqual(['他说"好"的公司', '甲"乙', '两行\n名称']);
  });

  it('leaves out NUL characters', async () => {
    const { table } = await importAll(await stored('nul.csv'));
    expect(columnOf(table, '企业名称')).toEqual(['甲乙']);
    expect(remark(table, 'nul-characters')?.count).toBe(1);
  });

  it('reads the first 256 of 300 000 columns and says what it left', async () => {
    const wide = `name,lon,lat${',x'.repeat(1_000_000)}\n甲,120.1,30.2${',1'.repeat(1_000_000)}\n`;
    // two megabytes a row: no table
    expect(await refusal(importAll(fileOf(wide)))).toBe('long-rows');
    const less = `name,lon,lat${',x'.repeat(300_000)}\n甲,120.1,30.2${',1'.repeat(300_000)}\n`;
    const { guess: found, table } = await importAll(fileOf(less));
    expect(found.header).toHaveLength(256);
    expect(table.rows).toBe(1);
    expect(remark(table, 'columns-left-out')?.count).toBe(299_747);
  });

  it('keeps the text of ten thousand rejected rows and counts all', async () => {
    const { table } = await importAll(fileOf(`name,lon,lat\n好,120.1,30.2\n${'坏,999,999\n'.repeat(MOST_REJECTED + 50)}`), { columns: ['name', 'lon', 'lat'] });
    expect(table.rejectedCount).toBe(MOST_REJECTED + 50);
    expect(table.rejected).toHaveLength(MOST_REJECTED);
    expect(table.rejectedBy).toEqual({ 'out-of-range': MOST_REJECTED + 50 });
  });

  it('cuts the text of a rejected row at 200 characters, between characters', async () => {
    const { table } = await importAll(fileOf(`name,lon,lat\n${'𠮷'.repeat(500)},999,999\n`), { columns: ['name', 'lon', 'lat'] });
    expect(table.rejected[0]?.text).toBe('𠮷'.repeat(200));
  });
});
