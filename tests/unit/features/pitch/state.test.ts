import { describe, expect, it } from 'vitest';
import { EMPTY_PITCH, forSharing, isBlank, moveZone, PITCH_LIMITS, tidyPitch, tidyText } from '#lib/features/pitch/state';

const state = { ...EMPTY_PITCH, zones: ['a', 'b'], notes: { a: { text: 'seen', shown: true }, b: { text: 'ours', shown: false } } };

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
    const tidy = tidyPitch({ ...state, zones: ['a', 'a', 'b'], notes: { ...state.notes, b: { text: '', shown: false }, gone: { text: 'x', shown: true } } });
    expect(tidy.zones).toEqual(['a', 'b']);
    expect(tidy.notes).toEqual({ a: { text: 'seen', shown: true } });
  });
  it('is not fooled by names that every object has', () => {
    expect(tidyPitch({ ...EMPTY_PITCH, zones: ['constructor', '__proto__'] }).notes).toEqual({});
  });
});

describe('sharing', () => {
  it('leaves out of a link for investors what is for colleagues', () => {
    expect(forSharing(state).notes).toEqual({ a: { text: 'seen', shown: true } });
    expect(forSharing({ ...state, audience: 'internal' }).notes).toEqual(state.notes);
  });
  it('knows a blank pitch', () => {
    expect(isBlank(EMPTY_PITCH)).toBe(true);
    expect(isBlank({ ...EMPTY_PITCH, title: 'x' })).toBe(false);
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
