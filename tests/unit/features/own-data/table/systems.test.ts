import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import gcoord from 'gcoord';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { projection } from '#lib/features/own-data/table/projection';
import { BAIDU_METRES, planeSystem, readProjjson, readSystem, systemWords } from '#lib/features/own-data/table/systems';

/** The EPSG data set as PROJ had it, which comes with mapshaper. Shifts of datum are left out: none is made here. */
const EPSG = new Map<string, string>(
  readFileSync('node_modules/mproj/nad/epsg', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, code, definition] = /^<(\d+)> (.*?)\s*<>/.exec(line) ?? [];
      return code && definition ? [[`EPSG:${code}`, definition.replace(/\+towgs84=\S+/, '')] as const] : [];
    })
);
const codes = (from: number, count: number) => Array.from({ length: count }, (_, i) => `EPSG:${from + i}`);
const GAUSS = [4513, 4534, 2349, 2370, 2401, 2422]
  .flatMap((first) => codes(first, 21))
  .concat([4491, 4502, 2327, 2338, 21413, 21453].flatMap((first) => codes(first, 11)));

describe('plane systems', () => {
  it('come out as the EPSG data set has them, to a ten-thousandth of a second', async () => {
    for (const id of [...GAUSS, ...codes(32643, 11)]) {
      const definition = EPSG.get(id) ?? '';
      const [meridian, plane] = [
        Number(/lon_0=(\d+)/.exec(definition)?.[1] ?? 6 * Number(/zone=(\d+)/.exec(definition)?.[1]) - 183),
        new proj4.Proj(definition)
      ];
      const toDegrees = await projection(id);
      const east = Number(/x_0=(\d+)/.exec(definition)?.[1] ?? 500_000);
      for (const [x, y] of [
        [east + 9629.2, 3_342_288.4],
        [east - 140_000, 5_100_000],
        [east + 289_000, 2_000_000]
      ] as const) {
        const wanted = plane.inverse({ x, y });
        const { lon, lat } = toDegrees(x, y);
        expect(Math.abs(lon - ((wanted?.x ?? NaN) * 180) / Math.PI), `${id} ${meridian}`).toBeLessThan(3e-8);
        expect(Math.abs(lat - ((wanted?.y ?? NaN) * 180) / Math.PI), id).toBeLessThan(3e-8);
      }
    }
  });

  it('believe a zone before the easting, row by row', async () => {
    const toDegrees = await projection('EPSG:4549');
    const near = (x: number, y: number) => Object.values(toDegrees(x, y)).map((value) => Math.round(value * 1e5) / 1e5);
    expect(near(506_551.575, 3_336_078.277)).toEqual([120.068, 30.144]);
    expect(near(40_506_551.575, 3_336_078.277)).toEqual([120.068, 30.144]);
    expect(near(39_500_000, 3_336_078.277)[0]).toBe(117);
    expect(near(21_500_000, 3_336_078.277)[0]).toBe(123);
    expect(near(77_500_000, 3_336_078.277)).toEqual([NaN, NaN]);
    expect(near(3_336_078.277, 506_551.575)).toEqual([NaN, NaN]);
  });

  it('read an easting far from its meridian on, past where a zone could stand before it', async () => {
    // the meridian of 117°: a thousand kilometres of easting are some 5.2° east of it, none 5.2° west
    const toDegrees = await projection('EPSG:4548');
    for (const x of [1_000_000, 0]) {
      const [before, after] = [x - 1000, x + 1000].map((east) => ({ ...toDegrees(east, 3_348_000) }));
      expect(after!.lon - before!.lon).toBeCloseTo(2000 / 96_300, 3);
      expect(after!.lat).toBeCloseTo(before!.lat, 2);
    }
  });

  it('of web maps', async () => {
    const [web, baidu] = [await projection('EPSG:3857'), await projection(BAIDU_METRES)];
    fc.assert(
      fc.property(fc.double({ min: 100, max: 125, noNaN: true }), fc.double({ min: 20, max: 45, noNaN: true }), (lon, lat) => {
        const plane = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.WebMercator) as [number, number];
        expect(web(...plane).lon).toBeCloseTo(lon, 7);
        expect(web(...plane).lat).toBeCloseTo(lat, 7);
        const metres = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.BD09MC) as [number, number];
        expect(baidu(...metres).lon).toBeCloseTo(lon, 4);
        expect(baidu(...metres).lat).toBeCloseTo(lat, 4);
      })
    );
  });
});

const GEOGCS =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const XIAN = 'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const BEIJING =
  'GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const WGS = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const esri = (name: string, base: string, east: number, meridian: number, scale = 1, method = 'Gauss_Kruger') =>
  `PROJCS["${name}",${base},PROJECTION["${method}"],PARAMETER["False_Easting",${east}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe('names of systems', () => {
  it.each([
    ['EPSG:4549', 'EPSG:4549'],
    ['urn:ogc:def:crs:EPSG::4549', 'EPSG:4549'],
    ['urn:ogc:def:crs:EPSG:9.9.1:4528', 'EPSG:4528'],
    ['http://www.opengis.net/def/crs/EPSG/0/2385', 'EPSG:2385'],
    ['epsg:2437', 'EPSG:2437'],
    ['4549', 'EPSG:4549'],
    ['ESRI:102100', 'EPSG:3857'],
    ['EPSG:900913', 'EPSG:3857'],
    ['EPSG:32651', 'EPSG:32651'],
    [esri('CGCS2000_3_Degree_GK_CM_120E', GEOGCS, 500_000, 120), 'EPSG:4549'],
    [esri('CGCS2000_3_Degree_GK_Zone_40', GEOGCS, 40_500_000, 120), 'EPSG:4528'],
    [esri('CGCS2000_GK_Zone_21', GEOGCS, 21_500_000, 123), 'EPSG:4499'],
    [esri('Xian_1980_3_Degree_GK_CM_120E', XIAN, 500_000, 120), 'EPSG:2385'],
    [esri('Beijing_1954_GK_Zone_20N', BEIJING, 500_000, 117), 'EPSG:2436'],
    [esri('Beijing_1954_3_Degree_GK_Zone_40', BEIJING, 40_500_000, 120), 'EPSG:2416'],
    [esri('WGS_1984_UTM_Zone_51N', WGS, 500_000, 123, 0.9996, 'Transverse_Mercator'), 'EPSG:32651'],
    [esri('WGS_1984_Web_Mercator_Auxiliary_Sphere', WGS, 0, 0, 1, 'Mercator_Auxiliary_Sphere'), 'EPSG:3857'],
    [`PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM 120E",${GEOGCS},PROJECTION["Transverse_Mercator"],AUTHORITY["EPSG","4549"]]`, 'EPSG:4549'],
    [
      'PROJCRS["CGCS2000 / 3-degree Gauss-Kruger CM 120E",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101]]],CONVERSION["x",METHOD["Transverse Mercator"],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",120],PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2]]',
      'EPSG:4549'
    ],
    ['+proj=utm +zone=50 +datum=WGS84 +units=m', 'EPSG:32650']
  ])('%s', (text, id) => {
    expect(readSystem(text)).toEqual({ kind: 'plane', id });
  });

  it.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'wgs84'],
    ['EPSG:4326', 'wgs84'],
    ['EPSG:4490', 'cgcs2000'],
    [GEOGCS, 'cgcs2000'],
    [XIAN, 'xian80'],
    [BEIJING, 'beijing54'],
    ['EPSG:4214', 'beijing54'],
    ['+proj=longlat +datum=WGS84 +no_defs', 'wgs84']
  ])('%s is degrees', (text, geodetic) => {
    expect(readSystem(text)).toEqual({ kind: 'degrees', geodetic });
  });

  it('that are not known are named', () => {
    expect(readSystem('EPSG:28992')).toEqual({ kind: 'unknown', name: 'EPSG:28992' });
    expect(readSystem('LOCAL_CS["杭州城建坐标",UNIT["m",1]]')).toEqual({ kind: 'unknown', name: '杭州城建坐标' });
    expect(readSystem('')).toEqual({ kind: 'unknown', name: '' });
  });

  it('are left as they are written where no code has them, and proj4 reads them', async () => {
    const local = readSystem(esri('Hangzhou_local', GEOGCS, 100_000, 120));
    expect(local).toMatchObject({ kind: 'plane' });
    const { lon, lat } = (await projection(local.kind === 'plane' ? local.id : ''))(106_551.575, 3_336_078.277);
    expect([lon, lat].map((value) => Math.round(value * 1e5) / 1e5)).toEqual([120.068, 30.144]);
    await expect(projection('PROJCS["x",GEOGCS["y",DATUM["z",SPHEROID["s",6378137,298]]],PROJECTION["Home_Made"]]')).rejects.toThrow();
  });

  it('in PROJJSON', () => {
    expect(readProjjson({ type: 'ProjectedCRS', name: 'x', id: { authority: 'EPSG', code: 4549 } })).toEqual({ kind: 'plane', id: 'EPSG:4549' });
    expect(readProjjson({ type: 'GeographicCRS', name: 'WGS 84 (CRS84)', id: { authority: 'OGC', code: 'CRS84' } })).toEqual({
      kind: 'degrees',
      geodetic: 'wgs84'
    });
    expect(readProjjson(undefined)).toEqual({ kind: 'degrees', geodetic: 'wgs84' });
    const parameters = Object.entries({
      'Latitude of natural origin': 0,
      'Longitude of natural origin': 120,
      'Scale factor at natural origin': 1,
      'False easting': 40_500_000,
      'False northing': 0
    });
    expect(
      readProjjson({
        type: 'ProjectedCRS',
        name: 'own',
        base_crs: { name: 'Xian 1980' },
        conversion: { method: { name: 'Transverse Mercator' }, parameters: parameters.map(([name, value]) => ({ name, value })) }
      })
    ).toEqual({ kind: 'plane', id: 'EPSG:2364' });
  });

  it('in words around a table', () => {
    expect(systemWords('X坐标（西安80，中央子午线120°）')).toEqual({ geodetic: 'xian80', meridian: 120 });
    expect(systemWords('2000国家大地坐标系 带号：40')).toEqual({ geodetic: 'cgcs2000', meridian: 120 });
    expect(systemWords('北京54坐标 第20带')).toEqual({ geodetic: 'beijing54', meridian: 117 });
    expect(systemWords('EPSG:4549')).toEqual({ id: 'EPSG:4549' });
    expect(systemWords('2024年地块面积')).toEqual({});
  });

  it('have no code in common', () => {
    expect(new Set(GAUSS.map((id) => JSON.stringify(planeSystem(id)))).size).toBe(GAUSS.length);
    for (const id of ['EPSG:4555', 'EPSG:2400', 'EPSG:2443', 'EPSG:21424', 'x', '']) expect(planeSystem(id), id).toBeUndefined();
  });
});
