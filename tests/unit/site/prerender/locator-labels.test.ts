import { describe, expect, it } from 'vitest';
import { placeLabels } from '#lib/site/prerender/locator-labels';

const label = (adcode: string, x: number, y: number, main = false, en = 'Aa District') => ({ adcode, name: { zh: '甲区', en }, x, y, main });

describe('labels of small maps', () => {
  it('a later label that would lie on an earlier one is left out', () => {
    expect(placeLabels([label('1', 100, 50), label('2', 104, 52), label('3', 200, 50)], 320).map(({ adcode }) => adcode)).toEqual(['1', '3']);
  });

  it('a shown area that is crowded out is named a line higher', () => {
    expect(placeLabels([label('1', 100, 50, true), label('2', 104, 49, true)], 320)).toMatchObject([{ y: 50 }, { y: 37 }]);
  });

  it('names stay inside the picture and lose their kind in English', () => {
    const [one] = placeLabels([label('1', 2, 50, false, 'Jingning She Autonomous County')], 320);
    expect(one!.x).toBeGreaterThan(10);
    expect(one!.name.en).toBe('Jingning');
  });
});
