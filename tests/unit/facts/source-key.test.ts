import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonSources, sourcesKey } from '#lib/facts/source-key';
import { noteLetter } from '#lib/facts/note-letter';

const source = fc.record({ document: fc.constantFrom('a', 'b'), clause: fc.constantFrom('一', '二', '二（一）¶2') });
const cite = (clause: string, document = 'plan') => ({ document, clause });

describe('sources of several facts', () => {
  it('are what two in three of them rest on, in whatever order they are cited', () => {
    const rest = [[cite('一'), cite('二')], [cite('二'), cite('一'), cite('二')], [cite('三')]];
    expect(commonSources(rest)).toEqual([cite('一'), cite('二')]);
    expect(commonSources([...rest, [cite('二')]])).toEqual([]);
    expect(commonSources([[cite('二')], [cite('二', 'other plan')]])).toEqual([]);
  });
  it('are nothing to share where there are fewer than two facts', () => {
    expect(commonSources([])).toEqual([]);
    expect(commonSources([[cite('一')]])).toEqual([]);
  });
  it('leave no more than a third of the facts as exceptions', () => {
    fc.assert(
      fc.property(fc.array(fc.array(source, { minLength: 1, maxLength: 2 }), { maxLength: 6 }), (facts) => {
        const common = sourcesKey(commonSources(facts));
        const alike = (key: string) => facts.filter((fact) => sourcesKey(fact) === key).length;
        if (common !== '') expect(alike(common) * 3).toBeGreaterThanOrEqual(facts.length * 2);
        else for (const fact of facts) expect(alike(sourcesKey(fact)) < 2 || alike(sourcesKey(fact)) * 3 < facts.length * 2).toBe(true);
      })
    );
  });
});

describe('letters of notes', () => {
  it('go on after z as lists count', () => {
    expect([1, 2, 26, 27, 28, 52, 53, 702, 703].map(noteLetter)).toEqual(['a', 'b', 'z', 'aa', 'ab', 'az', 'ba', 'zz', 'aaa']);
  });
});
