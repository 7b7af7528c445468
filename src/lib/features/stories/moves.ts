/** A wish to go through a story, by key, finger or button. */
export type StoryMove = 'next' | 'previous' | 'first' | 'last';

/** A finger must travel this far across, px, and clearly more across than up or down. */
const SWIPE = 48;

/**
 * What a key asks for. Clickers send PageUp and PageDown, some the arrows or the space bar.
 * @param scrolls the text is longer than its window: up and down then scroll it
 */
export function moveForKey(key: string, shift: boolean, scrolls: boolean): StoryMove | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return 'next';
    case 'ArrowLeft':
    case 'PageUp':
      return 'previous';
    case ' ':
      return shift ? 'previous' : 'next';
    case 'ArrowDown':
      return scrolls ? undefined : 'next';
    case 'ArrowUp':
      return scrolls ? undefined : 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

/** What a finger's path asks for: to the left is onward, like turning a page. */
export function moveForSwipe(dx: number, dy: number): StoryMove | undefined {
  if (Math.abs(dx) < SWIPE || Math.abs(dx) < 1.5 * Math.abs(dy)) return undefined;
  return dx < 0 ? 'next' : 'previous';
}

/** The step after a move, 1 … count; a story does not run in a circle. */
export function stepAfter(move: StoryMove, step: number, count: number): number {
  const wanted = { next: step + 1, previous: step - 1, first: 1, last: count }[move];
  return Math.max(1, Math.min(count, wanted));
}
