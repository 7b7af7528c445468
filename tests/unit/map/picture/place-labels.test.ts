import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyRoom } from '#lib/map/picture/empty-room';
import { placeLabels } from '#lib/map/picture/place-labels';
import type { Box, LabelWish } from '#lib/map/picture/place-labels';

const within: Box = { x: 0, y: 0, width: 400, height: 300 };
const wish = (id: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  id,
  x,
  y,
  width: 60,
  height: 20,
  stands: ['centre'],
  gap: 4,
  ...more
});
const overlaps = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('labels', () => {
  test('the first keep their place, later ones step aside or are left out', () => {
    const spots = placeLabels([wish('a', 100, 100), wish('b', 110, 105, { stands: ['centre', 'below'] }), wish('c', 105, 100)], [], within, 1);
    expect(spots.get('a')).toMatchObject({ x: 70, y: 90 });
    expect(spots.get('b')).toBeUndefined();
    expect(placeLabels([wish('a', 100, 100), wish('b', 110, 108, { stands: ['centre', 'below'] })], [], within, 1).get('b')).toMatchObject({ y: 112 });
    expect(spots.has('c')).toBe(false);
  });
  test('needed ones find room further off', () => {
    const crowd = Array.from({ length: 6 }, (_, i) => wish(`n${i}`, 200, 150, { reach: 90 }));
    expect(placeLabels(crowd, [], within, 1).size).toBe(6);
  });
  test('what is taken stays free, what is off the picture has no name', () => {
    const spots = placeLabels([wish('a', 100, 100), wish('off', 500, 100)], [{ x: 80, y: 80, width: 40, height: 40 }], within, 1);
    expect([...spots]).toEqual([]);
  });
  test('never on one another, never outside', () => {
    const label = fc.record({
      x: fc.integer({ min: -20, max: 420 }),
      y: fc.integer({ min: -20, max: 320 }),
      width: fc.integer({ min: 5, max: 90 }),
      height: fc.integer({ min: 5, max: 30 })
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (list) => {
        const spots = [
          ...placeLabels(
            list.map((one, i) => wish(String(i), one.x, one.y, { ...one, stands: ['centre', 'above', 'below', 'left', 'right'] })),
            [],
            within,
            1
          ).values()
        ];
        spots.forEach((a, i) => {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 400 && a.y + a.height <= 300).toBe(true);
          expect(spots.slice(i + 1).some((b) => overlaps(a, b))).toBe(false);
        });
      })
    );
  });
});

describe('empty room', () => {
  const square = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [100, 50],
        [300, 50],
        [300, 250],
        [100, 250],
        [100, 50]
      ]
    ]
  };
  test('is inside the shape, clear of what is there', () => {
    const taken: Box[] = [{ x: 100, y: 50, width: 200, height: 120 }];
    const [x, y] = emptyRoom(square, within, { width: 60, height: 20 }, taken)!;
    expect(x > 130 && x < 270 && y > 180 && y < 240).toBe(true);
  });
  test('is nowhere in a shape that is too small or off the picture', () => {
    expect(emptyRoom(square, within, { width: 240, height: 20 }, [])).toBeUndefined();
    const off = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [500, 50],
          [600, 50],
          [600, 250],
          [500, 50]
        ]
      ]
    };
    expect(emptyRoom(off, within, { width: 10, height: 10 }, [])).toBeUndefined();
  });
});
