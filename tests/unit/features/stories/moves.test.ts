import { describe, expect, it } from 'vitest';
import { moveForKey, moveForSwipe, stepAfter } from '#lib/features/stories/moves';

describe('going through a story', () => {
  it.each([
    ['ArrowRight', false, 'next'],
    ['PageDown', false, 'next'],
    [' ', false, 'next'],
    [' ', true, 'previous'],
    ['ArrowLeft', false, 'previous'],
    ['PageUp', false, 'previous'],
    ['Home', false, 'first'],
    ['End', false, 'last'],
    ['Escape', false, undefined],
    ['a', false, undefined]
  ])('key %j (shift %s): %s', (key, shift, move) => {
    expect(moveForKey(key, shift, false)).toBe(move);
  });

  it('up and down scroll a long text and turn a short one', () => {
    expect([moveForKey('ArrowDown', false, false), moveForKey('ArrowUp', false, false)]).toEqual(['next', 'previous']);
    expect([moveForKey('ArrowDown', false, true), moveForKey('ArrowUp', false, true)]).toEqual([undefined, undefined]);
  });

  it.each([
    [-80, 10, 'next'],
    [80, -10, 'previous'],
    [-30, 0, undefined],
    [-80, 70, undefined]
  ])('a finger that goes %i across and %i down: %s', (dx, dy, move) => {
    expect(moveForSwipe(dx, dy)).toBe(move);
  });

  it('stops at both ends', () => {
    expect([stepAfter('next', 6, 6), stepAfter('previous', 1, 6), stepAfter('next', 1, 6), stepAfter('last', 2, 6), stepAfter('first', 5, 6)]).toEqual([
      6, 1, 2, 6, 1
    ]);
  });
});
