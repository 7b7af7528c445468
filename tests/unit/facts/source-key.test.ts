import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonSources, distinctSources, sourceKey } from '#lib/facts/source-key';
import { noteLetter } from '#lib/facts/note-letter';

const source = fc.record({ document: fc.constantFrom('a', 'b'), clause: fc.constantFrom('一', '二', '二（一）¶2') });
const cite = (clause: string, document = 'plan') => ({ document, clause });

describe('sources of several facts', () => {
  it('have in common what every fact cites', () => {
    expect(commonSources([[cite('一'), cite('二')], [cite('二')], [cite('三'), cite('二')]])).toEqual([cite('二')]);
    expect(commonSources([[cite('二')], [cite('二', 'other plan')]])).toEqual([]);
  });
  it('have nothing to share where there are fewer than two facts', () => {
    expect(commonSources([])).toEqual([]);
    expect(commonSources([[cite('一')]])).toEqual([]);
  });
  it('never share what one of them does not cite, nor twice', () => {
    fc.assert(
      fc.property(fc.array(fc.array(source, { maxLength: 4 }), { maxLength: 5 }), (facts) => {
        const common = commonSources(facts).map(sourceKey);
        expect(new Set(common).size).toBe(common.length);
        for (const key of common) for (const fact of facts) expect(fact.map(sourceKey)).toContain(key);
        const [first = [], ...others] = facts;
        if (others.length === 0) return;
        const all = distinctSources(first).filter((one) => others.every((fact) => fact.map(sourceKey).includes(sourceKey(one))));
        expect(common).toHaveLength(all.length);
      })
    );
  });
});

describe('letters of notes', () => {
  it('go on after z as lists count', () => {
    expect([1, 2, 26, 27, 28, 52, 53, 702, 703].map(noteLetter)).toEqual(['a', 'b', 'z', 'aa', 'ab', 'az', 'ba', 'zz', 'aaa']);
  });
});
