import { describe, expect, test } from 'vitest';
import { halfOfName, isCut } from '#lib/map/runtime/cut-names';

const stage = { left: 0, top: 0, right: 400, bottom: 300 };
const half = [30, 10] as const;

describe('a name', () => {
  test('is cut where it reaches beyond the stage, on any side', () => {
    expect(isCut({ x: 200, y: 150 }, half, stage, [])).toBe(false);
    for (const at of [
      { x: 20, y: 150 },
      { x: 380, y: 150 },
      { x: 200, y: 5 },
      { x: 200, y: 295 },
      // its point is off the stage, its end is not
      { x: -20, y: 150 }
    ])
      expect(isCut(at, half, stage, []), JSON.stringify(at)).toBe(true);
    // nothing of it is seen: nothing to hide
    expect(isCut({ x: -200, y: 150 }, half, stage, [])).toBe(false);
  });

  test('is cut where something lies over a part of it', () => {
    const button = { left: 350, top: 0, right: 400, bottom: 90 };
    expect(isCut({ x: 325, y: 50 }, half, stage, [button])).toBe(true);
    expect(isCut({ x: 315, y: 50 }, half, stage, [button])).toBe(false);
    expect(isCut({ x: 325, y: 150 }, half, stage, [button])).toBe(false);
  });

  test('takes up room by its letters, in lines no longer than the map writes them, and by its marks', () => {
    const unit = { level: 'county', marked: false, nameZh: '钱塘', nameEn: 'Qiantang' };
    expect(halfOfName(unit, 'en')[0]).toBeGreaterThan(halfOfName(unit, 'zh')[0]);
    expect(halfOfName({ ...unit, marked: true }, 'zh')[1]).toBeGreaterThan(halfOfName(unit, 'zh')[1]);
    const [narrow, low] = halfOfName({ nameZh: '某园', nameEn: 'Park' }, 'en');
    const [wide, high] = halfOfName({ nameZh: '某园', nameEn: 'Global Scientific and Technological Innovation Center' }, 'en');
    expect(wide).toBeGreaterThan(narrow);
    expect(wide).toBeLessThanOrEqual((9 * 12) / 2);
    expect(high).toBeGreaterThan(low);
  });
});
