import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countyLevel, levelsOf, prefectureLevel } from '#lib/atlas/admin-units';
import { readBase, readPrefectures } from '../../../../scripts/steps/boundaries/read-base';
import { standingsOf } from '../../../../scripts/steps/boundaries/standings';

/** All units of the base, by province. */
const base = new Map(
  [...Map.groupBy(readPrefectures().keys(), (code) => `${code.slice(0, 2)}0000`)].map(([province, codes]) => [
    province,
    codes.map((code) => readBase(code, 'test').map(({ properties }) => properties))
  ])
);
const UNDIVIDED = ['419001', '429004', '429021', '441900', '442000', '460400', '469001', '469030', '620200', '659001', '659009'];

test('the base covers all provinces but Taiwan, whose files carry no codes', () => {
  expect(base.size).toBe(33);
});

test('any part of any province is a tree of three levels at most, whose counties and whose prefectures cover it once each', () => {
  const parts = fc
    .constantFrom(...base)
    .chain(([province, prefectures]) => fc.record({ province: fc.constant(province), some: fc.subarray(prefectures, { minLength: 1 }) }));
  fc.assert(
    fc.property(parts, ({ province, some }) => {
      const counties = some.flat();
      const standings = standingsOf(counties, province);
      const units = [...standings].map(([adcode, standing]) => ({ adcode, ...standing }));
      for (const { adcode, parent } of units) {
        const above = standings.get(parent);
        expect(adcode === province ? parent : above?.parent === '' || above?.parent === province, adcode).toBe(adcode === province ? '' : true);
      }
      const codes = counties.map(({ adcode }) => adcode);
      expect(new Set(countyLevel(units).map(({ adcode }) => adcode))).toEqual(new Set(codes));
      expect(countyLevel(units)).toHaveLength(codes.length);
      const upper = prefectureLevel(units).map(({ adcode }) => adcode);
      for (const { adcode, parent } of counties) expect(upper.filter((code) => code === adcode || code === parent)).toHaveLength(1);
    })
  );
});

describe('what has nothing below it', () => {
  const all = new Map([...base].flatMap(([province, prefectures]) => [...standingsOf(prefectures.flat(), province)]));

  test.each(UNDIVIDED)('%s is one unit of both levels, directly below its province', (code) => {
    const unit = all.get(code)!;
    expect(levelsOf(unit)).toEqual(['prefecture', 'county']);
    expect(unit).toMatchObject({ level: code.endsWith('00') ? 'prefecture' : 'county', parent: `${code.slice(0, 2)}0000` });
  });

  test('a region that is its own prefecture is a province with districts directly below', () => {
    expect(all.get('810000')).toEqual({ level: 'province', parent: '' });
    expect(new Set([...all].filter(([code]) => code.startsWith('81')).map(([, { parent }]) => parent))).toEqual(new Set(['', '810000']));
  });
});

test('loops are refused where they would arise', () => {
  const unit = (adcode: string, parent: string) => ({ adcode, parent });
  expect(() => standingsOf([unit('441900', '442000'), unit('442000', '441900')], '440000')).toThrow('441900 lies in 442000 and has counties of its own');
  expect(() => standingsOf([unit('441900', '441900'), unit('441900', '441900')], '440000')).toThrow('441900 is there twice');
});
