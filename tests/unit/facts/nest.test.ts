import { describe, expect, it } from 'vitest';
import { briefNest, nestRows, nestTargets, sameGoals } from '#lib/facts/nest';
import * as m from '#lib/paraglide/messages';
import { readAtlas } from '#lib/site/prerender/read-data';
import { makeTarget } from '../features/targets/make-target';

const lines = (targets: Parameters<typeof nestTargets>[0]) =>
  nestTargets(targets)
    .flatMap((nest) => nestRows(nest))
    .map(({ nested: { target, share, span }, depth }) => [
      target.id,
      depth,
      share?.kind,
      share && Math.round(share.ratio * 100),
      span && Math.round(span * 100)
    ]);

describe('nested targets', () => {
  it('gives each part its share of the one around it', () => {
    expect(
      lines([
        makeTarget({ id: 'parks', value: 50, partOf: 'city' }),
        makeTarget({ id: 'city', value: 100 }),
        makeTarget({ id: 'core', value: 20, partOf: 'parks' })
      ])
    ).toEqual([
      ['city', 0, undefined, undefined, 100],
      ['parks', 1, 'parent', 50, 50],
      ['core', 2, 'parent', 40, 20]
    ]);
  });

  it('computes no share where units differ, for ranges, rates, or a part printed larger than the whole', () => {
    const shareOf = (given: Partial<Parameters<typeof makeTarget>[0]>) =>
      lines([makeTarget({ id: 'all' }), makeTarget({ id: 'part', value: 10, partOf: 'all', ...given })])[1]?.[2];
    expect(shareOf({})).toBe('parent');
    expect(shareOf({ unit: 'firms' })).toBeUndefined();
    expect(shareOf({ upper: 20 })).toBeUndefined();
    expect(shareOf({ counting: 'per-year' })).toBeUndefined();
    expect(shareOf({ value: 200 })).toBeUndefined();
    expect(shareOf({ value: 100 })).toBeUndefined();
  });

  it('takes a printed share as the share of the area that the words name', () => {
    const part = { id: 'core', partOf: 'parks', unit: 'share', counting: 'share' as const, value: 0.25 };
    const around = [makeTarget({ id: 'city' }), makeTarget({ id: 'parks', value: 50, partOf: 'city', scope: { level: 'zone', adcodes: [] } })];
    const [nest] = nestTargets([...around, makeTarget({ ...part, wording: '占全市 1/4' })]);
    const core = nest?.parts[0]?.parts[0];
    expect(core?.share).toMatchObject({ kind: 'printed', ratio: 0.25, of: { id: 'city' } });
    expect(core?.span).toBe(0.25);
    expect(nestTargets([...around, makeTarget({ ...part, wording: '达到' })])[0]?.parts[0]?.parts[0]).not.toHaveProperty('share');
  });

  it('draws each part inside the box of its whole, and parts of one whole below each other', () => {
    const part = (id: string, value: number, partOf: string) => makeTarget({ id, value, partOf });
    const [nest] = nestTargets([makeTarget({ id: 'all' }), part('a', 60, 'all'), part('a1', 20, 'a'), part('b', 30, 'all')]);
    const boxes = new Map((nest ? briefNest(nest) : []).map((row) => [row.id, { top: row.y, foot: row.y + row.height, span: row.span ?? NaN }]));
    for (const [inner, outer] of [
      ['a', 'all'],
      ['a1', 'a'],
      ['b', 'all']
    ] as const) {
      expect(boxes.get(inner)?.top).toBeGreaterThan(boxes.get(outer)?.top ?? NaN);
      expect(boxes.get(inner)?.foot).toBeLessThan(boxes.get(outer)?.foot ?? NaN);
      expect(boxes.get(inner)?.span).toBeLessThan(boxes.get(outer)?.span ?? NaN);
    }
    expect(boxes.get('b')?.top).toBeGreaterThan(boxes.get('a')?.foot ?? NaN);
  });

  it('survives unknown parents and circles', () => {
    expect(nestTargets([makeTarget({ id: 'a', partOf: 'b' }), makeTarget({ id: 'b', partOf: 'a' }), makeTarget({ id: 'c', partOf: 'nowhere' })])).toEqual([]);
    expect(lines([makeTarget({ id: 'r' }), makeTarget({ id: 'a', partOf: 'r' })])).toHaveLength(2);
  });

  const { targets, notes } = readAtlas();
  it('holds the three chains of the documents', () => {
    expect(lines(targets)).toEqual([
      ['h24-manufacturing-output', 0, undefined, undefined, 100],
      ['h24-core-parks-output', 1, 'parent', 67, 67],
      ['h24-core-output-share', 2, 'printed', 33, 33],
      ['h24-firms-10', 0, undefined, undefined, 100],
      ['h24-firms-20', 1, 'parent', 45, 45],
      ['h24-firms-100', 2, 'parent', 30, 14],
      ['zl-national-clinical-centres', 0, undefined, undefined, 100],
      // 3 named ones of “3 or more”: no share
      ['zl-clinical-centres-named', 1, undefined, undefined, undefined]
    ]);
  });

  it('calls no pair one goal for certain: the remark at it says “probably”, and so do the words of the page', () => {
    const remarks = new Map(notes.map(({ id, text }) => [id, text]));
    for (const [main, twin] of sameGoals(targets)) {
      const said = [...(main?.notes ?? []), ...(twin?.notes ?? [])].map((id) => remarks.get(id)?.zh ?? '').filter((text) => /同一目标|另一种说法/.test(text));
      expect(said, twin?.id).not.toEqual([]);
      for (const text of said) expect(text).toMatch(/很可能|大概|应是/);
    }
    for (const locale of ['zh', 'en'] as const)
      for (const text of [m.targets_twins_title({}, { locale }), m.targets_same_as({ metric: '' }, { locale })]) expect(text).toMatch(/很可能|robably/);
  });

  it('pairs goals that are worded twice', () => {
    expect(sameGoals(targets).map((group) => group.map(({ id }) => id))).toEqual([
      ['h21-industry-scale-2030', 'h21-cluster-trillion'],
      ['h24-class3-devices', 'h24-device-registrations'],
      ['zl-output-2022', 'zl-output-doubling']
    ]);
  });
});
