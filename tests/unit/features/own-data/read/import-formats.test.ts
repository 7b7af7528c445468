import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { textAt } from '#lib/features/own-data/table/table';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { guess } from '#lib/features/own-data/read/importer';
import { ImportRefused } from '#lib/features/own-data/read/refusal';
import { makeShapefile } from './make-shapefile';
import { makeXlsx } from './make-xlsx';
import { remark } from './read-back';
import { fileOf, importAll, region, stored } from './small-region';

const rowsOf = (table: OwnTable) =>
  Array.from({ length: table.rows }, (_, row) => Object.fromEntries(table.columns.map((column) => [column.name, textAt(column, row)])));
const refused = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return error instanceof ImportRefused ? [error.reason, error.detail.text] : error;
};
const degrees = (table: OwnTable) => Array.from(table.positions, (value) => Math.round(value * 1e4) / 1e4);

describe('XLSX', () => {
  it('as a spreadsheet program writes it: texts, numbers, dates', async () => {
    const head = ['企业名称', '经度', '纬度', '区县', '产值', '成立日期'].map((value) => ({ value }));
    const row = (name: string, lon: number, lat: number, unit: string, value: number, day: string) => [
      { value: name },
      { value: lon, type: Number },
      { value: lat, type: Number },
      { value: unit },
      { value, type: Number },
      { value: new Date(day), type: Date, format: 'yyyy-mm-dd' }
    ];
    const bytes = await writeXlsx([
      head,
      row('甲 & 乙', 120.1, 30.2, '西湖区', 12.5, '2023-11-01'),
      row('丙', 120.35, 30.25, '钱塘', 1e6, '2024-02-29')
    ]).toBuffer();
    const { guess: found, table } = await importAll(fileOf(new Uint8Array(bytes), 'a.xlsx'));
    expect(found).toMatchObject({ format: 'xlsx', columns: ['name', 'lon', 'lat', 'district', 'number', 'date'] });
    expect(rowsOf(table)).toEqual([
      { 企业名称: '甲 & 乙', 区县: '西湖区', 产值: '12.5', 成立日期: '2023-11-01' },
      { 企业名称: '丙', 区县: '钱塘', 产值: '1000000', 成立日期: '2024-02-29' }
    ]);
    expect(degrees(table)).toEqual([120.1, 30.2, 120.35, 30.25]);
    expect([...table.line]).toEqual([2, 3]);
    expect(table.rejectedCount).toBe(0);
  });

  const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const number = (reference: string, value: number, style = 0) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;

  it('with titles, a merged two-row header and merged cells', async () => {
    const sheet = `<sheetData>
      <row r="1">${cell('A1', '2025年重点项目表')}</row>
      <row r="2">${cell('A2', '所在区')}${cell('B2', '名称')}${cell('C2', '坐标')}${cell('E2', '产值')}</row>
      <row r="3">${cell('C3', '经度')}${cell('D3', '纬度')}</row>
      <row r="4">${cell('A4', '西湖区')}${cell('B4', '甲')}${number('C4', 120.1)}${number('D4', 30.2)}${number('E4', 1)}</row>
      <row r="5">${cell('B5', '乙')}${number('C5', 120.11)}${number('D5', 30.21)}${number('E5', 2)}</row>
      <row r="6"/><row r="7">${cell('A7', '钱塘区')}${cell('B7', '丙')}${number('E7', 3)}</row></sheetData>
      <mergeCells count="4"><mergeCell ref="A1:E1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="E2:E3"/><mergeCell ref="C2:D2"/><mergeCell ref="A4:A5"/></mergeCells>`;
    const { guess: found, table } = await importAll(fileOf(makeXlsx({ 表: sheet }), 'b.xlsx'));
    expect(found).toMatchObject({ headerRows: 3, header: ['所在区', '名称', '经度', '纬度', '产值'], columns: ['district', 'name', 'lon', 'lat', 'number'] });
    expect(rowsOf(table)).toEqual([
      { 所在区: '西湖区', 名称: '甲', 产值: '1' },
      { 所在区: '西湖区', 名称: '乙', 产值: '2' },
      { 所在区: '钱塘区', 名称: '丙', 产值: '3' }
    ]);
    expect([...table.line]).toEqual([4, 5, 7]);
    expect([...table.placement]).toEqual([0, 0, 2]);
    expect(remark(table, 'merged-cells')?.count).toBeGreaterThan(0);
  });

  it('with shared texts, phonetic guides, day styles, 1904, hidden and further sheets', async () => {
    const rows = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
      <row r="2"><c r="A2" t="s"><v>4</v></c>${number('B2', 120.1)}${number('C2', 30.2)}${number('D2', 43769, 1)}</row>
      <row r="3"><c r="A3" t="str"><f>A2</f><v>公式</v></c>${number('B3', 120.1)}${number('C3', 30.2)}<c r="D3" t="e"><v>#N/A</v></c></row></sheetData>`;
    const strings = [
      '<t>名称</t>',
      '<t>经度</t>',
      '<t>纬度</t>',
      '<t>日期</t>',
      '<r><t>东</t></r><r><t xml:space="preserve">京 </t></r><rPh><t>トウキョウ</t></rPh>'
    ];
    const formats =
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>';
    const file = fileOf(makeXlsx({ '.hidden': rows, 数据: rows, 另一张: '<sheetData/>' }, { strings, formats, date1904: true }), 'c.xlsx');
    const { guess: found, table } = await importAll(file);
    expect(found).toMatchObject({ sheet: '数据' });
    const shown = found.sheets?.map(({ name, rows, hidden, agrees }) => `${name} ${rows} ${hidden} ${agrees}`);
    expect(shown).toEqual(['.hidden 2 true true', '数据 2 false true', '另一张 0 false false']);
    expect(rowsOf(table)).toEqual([
      { 名称: '东京', 日期: '2023-11-01' },
      { 名称: '公式', 日期: '' }
    ]);
    expect(remark(table, 'sheets-left-out')).toMatchObject({ count: 1, detail: '.hidden' });
    expect(await refused(guess(file, region, { sheet: '另一张' }))).toEqual(['empty', undefined]);
  });

  it('that lost a part of itself is refused', async () => {
    const rows = `<row r="1">${cell('A1', '名称')}${cell('B1', '产值')}</row><row r="2">${cell('A2', '甲')}${number('B2', 1)}</row>`;
    expect(await refused(importAll(fileOf(makeXlsx({ 表: `<sheetData>${rows}<row r="3">${cell('A3', '乙')}` }), 'a.xlsx')))).toEqual([
      'broken',
      'xl/worksheets/sheet1.xml'
    ]);
    const shared = `<sheetData>${rows}<row r="3"><c r="A3" t="s"><v>7</v></c></row></sheetData>`;
    expect(await refused(importAll(fileOf(makeXlsx({ 表: shared }, { strings: ['<t>甲</t>'] }), 'b.xlsx')))).toEqual(['broken', 'sharedStrings.xml']);
  });

  it('is not parsed in pieces that cut a row', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) => `<row r="${i + 2}">${cell(`A${i + 2}`, `企业${i}`)}${number(`B${i + 2}`, 120.1)}${number(`C${i + 2}`, 30.2)}</row>`
    ).join('');
    const sheet = `<sheetData><row r="1">${cell('A1', '名称')}${cell('B1', '经度')}${cell('C1', '纬度')}</row>${rows}</sheetData>`;
    const { table } = await importAll(fileOf(makeXlsx({ 大: sheet }), 'd.xlsx'));
    expect([table.rows, table.rejectedCount]).toEqual([30_000, 0]);
    expect(rowsOf(table).every((row, i) => row.名称 === `企业${i}`)).toBe(true);
  });
});

describe('Shapefile', () => {
  const gbk = new Uint8Array([0xb5, 0xd8, 0xbf, 0xe9]);
  const utf8 = new TextEncoder().encode('地块');
  const point = { x: 120.1, y: 30.2, value: 12.5 };

  it('in degrees, with texts by .cpg, by dBASE’s own mark, by trial', async () => {
    for (const made of [
      makeShapefile([{ ...point, text: utf8 }], { parts: { cpg: 'UTF-8' } }),
      makeShapefile([{ ...point, text: gbk }], { parts: { cpg: 'ANSI 936' } }),
      makeShapefile([{ ...point, text: gbk }], { languageDriver: 0x4d }),
      makeShapefile([{ ...point, text: gbk }]),
      makeShapefile([{ ...point, text: utf8 }], {
        parts: {
          prj: 'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
        }
      })
    ]) {
      const { guess: found, table } = await importAll(fileOf(made, 'land.zip'));
      expect(found).toMatchObject({ format: 'shapefile', geometry: true, columns: ['name', 'number'] });
      expect(rowsOf(table)).toEqual([{ name: '地块', value: '12.5' }]);
      expect(degrees(table)).toEqual([120.1, 30.2]);
    }
  });

  it('believes dBASE’s own mark against a trial that could go either way', async () => {
    // 模模 in GBK is ģģ in UTF-8
    const either = new Uint8Array([0xc4, 0xa3, 0xc4, 0xa3]);
    const marked = await importAll(fileOf(makeShapefile([{ ...point, text: either }], { languageDriver: 0x4d }), 'land.zip'));
    expect(rowsOf(marked.table)[0]?.name).toBe('模模');
  });

  it('in CGCS2000 metres, brought to degrees by its .prj', async () => {
    const prj =
      'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    // 120.1° E, 30.2° N as proj4 and the meridian arc (some 110.7 km a degree) have it
    const { table } = await importAll(fileOf(makeShapefile([{ x: 509_629.22, y: 3_342_288.45, value: 1, text: utf8 }], { parts: { prj } }), 'land.zip'));
    expect(Math.abs((table.positions[0] ?? 0) - 120.1)).toBeLessThan(0.000001);
    expect(Math.abs((table.positions[1] ?? 0) - 30.2)).toBeLessThan(0.000001);
    expect(remark(table, 'converted')).toMatchObject({ count: 1, detail: 'EPSG:4549' });
    // what is not known is judged by where it would lie; a point far from here is not placed, and the system named
    const unknown = makeShapefile([{ x: 900_629, y: 342_288, value: 1, text: utf8 }], { parts: { prj: prj.replace('Gauss_Kruger', 'Home_Made') } });
    const far = await importAll(fileOf(unknown, 'land.zip'));
    expect(far.table.rejectedBy).toEqual({ 'out-of-range': 1 });
    expect(remark(far.table, 'unknown-system')?.detail).toBe('CGCS2000_3_Degree_GK_CM_120E');
  });

  it('that is broken is refused', async () => {
    const made = zipSync({ 'a.shp': new Uint8Array(40), 'a.dbf': new Uint8Array(10) });
    expect(((await refused(guess(fileOf(made, 'a.zip'), region))) as string[])[0]).toBe('broken');
  });
});

describe('KML and GeoJSON', () => {
  it('KML: points, areas, lines, nothing; data of both kinds; folders', async () => {
    const { guess: found, table } = await importAll(await stored('points.kml'));
    expect(found).toMatchObject({ format: 'kml', geometry: true, header: ['name', 'description', '产值', 'Folder'] });
    expect(rowsOf(table).map((row) => [row.name, row.产值, row.Folder])).toEqual([
      ['点 & 一', '12.5', '地块'],
      ['地块二', '7', '地块'],
      ['线三', '', '地块']
    ]);
    expect(rowsOf(table)[0]?.description).toBe('<b>说明</b>');
    expect(degrees(table)).toEqual([120.1, 30.2, 120.32, 30.22, 120.65, 30.3]);
    expect(table.rejected).toMatchObject([{ line: 4, reason: 'no-geometry' }]);
    expect([remark(table, 'areas-as-points')?.count, remark(table, 'lines-as-points')?.count]).toEqual([1, 1]);
  });

  it('KMZ, and KML in another encoding', async () => {
    const kml = new Uint8Array(await (await stored('points.kml')).arrayBuffer());
    expect((await importAll(fileOf(zipSync({ 'files/a.png': new Uint8Array(4), 'doc.kml': kml }), 'a.kmz'))).table.rows).toBe(3);
    const gbk = new Uint8Array([
      ...new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?><kml><Placemark><name>'),
      0xb5,
      0xd8,
      ...new TextEncoder().encode('</name><Point><coordinates>120.1,30.2</coordinates></Point></Placemark></kml>')
    ]);
    expect(rowsOf((await importAll(fileOf(gbk, 'a.kml'))).table)).toEqual([{ name: '地' }]);
  });

  it('does not expand entities that a file defines', async () => {
    const outcome = await importAll(await stored('entities.kml')).catch((error: unknown) => error);
    const text = outcome instanceof Error ? '' : JSON.stringify(rowsOf((outcome as { table: OwnTable }).table));
    expect(text.length).toBeLessThan(200);
  });

  it('GeoJSON: all properties of all features, points inside areas, what has no place', async () => {
    const { guess: found, table } = await importAll(await stored('features.geojson'));
    expect(found).toMatchObject({ format: 'geojson', geometry: true, header: ['id', 'name', '产值', 'late'] });
    expect(rowsOf(table).map((row) => row.name)).toEqual(['甲', '乙']);
    expect([...table.county]).toEqual([1, 2]);
    expect(table.rejected).toMatchObject([
      { line: 3, reason: 'no-geometry' },
      { line: 4, reason: 'no-geometry' }
    ]);
    expect(remark(table, 'projected')?.detail).toBe('EPSG:2382');
  });

  it('points without any property', async () => {
    const point = (lon: number) => ({ type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [lon, 30.2] } });
    const { table } = await importAll(fileOf(JSON.stringify({ type: 'FeatureCollection', features: [point(120.1), point(120.35)] }), 'a.geojson'));
    expect(degrees(table)).toEqual([120.1, 30.2, 120.35, 30.2]);
  });

  it('lists of records, and features by lines', async () => {
    const { guess: found, table } = await importAll(await stored('records.json'));
    expect(found).toMatchObject({ format: 'geojson', geometry: false, columns: ['name', 'lon', 'lat', 'number'] });
    expect(degrees(table)).toEqual([120.1, 30.2, 120.35, 30.25]);
    expect((await importAll(await stored('lines.geojsonl'))).table.rows).toBe(2);
  });

  it('refuses what is no GeoJSON', async () => {
    expect(await refused(guess(fileOf('{"type":"Topology","objects":{}}', 'a.json'), region))).toEqual(['empty', 'topojson']);
    expect(await refused(guess(fileOf('{"type":"FeatureCollection","features":[]}', 'a.json'), region))).toEqual(['empty', 'json']);
    expect(await refused(guess(fileOf('{"a":1}', 'a.json'), region))).toEqual(['unsupported', 'json']);
  });
});
