import { describe, expect, it } from 'vitest';
import { besideOf, figuresOf, profileOf, seriesOf } from '#lib/atlas/published';
import type { ProfileFact, Published, PublishedFigure } from '#lib/schema/published';

const figure = (id: string, more: Partial<PublishedFigure> = {}) => ({ id, adcode: '330114', to: '2020', ...more }) as PublishedFigure;
const fact = (id: string, field: ProfileFact['field'], asOf?: string) => ({ id, place: 'park', field, asOf }) as ProfileFact;
const published: Published = {
  searched: '2026-11-29',
  figures: [
    figure('a', { series: 's' }),
    figure('b', { to: '2022-08', series: 's', place: 'park' }),
    figure('c', { to: '2021', series: 's' }),
    figure('d', { adcode: '330100', series: 't' }),
    figure('e', { adcode: '330100', series: 't', to: '2021' })
  ],
  profiles: [fact('web', 'web'), fact('old', 'firms', '2018'), fact('new', 'firms', '2021'), fact('level', 'level')],
  beside: [
    { target: 'goal', figure: 'a', kind: 'near', differs: { zh: '异', en: 'other' } },
    { target: 'goal', figure: 'd', kind: 'comparable' },
    { target: 'goal', figure: 'e', kind: 'comparable' },
    { target: 'else', figure: 'b', kind: 'comparable' }
  ]
};
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('figures', () => {
  it('of an area, a place or beside a target, newest first', () => {
    expect(ids(figuresOf(published, { adcode: '330114' }))).toEqual(['b', 'c', 'a']);
    expect(ids(figuresOf(published, { place: 'park' }))).toEqual(['b']);
    expect(ids(figuresOf(published, { target: 'goal' }))).toEqual(['e', 'a', 'd']);
  });

  it('make a series of three points or more, oldest first', () => {
    expect(seriesOf(published.figures).map(ids)).toEqual([['a', 'c', 'b']]);
  });

  it('beside a target are comparable or near, never both lists', () => {
    const { comparable, near } = besideOf(published, 'goal');
    expect(ids(comparable.map(({ figure }) => figure))).toEqual(['e', 'd']);
    expect(near).toEqual([{ figure: published.figures[0], differs: { zh: '异', en: 'other' } }]);
    expect(besideOf(published, 'none')).toEqual({ comparable: [], near: [] });
  });
});

it('facts of a place are in the order in which a reader asks, the newest of a kind first', () => {
  expect(ids(profileOf(published, 'park'))).toEqual(['level', 'new', 'old', 'web']);
});
