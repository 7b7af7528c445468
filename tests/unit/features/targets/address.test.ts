import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMITMENTS, DEFAULT_VIEW, DUE_STATES, SCOPE_LEVELS, SORT_KEYS } from '#lib/features/targets/rows';
import type { TargetsView } from '#lib/features/targets/rows';
import { LONGEST_QUERY, formatTargets, parseTargets } from '#lib/features/targets/address';

const known = {
  documents: new Set(['plan', 'draft']),
  units: new Set(['330100', '330114']),
  families: new Set(['output', 'rd-intensity']),
  years: new Set([2022, 2026]),
  renamed: [{ from: 'old-plan', to: 'plan' }]
};
const parse = (search: string) => parseTargets(new URLSearchParams(search), known);

const view: fc.Arbitrary<TargetsView> = fc.record(
  {
    q: fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => text.isWellFormed() && [...text].length <= LONGEST_QUERY),
    sort: fc.constantFrom(...SORT_KEYS),
    descending: fc.boolean(),
    doc: fc.constantFrom('plan', 'draft'),
    level: fc.constantFrom(...SCOPE_LEVELS),
    unit: fc.constantFrom('330100', '330114'),
    family: fc.constantFrom('output', 'rd-intensity'),
    year: fc.constantFrom<number | 'none'>(2022, 2026, 'none'),
    commitment: fc.constantFrom(...COMMITMENTS),
    due: fc.constantFrom(...DUE_STATES)
  },
  { requiredKeys: ['q', 'sort', 'descending'] }
);

describe('address of the targets', () => {
  it('reads back every view that it writes', () => {
    fc.assert(
      fc.property(view, (given) => {
        const { view: back, problems } = parse(formatTargets(given).toString());
        expect(back).toEqual(given);
        expect(problems).toEqual([]);
      })
    );
  });

  it('writes nothing for the default view', () => {
    expect(formatTargets(DEFAULT_VIEW).toString()).toBe('');
  });

  it('never throws, and gives only what is known, whatever the address holds', () => {
    const key = fc.constantFrom('q', 'doc', 'level', 'unit', 'family', 'year', 'commitment', 'due', 'sort', 'day', '__proto__', 'constructor');
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'toString', '-', '--deadline', '2026 ', '1e3', 'none'));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), (pairs) => {
        const { view: back } = parseTargets(new URLSearchParams(pairs), known);
        expect(SORT_KEYS).toContain(back.sort);
        expect([...back.q].length).toBeLessThanOrEqual(LONGEST_QUERY);
        if (back.doc !== undefined) expect(known.documents.has(back.doc)).toBe(true);
        if (back.year !== undefined && back.year !== 'none') expect(known.years.has(back.year)).toBe(true);
        if (back.family !== undefined) expect(known.families.has(back.family)).toBe(true);
      })
    );
  });

  it('keeps what it can read and names what it cannot', () => {
    const { view: back, problems } = parse('q=%E9%92%B1%E5%A1%98&doc=nowhere&year=1999&due=running&sort=-deadline&family=toString');
    expect(back).toEqual({ q: '钱塘', due: 'running', sort: 'deadline', descending: true });
    expect(problems.map(({ parameter }) => parameter)).toEqual(['doc', 'family', 'year']);
  });

  it('cuts a search that is too long and says so, and follows renamed documents', () => {
    const { view: back, problems } = parse(`q=${'药'.repeat(5000)}`);
    expect([...back.q]).toHaveLength(LONGEST_QUERY);
    expect(problems.map(({ parameter }) => parameter)).toEqual(['q']);
    expect(parse('doc=old-plan').view.doc).toBe('plan');
  });
});
