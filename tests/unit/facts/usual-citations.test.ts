import { describe, expect, it } from 'vitest';
import { ownCitations, usualCitations } from '#lib/facts/usual-citations';

const link = (...clauses: string[]) => ({ id: 'x', notes: [], citations: clauses.map((clause) => ({ document: 'plan', clause })) });

describe('clauses cited once for a whole part of a page', () => {
  it('are those that most facts rest on; the others keep their own', () => {
    const links = [link('二'), link('一'), link('一'), link('一', '二')];
    const usual = usualCitations(links);
    expect(usual).toEqual([{ document: 'plan', clause: '一' }]);
    expect(links.map((one) => ownCitations(one, usual).length)).toEqual([1, 0, 0, 2]);
  });

  it('are none where no two facts rest on the same, so that no fact is left without', () => {
    const links = [link('一'), link('二')];
    expect(usualCitations(links)).toEqual([]);
    expect(links.every((one) => ownCitations(one, usualCitations(links)).length === 1)).toBe(true);
    expect(usualCitations([])).toEqual([]);
  });

  it('of a single fact stand at the heading', () => {
    const one = link('一');
    expect(usualCitations([one])).toEqual(one.citations);
    expect(ownCitations(one, usualCitations([one]))).toEqual([]);
  });
});
