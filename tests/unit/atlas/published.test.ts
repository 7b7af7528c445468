import { describe, expect, it } from 'vitest';
import { besideOf, figuresOf, figuresOfZone, profileOf, seriesOf } from '#lib/atlas/published';
import type { Atlas } from '#lib/atlas/atlas';
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
/** Targets of one zone and of two together. */
const atlas = {
  target: new Map([
    ['goal', { scope: { level: 'zone', adcodes: [], zone: 'z' } }],
    ['joint', { scope: { level: 'zone', adcodes: [], zones: ['z', 'y'] } }]
  ])
} as unknown as Pick<Atlas, 'target'>;
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

  it('about a zone’s ground: comparable with its targets first, then near ones, then others; of other ground none', () => {
    const of = (zone: Parameters<typeof figuresOfZone>[2]) => figuresOfZone(atlas, published, zone).map(({ figure: { id }, kind }) => `${kind} ${id}`);
    // beside its target stand figures of the city, too, which are not about this district
    expect(of({ units: ['330114'], targets: ['goal'] })).toEqual(['near a', 'area b', 'area c']);
    expect(of({ units: ['330114', '330100'], targets: ['goal', 'else'] })).toEqual(['comparable b', 'comparable e', 'comparable d', 'near a', 'area c']);
    expect(of({ units: [], place: 'park', targets: [] })).toEqual(['area b']);
    expect(of({ units: [], targets: ['goal'] })).toEqual([]);
  });

  it('differs from the zone’s own target first, from one of several zones together after', () => {
    const both = { ...published, beside: [{ target: 'joint', figure: 'a', kind: 'near' as const, differs: { zh: '合', en: 'joint' } }, ...published.beside] };
    const differs = (targets: string[]) => figuresOfZone(atlas, both, { units: ['330114'], targets })[0]?.differs?.en;
    expect(differs(['joint', 'goal'])).toBe('other');
    expect(differs(['joint'])).toBe('joint');
  });
});

it('facts of a place are in the order in which a reader asks, the newest of a kind first', () => {
  expect(ids(profileOf(published, 'park'))).toEqual(['level', 'new', 'old', 'web']);
});
