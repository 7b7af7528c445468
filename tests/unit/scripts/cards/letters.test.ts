import { expect, it } from 'vitest';
import { Letters, textsOf } from '../../../../scripts/steps/cards/letters';

const letters = new Letters();
const text = (words: string, more = '') => `<svg><text x="10" y="20" font-size="100" fill="#123456"${more}>${words}</text></svg>`;

it('puts outlines in the place of texts, from the left, the middle or the end of a line', () => {
  const drawn = letters.drawInto(text('钱塘'));
  expect(drawn).toMatch(
    /^<svg><g transform="translate\(10\.00 20\) scale\(0\.10000\)" fill="#123456"><path [^>]*\/><path transform="translate\(1000\)"[^>]*\/><\/g><\/svg>$/
  );
  expect(letters.drawInto(text('钱塘', ' text-anchor="middle"'))).toContain('translate(-90.00 20)');
  expect(letters.drawInto(text('钱塘', ' text-anchor="end"'))).toContain('translate(-190.00 20)');
});

it('draws all rims before all letters', () => {
  const drawn = letters.drawInto(text('甲乙', ' stroke="#fff" stroke-width="20"'));
  expect([...drawn.matchAll(/<g [^>]*(stroke="#fff" stroke-width="200"|fill="#123456")/g)].map(([, look]) => look)).toEqual([
    'stroke="#fff" stroke-width="200"',
    'fill="#123456"'
  ]);
});

it('reads escaped words, and sets English quotes as narrow as English letters', () => {
  expect(textsOf(text('a &amp; b &lt; c'))).toEqual(['a & b < c']);
  expect(letters.width('’', 100, false, true)).toBeLessThan(40);
  expect(letters.width('’', 100, false, false)).toBe(100);
});

it('remembers what the font does not have', () => {
  const own = new Letters();
  own.drawInto(text('钱𠮷\u{10FFFD}'));
  expect([...own.missing]).toContain('\u{10FFFD}');
  expect([...own.missing]).not.toContain('钱');
});
