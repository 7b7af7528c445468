import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK } from '#lib/features/support/question';
import type { Project } from '#lib/features/support/question';
import { SUPPORT_GROUPS } from '#lib/schema/terms';
import type { SupportInput } from '#lib/schema/support';
import { formatSupport, parseListed, parseSupport, supportQuery } from '#lib/features/support/address';

const text = { zh: '一', en: 'one' };
const inputs: SupportInput[] = [
  {
    id: 'class',
    kind: 'choice',
    label: text,
    options: [
      { id: 'first', label: text },
      { id: 'second', label: text }
    ]
  },
  { id: 'spending', kind: 'money', label: text },
  { id: 'products', kind: 'count', label: text }
];
const parse = (search: string) => parseSupport(new URLSearchParams(search), inputs);

const answers = fc.record(
  {
    class: fc.constantFrom('first', 'second'),
    spending: fc.integer({ min: 0, max: 1_000_000_000 }).map((hundredths) => hundredths / 100),
    products: fc.integer({ min: 0, max: 999 })
  },
  { requiredKeys: [] }
);
const project: fc.Arbitrary<Project> = fc.record(
  {
    groups: fc.subarray([...SUPPORT_GROUPS]),
    answers,
    draft: fc.boolean(),
    on: fc.date({ min: new Date('2016-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  },
  { requiredKeys: ['groups', 'answers', 'draft'] }
);

describe('address of the support estimator', () => {
  it('reads back every project that it writes', () => {
    fc.assert(
      fc.property(project, (given) => {
        const { project: back, problems } = parse(supportQuery(formatSupport(given, inputs)));
        expect(back).toEqual(given);
        expect(problems).toEqual([]);
      })
    );
  });

  it('writes nothing for a blank page, and keeps commas readable', () => {
    expect(supportQuery(formatSupport(BLANK, inputs))).toBe('');
    expect(supportQuery(formatSupport({ ...BLANK, groups: ['market', 'rd'], answers: { spending: 30_000 } }, inputs))).toBe('?for=rd,market&spending=30000');
  });

  it('never throws, and gives only what can be used, whatever the address holds', () => {
    const key = fc.constantFrom('for', 'on', 'draft', 'class', 'spending', 'products', 'day', '__proto__', 'constructor');
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', '-1', '1e9', 'Infinity', 'NaN', '2025-02-30', '0x10', '١٢', 'rd,rd,,x'));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), (pairs) => {
        const { project: back } = parseSupport(new URLSearchParams(pairs), inputs);
        const { class: choice, spending, products } = back.answers;
        expect([undefined, 'first', 'second']).toContain(choice);
        if (spending !== undefined) expect(Number(spending) >= 0 && Number(spending) <= 10_000_000).toBe(true);
        if (products !== undefined) expect(Number.isInteger(products) && Number(products) <= 999).toBe(true);
        if (back.on !== undefined) expect(back.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(new Set(back.groups).size).toBe(back.groups.length);
      })
    );
  });

  it('keeps what it can read and names what it cannot', () => {
    const { project: back, problems } = parse('for=rd,nonsense&on=2025-02-30&draft=maybe&class=third&spending=-3&products=2&spending=7');
    expect(back).toEqual({ groups: ['rd'], answers: { products: 2 }, draft: false });
    expect(problems).toEqual([
      { parameter: 'for', value: 'nonsense' },
      { parameter: 'on', value: '2025-02-30' },
      { parameter: 'draft', value: 'maybe' },
      { parameter: 'class', value: 'third' },
      { parameter: 'spending', value: '-3' }
    ]);
  });
});

describe('documents whose measures alone are listed', () => {
  const known = new Set(['hz-2021-39', 'zl']);
  it.each([
    ['documents=zl,hz-2021-39', ['zl', 'hz-2021-39']],
    ['documents=zl,zl,nowhere,__proto__', ['zl']],
    ['documents=', []],
    ['', []]
  ])('%s', (search, documents) => {
    expect(parseListed(new URLSearchParams(search), known)).toEqual(documents);
  });
});
