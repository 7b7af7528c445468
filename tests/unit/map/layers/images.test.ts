import { describe, expect, test } from 'vitest';
import { markAt, plateImage, plateOf, rowImage, rowOf, rowWidth, smallRow } from '#lib/map/layers/images';
import { zone } from '../../atlas/fixtures';

const badge = (id: string, hue: 'core-1' | 'belt-1' | 'belt-2') => ({ zone: zone(id, { hue, mark: { zh: '药', en: 'Rx' } }), part: false });
const three = [badge('a', 'core-1'), badge('b', 'belt-1'), badge('c', 'belt-2')];

describe('a row of marks', () => {
  test.each([
    ['of its own size', (name: string) => name, 1],
    ['in small', smallRow, 0.74]
  ])('%s tells which mark is at a distance from its middle', (_, size, scale) => {
    const name = size(rowImage(three, 'en'));
    const at = (dx: number) => markAt(name, dx * scale)?.hue;
    expect([-20, 0, 20].map(at)).toEqual(['core-1', 'belt-1', 'belt-2']);
    expect([-40, 40].map(at)).toEqual([undefined, undefined]);
  });

  test('with numbers beside them stands further to the left', () => {
    const name = rowImage(three, 'zh', { ground: 12 });
    expect(rowOf(name)).toHaveLength(3);
    const shift = (rowWidth(name).all - rowWidth(name).marks) / 2;
    expect(shift).toBeGreaterThan(10);
    expect(markAt(name, -shift)?.hue).toBe('belt-1');
    expect(markAt(name, rowWidth(name).all / 2 - 4)).toBeUndefined();
  });
});

test('a row keeps which marks are of a part only', () => {
  expect(rowOf(rowImage([three[0]!, { ...three[1]!, part: true }], 'en'))?.map(({ part }) => part)).toEqual([false, true]);
});

test('a plate names a zone in either language', () => {
  const belt = zone('z', { hue: 'belt-2', mark: { zh: '械', en: 'Dv' }, short: { zh: '器械带', en: 'Device belt' } });
  expect(plateOf(plateImage(belt, 'en'))).toEqual({ badge: { hue: 'belt-2', mark: 'Dv', part: false }, text: 'Device belt' });
  expect(plateOf(plateImage(belt, 'zh'))).toEqual({
    badge: { hue: 'belt-2', mark: '械', part: false },
    text: '器械带'
  });
  expect(plateOf(rowImage(three, 'zh'))).toBeUndefined();
});
