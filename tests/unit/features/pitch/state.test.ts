import { describe, expect, it } from 'vitest';
import { EMPTY_OWN, EMPTY_PITCH, forZones, isBlank, moveZone, PITCH_LIMITS, tidyOwn, tidyPitch, tidyText, withNotesInternal } from '#lib/features/pitch/state';

const state = { ...EMPTY_OWN, zones: ['a', 'b'], notes: { a: 'seen' }, internal: { a: 'dear', b: 'ours' } };

describe('texts of a pitch', () => {
  it('are cut by characters, not by half characters', () => {
    expect(tidyText('医药👩‍🔬港', 3)).toBe('医药👩');
    expect([...tidyText('😀'.repeat(500), PITCH_LIMITS.note)]).toHaveLength(PITCH_LIMITS.note);
  });
  it('lose what no XML may hold', () => {
    expect(tidyText('a\u0000b\u0008c\ud800d\uffffe\u0085f', 20)).toBe('abcdef');
    expect(tidyText('a\r\nb\tc', 20)).toBe('a b c');
    expect(tidyText('a\r\nb\tc', 20, true)).toBe('a\nb c');
  });
});

describe('a pitch within its limits', () => {
  it('keeps notes of listed zones that say something', () => {
    const tidy = tidyPitch({ ...state, zones: ['a', 'a', 'b'], notes: { ...state.notes, b: '', gone: 'x' } });
    expect(tidy.zones).toEqual(['a', 'b']);
    expect(tidy.notes).toEqual({ a: 'seen' });
    expect(tidyOwn({ ...state, zones: ['b', 'c'], internal: { ...state.internal, c: '', gone: 'x' } }).internal).toEqual({ b: 'ours' });
  });
  it('is not fooled by names that every object has', () => {
    expect(tidyPitch({ ...EMPTY_PITCH, zones: ['constructor', '__proto__'] }).notes).toEqual({});
  });
});

describe('internal notes', () => {
  it('are in nothing that others read, the internal version included', () => {
    for (const audience of ['investor', 'internal'] as const) expect(tidyPitch({ ...state, audience })).not.toHaveProperty('internal');
  });
  it('take in the notes of a pitch whose maker is not known to mean them for visitors, and lose nothing', () => {
    expect(withNotesInternal(state)).toEqual({ ...state, notes: {}, internal: { a: 'dear\nseen', b: 'ours' } });
    // from a link of then both may be as long as notes were
    const long = withNotesInternal({ ...state, notes: { a: 'n'.repeat(PITCH_LIMITS.note) }, internal: { a: 'i'.repeat(PITCH_LIMITS.note) } });
    expect(long.internal.a).toHaveLength(2 * PITCH_LIMITS.note + 1);
  });
  it('make a pitch that is not blank', () => {
    expect(isBlank(EMPTY_OWN)).toBe(true);
    expect(isBlank({ ...EMPTY_OWN, title: 'x' })).toBe(false);
    expect(isBlank({ ...EMPTY_OWN, internal: { a: 'x' } })).toBe(false);
  });
});

describe('zones chosen on another page', () => {
  const own = { ...state, title: 'Mine', project: 'old', sectors: ['s'] };
  it('keep everything where they are the same, in another order', () => {
    expect(forZones(own, { zones: ['b', 'a'], project: '', sectors: [], wishes: [] })).toEqual({ ...own, zones: ['b', 'a'] });
    expect(forZones(own, { zones: ['a', 'b'], project: 'new', sectors: ['t'], wishes: ['w'] })).toEqual({
      ...own,
      project: 'new',
      sectors: ['t'],
      wishes: ['w']
    });
  });
  it('begin a pitch for them, with what is written on those that stay', () => {
    const next = forZones(own, { zones: ['b', 'c'], project: 'new', sectors: [], wishes: [] });
    expect(next).toEqual({ ...EMPTY_OWN, zones: ['b', 'c'], project: 'new', internal: { b: 'ours' } });
  });
});

describe('order', () => {
  it('moves a zone by one and stops at the ends', () => {
    expect(moveZone(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moveZone(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moveZone(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(moveZone(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });
});
