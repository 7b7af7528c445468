import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { besideTarget, figuresBeside, lastDay } from '#lib/facts/target-figures';
import { targetScale } from '#lib/facts/target-scale';
import type { ScalePoint } from '#lib/facts/target-scale';
import { atlasData } from '../atlas/fixtures';
import { makeTarget } from '../features/targets/make-target';
import { makeFigure, makePublished } from './published-made';

const atlas = indexAtlas(atlasData({}));
const both = (words: string) => ({ zh: words, en: words });
const target = makeTarget({ id: 'goal', value: 500 });
const older = makeFigure({ id: 'older', value: 300, from: '2020', to: '2020', conflicts: ['newer'] });
const newer = makeFigure({ id: 'newer', value: 400, from: '2022', to: '2022', conflicts: ['older'] });
const other = makeFigure({ id: 'other', value: 900 });
const wide = makeFigure({ id: 'wide', value: 1000, from: '2021', to: '2021' });
const figures = [older, newer, other, wide];
const comparable = (figure: string) => ({ target: 'goal', figure, kind: 'comparable' as const });
const near = (figure: string, differs: string) => ({ target: 'goal', figure, kind: 'near' as const, differs: both(differs) });

describe('figures beside a target', () => {
  it('are drawn where they are comparable, and never where they are near', () => {
    const made = besideTarget(atlas, makePublished({ figures, beside: [comparable('older'), near('wide', 'wider')] }), target);
    expect(made?.scale?.marks.map(({ id }) => id)).toEqual(['older']);
    expect(made?.lines.map(({ kind }) => kind)).toEqual(['comparable', 'near']);
    const only = besideTarget(atlas, makePublished({ figures, beside: [near('wide', 'wider')] }), target);
    expect(only?.scale).toBeUndefined();
  });

  it('that are near stand together by what sets them apart', () => {
    const made = besideTarget(atlas, makePublished({ figures, beside: [near('wide', 'wider'), near('other', 'wider'), near('newer', 'older rule')] }), target);
    expect(made?.lines.map(({ figures: list, more }) => [list.map(({ id }) => id), more])).toEqual([
      [['other', 'wide'], 'wider'],
      [['newer'], 'older rule']
    ]);
  });

  it('say so where the sources disagree, and only then', () => {
    const of = (...ids: string[]) => besideTarget(atlas, makePublished({ figures, beside: ids.map(comparable) }), target);
    expect(of('older', 'newer')?.conflict).toBe(true);
    expect(of('older', 'newer')?.scale?.marks).toHaveLength(2);
    expect(of('older', 'other')?.conflict).toBeUndefined();
  });

  it('are none where nothing was found', () => {
    expect(besideTarget(atlas, makePublished({ figures }), target)).toBeUndefined();
    expect(figuresBeside(atlas, makePublished({ figures, beside: [comparable('older')] }), [target, makeTarget({ id: 'none' })])).toHaveProperty('goal');
    expect(figuresBeside(atlas, makePublished({ figures }), [target])).toEqual({});
  });
});

describe("a target's own scale", () => {
  const point = (value: number, i: number): ScalePoint => ({ id: String(i), value, day: `${2015 + i}-12-31`, text: String(value) });
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 });

  it('holds all that is on it, in order of size, with labels that do not lie over each other', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 1, max: 1e6, noNaN: true }), (list, value) => {
        const scale = targetScale({ value, unit: 'yi-yuan' }, list.map(point))!;
        const all = [scale.from, ...scale.marks.map(({ at }) => at)];
        for (const at of all) expect(at >= 0 && at <= 100).toBe(true);
        expect(scale.marks).toHaveLength(list.length);
        for (const [i, mark] of scale.marks.entries()) if (i > 0) expect(mark.value).toBeGreaterThanOrEqual(scale.marks[i - 1]!.value);
        for (const lane of [0, 1]) {
          const labelled = scale.marks.filter((mark) => mark.lane === lane && mark.label !== undefined);
          for (const [i, mark] of labelled.entries()) if (i > 0) expect(mark.at - labelled[i - 1]!.at).toBeGreaterThanOrEqual(15);
        }
      })
    );
  });

  it('is none of ranks, and none without figures', () => {
    expect(targetScale({ value: 3, unit: 'rank' }, [point(2, 0)])).toBeUndefined();
    expect(targetScale({ value: 3, unit: 'firms' }, [])).toBeUndefined();
  });

  it('has both ends of a printed range', () => {
    const scale = targetScale({ value: 10, upper: 20, unit: 'firms' }, [point(5, 0)]);
    expect(scale!.to! - scale!.from).toBeCloseTo(scale!.from, 0);
  });
});

it.each([
  ['2022', '2022-12-31'],
  ['2024-02', '2024-02-29'],
  ['2021-08-09', '2021-08-09']
])('the last day of %s is %s', (moment, day) => {
  expect(lastDay(moment)).toBe(day);
});
