import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleOfWords } from '#lib/features/own-data/table/column-words';
import { findHeader } from '#lib/features/own-data/table/find-header';
import { guessColumns } from '#lib/features/own-data/table/guess-columns';
import { indexNames } from '#lib/features/own-data/table/place-names';
import { context } from '../read/small-region';

const names = indexNames(context);
const known = { names, bbox: [120, 30.1, 120.8, 30.5] as const };

describe('header words', () => {
  it('speak for roles in Chinese and English', () => {
    for (const [role, words] of [
      ['lon', ['经度', '东经', 'lng', 'lon', 'Longitude', 'x', '经度（°）', 'gcj_lng', '百度经度', 'bd09_lng', 'lon_wgs84', 'POINT_X']],
      ['lat', ['纬度', 'lat', 'Latitude', 'y', '北纬', 'gps_lat', 'lat_gcj02']],
      ['lonlat', ['坐标', '经纬度', 'location', '位置坐标', 'lnglat']],
      ['district', ['区县', '所在区县', '县（市、区）', '县市区', 'district', 'County', '属地', '区']],
      ['city', ['城市', '市', '地市', 'city', '设区市']],
      ['adcode', ['adcode', '行政区划代码', '区划代码']],
      ['name', ['名称', '企业名称', '公司', 'name', 'Company', '项目名称', 'company_name']],
      ['date', ['日期', '开工时间', 'date', 'start_date']],
      ['number', ['产值', '产值（亿元）', '亩均税收', 'output', '从业人数', 'revenue_2024']],
      ['text', ['序号', '统一社会信用代码', '电话', 'id', 'No.']]
    ] as const) {
      for (const word of words) expect(roleOfWords(word), word).toBe(role);
    }
    expect(['备注', 'remark', 'longitudinal study', 'exit', 'latest', 'city hall'].map(roleOfWords)).toEqual(Array.from({ length: 6 }, () => undefined));
  });
});

describe('columns', () => {
  const roles = (header: string[], rows: string[][]) => guessColumns(header, rows, known).columns;

  it('are what header and values agree on', () => {
    const found = guessColumns(
      ['名称', '经度', '纬度', '区县', '产值'],
      [
        ['甲', '120.1', '30.2', '西湖区', '5'],
        ['乙', '120.3', '30.2', '钱塘', '6']
      ],
      known
    );
    expect(found).toMatchObject({ columns: ['name', 'lon', 'lat', 'district', 'number'], exchanged: false });
    expect(found.reasons[1]).toEqual({ confidence: 0.99, reason: 'header-and-values', share: 1 });
  });

  it('are what the values say where the header says nothing or wrong', () => {
    expect(
      roles(
        ['a', 'b', 'c', 'd'],
        [
          ['甲', '120.125', '30.2041', '西湖区'],
          ['乙', '120.3141', '30.262', '钱塘']
        ]
      )
    ).toEqual(['text', 'lon', 'lat', 'district']);
    // measurements in the same range have fewer decimals
    expect(
      roles(
        ['a', 'b'],
        [
          ['120.1', '30.2'],
          ['120.3', '30.2']
        ]
      )
    ).toEqual(['number', 'number']);
    expect(
      roles(
        ['区县', '备注'],
        [
          ['好', '1'],
          ['坏', '2']
        ]
      )
    ).toEqual(['text', 'number']);
    expect(
      roles(
        ['x', 'y', '名'],
        [
          ['1', '2', 'a'],
          ['3', '4', 'b']
        ]
      )
    ).toEqual(['number', 'number', 'name']);
  });

  it('give each place role once, and no half of a pair', () => {
    expect(roles(['lon', 'lat', '经度', '纬度'], [['120.1', '30.2', '120.1', '30.2']])).toEqual(['lon', 'lat', 'number', 'number']);
    expect(roles(['经度', '备注'], [['120.1', 'a']])).toEqual(['number', 'text']);
  });

  it('put the longitude first or second in one cell', () => {
    expect(roles(['坐标'], [['120.1,30.2']])).toEqual(['lonlat']);
    expect(roles(['坐标'], [['30.2,120.1']])).toEqual(['latlon']);
  });

  it('stand for each other where nine of ten rows say so, not where half do', () => {
    const row = (swapped: boolean) => (swapped ? ['30.2', '120.1'] : ['120.1', '30.2']);
    const rows = (swapped: number) => Array.from({ length: 100 }, (_, i) => row(i < swapped));
    expect(guessColumns(['经度', '纬度'], rows(95), known)).toMatchObject({ columns: ['lat', 'lon'], exchanged: true });
    const elsewhere = [...rows(100).slice(0, 60), ...Array.from({ length: 40 }, () => ['10', '10'])];
    expect(guessColumns(['经度', '纬度'], elsewhere, known).exchanged).toBe(false);
    for (const swapped of [0, 5, 50, 85])
      expect(guessColumns(['经度', '纬度'], rows(swapped), known)).toMatchObject({ columns: ['lon', 'lat'], exchanged: false });
  });

  it('are as many as the header has names, whatever the cells are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 8 }), { maxLength: 6 }),
        (header, rows) => {
          const found = guessColumns(header, rows, known);
          expect([found.columns.length, found.reasons.length]).toEqual([header.length, header.length]);
        }
      )
    );
  });
});

describe('the header', () => {
  const data = ['甲', '120.1', '30.2'];
  it('is found first, under titles, over two rows, or not at all', () => {
    expect(findHeader([['名称', '经度', '纬度'], data])).toEqual({ headerRows: 1, header: ['名称', '经度', '纬度'], titles: [] });
    expect(findHeader([['一览表', '', ''], ['名称', '经度', '纬度'], data, data])).toMatchObject({ headerRows: 2, titles: ['一览表'] });
    expect(findHeader([['名称', '坐标', ''], ['', '经度', '纬度'], data, data])).toEqual({ headerRows: 2, header: ['名称', '经度', '纬度'], titles: [] });
    expect(findHeader([['名称', '坐标', ''], ['名称', '经度', '纬度'], data, data])).toEqual({ headerRows: 2, header: ['名称', '经度', '纬度'], titles: [] });
    expect(findHeader([data, data])).toEqual({ headerRows: 0, header: ['1', '2', '3'], titles: [] });
    expect(
      findHeader([
        ['名称', '2023', '2024'],
        ['甲', '1', '2']
      ])
    ).toEqual({ headerRows: 1, header: ['名称', '2023', '2024'], titles: [] });
  });

  it('has one name for each column', () => {
    expect(
      findHeader([
        ['名称', '', '名称', '说明\n文字', ''],
        ['甲', '1', '乙', 'x', '']
      ]).header
    ).toEqual(['名称', '2', '名称 (2)', '说明 文字']);
  });

  it('is never longer than the table, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ maxLength: 4 }), { maxLength: 6 }), { maxLength: 15 }),
        (rows) => void expect(findHeader(rows).headerRows).toBeLessThanOrEqual(rows.length)
      )
    );
  });
});

describe('names', () => {
  it('of units: with and without suffix, city, province, in English, by code', () => {
    for (const [text, adcode] of [
      ['钱塘', '330114'],
      ['钱塘区', '330114'],
      [' 钱 塘 区 ', '330114'],
      ['Qiantang District', '330114'],
      ['qiantang', '330114'],
      ['Xihu District, Hangzhou', '330106'],
      ['杭州市西湖区', '330106'],
      ['浙江省杭州市西湖区', '330106'],
      ['浙江省-杭州市-西湖区', '330106'],
      ['330114', '330114'],
      ['330114000000', '330114'],
      ['330114.0', '330114'],
      ['杭州', '330100'],
      ['海宁县', '330481']
    ] as const) {
      expect(names.unit(text), text).toMatchObject({ kind: 'unit', unit: { adcode } });
    }
    for (const text of ['', '区', '市', '朝阳区', '南昌市西湖区', '330199', '西湖区西湖区西湖区']) expect(names.unit(text).kind, text).toBe('unknown');
  });

  it('of units that are no more are told from unknown ones', () => {
    for (const text of ['江干区', '江干', '杭州市江干区', '浙江省杭州市江干区', '330104'])
      expect(names.unit(text), text).toMatchObject({ kind: 'abolished', former: { name: '江干区', year: 2021 } });
    expect(names.unit('南昌市江干区').kind).toBe('unknown');
  });

  it('are decided by the city, and ambiguous without it', () => {
    const twins = indexNames({
      ...context,
      units: [...context.units, { adcode: '330482', name: { zh: '西湖区', en: 'Xihu District' }, level: 'county', parent: '330400', label: [120.7, 30.4] }]
    });
    expect(twins.unit('西湖区').kind).toBe('ambiguous');
    expect(twins.unit('西湖区', '嘉兴')).toMatchObject({ kind: 'unit', unit: { adcode: '330482' } });
    expect(twins.unit('嘉兴市西湖区')).toMatchObject({ kind: 'unit', unit: { adcode: '330482' } });
    expect(names.unit('西湖区', '南昌市').kind).toBe('unknown');
  });

  it('of places need a position', () => {
    expect(names.place('医药港')).toMatchObject({ kind: 'place', place: { id: 'port' } });
    expect(names.place('pharma port')).toMatchObject({ kind: 'place' });
    expect(names.place('无处').kind).toBe('unknown');
  });
});
