import { expect, test } from 'vitest';
import { noteLetters } from '#lib/facts/note-letter';

test('a long run of notes is told by its ends', () => {
  expect(noteLetters([])).toBe('');
  expect(noteLetters([1, 3])).toBe('a,c');
  expect(noteLetters([2, 3, 4])).toBe('b,c,d');
  expect(noteLetters([4, 5, 6, 7])).toBe('d–g');
  expect(noteLetters([4, 5, 6, 8])).toBe('d,e,f,h');
});
