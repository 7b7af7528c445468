import { describe, expect, it } from 'vitest';
import { SIX } from './case-outcomes';
import { caseFile, cells, fileOf, importAll, POINTS, remark, six, SIX_RIGHT } from './own-region';

/* Formats with geometry, with the real region: files that people had trouble with, and others of their kind. */

const EASTING = [
  [506551.575, 3336078.277],
  [491991.436, 3359447.85],
  [517807.649, 3340325.439],
  [522224.806, 3322951.415],
  [559072.878, 3355469.733],
  [522565.578, 3354235.722]
] as const;
const json = (value: unknown, name = 'a.json') => fileOf(JSON.stringify(value), name);

describe('geometry in a cell', () => {
  it('34a-wkt-polygon.csv', async () => {
    const outcome = await importAll(caseFile('34a-wkt-polygon.csv'));
    expect(outcome.guess.columns).toEqual(['geometry', 'name', 'number']);
    expect(six(outcome)).toEqual(SIX_RIGHT);
    expect(remark(outcome.table, 'areas-as-points')?.count).toBe(6);
    expect(outcome.table.columns.map(({ name }) => name)).toEqual(['地块', '面积']);
  });

  const ring = ([x, y]: readonly [number, number], size: number) =>
    [
      [x - size, y - size],
      [x + size, y - size],
      [x + size, y + size],
      [x - size, y - size]
    ] as const;
  const float = (value: number) => {
    const bytes = new Uint8Array(new Float64Array([value]).buffer);
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  it.each([
    ['points as text', 'geom', ([x, y]: readonly [number, number]) => `POINT (${x} ${y})`],
    ['EWKT', 'shape', ([x, y]: readonly [number, number]) => `SRID=4490;POINT(${x} ${y})`],
    ['EWKB in hexadecimal', 'wkb', ([x, y]: readonly [number, number]) => `0101000020E6100000${float(x)}${float(y)}`],
    ['GeoJSON', '图形', (point: readonly [number, number]) => `"{""type"":""Polygon"",""coordinates"":${JSON.stringify([ring(point, 0.002)])}}"`],
    [
      'lines',
      'the_geom',
      (point: readonly [number, number]) =>
        `"LINESTRING Z(${ring(point, 0.001)
          .slice(0, 2)
          .map((at) => [...at, 5].join(' '))
          .join(', ')})"`
    ],
    [
      'several areas',
      'WKT',
      (point: readonly [number, number]) =>
        `"MULTIPOLYGON(((${ring(point, 0.002)
          .map((at) => at.join(' '))
          .join(',')})))"`
    ]
  ])('as %s', async (_, header, write) => {
    expect(six(await importAll(fileOf(`${header},名称\n${POINTS.map((point, i) => `${write(point)},甲${i}`).join('\n')}\n`)))).toEqual(SIX_RIGHT);
  });

  it('in metres, with the code of its system and without', async () => {
    for (const before of ['', 'SRID=4549;']) {
      const outcome = await importAll(fileOf(`地块,geom\n${EASTING.map(([x, y], i) => `甲${i},${before}POINT(${x} ${y})`).join('\n')}\n`));
      expect(outcome.guess.system).toBe('EPSG:4549');
      expect(six(outcome)).toEqual(SIX_RIGHT);
    }
  });

  it('that is broken or blank in single rows leaves the rest', async () => {
    const { table } = await importAll(
      fileOf(`名称,区县,WKT\n甲,西湖区,POINT(120.068 30.144)\n乙,余杭区,\n丙,滨江区,POLYGON((1 2\n丁,萧山区,POINT(120.2304 30.0254)\n`)
    );
    expect([...table.placement]).toEqual([0, 2, 0]);
    expect(table.rejectedBy).toEqual({ 'bad-coordinate': 1 });
  });
});

describe('JSON', () => {
  it('21-esri.json', async () => {
    const outcome = await importAll(caseFile('21-esri.json'));
    expect(six(outcome)).toEqual(SIX_RIGHT);
    expect(cells(outcome.table, 'COUNTY')).toEqual(SIX);
  });

  it('of Esri in metres, with areas, aliases, dates and coded values', async () => {
    const rings = ([x, y]: readonly [number, number]) => [
      [
        [x - 50, y - 50],
        [x - 50, y + 50],
        [x + 50, y + 50],
        [x + 50, y - 50],
        [x - 50, y - 50]
      ]
    ];
    const outcome = await importAll(
      json({
        geometryType: 'esriGeometryPolygon',
        spatialReference: { wkid: 4549, latestWkid: 4549 },
        fields: [
          { name: 'QX', alias: '区县', type: 'esriFieldTypeString' },
          { name: 'SIGNED', alias: '签约', type: 'esriFieldTypeDate' },
          { name: 'KIND', alias: '类别', type: 'esriFieldTypeInteger', domain: { codedValues: [{ code: 1, name: '研发' }] } }
        ],
        features: EASTING.map((point, i) => ({ attributes: { QX: SIX[i], SIGNED: 1710028800000, KIND: 1 }, geometry: { rings: rings(point) } }))
      })
    );
    expect(six(outcome)).toEqual(SIX_RIGHT);
    expect([cells(outcome.table, '签约')[0], cells(outcome.table, '类别')[0]]).toEqual(['2024-03-10', '研发']);
  });

  const records = POINTS.map(([lng, lat], i) => ({ name: `甲${i}`, location: { lng, lat }, output: i }));
  const features = POINTS.map((coordinates, i) => ({ type: 'Feature', properties: { name: `甲${i}` }, geometry: { type: 'Point', coordinates } }));
  it.each([
    ['records in an envelope', { code: 0, msg: 'ok', data: { total: 6, list: records } }],
    ['records deep down beside shorter lists', { meta: { tags: [{ a: 1 }] }, result: { page: { rows: records } } }],
    ['records of one key', { records }],
    ['a map service', { status: '1', pois: POINTS.map((point, i) => ({ name: `甲${i}`, location: point.join(',') })) }],
    ['features in an envelope', { success: true, data: { type: 'FeatureCollection', features } }],
    ['features without their collection', { data: features }],
    ['a table of rows', [['名称', '经度', '纬度'], ...POINTS.map(([x, y], i) => [`甲${i}`, x, y])]],
    ['a table by columns', { columns: ['name', 'lng', 'lat'], index: [0], data: POINTS.map(([x, y], i) => [`甲${i}`, x, y]) }],
    ['geometry inside records', POINTS.map((coordinates, i) => ({ name: `甲${i}`, geometry: { type: 'Point', coordinates } }))],
    [
      'a collection whose features have columns and no geometry',
      { type: 'FeatureCollection', features: POINTS.map(([lon, lat]) => ({ type: 'Feature', properties: { lon, lat }, geometry: null })) }
    ],
    [
      'TopoJSON',
      {
        type: 'Topology',
        arcs: [],
        objects: { a: { type: 'GeometryCollection', geometries: POINTS.map((coordinates) => ({ type: 'Point', coordinates, properties: { n: 1 } })) } }
      }
    ]
  ])('%s', async (_, value) => {
    expect(six(await importAll(json(value)))).toEqual(SIX_RIGHT);
  });

  it('51-null-geometry-with-district.geojson', async () => {
    const outcome = await importAll(caseFile('51-null-geometry-with-district.geojson'));
    expect(six(outcome)).toEqual({ districts: SIX, placement: [0, 0, 0, 2, 2, 2], rejected: {} });
    expect(remark(outcome.table, 'no-geometry-by-name')?.count).toBe(3);
  });

  it('features with neither geometry nor a name are listed', async () => {
    const { table } = await importAll(
      json({ type: 'FeatureCollection', features: [...features, { type: 'Feature', properties: { name: '无处' }, geometry: null }] })
    );
    expect([table.rows, table.rejectedBy]).toEqual([6, { 'no-geometry': 1 }]);
  });
});
