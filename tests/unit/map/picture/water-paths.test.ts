import { describe, expect, test } from 'vitest';
import { topologyInPixels } from '#lib/map/picture/project-topology';
import { waterPaths } from '#lib/map/picture/water-paths';
import { squares } from '../layers/fixtures';

describe('waters of a small map', () => {
  // 100 px to a degree, the upper left corner at 119° E, 29.5° N
  const topology = topologyInPixels(squares(), (lon, lat) => [(lon - 119) * 100, (29.5 - lat) * 100]);

  test('are lakes as closed outlines and rivers as lines, each where it lies', () => {
    const { lakes, rivers, bays } = waterPaths(topology, 100, 150, 6);
    expect(lakes).toMatch(/^M\d+ \d+l-?\d+( ?-?\d+)+z$/);
    expect(rivers).toMatch(/^M0 110l/);
    expect(rivers).not.toContain('z');
    expect(bays).toBe('');
  });

  test('are left out where the picture does not reach', () => {
    expect(waterPaths(topology, 100, 50, 6)).toEqual({ lakes: '', rivers: '', bays: '' });
  });
});
