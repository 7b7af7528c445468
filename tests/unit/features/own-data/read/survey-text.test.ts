import * as fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { guess } from '#lib/features/own-data/read/importer';
import { columnOf, countyNames, refusal, remark } from './read-back';
import { fileOf, importAll, region } from './small-region';

const belt = proj4('+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs');
type Metres = Readonly<{ x: number; y: number }>;
/** Northing as X and easting as Y, as surveyors have them. */
const metresOf = (lon: number, lat: number, zone = 0): Metres => {
  const [east = NaN, north = NaN] = belt.forward([lon, lat]);
  return { x: north, y: 1e6 * zone + east };
};
const text = (value: number) => value.toFixed(3);

/** [what, line, header]: a point as instruments and programs write it */
const CONVENTIONS: readonly (readonly [what: string, line: (name: string, point: Metres) => string, header: string])[] = [
  ['CASS: number, code, easting, northing, height', (name, { x, y }) => `${name},,${text(y)},${text(x)},12.5`, ''],
  ['CASS with codes', (name, { x, y }) => `${name},F1,${text(y)},${text(x)},12.5`, ''],
  ['number, northing, easting, height, in columns', (name, { x, y }) => `  ${name}   ${text(x)}  ${text(y)}   8.2`, ''],
  ['number, northing, easting', (name, { x, y }) => `${name} ${text(x)} ${text(y)}`, ''],
  ['the same under a header', (name, { x, y }) => `${name} ${text(x)} ${text(y)}`, '点号 X Y'],
  ['commas, northing first', (name, { x, y }) => `${name}，${text(x)}，${text(y)}`, ''],
  ['full stops for a code', (name, { x, y }) => `${name},.,${text(x)},${text(y)},0.000,`, '']
];

describe.each(CONVENTIONS)('points of a survey, %s', (_, line, header) => {
  it('come to lie where they are, whatever stands first, with the zone’s number or without', async () => {
    const position = fc.tuple(fc.double({ min: 120.01, max: 120.19, noNaN: true }), fc.double({ min: 30.11, max: 30.29, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(fc.array(position, { minLength: 3, maxLength: 12 }), fc.constantFrom(0, 40), async (places, zone) => {
        const lines = places.map(([lon, lat], i) => line(`P${i}`, metresOf(lon, lat, zone)));
        const { guess: found, table } = await importAll(fileOf([...(header ? [header] : []), ...lines, ''].join('\r\n'), 'a.dat'));
        expect(found).toMatchObject({ format: 'survey', remarks: [{ code: 'northing-as-x' }], system: zone ? 'EPSG:4528' : 'EPSG:4549' });
        expect(found.columns.filter((role) => role === 'lat' || role === 'lon')).toEqual(['lat', 'lon']);
        expect(columnOf(table, '点号')).toEqual(places.map((__, i) => `P${i}`));
        places.forEach(([lon, lat], i) => {
          expect(table.positions[2 * i]).toBeCloseTo(lon, 6);
          expect(table.positions[2 * i + 1]).toBeCloseTo(lat, 6);
        });
      }),
      { numRuns: 20 }
    );
  });
});

describe('other texts', () => {
  const { x, y } = metresOf(120.1, 30.2);
  it.each([
    ['a table with a header', `点号,X,Y\nA,${text(x)},${text(y)}\nB,${text(x)},${text(y)}\n`],
    ['degrees', 'A 120.1 30.2\nB 120.1 30.2\n'],
    ['a list of codes', `A,330106001,${text(y)}\nB,330106002,${text(y)}\n`],
    ['amounts', '甲 1200000 2500000\n乙 1300000 2600000\n']
  ])('stay what they are: %s', async (_, content) => {
    expect(await guess(fileOf(content), region).then(({ format }) => format, String)).toBe('csv');
  });

  it('a line that is no point is told, and nothing is moved', async () => {
    const good = (name: string) => `${name} ${text(x)} ${text(y)}`;
    const lines = Array.from({ length: 300 }, (_, i) => good(`P${i}`));
    const { table } = await importAll(fileOf([...lines, 'P300 120.1 30.2', good('P301')].join('\n')));
    expect([table.rows, table.rejectedCount, table.rejected[0]?.text.startsWith('P300 120.1 30.2')]).toEqual([301, 1, true]);
  });
});

describe('the boundaries of parcels', () => {
  const ring = (lon: number, lat: number, half: number, zone: number) =>
    [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half]
    ].map(([dx = 0, dy = 0]) => metresOf(lon + dx, lat + dy, zone));
  const parcel = (fields: string, rings: readonly (readonly Metres[])[]) => {
    let number = 0;
    const lines = rings.flatMap((points, i) =>
      [...points, points[0] as Metres].map(
        (point, at) => `J${at === points.length ? number - points.length + 1 : ++number},${i + 1},${text(point.x)},${text(point.y)}`
      )
    );
    return [`${lines.length},${fields},@`, ...lines].join('\n');
  };
  const file = (zone: number, head = '2000国家大地坐标系', belts = '带号=40') =>
    `[属性描述]\n格式版本号=1.01版本\n坐标系=${head}\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n${belts}\n精度=0.001\n转换参数=0,0,0,0,0,0,0\n[地块坐标]\n` +
    `${parcel('0.0735,1,东地块,面,H51G064061,公路用地,103', [ring(120.1, 30.2, 0.001, zone), ring(120.1, 30.2, 0.0002, zone)])}\n` +
    `${parcel('1.2,2,西地块,面,,工业用地,', [ring(120.35, 30.25, 0.002, zone)])}\n`;

  it.each([
    [0, 'EPSG:4549'],
    [40, 'EPSG:4528']
  ])('are one row each, inside their outlines, in the system that the head names; zone %i', async (zone, system) => {
    const { guess: found, table } = await importAll(fileOf(file(zone), 'a.txt'));
    expect(found).toMatchObject({ format: 'survey', geometry: true, system, systemHint: { declared: system } });
    expect(columnOf(table, '地块名称')).toEqual(['东地块', '西地块']);
    expect(countyNames(table)).toEqual(['330106', '330114']);
    expect(Math.abs((table.positions[0] ?? 0) - 120.1)).toBeLessThan(0.001);
    // the hole in the middle is no part of the parcel
    expect(Math.hypot((table.positions[0] ?? 0) - 120.1, (table.positions[1] ?? 0) - 30.2)).toBeGreaterThan(0.0002);
    expect(remark(table, 'areas-as-points')?.count).toBe(2);
  });

  it('are of an older system where the head says so, and of the likeliest where it says nothing', async () => {
    expect(await guess(fileOf(file(0, '80国家大地坐标系')), region)).toMatchObject({ system: 'EPSG:2385' });
    expect(await guess(fileOf(file(40, '', '')), region)).toMatchObject({ system: 'EPSG:4528' });
  });

  it('are refused where points are missing', async () => {
    const lines = file(0).split('\n');
    expect(await refusal(guess(fileOf(lines.filter((line) => !line.startsWith('J2,1')).join('\n')), region))).toBe('broken');
  });

  it('are read in GBK, too', async () => {
    const bytes = [...file(0)].flatMap((character) => gbk.get(character) ?? [character.charCodeAt(0)]);
    const { table } = await importAll(fileOf(Uint8Array.from(bytes), 'a.txt'));
    expect(columnOf(table, '地块用途')).toEqual(['公路用地', '工业用地']);
  });
});

/** GB 18030 has no encoder on the platform. */
const gbk = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) gbk.set(new TextDecoder('gb18030').decode(new Uint8Array([lead, trail])), [lead, trail]);
