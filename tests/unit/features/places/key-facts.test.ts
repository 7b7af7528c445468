import { expect, it } from 'vitest';
import { keyFacts } from '#lib/features/places/key-facts';
import type { ProfileFact } from '#lib/schema/published';

const fact = (id: string, field: ProfileFact['field'], value: string, asOf?: string, conflicts: string[] = []): ProfileFact => ({
  id,
  place: 'park',
  field,
  value: { zh: value, en: value },
  ...(asOf ? { asOf } : {}),
  conflicts,
  page: {
    title: 'page',
    lang: 'zh',
    publisher: { zh: '杭州日报', en: 'Hangzhou Daily' },
    url: 'https://example.org/',
    published: '2021-05-01',
    read: '2026-11-28',
    class: 'official-media',
    confidence: 'high'
  }
});

it('tells one fact of a field, the latest, the most telling field first, with publisher and time', () => {
  const found = keyFacts(
    [fact('firms-old', 'firms', '480余家', '2018'), fact('firms', 'firms', '1400余家', '2020', ['other']), fact('area', 'area-km2', '3.8平方公里')],
    6
  );
  expect(found.map(({ id }) => id)).toEqual(['area', 'firms']);
  expect(found[1]).toMatchObject({ value: '1400余家', when: '2020年' });
  expect(found[1]?.note).toContain('杭州日报 · 2020年');
  // sources that disagree are said to
  expect(found[1]?.note).not.toBe('杭州日报 · 2020年');
  expect(found[0]?.note).toBe('杭州日报');
});

it('leaves out what is too long for a head rather than an older one that is short', () => {
  expect(keyFacts([fact('old', 'output', '400亿元', '2018'), fact('new', 'output', '产'.repeat(40), '2021')], 6)).toEqual([]);
  expect(keyFacts([fact('a', 'area-km2', '1'), fact('b', 'founded', '2'), fact('c', 'firms', '3')], 2)).toHaveLength(2);
});
