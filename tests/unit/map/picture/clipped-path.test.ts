import { describe, expect, it } from 'vitest';
import { inSteps, pathsWithin } from '#lib/map/picture/clipped-path';

describe('a path in steps', () => {
  it('goes through the same points, in whole pixels', () => {
    expect(inSteps('M10,20L13,18L13.2,18.1L9.6,30ZM0,0L5,5Z')).toBe('M10 20l3-2-3 12zM0 0l5 5z');
    expect(inSteps('')).toBe('');
  });

  it('is what a clipped shape makes', () => {
    const square = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [10, 10],
          [10, 50],
          [500, 50],
          [500, 10],
          [10, 10]
        ]
      ]
    };
    expect(inSteps(pathsWithin(100, 100, 5)(square))).toBe('M105 10l-95 0 0 40 95 0 0-40z');
  });
});
