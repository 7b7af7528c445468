import { describe, expect, it } from 'vitest';
import { groupLookalikes } from '#lib/features/targets/lookalikes';
import { readAtlas } from '#lib/site/prerender/read-data';

describe('look-alike numbers', () => {
  const { targets, notes } = readAtlas();
  it('lists every look-alike remark that stands at a target once, and joins topics that share a remark', () => {
    const topics = groupLookalikes(targets, notes);
    const used = new Set(targets.flatMap((target) => target.notes));
    const expected = notes.filter(({ id, kind }) => kind === 'lookalike' && used.has(id)).map(({ id }) => id);
    expect(topics.flatMap(({ items }) => items.map(({ note }) => note.id)).sort()).toEqual(expected.sort());
    // 6000亿 of revenue and 1500亿 of output stand under one remark
    expect(topics.find(({ families }) => families.includes('output'))?.families).toContain('revenue');
    expect(new Set(topics.flatMap(({ families }) => families)).size).toBe(topics.flatMap(({ families }) => families).length);
  });
});
