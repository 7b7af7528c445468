import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smoothLine } from '#lib/map/layers/smooth-line';

const point = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));

/** How much the way turns at each inner point, degrees. */
const turns = (line: readonly (readonly number[])[]): number[] =>
  line.slice(1, -1).map(([x = 0, y = 0], i) => {
    const [[fromX = 0, fromY = 0] = [], [toX = 0, toY = 0] = []] = [line[i], line[i + 2]];
    const turn = Math.abs(Math.atan2(toY - y, toX - x) - Math.atan2(y - fromY, x - fromX));
    return (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI;
  });

test('a smooth line goes through all points of the rough one, from end to end, and stays finite', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (line) => {
      const smooth = smoothLine(line);
      for (const [x, y] of line) expect(smooth).toContainEqual([x, y]);
      expect([smooth[0], smooth.at(-1)]).toEqual([line[0], line.at(-1)]);
      expect(smooth.flat().every(Number.isFinite)).toBe(true);
    })
  );
});

test('corners go: no turn is as sharp as the one that it rounds', () => {
  const smooth = smoothLine([
    [0, 0],
    [100, 0],
    [100, 100],
    [200, 100]
  ]);
  expect(Math.max(...turns(smooth))).toBeLessThan(60);
  // and the line stays near the rough one
  for (const [x = 0, y = 0] of smooth) expect(x >= -15 && x <= 215 && y >= -15 && y <= 115).toBe(true);
});
