import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { byFamily, byYear } from '#lib/features/targets/counts';
import { daysBetween } from '#lib/atlas/status';
import { countDue, dueBy, dueState, filterTargets, searchText, sortTargets, targetState } from '#lib/features/targets/rows';
import type { TargetsView } from '#lib/features/targets/rows';
import { sliceTargets } from '#lib/features/targets/slice';
import { readAtlas } from '#lib/site/prerender/read-data';
import type { Target } from '#lib/schema/atlas';
import { makeTarget } from './make-target';

const ids = (targets: readonly { id: string }[]) => targets.map(({ id }) => id);

describe('when a target falls due', () => {
  it.each([
    [2026, '2026-12-30', false, 'running'],
    [2026, '2026-12-31', true, 'due'],
    [2026, '2027-01-01', true, 'due'],
    [2024, '2026-11-22', true, 'due'],
    [undefined, '2099-01-01', false, 'open']
  ] as const)('year %s on %s: %s, %s', (year, day, due, state) => {
    const target = year === undefined ? {} : { year };
    expect(dueBy(target, day)).toBe(due);
    expect(dueState(target, day)).toBe(state);
  });

  it('counts days across the end of a year', () => {
    expect(daysBetween('2026-11-22', '2026-12-31')).toBe(39);
    expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61);
  });
});

const words = { language: 'zh-CN', metric: (target: { metric: { zh: string } }) => target.metric.zh, family: (target: { family: string }) => target.family };
const order = (sort: TargetsView['sort'], descending = false) => ({ sort, descending });

describe('order of targets', () => {
  const list = [
    makeTarget({ id: 'b', year: 2026, value: 3, unit: 'firms' }),
    makeTarget({ id: 'none', value: 900, year: undefined as never }),
    makeTarget({ id: 'a', year: 2022, value: 20, unit: 'firms', scope: { level: 'province', adcodes: ['330000'] } }),
    makeTarget({ id: 'c', year: 2030, value: 100, commitment: 'strive' })
  ];
  it.each([
    [order('document'), ['b', 'none', 'a', 'c']],
    [order('document', true), ['c', 'a', 'none', 'b']],
    [order('deadline'), ['a', 'b', 'c', 'none']],
    [order('deadline', true), ['c', 'b', 'a', 'none']],
    [order('value'), ['b', 'a', 'c', 'none']],
    [order('value', true), ['a', 'b', 'none', 'c']],
    [order('scope'), ['a', 'b', 'none', 'c']],
    [order('commitment', true), ['c', 'b', 'none', 'a']],
    [order('metric'), ['a', 'b', 'c', 'none']]
  ])('%o', (given, expected) => {
    expect(ids(sortTargets(list, given, words))).toEqual(expected);
  });

  it('never loses or adds a target', () => {
    const anyOrder = fc.record({ sort: fc.constantFrom('document', 'metric', 'family', 'value', 'deadline', 'scope', 'commitment'), descending: fc.boolean() });
    fc.assert(
      fc.property(anyOrder, (given) => {
        expect(ids(sortTargets(list, given as TargetsView, words)).sort()).toEqual(['a', 'b', 'c', 'none']);
      })
    );
  });
});

describe('filters on the real targets', () => {
  const data = readAtlas();
  const atlas = indexAtlas(sliceTargets(data));
  const texts = new Map(data.targets.map((target) => [target.id, searchText(atlas, target)]));
  const stateOn = (day: string) => (target: Target) => targetState(atlas, target, day);
  const find = (filter: Partial<TargetsView>, day = '2026-11-22') =>
    filterTargets(data.targets, { q: '', ...filter }, stateOn(day), ({ id }) => texts.get(id) ?? '');

  it('shows all targets without a filter, in the documents’ order', () => {
    expect(ids(find({}))).toEqual(ids(data.targets));
  });

  it.each([
    ['一核四园', ['h24-core-parks-output']],
    ['Manufacturing OUTPUT four parks', ['h24-core-parks-output']],
    ['总营收 6,000', ['h24-health-revenue']],
    ['６０００', ['h24-health-revenue']],
    ['taizhou', ['zl-taizhou-output', 'zl-taizhou-formulation-share']],
    ['西湖大学 经费', ['zl-westlake-funding']],
    ['no such thing', []]
  ])('search for %s', (q, expected) => {
    expect(ids(find({ q }))).toEqual(expected);
  });

  it('tells due, running and open on the reader’s day, and each target is one of them', () => {
    // of the 75 whose year is past, 33 are proposals of a draft: those are counted apart
    expect(countDue(data.targets, stateOn('2026-11-22'))).toEqual({ due: 42, running: 27, open: 8, draft: 43 });
    expect(countDue(data.targets, stateOn('2026-12-31'))).toEqual({ due: 68, running: 1, open: 8, draft: 43 });
    const drafts = new Set(data.documents.filter(({ status }) => status === 'draft').map(({ id }) => id));
    expect(find({ due: 'draft' }).every(({ document }) => drafts.has(document))).toBe(true);
    for (const due of ['due', 'running', 'open'] as const) expect(find({ due }).filter(({ document }) => drafts.has(document))).toEqual([]);
    expect(ids(find({ due: 'running' }, '2027-01-01'))).toEqual(['h21-industry-scale-2030']);
  });

  it('narrows: two filters give what passes both', () => {
    const filters = fc.record(
      {
        doc: fc.constantFrom(...atlas.document.keys()),
        family: fc.constantFrom('output', 'enterprises', 'talent'),
        year: fc.constantFrom<number | 'none'>(2020, 2022, 2024, 2026, 2030, 'none'),
        level: fc.constantFrom('province', 'city', 'zone', 'platform', 'programme'),
        commitment: fc.constantFrom('stated', 'strive'),
        due: fc.constantFrom('due', 'running', 'open', 'draft')
      },
      { requiredKeys: [] }
    );
    fc.assert(
      fc.property(filters, filters, (a, b) => {
        const both = new Set(ids(find({ ...b, ...a } as TargetsView)));
        const first = new Set(ids(find(a as TargetsView)));
        expect([...both].every((id) => first.has(id))).toBe(true);
      })
    );
  });

  it('counts goals by family, by deadline and by document without losing one', () => {
    for (const rows of [byFamily(data.targets, data.documents), byYear(data.targets, data.documents)]) {
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(120);
      expect(rows.flatMap(({ cells }) => cells.flatMap(({ targets }) => ids(targets))).sort()).toEqual(ids(data.targets).sort());
    }
    expect(byFamily(data.targets, data.documents)[0]?.family).toBe('enterprises');
    expect(byYear(data.targets, data.documents).map(({ year }) => year)).toEqual([2020, 2022, 2024, 2026, 2030, undefined]);
  });
});
