import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRITERIA, DEFAULT_WEIGHTS, EMPTY_PROJECT, LARGEST_WEIGHT, NEAR_KINDS, OTHERS_KINDS } from '#lib/atlas/project/project';
import type { Project, Weights } from '#lib/atlas/project/project';
import { supportGroupsOf, supportParamsOf } from '#lib/atlas/project/to-support';
import { LARGEST_SUM } from '#lib/atlas/read-sum';
import { formatProject, parseProject } from '#lib/atlas/project/address';

const words = {
  sectors: ['synbio', 'api'],
  stage: ['research', 'pilot'],
  land: ['land-m3', 'gmp-plant'],
  want: ['cro-service', 'testing'],
  layouts: ['one', 'two']
};
const known = {
  sectors: new Set(words.sectors),
  stage: new Set(words.stage),
  land: new Set(words.land),
  want: new Set(words.want),
  layouts: new Set(words.layouts),
  renamed: [{ from: 'old-synbio', to: 'synbio' }]
};
const parse = (search: string) => parseProject(new URLSearchParams(search), known);

const day = fc.integer({ min: 0, max: 7000 }).map((days) => new Date(Date.UTC(2016, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

const wishes = fc.record({
  sectors: fc.shuffledSubarray(words.sectors),
  stage: fc.shuffledSubarray(words.stage),
  land: fc.shuffledSubarray(words.land),
  want: fc.shuffledSubarray(words.want),
  near: fc.shuffledSubarray([...NEAR_KINDS]),
  others: fc.shuffledSubarray([...OTHERS_KINDS]),
  named: fc.boolean(),
  layouts: fc.option(fc.shuffledSubarray(words.layouts, { minLength: 1 }), { nil: undefined }),
  weights: fc
    .tuple(...CRITERIA.map(() => fc.integer({ min: 0, max: LARGEST_WEIGHT })))
    .map((list) => Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, list[index]])) as Weights),
  investment: fc.option(
    fc.integer({ min: 0, max: LARGEST_SUM * 100 }).map((hundredths) => hundredths / 100),
    { nil: undefined }
  ),
  on: fc.option(day, { nil: undefined })
});
/** A must is one of the wishes. */
const project: fc.Arbitrary<Project> = wishes.chain((one) =>
  fc.shuffledSubarray([...one.sectors, ...one.stage, ...one.land, ...one.want, ...one.near]).map((must) => ({ ...one, must }))
);

describe('address of a project', () => {
  it('reads back every project that it writes', () => {
    fc.assert(
      fc.property(project, (given) => {
        const { project: back, problems } = parse(formatProject(given));
        expect(back).toEqual(given);
        expect(problems).toEqual([]);
      })
    );
  });

  it('drops a must whose wish is gone, and refuses one that was never asked for', () => {
    const given = { ...EMPTY_PROJECT, land: ['land-m3'], must: ['land-m3', 'gmp-plant'] };
    expect(formatProject(given)).toBe('?land=land-m3&must=land-m3');
    expect(parse('land=land-m3&must=gmp-plant,land-m3')).toMatchObject({
      project: { must: ['land-m3'] },
      problems: [{ parameter: 'must', value: 'gmp-plant' }]
    });
    // what other documents name is no offer of the zone's
    expect(parse('others=parks&must=parks').project.must).toEqual([]);
  });

  it.each([
    ['invest=-3', 'invest'],
    ['invest=1e4', 'invest'],
    ['on=2026-02-30', 'on'],
    ['on=tomorrow', 'on']
  ])('refuses %s and says so', (search, parameter) => {
    const { project: read, problems } = parse(search);
    expect([read.investment, read.on]).toEqual([undefined, undefined]);
    expect(problems.map((one) => one.parameter)).toEqual([parameter]);
  });

  it('travels to the estimator: kinds of support by stage, investment and day filled in, the rest as it is', () => {
    const given: Project = {
      ...EMPTY_PROJECT,
      sectors: ['synbio'],
      stage: ['research'],
      land: ['land-m3'],
      must: ['land-m3'],
      investment: 30_000,
      on: '2027-03-01'
    };
    expect(Object.fromEntries(supportParamsOf(given))).toEqual({
      for: 'rd,investment',
      on: '2027-03-01',
      'fixed-assets': '30000',
      s: 'synbio',
      stage: 'research',
      land: 'land-m3',
      must: 'land-m3'
    });
    // who only names a sector has said nothing of what support is for
    expect(supportGroupsOf({ ...EMPTY_PROJECT })).toEqual([]);
  });

  it('is readable, leaves defaults out and keeps the picked day', () => {
    expect(formatProject(EMPTY_PROJECT)).toBe('');
    expect(
      formatProject(
        { ...EMPTY_PROJECT, sectors: ['synbio', 'api'], near: ['airport'], others: ['parks'], named: true, weights: { ...DEFAULT_WEIGHTS, land: 0 } },
        new URLSearchParams('day=2025-06-01&s=gone')
      )
    ).toBe('?s=synbio,api&near=airport&others=parks&named=1&w.land=0&day=2025-06-01');
  });

  it('never throws, and gives only what is known, whatever the address holds', () => {
    const key = fc.constantFrom(
      's',
      'stage',
      'land',
      'want',
      'near',
      'others',
      'named',
      'must',
      'invest',
      'on',
      'layouts',
      'w.sector',
      'w.others',
      'w.__proto__',
      '__proto__',
      'constructor'
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '__proto__',
        'toString',
        ',,,',
        'synbio,synbio',
        '5',
        '6',
        '-1',
        '1e1',
        ' 3',
        '03',
        'NaN',
        'airport,__proto__',
        '2026-02-30',
        '2026-11-29',
        '1e9',
        '99999999999',
        '3.14159',
        'x,'.repeat(5000)
      )
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), (pairs) => {
        const { project: back, problems } = parseProject(new URLSearchParams(pairs), known);
        for (const list of ['stage', 'land', 'want'] as const) for (const id of back[list]) expect(known[list].has(id)).toBe(true);
        for (const id of back.sectors) expect(known.sectors.has(id)).toBe(true);
        for (const kind of back.near) expect(NEAR_KINDS).toContain(kind);
        for (const kind of back.others) expect(OTHERS_KINDS).toContain(kind);
        expect(back.layouts).not.toEqual([]);
        for (const criterion of CRITERIA) expect([0, 1, 2, 3, 4, 5]).toContain(back.weights[criterion]);
        expect(Object.keys(back.weights)).toEqual([...CRITERIA]);
        for (const { value: refused } of problems) expect(refused.length).toBeLessThanOrEqual(60);
      })
    );
  });

  it('keeps what it can read and names what it cannot', () => {
    const { project: back, problems } = parse('s=synbio,%3Cscript%3E&stage=land-m3&near=moon,airport&named=yes&layouts=three&w.sector=9&w.land=0');
    expect(back).toEqual({ ...EMPTY_PROJECT, sectors: ['synbio'], near: ['airport'], weights: { ...DEFAULT_WEIGHTS, land: 0 } });
    expect(problems).toEqual([
      { parameter: 'w.sector', value: '9' },
      { parameter: 'named', value: 'yes' },
      { parameter: 'layouts', value: 'three' },
      { parameter: 's', value: '<script>' },
      { parameter: 'stage', value: 'land-m3' },
      { parameter: 'near', value: 'moon' }
    ]);
  });

  it('takes an id twice once, and follows renamed ones', () => {
    expect(parse('s=old-synbio,synbio,api').project.sectors).toEqual(['synbio', 'api']);
  });
});
