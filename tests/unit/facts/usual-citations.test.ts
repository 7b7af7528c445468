import { describe, expect, it } from 'vitest';
import { commonSources } from '#lib/facts/source-key';
import { usualCitations } from '#lib/facts/usual-citations';

const link = (...clauses: string[]) => ({ id: 'x', notes: [], citations: clauses.map((clause) => ({ document: 'plan', clause })) });

describe('clauses cited once for a whole part of a page', () => {
  it('are those that most facts rest on, whatever the others rest on', () => {
    const usual = usualCitations([link('二'), link('一'), link('一'), link('一', '二')]);
    expect(usual).toHaveLength(2);
    expect(commonSources(usual)).toEqual([{ document: 'plan', clause: '一' }]);
  });

  it('are none where no two facts rest on the same: each keeps its own', () => {
    expect(usualCitations([link('一'), link('二')])).toEqual([]);
    expect(usualCitations([link('一')])).toEqual([]);
    expect(usualCitations([])).toEqual([]);
  });
});
