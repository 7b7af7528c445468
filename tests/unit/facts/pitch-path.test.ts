import { expect, it } from 'vitest';
import { pitchPath } from '#lib/facts/pitch-path';

it('the path of a pitch leaves out what is empty, keeps commas, and holds no more than a pitch', () => {
  expect(pitchPath(['a', 'b'])).toBe('/pitch/#z=a,b');
  expect(pitchPath(['a'], '中试 & GMP', ['synbio'], ['land-m3', 'airport'])).toBe('/pitch/#z=a&p=%E4%B8%AD%E8%AF%95%20%26%20GMP&s=synbio&w=land-m3,airport');
  expect([...decodeURIComponent(pitchPath(['a'], '港'.repeat(500)).split('p=')[1] ?? '')]).toHaveLength(200);
});
