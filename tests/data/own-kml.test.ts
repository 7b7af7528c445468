import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { caseFile, cells, districtsOf, fileOf, importAll, POINTS, remark, six, SIX_RIGHT } from './own-region';

/* KML and KMZ with the real region: files that people had trouble with, and others of their kind. */

describe('KML', () => {
  it.each(['23-networklinks.kmz', '25-prefixed.kml'])('%s', async (name) => {
    expect(six(await importAll(caseFile(name)))).toEqual(SIX_RIGHT);
  });

  it('26-multigeometry.kml: one place of three parts, and told', async () => {
    const { table } = await importAll(caseFile('26-multigeometry.kml'));
    expect([table.rows, table.rejectedCount]).toEqual([2, 0]);
    expect(cells(table, 'name')).toEqual(['一区多园', '单点']);
    expect(remark(table, 'parts-as-one')).toEqual({ code: 'parts-as-one', count: 1, detail: '3' });
  });

  const placemark = ([x, y]: readonly [number, number], more = '') =>
    `<Placemark><name>甲</name>${more}<Point><coordinates>${x},${y},0</coordinates></Point></Placemark>`;
  const document = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;
  const kmz = (parts: Readonly<Record<string, string>>) =>
    fileOf(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]))), 'a.kmz');
  const link = (href: string) => `<NetworkLink><Link><href>${href}</href></Link></NetworkLink>`;

  it.each([
    [
      'links from parts to parts, in circles, with blanks and backslashes',
      {
        'doc.kml': document(link('a%20b/one.kml')),
        'a b/one.kml': document(
          POINTS.slice(0, 3)
            .map((at) => placemark(at))
            .join('') + link('..\\two.kml')
        ),
        'two.kml': document(
          POINTS.slice(3)
            .map((at) => placemark(at))
            .join('') + link('doc.kml')
        )
      }
    ],
    ['an empty first part without links', { 'doc.kml': document(''), 'b.kml': document(POINTS.map((at) => placemark(at)).join('')) }],
    ['a first part of another name', { 'files/x.png': '', '我的地点.kml': document(POINTS.map((at) => placemark(at)).join('')) }]
  ])('%s', async (_, parts) => {
    expect(six(await importAll(kmz(parts)))).toEqual(SIX_RIGHT);
  });

  it('what is linked from elsewhere is told, and a file of nothing else named', async () => {
    const { table } = await importAll(
      kmz({ 'doc.kml': document(placemark(POINTS[0]) + link('https://example.com/a.kml')), 'unlinked.kml': document(placemark(POINTS[1])) })
    );
    expect(remark(table, 'links-left-out')).toEqual({ code: 'links-left-out', count: 1, detail: 'https://example.com/a.kml' });
    expect(remark(table, 'sheets-left-out')?.detail).toBe('unlinked.kml');
    await expect(importAll(fileOf(document(link('https://example.com/a.kml')), 'a.kml'))).rejects.toMatchObject({
      reason: 'only-links',
      detail: { text: 'https://example.com/a.kml' }
    });
    await expect(importAll(fileOf(document('<GroundOverlay><name>x</name></GroundOverlay>'), 'a.kml'))).rejects.toMatchObject({ reason: 'no-geometry' });
  });

  it.each([
    [
      'an HTML table',
      '<![CDATA[<html><body><table><tr><td>甲</td></tr><tr><td><table border="1"><tr><td>区县</td><td>西湖区</td></tr><tr bgcolor="#fff"><td>面积&nbsp;亩</td><td>12.5 &amp; 3</td></tr></table></td></tr></table></body></html>]]>'
    ],
    ['lines', '<![CDATA[<b>区县</b>: 西湖区<br/><b>面积 亩</b>：12.5 &amp; 3<br>]]>'],
    [
      'escaped markup',
      '&lt;table&gt;&lt;tr&gt;&lt;th&gt;区县&lt;/th&gt;&lt;td&gt;西湖区&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;th&gt;面积 亩&lt;/th&gt;&lt;td&gt;12.5 &amp;amp; 3&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;'
    ]
  ])('descriptions of %s are columns', async (_, description) => {
    const { table } = await importAll(fileOf(document(placemark(POINTS[0], `<description>${description}</description>`)), 'a.kml'));
    expect([cells(table, '区县'), cells(table, '面积 亩')]).toEqual([['西湖区'], ['12.5 & 3']]);
    expect(table.columns.map(({ name }) => name)).not.toContain('description');
  });

  it('descriptions that are texts stay such', async () => {
    const { table } = await importAll(
      fileOf(document(placemark(POINTS[0], '<description><![CDATA[注：<i>说明</i> 一段话<br>第二行]]></description>')), 'a.kml')
    );
    expect(cells(table, 'description')).toEqual(['注：<i>说明</i> 一段话<br>第二行']);
  });

  it('data of all kinds, folders, tracks, models, prefixes of one’s own, no root', async () => {
    const data =
      '<ExtendedData><Data name="区县"><displayName>x</displayName><value>西湖区</value></Data><SchemaData schemaUrl="#s"><SimpleData name="面积">3</SimpleData></SchemaData></ExtendedData>';
    const [x, y] = POINTS[0];
    const places = `<Folder><name>园区</name><Folder><name>一期</name>${placemark(POINTS[0], data)}</Folder></Folder><Placemark><name>线</name><gx:Track><gx:coord>${x} ${y} 0</gx:coord><gx:coord>${x} ${y} 0</gx:coord></gx:Track></Placemark><Placemark><Model><Location><longitude>${x}</longitude><latitude>${y}</latitude></Location></Model></Placemark>`;
    for (const text of [
      document(places),
      `<Document xmlns:gx="g">${places}</Document>`,
      document(places)
        .replace(/<(\/?)(?=[A-Za-z])(?!gx:)/g, '<$1ns0:')
        .replace('xmlns=', 'xmlns:ns0=')
    ]) {
      const { table } = await importAll(fileOf(text, 'a.kml'));
      expect([districtsOf(table), cells(table, '区县'), cells(table, '面积'), cells(table, 'Folder')]).toEqual([
        ['西湖区', '西湖区', '西湖区'],
        ['西湖区', '', ''],
        ['3', '', ''],
        ['园区 / 一期', '', '']
      ]);
    }
  });

  it('the bytes are believed over a declaration of another encoding', async () => {
    const gbk = new Uint8Array([
      ...new TextEncoder().encode('<?xml version="1.0" encoding="UTF-8"?><kml><Placemark><name>'),
      0xb5,
      0xd8,
      0xbf,
      0xe9,
      ...new TextEncoder().encode('</name><Point><coordinates>120.068,30.144</coordinates></Point></Placemark></kml>')
    ]);
    expect(cells((await importAll(fileOf(gbk, 'a.kml'))).table, 'name')).toEqual(['地块']);
    const utf8 = document(placemark(POINTS[0])).replace('UTF-8', 'GB2312');
    expect(cells((await importAll(fileOf(utf8, 'a.kml'))).table, 'name')).toEqual(['甲']);
  });
});
