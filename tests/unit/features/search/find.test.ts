import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markMatches, search, startingPoints } from '#lib/features/search/find';
import { prepareSearch } from '#lib/features/search/entries';
import type { SearchEntry, SearchIndex } from '#lib/features/search/entries';
import { labelOf } from '#lib/features/search/label';
import { foldText, parseQuery } from '#lib/features/search/query';
import { nearestStart } from '#lib/features/search/typo';

const entry = (kind: SearchEntry['kind'], id: string, zh: string, en: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  kind,
  id,
  name: { zh, en },
  ...more
});

const index: SearchIndex = {
  entries: [
    entry('unit', '330114', '钱塘区', 'Qiantang District', { also: ['钱塘', 'Qiantang'] }),
    entry('sector', 'synbio', '合成生物', 'Synthetic biology', { text: ['用工程方法改造细胞', 'Engineering cells to order'] }),
    entry('zone', 'core', '钱塘核心区', 'Qiantang core', { refs: [0, 1, 4] }),
    entry('place', 'lab', 'AI 制药实验室', 'AI drug laboratory'),
    entry('capability', 'land-m3', 'M3 工业用地', 'M3 industrial land'),
    entry('clause', 'doc 一（一）', '重组蛋白', 'Recombinant proteins', { document: 'doc', clause: '一（一）' })
  ],
  pinyin: {
    characters: {
      qian: '钱',
      tang: '塘',
      qu: '区',
      he: '合核',
      cheng: '成',
      sheng: '生',
      wu: '物',
      xin: '心',
      zhong: '重',
      zu: '组',
      dan: '蛋',
      bai: '白',
      zhi: '制',
      yao: '药'
    },
    otherwise: { 重组蛋白: 'chong zu dan bai' }
  },
  documents: []
};
const searchable = prepareSearch(index);
const ids = (query: string) => search(searchable, query).groups.flatMap(({ hits }) => hits.map(({ item }) => item.entry.id));
const marks = (text: string, syllables: string[], query: string) =>
  markMatches(labelOf(text, syllables), query)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('search', () => {
  it('never throws, whatever is typed, and finds only what is there', () => {
    const hostile = fc.constantFrom(
      '(',
      '[',
      '\\',
      '.*',
      '%',
      '\u0000',
      '‮',
      '\ud800',
      '⁠',
      '𠀀',
      'ﷺ',
      '<script>',
      "' OR 1=1",
      '{}',
      '__proto__',
      'constructor'
    );
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(hostile, fc.constantFrom('钱塘', 'qt', 'M3', ' ', 'syn')), { maxLength: 12 }).map((parts) => parts.join(''))
    );
    fc.assert(
      fc.property(typed, (query) => {
        const { groups, total } = search(searchable, query);
        expect(groups.reduce((sum, { hits }) => sum + hits.length, 0)).toBe(total);
        expect(groups.flatMap(({ kind, hits }) => hits.filter(({ item, score }) => item.entry.kind !== kind || !(score > 0)))).toEqual([]);
        const labels = searchable.all.flatMap(({ zh, en }) => [zh, en]);
        expect(labels.map((label) => markMatches(label, query).reduce((all, { text }) => all + text, ''))).toEqual(labels.map(({ text }) => text));
      }),
      { numRuns: 300 }
    );
  });

  it('finds every part of a Chinese name, however short', () => {
    const name = '钱塘核心区';
    for (let from = 0; from < name.length; from++) {
      for (let to = from + 1; to <= name.length; to++) expect(ids(name.slice(from, to)), name.slice(from, to)).toContain('core');
    }
  });

  it('finds a name while its pinyin is being typed, except by single letters of its middle', () => {
    for (let to = 1; to <= 'qiantang'.length; to++) expect(ids('qiantang'.slice(0, to))).toContain('330114');
    expect(ids('tang')).toContain('330114');
    expect(ids('t')).not.toContain('330114');
  });

  it('orders whole names before beginnings before middles, and groups by their best', () => {
    expect(search(searchable, '钱塘').groups.map(({ kind }) => kind)).toEqual(['unit', 'zone']);
    expect(search(searchable, '合成生物').groups.map(({ kind }) => kind)).toEqual(['sector', 'zone']);
  });

  it('leads from a capability and from a member to the zone, and never to the capability', () => {
    expect(search(searchable, 'm3').groups).toMatchObject([{ kind: 'zone', hits: [{ why: { by: 'ref', ref: { entry: { id: 'land-m3' } } } }] }]);
  });

  it('wants all words, written apart or together', () => {
    expect(ids('钱塘 synthetic')).toEqual(['core']);
    expect(ids('qian tang')).toContain('330114');
    expect(ids('钱塘 nothing-like-it')).toEqual([]);
  });

  it('searches running text last, from the beginning of a word', () => {
    expect(search(searchable, 'engineer').groups[0]?.hits[0]?.why).toEqual({ by: 'text', text: 'Engineering cells to order' });
    expect(ids('ells')).toEqual([]);
  });

  it('reads a character as the word wants it', () => {
    expect(ids('chongzu')).toContain('doc 一（一）');
    expect(ids('zhongzu')).toEqual([]);
  });

  it('forgives typos only where nothing is written so', () => {
    expect(ids('qiantnag')).toContain('330114');
    expect(ids('labratory')).toContain('lab');
    expect(ids('xyz')).toEqual([]);
    expect(ids('core')).toEqual(['core']);
  });

  it('starts with layouts and the sectors that zones name', () => {
    expect(startingPoints(searchable).groups.map(({ kind, hits }) => [kind, hits.length])).toEqual([['sector', 1]]);
  });
});

describe('markMatches', () => {
  it('marks the characters that pinyin and initials stand for', () => {
    expect(marks('钱塘区', ['qian', 'tang', 'qu'], 'qt')).toBe('[钱塘]区');
    expect(marks('“钱塘”核心区', ['qian', 'tang', 'he', 'xin', 'qu'], 'tanghe')).toBe('“钱[塘”核]心区');
    expect(marks('AI+制药', ['zhi', 'yao'], 'zhiyao')).toBe('AI+[制药]');
  });

  it('marks whole words of letters', () => {
    expect(marks('Qiantang core', [], 'qian')).toBe('[Qiantang] core');
    expect(marks('Pan’an County', [], "pan'an")).toBe('[Pan’an] County');
  });
});

describe('parseQuery', () => {
  it('parts words, keeps Han runs together and forgets long tails', () => {
    expect(parseQuery('钱塘synthetic 生物, M３!')).toEqual({ whole: '钱塘synthetic生物m3', terms: ['钱塘', 'synthetic', '生物', 'm3'] });
    expect(parseQuery('a '.repeat(500)).terms).toEqual(['a']);
    expect(parseQuery('一二三四五六七八九'.split('').join(' ')).terms).toHaveLength(8);
  });

  it('folds width, case, accents and apostrophes', () => {
    expect(foldText('Ｌín’Ａn Ⅲ')).toBe('linan iii');
  });
});

describe('nearestStart', () => {
  it('counts additional, missing, wrong and swapped letters', () => {
    expect(nearestStart('bingjiang', 'binjiangqu', 0, 2)).toEqual({ distance: 1, length: 8 });
    expect(nearestStart('qiantnag', 'qiantangqu', 0, 2)).toEqual({ distance: 1, length: 8 });
    expect(nearestStart('vaccne', 'vaccines', 0, 1)).toEqual({ distance: 1, length: 7 });
    expect(nearestStart('abcdef', 'uvwxyz', 0, 2)).toBeUndefined();
    expect(nearestStart('tang', 'qiantang', 4, 1)).toEqual({ distance: 0, length: 4 });
  });

  it('agrees with the plain definition of the distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (query, text, most) => {
        const distances = Array.from({ length: text.length + 1 }, (_, length) => plainDistance(query, text.slice(0, length)));
        const least = Math.min(...distances);
        expect(nearestStart(query, text, 0, most)?.distance).toBe(least <= most ? least : undefined);
      }),
      { numRuns: 500 }
    );
  });
});

/** Optimal string alignment as the textbook has it. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const costs = [plainDistance(restA, b) + 1, plainDistance(a, restB) + 1, plainDistance(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) costs.push(plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...costs);
}
