import { describe, expect, it } from 'vitest';
import { EMPTY_PITCH } from '#lib/features/pitch/state';
import { codeLink, shareLink } from '#lib/features/pitch/share-link';

const state = { ...EMPTY_PITCH, zones: ['a', 'b'], notes: { a: { text: 'seen', shown: true }, b: { text: 'secret', shown: false } } };

describe('what a pitch gives away by link and by code', () => {
  it('holds for investors the notes that are shown, and says how many it leaves out', () => {
    expect(shareLink('/pitch/', state, '1')).toEqual({ href: '/pitch/#z=a,b&n.a=seen&v=1', left: 1, internal: 0 });
    expect(codeLink('/pitch/', state, '1').href).toBe('/pitch/#z=a,b&n.a=seen&v=1');
  });
  it('says of the internal version how many internal notes it holds', () => {
    const { href, left, internal } = shareLink('/pitch/', { ...state, audience: 'internal' }, '1');
    expect([left, internal]).toEqual([0, 1]);
    expect(href).toContain('i.b=secret');
  });
});
