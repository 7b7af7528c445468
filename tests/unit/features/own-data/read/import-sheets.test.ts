import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bundleFiles } from '#lib/features/own-data/read/file-bundle';
import { guess } from '#lib/features/own-data/read/importer';
import { ImportRefused } from '#lib/features/own-data/read/refusal';
import { makeLayers, makeShapefile } from './make-shapefile';
import { makeXlsx } from './make-xlsx';
import { columnOf, remark } from './read-back';
import { fileOf, importAll, region } from './small-region';

const refused = async (content: string | Uint8Array) => {
  const error: unknown = await guess(fileOf(content, 'a'), region).catch((reason: unknown) => reason);
  return error instanceof ImportRefused ? `${error.reason} ${error.detail.text ?? ''}`.trim() : error;
};
const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (reference: string, value: number | string, style = 0) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const sheetOf = (rows: readonly (readonly (string | number)[])[]) =>
  `<sheetData>${rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row
          .map((value, c) => {
            const at = `${String.fromCharCode(65 + c)}${r + 1}`;
            return typeof value === 'number' ? number(at, value) : cell(at, value);
          })
          .join('')}</row>`
    )
    .join('')}</sheetData>`;
const LIST = [
  ['名称', '经度', '纬度'],
  ['甲', 120.1, 30.2],
  ['乙', 120.35, 30.25]
] as const;

describe('a workbook', () => {
  it('is found by its relations, whatever its parts are called, in strict namespaces and with prefixes', async () => {
    const parts = unzipSync(makeXlsx({ 表: sheetOf(LIST) }));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const renamed = zipSync({
      '_rels/.rels': strToU8(`<Relationships><Relationship Id="a" Type="${strict}/officeDocument" Target="/book/main.xml"/></Relationships>`),
      'book/_rels/main.xml.rels': strToU8(`<Relationships><Relationship Id="b" Type="${strict}/worksheet" Target="../cells/one.xml"/></Relationships>`),
      'book/main.xml': strToU8(
        `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="${strict}"><x:sheets><x:sheet name="表" sheetId="1" q:id="b"/></x:sheets></x:workbook>`
      ),
      'cells/one.xml': strToU8(sheet.replaceAll(/<(\/?)(worksheet|sheetData|row|c|v|is|t)\b/g, '<$1x:$2'))
    });
    const { table } = await importAll(fileOf(renamed, 'a.xlsx'));
    expect(columnOf(table, '名称')).toEqual(['甲', '乙']);
  });

  it('keeps codes digit by digit, undoes escapes, and reads days of the strict form', async () => {
    const rows = `<sheetData><row r="1">${['名称', '宗地号', '长号', '编号', '经度', '纬度', '日期'].map((text, i) => cell(`${'ABCDEFG'[i] ?? ''}1`, text)).join('')}</row>
      <row r="2"><c r="A2" t="s"><v>0</v></c>${number('B2', '330106001002000011')}${number('C2', '3.3010600100200001E+17')}${number('D2', 17, 1)}${number('E2', 120.1)}${number('F2', 30.2)}<c r="G2" t="d"><v>2024-05-06T00:00:00</v></c></row></sheetData>`;
    const formats = '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>';
    const { table } = await importAll(fileOf(makeXlsx({ 表: rows }, { strings: ['<t>甲_x0041__x005F_x0042_</t>'], formats })), {
      columns: ['name', 'text', 'text', 'text', 'lon', 'lat', 'text']
    });
    expect(['名称', '宗地号', '长号', '编号', '日期'].map((name) => columnOf(table, name)[0])).toEqual([
      '甲A_x0042_',
      '330106001002000011',
      '330106001002000010',
      '00017',
      '2024-05-06'
    ]);
    expect(remark(table, 'digits-lost')?.count).toBe(1);
  });

  it('tells hidden columns, and reads several sheets of the same columns as one', async () => {
    const hidden = `<cols><col min="2" max="2" width="9" hidden="1"/></cols>${sheetOf(LIST)}`;
    const file = fileOf(
      makeXlsx({ 说明: sheetOf([['填表说明', '请填写']]), 一月: hidden, 二月: sheetOf([['标题'], ...LIST]), '.旧': sheetOf(LIST) }),
      'a.xlsx'
    );
    const found = await guess(file, region);
    expect(found).toMatchObject({ sheet: '一月', hiddenColumns: [1], remarks: [{ code: 'hidden-columns', count: 1, detail: '经度' }] });
    expect(found.sheets?.map(({ name, agrees, hidden: isHidden }) => [name, agrees, isHidden])).toEqual([
      ['说明', false, false],
      ['一月', true, false],
      ['二月', true, false],
      ['.旧', true, true]
    ]);
    const { table } = await importAll(file, { alsoSheets: ['二月'], sheetColumn: '工作表' });
    expect([columnOf(table, '名称'), columnOf(table, '工作表'), [...table.line]]).toEqual([
      ['甲', '乙', '甲', '乙'],
      ['一月', '一月', '二月', '二月'],
      [2, 3, 3, 4]
    ]);
    expect(remark(table, 'sheets-left-out')).toMatchObject({ count: 2, detail: '说明、.旧' });
  });
});

describe('other tables', () => {
  it('of Excel 2003: XML with skipped, hidden and merged cells', async () => {
    const data = (value: string, more = '') => `<Cell${more}><Data ss:Type="${/^[\d.]+$/.test(value) ? 'Number' : 'String'}">${value}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="名单"><Table><Row>${['区县', '名称', '备注', '经度', '纬度'].map((text) => data(text)).join('')}</Row>
      <Row ss:Index="3">${data('西湖区', ' ss:MergeDown="1"')}${data('甲')}${data('120.1', ' ss:Index="4"')}${data('30.2')}</Row>
      <Row ss:Hidden="1">${data('乙', ' ss:Index="2"')}${data('120.11', ' ss:Index="4"')}${data('30.21')}</Row></Table></Worksheet></Workbook>`;
    const { guess: found, table } = await importAll(fileOf(xml, 'a.xls'));
    expect(found).toMatchObject({ format: 'xml', remarks: [{ code: 'hidden-rows', count: 1 }] });
    expect([columnOf(table, '区县'), columnOf(table, '名称'), [...table.line]]).toEqual([
      ['西湖区', '西湖区'],
      ['甲', '乙'],
      [3, 4]
    ]);
    expect([...table.positions]).toEqual([120.1, 30.2, 120.11, 30.21]);
  });

  it('of the web: spans, entities, tags left open, another table for the layout', async () => {
    const html = `<html><head><style>td{}</style></head><body><table><tr><td>导航</td></tr></table>
      <table><tr><th>名称<th>区县<th colspan=1>经度<th>纬度</tr><tr><td>甲&amp;乙&#20844;司<td rowspan="2">西湖区<td>120.1<td>30.2<tr><td>丙<td>120.11<td>30.21</table>`;
    const { guess: found, table } = await importAll(fileOf(html, 'a.xls'));
    expect(found).toMatchObject({ format: 'html', header: ['名称', '区县', '经度', '纬度'] });
    expect([columnOf(table, '名称'), columnOf(table, '区县')]).toEqual([
      ['甲&乙公司', '丙'],
      ['西湖区', '西湖区']
    ]);
    expect(await refused('<!doctype html><table><tr><td>用户<tr><td><input type="password"></table>')).toBe('html');
  });

  it('of OpenDocument: repeated cells and rows, hidden sheets, flat files', async () => {
    const text = (value: string, more = '') => `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`;
    const float = (value: number) =>
      `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value.toFixed(1)}</text:p></table:table-cell>`;
    const table = `<table:table-row>${text('名称')}${text('备注', ' table:number-columns-repeated="2"')}${text('经度')}${text('纬度')}</table:table-row>
      <table:table-row table:number-rows-repeated="2">${text('甲<text:s text:c="2"/>乙')}<table:table-cell table:number-columns-repeated="2"/>${float(120.125)}${float(30.25)}</table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>`;
    const flat = `<?xml version="1.0"?><office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
      <office:automatic-styles><style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
      <office:body><office:spreadsheet><table:table table:name="旧" table:style-name="h">${table}</table:table><table:table table:name="新">${table}</table:table></office:spreadsheet></office:body></office:document>`;
    const { guess: found, table: read } = await importAll(fileOf(flat, 'a.fods'));
    expect(found).toMatchObject({ format: 'ods', sheet: '新', header: ['名称', '备注', '备注 (2)', '经度', '纬度'] });
    expect([columnOf(read, '名称'), [...read.line], read.positions[0]]).toEqual([['甲  乙', '甲  乙'], [2, 3], 120.125]);
  });

  it('dropped together, or in an archive: those of the same columns can be read as one', async () => {
    const file = (name: string, text: string) => new File([text], name);
    const bundle = await bundleFiles(
      [file('a.csv', '名称,经度,纬度\n甲,120.1,30.2\n'), file('b.csv', '名称;经度;纬度\n乙;120.35;30.25\n'), file('c.csv', '别的,列\n1,2\n')],
      '3 files'
    );
    const found = await guess(bundle, region);
    expect(new Map(found.sheets?.map(({ name, agrees }) => [name, agrees]))).toEqual(
      new Map([
        ['a.csv', true],
        ['b.csv', true],
        ['c.csv', false]
      ])
    );
    const other = found.sheet === 'a.csv' ? 'b.csv' : 'a.csv';
    const { table } = await importAll(bundle, { alsoSheets: [other], sheetColumn: '文件' });
    expect(columnOf(table, '名称').toSorted()).toEqual(['乙', '甲']);
    expect(remark(table, 'sheets-left-out')).toMatchObject({ count: 1, detail: 'c.csv' });
    const shapefile = unzipSync(makeShapefile([{ x: 120.1, y: 30.2, value: 1, text: strToU8('a') }]));
    const loose = await bundleFiles(
      Object.entries(shapefile).map(([name, bytes]) => new File([bytes as Uint8Array<ArrayBuffer>], name)),
      '3 files'
    );
    expect((await importAll(loose)).table.rows).toBe(1);
  });
});

describe('layers of a zip of Shapefiles', () => {
  const rows = (text: string, count: number) => Array.from({ length: count }, (_, i) => ({ x: 120.1 + i / 100, y: 30.2, text: strToU8(text), value: i }));
  const file = fileOf(
    makeLayers({
      'a/parks': { rows: rows('park', 3) },
      'a/plants': { rows: rows('plant', 2) },
      roads: { rows: rows('road', 1), prj: 'GEOGCS["CGCS2000"]' },
      none: { rows: [] }
    }),
    'layers.zip'
  );

  it('can be chosen as sheets can, the largest first; those of the same fields and system can be read as one', async () => {
    const found = await guess(file, region);
    expect(found).toMatchObject({ format: 'shapefile', sheet: 'a/parks' });
    expect(found.sheets?.map(({ name, rows: count, columns, agrees }) => [name, count, columns, agrees])).toEqual([
      ['a/parks', 3, 2, true],
      ['a/plants', 2, 2, true],
      ['roads', 1, 2, false],
      ['none', 0, 2, false]
    ]);
    const one = await guess(file, region, { sheet: 'roads' });
    expect(one).toMatchObject({ sheet: 'roads', sample: [['road', '0']] });
    const { table } = await importAll(file, { alsoSheets: ['a/plants'] });
    expect(columnOf(table, 'name')).toEqual(['park', 'park', 'park', 'plant', 'plant']);
    expect(table.remarks.filter(({ code }) => code === 'sheets-left-out')).toEqual([{ code: 'sheets-left-out', count: 1, detail: 'roads' }]);
  });
});

describe('what is not read', () => {
  const compound = (stream: string) => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes[30] = 9;
    [...stream].forEach((character, i) => (bytes[512 + 2 * i] = character.charCodeAt(0)));
    return bytes;
  };
  const packageOf = (main: string) =>
    zipSync({
      '_rels/.rels': strToU8(`<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${main}"/></Relationships>`),
      [main]: new Uint8Array(9)
    });
  it.each([
    ['an old workbook without its records', compound('Workbook'), 'broken xls'],
    ['a workbook with a password', compound('EncryptedPackage'), 'unsupported encrypted'],
    ['an old document', compound('WordDocument'), 'unsupported doc'],
    ['a document', packageOf('word/document.xml'), 'unsupported docx'],
    ['a web archive', strToU8('MIME-Version: 1.0\nContent-Type: multipart/related\n'), 'unsupported mht'],
    ['an archive of pictures', zipSync({ 'a.png': new Uint8Array(9), '__MACOSX/._a.csv': new Uint8Array(9) }), 'unsupported zip']
  ])('is named: %s', async (_, bytes, expected) => expect(await refused(bytes)).toBe(expected));
});
