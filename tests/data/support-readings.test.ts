import { describe, expect, it } from 'vitest';
import * as m from '#lib/paraglide/messages';
import { CITY, data } from './estimate-real';

/* What is said to be a rule of the clause must be printed there; what we read into it is called our reading. */

const LOCALES = ['zh', 'en'] as const;
const notes = new Map(data.notes.map((note) => [note.id, note]));

describe('rules on overlap', () => {
  it('quote the closing paragraph of the Opinions of 2021, the only document that prints one', () => {
    const stacked = data.incentives.filter(({ stacking }) => stacking);
    expect(stacked).toHaveLength(17);
    for (const { id, document, stacking } of stacked) {
      expect(document, id).toBe(CITY);
      expect(stacking?.zh, id).toContain('与本市各级其他同类政策重叠的，从优、就高、不重复（附则）');
      expect(stacking?.en, id).toMatch(/\(closing (paragraph|provisions)\)/);
    }
  });

  it('the cap includes fee relief where clauses 5 to 7 print it, and nowhere else', () => {
    for (const { id, clause, stacking, notes: own } of data.incentives) {
      const printed = clause === '（五）' || clause === '（六）' || clause === '（七）';
      expect(stacking?.zh.includes('上限已含本地临床试验费用减免') ?? false, id).toBe(printed && id.startsWith('h21-'));
      expect(own.includes('h21-trial-fee-relief'), id).toBe(printed && id.startsWith('h21-'));
    }
  });

  it('no clause prints that one award excludes another: each pair has a remark that says so, and the page calls it our reading', () => {
    const exclusive = data.incentives.filter((incentive) => incentive.exclusive);
    expect(exclusive.map(({ id }) => id)).toEqual(['h21-device-special-procedure', 'h21-device-class-2-3']);
    for (const { id, notes: own } of exclusive) {
      const remarks = own.flatMap((note) => notes.get(note) ?? []);
      expect(
        remarks.some(({ kind, text }) => kind === 'silent' && text.zh.includes('本条之内没有说明')),
        id
      ).toBe(true);
    }
    for (const locale of LOCALES) {
      const texts = [
        m.support_held_exclusive({ other: '' }, { locale }),
        m.support_subtotal_note({}, { locale }),
        m.support_method_1({}, { locale }),
        m.support_other_tier({ tier: '', amount: '' }, { locale })
      ];
      for (const text of texts) {
        expect(text).toMatch(/本站(的)?理解|是本站的理解|[Oo]ur reading/);
        expect(text).not.toMatch(/互斥|exclude/i);
      }
    }
  });

  it('no yearly ceiling is shared between awards: none is printed so', () => {
    expect(data.incentives.filter(({ annualCap }) => (annualCap?.sharedWith.length ?? 0) > 0)).toEqual([]);
  });
});

describe('a reward without a printed sum', () => {
  it('is called one that cannot be worked out, never 0', () => {
    for (const locale of LOCALES)
      for (const text of [
        m.support_head_none({ day: '' }, { locale }),
        m.support_head_successor({ documents: '' }, { locale }),
        m.support_silent_lead({}, { locale })
      ])
        expect(text).not.toMatch(/可申领 ?0|0 元|¥0|nothing can be claimed/);
    expect(m.support_head_none({ day: '' }, { locale: 'zh' })).toContain('算不出来');
    expect(m.support_head_none({ day: '' }, { locale: 'en' })).toContain('cannot be worked out');
  });
});
