import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SHORTLISTED, parseShortlist } from '#lib/facts/shortlist.svelte';

describe('a stored shortlist', () => {
  it('is read in the reader’s order, each zone once, no more than a sheet can hold', () => {
    expect(parseShortlist('["b","a","b"]')).toEqual(['b', 'a']);
    const many = Array.from({ length: 20 }, (_, i) => `zone-${i}`);
    expect(parseShortlist(JSON.stringify(many))).toEqual(many.slice(0, MOST_SHORTLISTED));
  });
  it('drops what is no id', () => {
    expect(parseShortlist('["ok",7,null,"<b>","A b",["x"]]')).toEqual(['ok']);
  });
  it('never fails, whatever was stored', () => {
    expect(parseShortlist(null)).toEqual([]);
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (stored) => parseShortlist(stored).length <= MOST_SHORTLISTED));
  });
});
