import { describe, expect, it } from 'vitest';
import { readAtlas } from '#lib/site/prerender/read-data';
import { drawStaticMap } from '#lib/site/prerender/static-map';

const data = readAtlas();

describe.each(data.layouts.map((layout) => [layout.id, layout] as const))('the picture of %s', (_, layout) => {
  const { width, height, context, land, lines, waters, zones, frames, labels } = drawStaticMap(data, layout);

  it('is a small part of its page', () => {
    const outlines = [
      context,
      land,
      lines,
      ...Object.values(waters),
      ...zones.flatMap(({ path, outline = '' }) => [path, outline]),
      ...frames.map(({ path }) => path)
    ];
    expect(outlines.join('').length).toBeLessThan(19_400);
  });

  it('is as high as its ground, so that it is shown as large as the interactive map', () => {
    const [x, y] = [0, 1].map((axis) => starts(land).map((point) => point[axis] ?? 0));
    expect(Math.min(...(x ?? []))).toBeGreaterThan(-60);
    expect(Math.max(...(x ?? []))).toBeLessThan(width + 60);
    expect(Math.max(...(y ?? []))).toBeLessThan(height + 60);
    for (const label of labels) {
      expect(label.x).toBeGreaterThan(0);
      expect(label.x).toBeLessThan(width);
      expect(label.y).toBeGreaterThan(0);
      expect(label.y).toBeLessThan(height);
    }
  });

  it('paints at most one zone as all the land, and before the others', () => {
    expect(zones.slice(1).filter(({ path }) => path === '')).toEqual([]);
    for (const { outline } of zones) expect(outline).not.toBe('');
  });
});

it('shows a city in the colours of the zones that others fill, or some of it, along its edge, the outermost first', () => {
  const { frames } = drawStaticMap(
    data,
    data.layouts.find(({ id }) => id === 'zj-one-core-two-belts-two-circles')!
  );
  expect(Object.fromEntries(frames.map(({ unit, hues }) => [unit, hues]))).toEqual({
    '330100': ['belt-1', 'belt-2'],
    '330200': ['belt-2'],
    '330300': ['belt-2', 'circle-2'],
    '330700': ['belt-1', 'belt-2'],
    '331000': ['belt-1', 'circle-2']
  });
  for (const { path } of frames) expect(starts(path).length).toBeGreaterThan(0);
});

/** Where the outlines of a path begin. */
const starts = (path: string): number[][] => [...path.matchAll(/M(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
