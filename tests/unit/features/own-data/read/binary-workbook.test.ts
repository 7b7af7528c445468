import { zipSync, unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_BINARY } from '#lib/features/own-data/read/binary-workbook';
import { guess } from '#lib/features/own-data/read/importer';
import { readRows } from '#lib/features/own-data/read/read-rows';
import { makeBiff5, makeBinary, sheetOf } from './make-binary';
import { columnOf, refusal, remark } from './read-back';
import { fileOf, importAll, region } from './small-region';

const KINDS = [
  ['xls', 'biff8'],
  ['xlsb', 'xlsb']
] as const;
const LIST = [
  ['名称', '经度', '纬度'],
  ['甲', 120.1, 30.2],
  ['乙', 120.35, 30.25]
] as const;

describe.each(KINDS)('a workbook of binary records, .%s', (format, bookType) => {
  it('keeps codes with their zeros, days, texts that look like numbers, and what formulas came to', async () => {
    const sheet = sheetOf([
      ['名称', '经度', '纬度', '编号', '宗地号', '日期', '时间', '差错', '是否'],
      ['甲é', 120.1, 30.2, 17, 330106001002123456, 45000, 45000.5, null, null],
      ['0017', 120.35, 30.25, 5, 12, 45001, 45001, null, null]
    ]);
    for (const row of [2, 3]) {
      Object.assign(sheet[`D${row}`] as object, { z: '00000' });
      Object.assign(sheet[`F${row}`] as object, { z: 'yyyy"年"m"月"d"日"' });
      Object.assign(sheet[`G${row}`] as object, { z: 'yyyy-mm-dd hh:mm' });
      sheet[`H${row}`] = { t: 'e', v: 42 };
      sheet[`I${row}`] = { t: 'b', v: true };
    }
    sheet['B2'] = { t: 'n', v: 120.1, f: '60.05*2' };
    const { guess: found, table } = await importAll(fileOf(makeBinary({ 表: sheet }, bookType), `a.${format}`), {
      columns: ['name', 'lon', 'lat', 'text', 'text', 'text', 'text', 'text', 'text']
    });
    expect(found).toMatchObject({ format, header: ['名称', '经度', '纬度', '编号', '宗地号', '日期', '时间', '差错', '是否'] });
    expect([...table.positions]).toEqual([120.1, 30.2, 120.35, 30.25]);
    expect(['名称', '编号', '宗地号', '日期', '时间', '差错', '是否'].map((name) => columnOf(table, name))).toEqual([
      ['甲é', '0017'],
      ['00017', '00005'],
      ['330106001002123460', '12'],
      ['2023-03-15', '2023-03-16'],
      ['2023-03-15 12:00', '2023-03-16'],
      ['', ''],
      ['TRUE', 'TRUE']
    ]);
    expect(remark(table, 'digits-lost')?.count).toBe(1);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const sheet = sheetOf([['日期', '经度', '纬度'], ...[1, 2].map((day) => [day, 120.1, 30.2])]);
    for (const cell of ['A2', 'A3']) Object.assign(sheet[cell] as object, { z: 'yyyy-mm-dd' });
    const { table } = await importAll(fileOf(makeBinary({ 表: sheet }, bookType, true), 'a'), { columns: ['text', 'lon', 'lat'] });
    expect(columnOf(table, '日期')).toEqual(['1904-01-02', '1904-01-03']);
  });

  it('tells sheets, hidden columns and merged blocks, and reads several sheets as one', async () => {
    const first = sheetOf([
      ['片区', ...LIST[0]],
      ['东', ...LIST[1]],
      [null, ...LIST[2]]
    ]);
    first['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
    first['!cols'] = [{}, { hidden: true }];
    const second = sheetOf([['标题'], ['片区', ...LIST[0]], ['西', '丙', 120.15, 30.2]]);
    const file = fileOf(makeBinary({ 说明: sheetOf([['填表说明', '请填写']]), 一月: first, 二月: second, '.旧': sheetOf(LIST) }, bookType), 'a');
    const found = await guess(file, region);
    expect(found).toMatchObject({ format, sheet: '一月', hiddenColumns: [1], remarks: [{ code: 'hidden-columns', detail: '名称' }] });
    expect(found.sheets?.map(({ name, rows, agrees, hidden }) => [name, rows, agrees, hidden])).toEqual([
      ['说明', 1, false, false],
      ['一月', 2, true, false],
      ['二月', 1, true, false],
      ['.旧', 2, false, true]
    ]);
    const { table } = await importAll(file, { alsoSheets: ['二月'] });
    expect(columnOf(table, '片区')).toEqual(['东', '东', '西']);
    expect(remark(table, 'merged-cells')?.count).toBe(1);
    expect(await readRows(file as File)).toHaveLength(3);
  });

  it('is read as it was written: any texts and numbers, any number of rows', async () => {
    const text = fc.string({ unit: fc.constantFrom('浙', 'a', '7', ' ', 'é', '，', '_x0041_', '\u{20000}'), maxLength: 40 });
    // smaller ones are not written rightly
    const number = fc.double({ noNaN: true, min: -1e14, max: 1e14 }).filter((value) => Math.abs(value) > 1e-200 || value === 0);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, number), { minLength: 1, maxLength: 30 }), async (rows) => {
        const cells = rows.map(([name, value], i) => [`x${name}`, value, 120.1 + i / 1e4, 30.2]);
        const bytes = makeBinary({ 表: sheetOf([['名称', '数', '经度', '纬度'], ...cells]) }, bookType);
        const { table } = await importAll(fileOf(bytes, 'a'), { columns: ['name', 'number', 'lon', 'lat'] });
        expect(columnOf(table, '名称')).toEqual(rows.map(([name]) => `x${name}`.trim()));
        const [, values] = table.columns;
        expect(values?.kind === 'number' && [...values.values]).toEqual(rows.map(([, value]) => value + 0));
      }),
      { numRuns: 25 }
    );
  });

  it('is refused with the reason where it is cut off, damaged or too large', async () => {
    const bytes = makeBinary({ 表: sheetOf(LIST) }, bookType);
    for (let share = 1; share < 20; share++) {
      const cut = importAll(fileOf(bytes.subarray(0, (bytes.length * share) / 20), 'a')).then(({ table }) => expect(table.rows).toBe(2));
      // the end of the file may be no part of the table
      expect(['broken', 'unsupported', ...(share > 15 ? [undefined] : [])]).toContain(await refusal(cut));
    }
    if (format === 'xls') {
      const large = fileOf(bytes, 'a');
      Object.defineProperty(large, 'size', { value: MOST_BINARY + 1 });
      expect(await refusal(guess(large, region))).toBe('too-large');
    } else {
      const parts = unzipSync(bytes);
      const padded = zipSync({ ...parts, 'xl/worksheets/sheet9.bin': crypto.getRandomValues(new Uint8Array(1 << 16)) }, { level: 0 });
      expect(await refusal(guess(fileOf(padded, 'a'), region))).toBeUndefined();
      // pictures and programs do not count
      const pictures = { 'xl/media/a.png': new Uint8Array(MOST_BINARY + 1), 'xl/vbaProject.bin': new Uint8Array(9) };
      expect(await refusal(guess(fileOf(zipSync({ ...parts, ...pictures }, { level: 0 }), 'a'), region))).toBeUndefined();
      const large = zipSync({ ...parts, 'xl/worksheets/sheet9.bin': new Uint8Array(MOST_BINARY + 1) }, { level: 0 });
      expect(await refusal(guess(fileOf(large, 'a'), region))).toBe('too-large');
    }
  });
});

describe('a workbook of Excel 95', () => {
  // GB 18030: 名称, 企业, 丙
  const [name, sheet, third] = [
    [0xc3, 0xfb, 0xb3, 0xc6],
    [0xc6, 0xf3, 0xd2, 0xb5],
    [0xb1, 0xfb]
  ] as const;
  const rows = [
    [name, 'lon', 'lat', 'day'],
    ['A', 120.1, 30.2, 45000],
    ['B', 120.35, 30.25, 45000],
    [third, 120.15, 30.2, 45000]
  ];

  it('is read in the code page that it names, hidden rows told, days known by the formats of East Asian versions', async () => {
    const file = fileOf(makeBiff5(sheet, rows, { hidden: [2], formats: [0, 0, 0, 31] }), 'a.xls');
    const { guess: found, table } = await importAll(file, { columns: ['name', 'lon', 'lat', 'text'] });
    expect(found).toMatchObject({ format: 'xls', header: ['名称', 'lon', 'lat', 'day'], remarks: [{ code: 'hidden-rows', count: 1 }] });
    expect(columnOf(table, '名称')).toEqual(['A', 'B', '丙']);
    expect(columnOf(table, 'day')).toEqual(Array(3).fill('2023-03-15'));
    const seen = await importAll(file, { leaveHidden: true, columns: ['name', 'lon', 'lat', 'text'] });
    expect(columnOf(seen.table, '名称')).toEqual(['A', '丙']);
  });
});

describe('an .xlsb that speaks of places that no sheet has', () => {
  /** A part of such a workbook: records by number, with four-byte fields. */
  const part = (...records: readonly (readonly [id: number, ...fields: number[]])[]) =>
    Uint8Array.from(
      records.flatMap(([id, ...fields]) => [
        ...(id < 128 ? [id] : [(id & 127) | 128, id >> 7]),
        4 * fields.length,
        ...new Uint8Array(Uint32Array.from(fields).buffer)
      ])
    );
  const withSheet = (bytes: Uint8Array) => {
    const parts = unzipSync(makeBinary({ 表: sheetOf(LIST.map((row) => [...row])) }, 'xlsb'));
    return fileOf(zipSync({ ...parts, 'xl/worksheets/sheet1.bin': bytes }), 'a.xlsb');
  };
  const far = fc.integer({ min: 1 << 20, max: 2 ** 32 - 1 });

  it('is refused before it is parsed: a row, a cell, a column, the sheet’s size, a merged block, a link', async () => {
    await fc.assert(
      fc.asyncProperty(far, fc.nat({ max: 5 }), async (n, kind) => {
        const records = [
          [0, n],
          [7, n, 0, 0],
          [60, 0, n],
          [148, 0, n, 0, 3],
          [176, 0, 1, 0, n],
          [494, 0, 70_000, 0, 100 + (n % 16_000)]
        ] as const;
        expect(await refusal(guess(withSheet(part([129], records[kind] ?? [0, n], [130])), region))).toBe('broken');
      }),
      { numRuns: 24 }
    );
  });

  it('is refused where its records do not end with it', async () => {
    const cut = unzipSync(makeBinary({ 表: sheetOf(LIST.map((row) => [...row])) }, 'xlsb'))['xl/worksheets/sheet1.bin'] ?? new Uint8Array();
    expect(await refusal(guess(withSheet(cut.slice(0, -5)), region))).toBe('broken');
  });
});
