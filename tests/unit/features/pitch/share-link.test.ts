import { describe, expect, it } from 'vitest';
import { EMPTY_OWN } from '#lib/features/pitch/state';
import { codeLink, shareLink } from '#lib/features/pitch/share-link';

const state = { ...EMPTY_OWN, zones: ['a', 'b'], notes: { a: 'seen' }, internal: { a: 'secret', b: 'secret' } };

describe('what a pitch gives away by link and by code', () => {
  it('is what the visitor may read, whoever it is for', () => {
    expect(shareLink('/pitch/', state, '1')).toBe('/pitch/#z=a,b&n.a=seen&v=1');
    expect(codeLink('/pitch/', state, '1')).toEqual({ href: '/pitch/#z=a,b&n.a=seen&v=1', short: false });
    expect(shareLink('/pitch/', { ...state, audience: 'internal' }, '1')).not.toContain('secret');
  });
  it('leaves notes out of a code that would be too long for phones', () => {
    const { href, short } = codeLink('/pitch/', { ...state, notes: { a: '港'.repeat(200) } }, '1');
    expect([href, short]).toEqual(['/pitch/#z=a,b&v=1', true]);
  });
});
