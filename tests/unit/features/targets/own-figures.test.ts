import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { figuresBeside } from '#lib/facts/target-figures';
import { withOwnFigures } from '#lib/features/targets/own-figures';
import type { Actual } from '#lib/features/own-data/table/actuals';
import { atlasData } from '../../atlas/fixtures';
import { makeFigure, makePublished } from '../../facts/published-made';
import { makeTarget } from './make-target';

const data = atlasData({});
const targets = [makeTarget({ id: 'goal', value: 500 }), makeTarget({ id: 'bare', value: 10, unit: 'firms' })];
const units = ['yi-yuan', 'firms'].map((id) => ({ id, name: { zh: id, en: id } }));
const atlas = indexAtlas({ ...data, targets, vocabulary: { ...data.vocabulary, units } });
const figure = makeFigure({ id: 'published', value: 300 });
const published = figuresBeside(atlas, makePublished({ figures: [figure], beside: [{ target: 'goal', figure: 'published', kind: 'comparable' }] }), targets);
const actual = (given: Partial<Actual>): Actual => ({ line: 2, target: 'goal', year: 2025, value: 450, unit: 'yi-yuan', ...given });

describe("the reader's own figures", () => {
  it('lie on the scale of the published ones, told apart, and in words', () => {
    const { goal } = withOwnFigures(atlas, published, [actual({})]);
    expect(goal?.scale?.marks.map(({ id, own }) => [id, own])).toEqual([
      ['published', undefined],
      ['own-2', true]
    ]);
    expect(goal?.lines.map(({ kind }) => kind)).toEqual(['comparable', 'own']);
  });

  it('have a scale where nothing is published, too', () => {
    const { bare } = withOwnFigures(atlas, published, [actual({ target: 'bare', unit: 'firms', value: 4 })]);
    expect(bare?.scale?.marks).toHaveLength(1);
  });

  it.each([{ unit: 'firms' }, { counting: 'new' as const }])('are not drawn where they cannot be compared: %o', (change) => {
    const { goal } = withOwnFigures(atlas, published, [actual(change)]);
    expect(goal?.scale?.marks.map(({ id }) => id)).toEqual(['published']);
    expect(goal?.lines.at(-1)?.kind).toBe('own');
  });

  it('change nothing of what is published', () => {
    const before = JSON.stringify(published);
    withOwnFigures(atlas, published, [actual({})]);
    expect(JSON.stringify(published)).toBe(before);
    expect(withOwnFigures(atlas, published, [])).toEqual({});
  });
});
