import { describe, expect, it } from 'vitest';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { SIX } from './case-outcomes';
import { caseFile, cells, districtsOf, fileOf, importAll } from './own-region';

/* What columns are taken for, with the real region: files that people had trouble with, and others of their kind. */

const remarks = (table: OwnTable) => table.remarks.map(({ code }) => code);

describe('cells that say only that nothing is known', () => {
  it('leave coordinates to the named district', async () => {
    const { guess, table } = await importAll(caseFile('36-placeholders.csv'));
    expect(guess.columns).toEqual(['name', 'district', 'lon', 'lat', 'number']);
    expect([table.rows, table.rejectedCount]).toEqual([12, 0]);
    expect([...table.placement]).toEqual([0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2]);
    expect(districtsOf(table)).toEqual([...SIX, ...SIX]);
  });

  it('leave a column of numbers one, and are told', async () => {
    const { guess, table } = await importAll(caseFile('59-amounts-partly-unknown.csv'));
    expect(guess.columns).toEqual(['name', 'district', 'number']);
    expect(cells(table, '投资额（亿元）')).toEqual(['1.2', '3', '', '', '5', '']);
    expect(table.remarks).toContainEqual({ code: 'placeholders', count: 3, column: '投资额（亿元）', detail: '待定  —  保密' });
    const { guess: others } = await importAll(
      fileOf('公司,区县,产值\n甲,西湖区,1\n乙,余杭区,暂未公布\n丙,余杭区,N/A\n丁,余杭区,约300\n戊,滨江区,2.5\n己,滨江区,3\n')
    );
    expect(others.columns).toEqual(['name', 'district', 'number']);
  });

  it('need not be words that we know, where coordinates should stand', async () => {
    const two = '公司,区县,经度,纬度\n甲,西湖区,120.068,30.144\n乙,余杭区,坐标待补,坐标待补\n丙,滨江区,东边,30.2\n丁,,不知道在哪,同左\n';
    const one = '公司,区县,经纬度\n甲,西湖区,"120.068,30.144"\n乙,余杭区,坐标待补\n丙,滨江区,"东边,30.2"\n丁,,不知道在哪\n';
    for (const text of [two, one]) {
      const { table } = await importAll(fileOf(text));
      expect(districtsOf(table)).toEqual(['西湖区', '余杭区']);
      expect(table.rejectedBy).toEqual({ 'bad-coordinate': 2 });
    }
  });

  it('or words of another kind in the first row are no part of the header', async () => {
    for (const word of ['面议', '约300', '保密']) {
      const { table } = await importAll(fileOf(`公司,区县,投资额\n甲,西湖区,${word}\n乙,余杭区,5\n丙,滨江区,6\n丁,滨江区,7\n`));
      expect(districtsOf(table)).toEqual(['西湖区', '余杭区', '滨江区', '滨江区']);
    }
  });

  it('are told apart from pairs of noughts, which fall back on the district, too', async () => {
    const { table } = await importAll(fileOf('公司,区县,经纬度\n甲,西湖区,"120.068,30.144"\n乙,余杭区,"0,0"\n丙,滨江区,无\n'));
    expect(districtsOf(table)).toEqual(['西湖区', '余杭区', '滨江区']);
    expect([...table.placement]).toEqual([0, 2, 2]);
  });
});

describe('characters that nobody sees', () => {
  it('are left out for reading, and told', async () => {
    const { guess, table } = await importAll(caseFile('35-zero-width.csv'));
    expect(guess.columns).toEqual(['name', 'district', 'lon', 'lat']);
    expect([table.rows, table.rejectedCount]).toEqual([7, 0]);
    expect(districtsOf(table)).toEqual([...SIX, '西湖区']);
    expect(remarks(table)).toContain('invisible-characters');
    expect(cells(table, '区县')).toEqual([...SIX, '西湖区']);
  });

  it('do so in headers, in properties of GeoJSON and in UTF-16', async () => {
    const text = '\u200b名称,区\u00ad县,经度\ufeff,纬度\n甲,\u2060西湖区,120.068\u00a0,30.144\n';
    const wide = new Uint8Array(new Uint16Array([0xfeff, ...Array.from(text, (character) => character.charCodeAt(0))]).buffer);
    for (const file of [fileOf(text), fileOf(wide)]) {
      const { guess, table } = await importAll(file);
      expect([guess.header, guess.columns]).toEqual([
        ['名称', '区县', '经度', '纬度'],
        ['name', 'district', 'lon', 'lat']
      ]);
      expect([...districtsOf(table), ...cells(table, '区县')]).toEqual(['西湖区', '西湖区']);
    }
    const records = JSON.stringify([{ '区\u200b县': '\u202a西湖区\u202c', 产值: 1 }]);
    const { table } = await importAll(fileOf(records, 'a.json'));
    expect([...districtsOf(table), ...cells(table, '区县')]).toEqual(['西湖区', '西湖区']);
    expect(table.remarks).toContainEqual({ code: 'invisible-characters', count: 2 });
  });
});

describe('decimal commas', () => {
  it('are recognised where cells are set apart by semicolons', async () => {
    const { guess, table } = await importAll(caseFile('02-decimal-comma.csv'));
    expect(guess).toMatchObject({ columns: ['name', 'district', 'lon', 'lat', 'number'], delimiter: ';', decimalSign: ',' });
    expect([...districtsOf(table), table.rejectedCount]).toEqual([...SIX, 0]);
    expect(cells(table, 'Output (100m yuan)').reduce((sum, cell) => sum + Number(cell), 0)).toBe(21.75);
  });

  it.each([
    ['four decimals, tabs', '名称\t经度\t纬度\t产值\n甲\t120,0680\t30,1440\t1.234,5\n乙\t119,9167\t30,3548\t12,25\n', ['1234.5', '12.25'], ','],
    ['quoted', '名称,经度,纬度,产值\n甲,"120,068","30,144","1,5"\n乙,"119,916","30,354","2"\n', ['1.5', '2'], ','],
    ['points group', 'n;lon;lat;output\n甲;120,068;30,144;1.234,5\n乙;119,917;30,355;2.000\n', ['1234.5', '2000'], ','],
    ['groups of thousands', '名称,经度,纬度,产值\n甲,120.068,30.144,"1,125"\n乙,119.917,30.355,"12,500"\n', ['1125', '12500'], '.'],
    ['groups of thousands beside semicolons', 'n;lon;lat;output\n甲;120.068;30.144;1,125\n乙;119.917;30.355;12,500\n', ['1125', '12500'], '.'],
    ['millions', 'n;lon;lat;output\n甲;120.0681;30.1441;1,125,000\n乙;119.9171;30.3551;12,500\n', ['1125000', '12500'], '.']
  ])('%s', async (_, text, output, sign) => {
    const { guess, table } = await importAll(fileOf(text));
    expect(guess.decimalSign ?? '.').toBe(sign);
    expect(districtsOf(table)).toEqual(['西湖区', '余杭区']);
    expect(table.columns.at(-1)?.kind).toBe('number');
    expect(cells(table, guess.header[3] ?? '')).toEqual(output);
  });
});

describe('columns of coordinates', () => {
  it('are those that are filled', async () => {
    const { guess, table } = await importAll(caseFile('50-empty-lonlat-beside-pair.csv'));
    expect(guess.columns).toEqual(['name', 'lonlat', 'text', 'text']);
    expect(guess.reasons.map(({ reason }) => reason)).toEqual(['header', 'header-and-values', 'blank', 'blank']);
    expect(districtsOf(table)).toEqual(SIX);
    // the other way round, and two columns before one where both are filled
    const { guess: blankPair } = await importAll(fileOf('名称,坐标,经度,纬度\n甲,,120.068,30.144\n乙,,119.9167,30.3548\n'));
    expect(blankPair.columns).toEqual(['name', 'text', 'lon', 'lat']);
    const { guess: both } = await importAll(fileOf('名称,坐标,经度,纬度\n甲,"120.068,30.144",120.068,30.144\n乙,"119.9167,30.3548",119.9167,30.3548\n'));
    expect(both.columns).toEqual(['name', 'text', 'lon', 'lat']);
    const { guess: placeholders } = await importAll(fileOf('名称,经度,纬度,坐标\n甲,无,无,"120.068,30.144"\n乙,0,0,"119.9167,30.3548"\n'));
    expect(placeholders.columns.at(-1)).toBe('lonlat');
  });

  it('belong together by name, and only their own header says the datum', async () => {
    const { guess, table } = await importAll(caseFile('39-two-datums.csv'));
    expect(guess).toMatchObject({ columns: ['name', 'lon', 'lat', 'number', 'number'], datum: 'wgs84' });
    expect([table.positions[0], table.positions[1]]).toEqual([120.068, 30.144]);
    expect(guess.reasons[1]).toMatchObject({ share: 1, datum: 'wgs84' });
    const mixed = '名称,百度经度,WGS84经度,WGS84纬度,百度纬度\n甲,120.079391,120.068,30.144,30.147424\n';
    expect((await importAll(fileOf(mixed))).guess).toMatchObject({ columns: ['name', 'number', 'lon', 'lat', 'number'], datum: 'wgs84' });
    const only = '名称,经度_百度,纬度_百度\n甲,120.079391,30.147424\n';
    expect((await importAll(fileOf(only))).guess.datum).toBe('bd09');
    const elsewhere = '名称,高德评分,经度,纬度\n甲,4.5,120.068,30.144\n';
    expect((await importAll(fileOf(elsewhere, '百度招商名单.csv'))).guess).toMatchObject({ columns: ['name', 'number', 'lon', 'lat'], datum: 'wgs84' });
    expect((await importAll(fileOf('坐标系：GCJ-02,,\n名称,经度,纬度\n甲,120.068,30.144\n乙,120.068,30.144\n'))).guess.datum).toBe('gcj02');
  });

  it.each([
    ['done of planned', '完成/计划（家）', ['1/5', '2/6', '3/7', '4/8', '5/9', '6/10']],
    ['shares', '进度', ['30/120', '31/121', '29/119', '28/118', '30/120', '31/120']],
    ['two telephones', '联系方式', ['87654321 87654322', '13800000000/13900000000', '0571-87654321', '87654323', '87654324', '87654325']],
    ['years', '起止', ['2021,2024', '2022 2025', '2021/2023', '2020,2021', '2019,2022', '2020,2024']],
    ['versions', '版本', ['30.1 120.2', '30.1.2', '1.0', '2.0', '3.1', '30.2']],
    ['ranges', '温度', ['20.5,30.5', '21.5,31.5', '20,30', '20,30', '21,31', '22,32']],
    ['sizes', 'b', ['120.5 30.5', '121.5 31.5', '120 30', '120 30', '121 31', '122 32']]
  ])('are never %s', async (_, header, values) => {
    const text = `项目名称,所在区县,${header}\n${values.map((value, i) => `项目${i},${SIX[i]},"${value}"`).join('\n')}\n`;
    const { guess, table } = await importAll(fileOf(text));
    expect(guess.columns[2]).toBe('text');
    expect([...districtsOf(table), ...new Set(table.placement)]).toEqual([...SIX, 2]);
  });

  it('are not among done of planned', async () => {
    const { guess, table } = await importAll(caseFile('52-done-of-planned.csv'));
    expect(guess.columns).toEqual(['name', 'district', 'text', 'number']);
    expect([...districtsOf(table), ...new Set(table.placement)]).toEqual([...SIX, 2]);
  });

  it.each([
    ['ages and shares', '年龄,占比（%）', ['30,28.5', '29,30.1']],
    ['years', '建成年份,经度,纬度', ['2021,2022,2023', '2022,2023,2024']],
    ['numbers headed x and y', 'x,y', ['120,30', '121,29']],
    ['telephones headed as degrees', '经度,纬度', ['13800000000,13900000000', '13800000001,13900000001']],
    ['amounts in the range', '产值（亿元）,利润（亿元）', ['120.068,30.144', '119.917,30.355']]
  ])('are never %s', async (_, header, rows) => {
    const { guess } = await importAll(fileOf(`区县,${header}\n${rows.map((row) => `西湖区,${row}`).join('\n')}\n`));
    expect(guess.columns.filter((role) => ['lon', 'lat', 'lonlat', 'latlon'].includes(role))).toEqual([]);
  });

  it('may lie far from the region, and x and y be degrees', async () => {
    expect((await importAll(fileOf('企业,经度,纬度\n甲,116.4,39.9\n乙,113.2,23.1\n'))).guess.columns).toEqual(['name', 'lon', 'lat']);
    expect((await importAll(fileOf('企业,坐标\n甲,"48.8566,2.3522"\n乙,"39.9042,116.4074"\n'))).guess.columns).toEqual(['name', 'latlon']);
    expect((await importAll(fileOf('企业,X,Y\n甲,120.068,30.144\n乙,119.9167,30.3548\n'))).guess.columns).toEqual(['name', 'lon', 'lat']);
  });
});

describe('what a header says first', () => {
  it.each([
    ['园区面积（亩）', ['120', '30'], 'number'],
    ['企业产值', ['1.5', '2'], 'number'],
    ['落户企业（家）', ['15', '20'], 'number'],
    ['所属园区', ['不在园区内', '另一处'], 'text'],
    ['投产年份', ['2021', '2022'], 'date'],
    ['项目编号', ['1', '2'], 'text'],
    ['产值', ['待定', '—'], 'text']
  ])('gives way to the content: %s', async (header, values, role) => {
    const { guess } = await importAll(fileOf(`${header},区县\n${values.map((value) => `${value},西湖区`).join('\n')}\n`));
    expect(guess.columns).toEqual([role, 'district']);
  });
});
