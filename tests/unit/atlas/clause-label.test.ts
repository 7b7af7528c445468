import { describe, expect, it } from 'vitest';
import { clauseLabel } from '#lib/atlas/clause-label';
import { clauseParts } from '#lib/atlas/clause-parts';

describe('clause numbers for English readers', () => {
  it.each([
    ['二（一）¶2', 'II (1), para. 2'],
    ['三（七）', 'III (7)'],
    ['三（五）4', 'III (5) 4'],
    ['二（三）一是', 'II (3), point 1'],
    ['（二十八）', '(28)'],
    ['（十）', '(10)'],
    ['一¶3', 'I, para. 3'],
    ['14', '14'],
    ['第十二条', 'Article 12'],
    ['第四条', 'Article 4'],
    ['附则', 'Closing provisions'],
    ['2024年调整', '2024 adjustment']
  ])('%s is %s', (id, english) => {
    expect(clauseLabel(id, 'en')).toBe(english);
    expect(clauseLabel(id, 'zh')).toBe(id);
  });

  it('keeps as printed what it does not know', () => {
    expect(clauseParts('甲之一')).toBeUndefined();
    expect(clauseLabel('甲之一', 'en')).toBe('甲之一');
  });

  it('reads every number up to ninety-nine as another', () => {
    const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const han = (n: number) => (n < 10 ? digits[n] : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${digits[n % 10]}`);
    for (let n = 1; n < 100; n++) expect(clauseParts(`（${han(n)}）`)).toEqual([{ kind: 'section', number: n }]);
    for (let n = 1; n < 100; n++) expect(clauseLabel(`（${han(n)}）`, 'en')).toBe(`(${n})`);
    const chapters = Array.from({ length: 39 }, (_, i) => clauseLabel(`${han(i + 1)}`, 'en'));
    expect(chapters.slice(0, 10)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']);
    expect([chapters[13], chapters[18], chapters[38]]).toEqual(['XIV', 'XIX', 'XXXIX']);
    expect(new Set(chapters).size).toBe(39);
  });
});
