import { describe, expect, it } from 'vitest';
import { inLanguage } from '#lib/atlas/in-language';

const page = {
  id: 'a',
  zone: { name: { zh: '核心', en: 'Core' }, role: { zh: '打造核心', en: 'To be the core' }, units: ['330114'], value: null },
  notes: [{ text: { zh: '注', en: 'Note' }, count: 2 }]
};

describe('page data in its own language', () => {
  it('keeps names in both and longer texts in one', () => {
    expect(inLanguage(page, 'en')).toEqual({
      id: 'a',
      zone: { name: { zh: '核心', en: 'Core' }, role: { zh: 'To be the core', en: 'To be the core' }, units: ['330114'], value: null },
      notes: [{ text: { zh: 'Note', en: 'Note' }, count: 2 }]
    });
  });

  it('leaves what it was given as it was', () => {
    const before = structuredClone(page);
    inLanguage(page, 'zh');
    expect(page).toEqual(before);
  });
});
