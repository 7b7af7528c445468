import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapText } from '#lib/features/own-data/table/cell-text';
import { words } from '#lib/features/own-data/table/table';
import { guess, read } from '#lib/features/own-data/read/importer';
import { MOST_BYTES } from '#lib/features/own-data/read/refusal';
import { columnOf, countyNames, places, refusal, remark } from './read-back';
import { fileOf, importAll, region, stored } from './small-region';

describe('other tables', () => {
  it('reads Excel day numbers under a date as days', async () => {
    const { guess: found, table } = await importAll(await stored('dates.csv'));
    expect(found.columns[1]).toBe('date');
    expect(columnOf(table, '开工日期')).toEqual(['2023-11-01', '2023-11-02', '2023-11-03 12:00']);
    expect(remark(table, 'day-numbers')).toMatchObject({ count: 2, column: '开工日期' });
  });

  it('finds the header under titles', async () => {
    const { guess: found, table } = await importAll(await stored('titled.csv'));
    expect(found.headerRows).toBe(3);
    expect(table.rows).toBe(3);
    expect([...table.line]).toEqual([4, 5, 6]);
  });

  it('does without a header', async () => {
    const { guess: found, table } = await importAll(await stored('no-header.csv'));
    expect(found).toMatchObject({ headerRows: 0, header: ['1', '2', '3', '4'], columns: ['text', 'lon', 'lat', 'number'] });
    expect(table.rows).toBe(3);
  });

  it('reads two coordinates in one cell', async () => {
    const { guess: found, table } = await importAll(await stored('one-column.csv'));
    expect(found.columns).toEqual(['name', 'lonlat']);
    expect([...table.positions]).toEqual([120.1, 30.2, 120.11, 30.21, 120.12, 30.22]);
  });

  it('places rows by district or city, and by a place of the gazetteer', async () => {
    const { guess: found, table } = await importAll(await stored('districts.csv'));
    expect(found.columns).toEqual(['city', 'district', 'number']);
    expect(places(table)).toEqual(['county', 'county', 'county', 'prefecture', 'county']);
    expect(countyNames(table)).toEqual(['330106', '330114', '330481', '', '330106']);
    // 西湖区 of another city is not ours
    expect(table.rejected).toMatchObject([{ line: 6, reason: 'unknown-name' }]);
    const { table: parks } = await importAll(await stored('places.csv'));
    expect(places(parks)).toEqual(['place', 'place']);
    expect([...parks.positions.slice(0, 2), ...countyNames(parks)]).toEqual([120.34, 30.33, '330114', '330114']);
    expect(parks.rejectedBy).toEqual({ 'unknown-name': 1 });
  });

  it('looks a name up once where it is both what a row states and a column', async () => {
    // all different, so that the dictionary takes every word as new: asked twice it would hold it twice
    const many = Array.from({ length: 70_000 }, (_, i) => `120.1,30.2,区${i}`);
    const { table } = await importAll(fileOf(`lon,lat,区县\n${many.join('\n')}\n`), { columns: ['lon', 'lat', 'district'] });
    const [district] = table.columns;
    expect(district?.kind === 'text' && words(district.dictionary)).toHaveLength(70_000);
    expect(district?.kind === 'text' && district.dictionary.distinct).toBe(false);
  });

  it('keeps texts that look like formulas as they are: only exports guard them', async () => {
    const { table } = await importAll(await stored('formulas.csv'));
    expect(columnOf(table, '名称')[0]).toBe('=HYPERLINK("http://x")');
  });

  it('says where points lie in another district than stated, and where in none', async () => {
    const { table } = await importAll(fileOf('name,lon,lat,区县\n甲,120.35,30.25,西湖区\n乙,110,20,西湖区\n丙,120.1,30.2,西湖区\n'));
    expect(remark(table, 'district-mismatch')).toMatchObject({ count: 2, column: '区县' });
    expect(remark(table, 'outside-region')?.count).toBe(1);
    expect(countyNames(table)).toEqual(['330114', '', '330106']);
  });

  it('moves points, and not label points, to WGS 84', async () => {
    const text = 'name,lon,lat,区县\n甲,120.1,30.2,西湖区\n乙,,,西湖区\n';
    const { table } = await importAll(fileOf(text), { datum: 'gcj02' });
    expect(Math.abs((table.positions[0] ?? 0) - 120.0953)).toBeLessThan(0.001);
    expect([...table.positions.slice(2)]).toEqual([120.1, 30.2]);
  });

  it('holds many different names and few kinds of them alike', async () => {
    const many = Array.from({ length: 90_000 }, (_, i) => `企业${i},${i % 300},120.1,30.2`);
    const { table } = await importAll(fileOf(`名称,类别编号,经度,纬度\n${many.join('\n')}\n`), { columns: ['name', 'text', 'lon', 'lat'] });
    const [names, kinds] = table.columns;
    expect(names?.kind === 'text' && names.codes).toBeInstanceOf(Uint32Array);
    expect(names?.kind === 'text' && names.dictionary.distinct).toBe(false);
    expect(kinds?.kind === 'text' && kinds.codes).toBeInstanceOf(Uint16Array);
    expect(kinds?.kind === 'text' && new Set(words(kinds.dictionary)).size).toBe(300);
    expect(columnOf(table, '名称')[89_999]).toBe('企业89999');
    expect(columnOf(table, '类别编号')[89_999]).toBe('299');
  });
});

describe('any table of points', () => {
  const name = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', '中', 'a', '=', '1'), minLength: 1, maxLength: 6 });
  it('comes back as it was: names, numbers, positions, lines', async () => {
    const row = fc.record({
      name,
      value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
      lon: fc.double({ min: 120, max: 120.8, noNaN: true }),
      lat: fc.double({ min: 30.1, max: 30.5, noNaN: true })
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const text = ['name,value,lon,lat', ...rows.map((r) => `"${r.name.replaceAll('"', '""')}",${r.value ?? ''},${r.lon},${r.lat}`)].join('\n');
        const { table } = await importAll(fileOf(text), {
          columns: ['name', 'number', 'lon', 'lat'],
          header: ['name', 'value', 'lon', 'lat'],
          headerRows: 1,
          encoding: 'utf-8',
          delimiter: ','
        });
        expect(table.rejected).toEqual([]);
        expect(columnOf(table, 'name')).toEqual(rows.map((r) => unwrapText(r.name.trim())));
        const values = table.columns[1];
        expect(values?.kind === 'number' && [...values.values]).toEqual(rows.map((r) => r.value ?? NaN).map((value) => Number(String(value))));
        expect([...table.positions]).toEqual(rows.flatMap((r) => [r.lon, r.lat]));
      }),
      { numRuns: 150 }
    );
  });
});

describe('files that are refused as a whole', () => {
  for (const [name, reason] of [
    ['page.csv', 'html'],
    ['excel.xls', 'html'],
    ['header-only.csv', 'header-only'],
    ['blank.csv', 'empty'],
    ['binary.csv', 'binary'],
    ['old.xls', 'broken'],
    ['truncated.xlsx', 'broken'],
    ['broken.geojson', 'broken']
  ] as const) {
    it(`${name}: ${reason}`, async () => expect(await refusal(guess(await stored(name), region))).toBe(reason));
  }

  it('an empty file, and one of 2 GB without reading it', async () => {
    expect(await refusal(guess(fileOf(''), region))).toBe('empty');
    const huge = { name: 'huge.csv', size: 2 * 2 ** 30, slice: () => expect.fail('must not be read') } as unknown as File;
    expect(await refusal(guess(huge, region))).toBe('too-large');
    expect(MOST_BYTES).toBeLessThan(2 ** 30);
  });

  it('stops on a signal', async () => {
    const file = fileOf(`name,lon,lat\n${'甲,120.1,30.2\n'.repeat(400_000)}`);
    const found = await guess(file, region);
    const stop = new AbortController();
    const seen: number[] = [];
    const work = read(file, found, region, {
      signal: stop.signal,
      onProgress: ({ done }) => {
        seen.push(done);
        stop.abort();
      }
    });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(1);
    const late = new AbortController();
    await expect(read(fileOf('name,lon,lat\n甲,120.1,30.2\n'), found, region, { signal: late.signal, onProgress: () => late.abort() })).rejects.toMatchObject({
      name: 'AbortError'
    });
  });
});
