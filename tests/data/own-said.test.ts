import fc from 'fast-check';
import gcoord from 'gcoord';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { guess, read } from '#lib/features/own-data/read/importer';
import type { NamedBlob } from '#lib/features/own-data/read/importer';
import { NOTHING_CHOSEN, withPositions } from '#lib/features/own-data/table/said-columns';
import type { ColumnRole, ImportGuess } from '#lib/features/own-data/table/guess';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { BAIDU_METRES, gaussId, planeSystem, utmId } from '#lib/features/own-data/table/systems';
import { SIX } from './case-outcomes';
import { districtsOf, fileOf, POINTS, region } from './own-region';

/* Columns of metres that the reader names: nothing in the table says what they are, and the form offers the systems that they can be of. */

type Point = readonly [number, number];
type Kind = Readonly<{ id: string; name: string; metres: (point: Point) => Point }>;

const RAD = Math.PI / 180;
const ELLIPSOIDS = { cgcs2000: '+ellps=GRS80', xian80: '+a=6378140 +rf=298.257', beijing54: '+ellps=krass', wgs84: '+ellps=WGS84' } as const;
function transverse(geodetic: keyof typeof ELLIPSOIDS, meridian: number, scale = 1, before = 0): Kind['metres'] {
  const plane = new proj4.Proj(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=500000 +y_0=0 ${ELLIPSOIDS[geodetic]} +units=m +no_defs`);
  return ([lon, lat]) => {
    const point = plane.forward({ x: lon * RAD, y: lat * RAD });
    return [1e6 * before + (point?.x ?? NaN), point?.y ?? NaN];
  };
}
/** What the file's name says: numbers alone do not tell the three ellipsoids from each other, nor UTM from Gauss and Krüger. */
const SAYS = { cgcs2000: '地块', xian80: '地块（西安80）', beijing54: '地块 1954北京坐标系' } as const;
const KINDS: readonly Kind[] = [
  ...(['cgcs2000', 'xian80', 'beijing54'] as const).flatMap((geodetic) =>
    ([3, 6] as const).flatMap((width) =>
      (width === 3 ? [117, 120, 123] : [117, 123]).flatMap((meridian) =>
        [false, true].map((zoned) => ({
          // without its number before the easting a belt of 6° is that of 3° with the same meridian
          id: gaussId(geodetic, meridian, zoned ? width : 3, zoned) ?? '',
          name: `${SAYS[geodetic]}.csv`,
          metres: transverse(geodetic, meridian, 1, zoned ? (width === 3 ? meridian / 3 : (meridian + 3) / 6) : 0)
        }))
      )
    )
  ),
  ...[50, 51].map((zone) => ({ id: utmId(zone), name: 'utm.csv', metres: transverse('wgs84', 6 * zone - 183, 0.9996) })),
  { id: 'EPSG:3857', name: 'a.csv', metres: ([lon, lat]) => [lon * RAD * 6378137, Math.asinh(Math.tan(lat * RAD)) * 6378137] },
  { id: BAIDU_METRES, name: 'a.csv', metres: ([lon, lat]) => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.BD09MC) as unknown as Point }
];

/** The reader gives columns other roles in the form, and the file is looked at anew. */
async function say(file: NamedBlob, first: ImportGuess, roles: Readonly<Record<string, ColumnRole>>): Promise<ImportGuess> {
  const columns = first.header.map((name, i) => roles[name] ?? first.columns[i] ?? 'text');
  const said = { ...first, columns };
  return withPositions(said, await guess(file, region, { said }), NOTHING_CHOSEN);
}

/** Metres between a table's rows and where they belong. */
const off = ({ positions }: OwnTable, points: readonly Point[]): number =>
  Math.max(...points.map(([lon, lat], i) => Math.hypot(((positions[2 * i] ?? NaN) - lon) * 96_000, ((positions[2 * i + 1] ?? NaN) - lat) * 111_000)));

const [west, south, east, north] = region.counties.bbox;
// doubles crowd about nought
const share = fc.integer({ min: 0, max: 1e6 }).map((millionths) => millionths / 1e6);
const somewhere = fc
  .array(fc.tuple(share, share), { minLength: 80, maxLength: 120 })
  .map((shares) =>
    shares.map(([x, y]): Point => [west + x * (east - west), south + y * (north - south)]).filter(([x, y]) => region.counties.countyAt(x, y) > 0)
  )
  .filter((points) => points.length >= 20);
const names = fc
  .uniqueArray(fc.stringMatching(/^[a-z甲乙丙丁]{1,4}[0-9]?$/), { minLength: 2, maxLength: 2 })
  .filter((both) => !both.some((name) => /utm|code|号/.test(name)));

describe('columns of metres that the reader names', () => {
  it('get the system that they are of first, whatever they are called and whichever comes first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...KINDS),
        somewhere,
        names,
        fc.boolean(),
        fc.boolean(),
        async (kind, anywhere, [a = '', b = ''], northFirst, misnamed) => {
          // so far from its meridian that the number before the easting is another's, nobody writes
          const points = anywhere.filter((point) => kind.metres(point)[0] < 2e7 || Math.abs((kind.metres(point)[0] % 1e6) - 500_000) < 400_000);
          fc.pre(points.length >= 10);
          const rows = points.map((point, i) => {
            const [x, y] = kind.metres(point).map((value) => value.toFixed(2));
            return `p${i},${region.counties.adcodes[region.counties.countyAt(...point) - 1] ?? ''},${northFirst ? `${y},${x}` : `${x},${y}`}`;
          });
          const file = fileOf(`序号,区划代码,${a},${b}\n${rows.join('\n')}\n`, kind.name);
          // by the surveyors' custom, and by those who take X for the easting whatever is in it
          const straight = northFirst === misnamed;
          const found = await say(file, await guess(file, region), { 区划代码: 'adcode', [a]: straight ? 'lon' : 'lat', [b]: straight ? 'lat' : 'lon' });
          expect(found.systemHint?.candidates[0]?.id).toBe(kind.id);
          expect(found.system).toBe(kind.id);
          // a point on a border falls to either side with its last digit
          expect(found.systemHint?.candidates[0]?.stated).toBeGreaterThan(0.85);
          expect(found.columns.slice(2)).toEqual(northFirst ? ['lat', 'lon'] : ['lon', 'lat']);
          expect(found.exchanged).toBe(misnamed);
          expect(found.reasons[2]?.share).toBeGreaterThan(0.85);
          const table = await read(file, found, region);
          expect([table.rows, table.rejectedBy]).toEqual([points.length, {}]);
          expect(off(table, points)).toBeLessThan(1);
        }
      ),
      { numRuns: 25, endOnFailure: true }
    );
  });

  const METRES = POINTS.map(KINDS.find(({ id }) => id === 'EPSG:4549')?.metres ?? (() => [NaN, NaN] as const));
  const csv = (header: string, row: (point: Point, i: number) => string, points: readonly Point[] = METRES) =>
    fileOf(`${header}\n${points.map(row).join('\n')}\n`);

  it.each([
    ['whole metres', csv('地块,q1,w2', ([x, y], i) => `a${i},${Math.round(x)},${Math.round(y)}`), 6, 6],
    ['two rows', csv('地块,q1,w2', ([x, y], i) => `a${i},${x},${y}`, METRES.slice(0, 2)), 2, 2],
    ['one row', csv('地块,q1,w2', ([x, y], i) => `a${i},${x},${y}`, METRES.slice(0, 1)), 1, 1],
    ['headed as an amount', csv('地块,产值,投资额', ([x, y], i) => `a${i},${x},${y}`), 6, 6],
    ['some of them elsewhere', csv('地块,q1,w2', ([x, y], i) => `a${i},${x},${i < 2 ? y + 900_000 : y}`), 6, 4]
  ])('which nothing else tells: %s', async (_, file, count, there) => {
    const first = await guess(file, region);
    expect([first.system, first.columns.includes('lon')]).toEqual([undefined, false]);
    const [, a = '', b = ''] = first.header;
    const found = await say(file, first, { [a]: 'lon', [b]: 'lat' });
    expect(found.system).toBe('EPSG:4549');
    expect(found.systemHint?.candidates.length).toBeGreaterThan(1);
    const table = await read(file, found, region);
    expect(table.rows).toBe(count);
    const right = districtsOf(table).filter((name, i) => name === SIX[i]).length;
    expect(right).toBe(there);
  });

  it('in one cell, or as well-known text', async () => {
    const pairs = csv('地块,q', ([x, y], i) => `a${i},"${Math.round(y)};${Math.round(x)}"`, METRES.slice(0, 2));
    const pair = await say(pairs, await guess(pairs, region), { q: 'lonlat' });
    expect([pair.system, pair.columns[1], pair.exchanged]).toEqual(['EPSG:4549', 'latlon', true]);
    expect(districtsOf(await read(pairs, pair, region))).toEqual(SIX.slice(0, 2));
    const texts = csv('地块,q', ([x, y], i) => `a${i},${i < 2 ? `POINT(${x} ${y})` : '见附件'}`);
    const text = await say(texts, await guess(texts, region), { q: 'geometry' });
    expect(text.system).toBe('EPSG:4549');
    expect(districtsOf(await read(texts, text, region))).toEqual(SIX.slice(0, 2));
  });

  it('rows in degrees among them stay as they are', async () => {
    const mixed = csv('地块,q1,w2', ([x, y], i) => `a${i},${(i < 3 ? POINTS[i] : [x, y])?.join(',') ?? ''}`);
    const found = await say(mixed, await guess(mixed, region), { q1: 'lon', w2: 'lat' });
    expect(found.systemHint).toMatchObject({ points: 3, candidates: [{ id: 'EPSG:4549', region: 1 }, {}, {}] });
    expect(districtsOf(await read(mixed, found, region))).toEqual(SIX);
  });

  it('no columns, or columns of degrees, have no system', async () => {
    const file = csv('地块,q1,w2,e,f', ([x, y], i) => `a${i},${x},${y},${POINTS[i]?.join(',') ?? ''}`);
    const metres = await say(file, await guess(file, region), { q1: 'lon', w2: 'lat', e: 'text', f: 'text' });
    expect(planeSystem(metres.system ?? '')?.kind).toBe('gauss');
    const degrees = await say(file, metres, { q1: 'text', w2: 'text', e: 'lon', f: 'lat' });
    expect([degrees.system, degrees.systemHint]).toEqual([undefined, undefined]);
    expect(degrees.reasons[3]).toMatchObject({ share: 1, datum: 'wgs84' });
    const none = await say(file, metres, { q1: 'text', w2: 'text' });
    expect([none.system, none.systemHint]).toEqual([undefined, undefined]);
  });
});
