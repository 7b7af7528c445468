import { describe, expect, it } from 'vitest';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { SIX } from './case-outcomes';
import { caseFile, districtsOf, fileOf, importAll, POINTS, remark } from './own-region';

/* Where positions come to lie, with the real region: files that people had trouble with, and others of their kind. */

/** CGCS2000, central meridian 120°: northing and easting without a zone. */
const METRES = [
  [3336078.277, 506551.575],
  [3359447.85, 491991.436],
  [3340325.439, 517807.649],
  [3322951.415, 522224.806],
  [3355469.733, 559072.878],
  [3354235.722, 522565.578]
] as const;

/** Metres between the rows and where they belong. */
function off(table: OwnTable): number {
  return Math.max(
    ...POINTS.map(([lon, lat], i) => {
      const [x = NaN, y = NaN] = table.positions.subarray(2 * i, 2 * i + 2);
      return Math.hypot((x - lon) * 96_000, (y - lat) * 111_000);
    })
  );
}
/** Six rows, one in each district, within 20 m, none rejected. */
function expectSix(table: OwnTable, within = 20): void {
  expect({ rejected: table.rejectedBy, districts: districtsOf(table), placement: [...table.placement] }).toEqual({
    rejected: {},
    districts: SIX,
    placement: [0, 0, 0, 0, 0, 0]
  });
  expect(off(table)).toBeLessThan(within);
}
const csv = (header: string, rows: readonly string[]) => fileOf(`${header}\n${rows.join('\n')}\n`);

describe('degrees, minutes and seconds', () => {
  it.each(['37a-dms-pair.csv', '37b-dms-spaced-pair.csv'])('%s', async (name) => {
    expectSix((await importAll(caseFile(name))).table);
  });

  const dms = (value: number) => [Math.floor(value), Math.floor((value % 1) * 60), (((value * 60) % 1) * 60).toFixed(2)] as const;
  it.each([
    ['东经,北纬', ([x, y]: readonly [number, number]) => `${dms(x).join('-')},${dms(y).join('-')}`],
    ['经度,纬度', ([x, y]: readonly [number, number]) => `${dms(x).join(' ')},${dms(y).join(' ')}`],
    ['lat,lon', ([x, y]: readonly [number, number]) => `N${dms(y).join(':')},E${dms(x).join(':')}`],
    ['坐标', ([x, y]: readonly [number, number]) => `东经${dms(x)[0]}度${dms(x)[1]}分${dms(x)[2]}秒、北纬${dms(y)[0]}度${dms(y)[1]}分${dms(y)[2]}秒`],
    ['位置坐标', ([x, y]: readonly [number, number]) => `经度：${x}；纬度：${y}`]
  ])('under %s', async (header, write) => {
    expectSix(
      (
        await importAll(
          csv(
            `公司,${header}`,
            POINTS.map((point, i) => `公司${i},${write(point)}`)
          )
        )
      ).table
    );
  });
});

describe('plane systems', () => {
  it.each(['15a-gk-metres.csv', '16-epsg4549.geojson', '31-geoparquet-4549.parquet', '29-gk40-gbk-folder-mac.zip'])('%s', async (name) => {
    const { guess, table } = await importAll(caseFile(name));
    expect(guess.system).toMatch(/^EPSG:45(?:49|28)$/);
    expect(guess.systemHint?.candidates[0]).toMatchObject({ id: guess.system, region: 1 });
    expectSix(table);
    expect(remark(table, 'converted')).toEqual({ code: 'converted', count: 6, detail: guess.system });
    expect(remark(table, 'projected')).toBeUndefined();
  });

  const rows = (write: (north: number, east: number, i: number) => string) => METRES.map(([north, east], i) => write(north, east, i));
  it.each([
    ['X,Y by the surveyor’s custom', '地块,X,Y', (n: number, e: number) => `a,${n},${e}`],
    ['X,Y as on paper', '地块,X坐标,Y坐标', (n: number, e: number) => `a,${e},${n}`],
    ['with the zone', '地块,横坐标,纵坐标', (n: number, e: number) => `a,${40_000_000 + e},${n}`],
    ['some with the zone', '地块,横坐标,纵坐标', (n: number, e: number, i: number) => `a,${i % 2 ? e : 40_000_000 + e},${n}`],
    ['with separators', '地块,东坐标(m),北坐标(m)', (n: number, e: number) => `a,"${e.toLocaleString('en')}","${n.toLocaleString('en')}"`],
    ['in one cell', '地块,坐标', (n: number, e: number) => `a,"${n},${e}"`],
    ['in one cell, easting first', '地块,中心点', (n: number, e: number) => `a,"(${e}, ${n})"`],
    ['without words, with decimals', '地块,a1,a2,面积', (n: number, e: number) => `a,${n},${e},300000`],
    ['beside blank columns of degrees', '地块,经度,纬度,X,Y', (n: number, e: number) => `a,,,${n},${e}`],
    ['beside amounts of the same size', '地块,投资额,产值,X,Y', (n: number, e: number) => `a,3300000.5,520000.5,${n},${e}`]
  ])('%s', async (_, header, write) => {
    const { guess, table } = await importAll(csv(header, rows(write)));
    expect(guess.system).toMatch(/^EPSG:45(?:49|28)$/);
    expectSix(table);
  });

  it('do not take amounts of money for positions', async () => {
    const { guess, table } = await importAll(
      csv(
        '公司,区县,投资额（元）,产值（元）',
        rows((_, e, i) => `公司${i},${SIX[i] ?? ''},${3_300_000 + 1000 * i},${Math.round(e)}`)
      )
    );
    expect(guess.system).toBeUndefined();
    expect([...table.placement]).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('leave rows in degrees beside rows in metres as they are', async () => {
    const mixed = rows((n, e, i) => `a,${(i < 2 ? POINTS[i] : [e, n])?.join(',') ?? ''}`);
    const { table } = await importAll(csv('地块,X,Y', mixed));
    expectSix(table);
    expect(remark(table, 'converted')?.count).toBe(4);
  });

  it('exchange single rows only if asked', async () => {
    const { guess, table } = await importAll(
      csv(
        '地块,X,Y',
        rows((n, e, i) => (i === 3 ? `a,${e},${n}` : `a,${n},${e}`))
      )
    );
    expect([table.rows, table.rejectedBy]).toEqual([5, { swapped: 1 }]);
    expect(guess.columns).toEqual(['name', 'lat', 'lon']);
  });

  it('are weighed by the stated districts', async () => {
    // Web Mercator and Baidu’s metres put the same numbers some twenty kilometres apart
    const web = POINTS.map(([lon, lat], i) => `a,${SIX[i] ?? ''},${(lon * Math.PI * 6378137) / 180},${Math.asinh(Math.tan((lat * Math.PI) / 180)) * 6378137}`);
    const { guess, table } = await importAll(csv('公司,区县,X,Y', web));
    expect(guess.system).toBe('EPSG:3857');
    expect(guess.systemHint).toMatchObject({ points: 6, stated: 6 });
    expect(guess.systemHint?.candidates[0]).toEqual({ id: 'EPSG:3857', region: 1, stated: 1 });
    expect(guess.systemHint?.candidates.slice(1).every(({ stated = 1 }) => stated < 0.5)).toBe(true);
    expectSix(table);
  });

  it('follow the words around the table', async () => {
    for (const [words, system] of [
      ['X（西安80）', 'EPSG:2385'],
      ['X（1954北京坐标系）', 'EPSG:2437'],
      ['X（CGCS2000）', 'EPSG:4549']
    ] as const) {
      const { guess, table } = await importAll(
        csv(
          `地块,${words},Y`,
          rows((n, e) => `a,${n},${e}`)
        )
      );
      expect(guess.system).toBe(system);
      // the ellipsoids differ: the same numbers lie some tens of metres apart
      expectSix(table, 120);
    }
    const { guess } = await importAll(
      csv(
        '地块,坐标系,X,Y',
        rows((n, e) => `a,EPSG:2385,${n},${e}`)
      )
    );
    expect(guess.system).toBe('EPSG:2385');
  });

  const geojson = (coordinates: (i: number) => number[], crs?: string) =>
    fileOf(
      JSON.stringify({
        type: 'FeatureCollection',
        ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}),
        features: POINTS.map((_, i) => ({ type: 'Feature', properties: { 区县: SIX[i] }, geometry: { type: 'Point', coordinates: coordinates(i) } }))
      }),
      'a.geojson'
    );
  const metre = (i: number) => [METRES[i]?.[1] ?? NaN, METRES[i]?.[0] ?? NaN];

  it('GeoJSON: without a word, with the axes of the code, with a wrong code, with a code over degrees', async () => {
    expectSix((await importAll(geojson(metre))).table);
    expectSix((await importAll(geojson((i) => metre(i).reverse(), 'EPSG:4549'))).table);
    const wrong = await importAll(geojson(metre, 'urn:ogc:def:crs:EPSG::4548'));
    expect(wrong.guess.systemHint?.declared).toBe('EPSG:4548');
    expectSix(wrong.table);
    const degrees = await importAll(geojson((i) => [...(POINTS[i] ?? [])], 'EPSG:4549'));
    expect(degrees.guess.system).toBeUndefined();
    expect(remark(degrees.table, 'projected')).toEqual({ code: 'projected', count: 6, detail: 'EPSG:4549' });
    expectSix(degrees.table);
  });

  it('GeoJSON in degrees with latitude first throughout', async () => {
    expectSix((await importAll(geojson((i) => [...(POINTS[i] ?? [])].reverse()))).table);
  });

  it('GeoJSON in a system that is not known says so, and older degrees are named', async () => {
    const { table } = await importAll(geojson((i) => [100_000 + i, 450_000], 'EPSG:28992'));
    expect(table.rejectedBy).toEqual({ 'out-of-range': 6 });
    expect(remark(table, 'unknown-system')?.detail).toBe('EPSG:28992');
    const older = await importAll(geojson((i) => [...(POINTS[i] ?? [])], 'EPSG:4214'));
    expect(remark(older.table, 'older-degrees')?.detail).toBe('beijing54');
  });
});
