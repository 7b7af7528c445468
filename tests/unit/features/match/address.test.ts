import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRITERIA, DEFAULT_WEIGHTS, EMPTY_PROJECT, LARGEST_WEIGHT, NEAR_KINDS, OTHERS_KINDS } from '#lib/features/match/project';
import type { Project, Weights } from '#lib/features/match/project';
import { formatProject, parseProject } from '#lib/features/match/address';

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

const project: fc.Arbitrary<Project> = fc.record({
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
    .map((list) => Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, list[index]])) as Weights)
});

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
      'layouts',
      'w.sector',
      'w.others',
      'w.__proto__',
      '__proto__',
      'constructor'
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'toString', ',,,', 'synbio,synbio', '5', '6', '-1', '1e1', ' 3', '03', 'NaN', 'airport,__proto__', 'x,'.repeat(5000))
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
