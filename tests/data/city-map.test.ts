import { describe, expect, it } from 'vitest';
import { drawCityMap } from '#lib/site/prerender/city-map';
import { readAtlas } from '#lib/site/prerender/read-data';

/* The focus city on its page, drawn from the data as built. */
const data = readAtlas();
const layout = data.layouts.find(({ id }) => id === data.index.focusLayout)!;
const counties = data.admin.filter(({ parent }) => parent === layout.adcode);

describe.each(['zh', 'en'] as const)('the city in the zones of its layout: %s', (language) => {
  const map = drawCityMap(data, layout, language)!;
  const { inset } = map;

  it('names every county once, on the map or in the inset of its core, with the marks of its zones', () => {
    const named = [...map.labels, ...inset!.labels].filter(({ main }) => main);
    expect(named.map(({ adcode }) => adcode).sort()).toEqual(counties.map(({ adcode }) => adcode).sort());
    for (const { adcode, marks } of named) {
      const zones = data.zones.filter((zone) => zone.layout === layout.id && zone.units.includes(adcode));
      expect(marks?.map(({ mark }) => mark.zh).sort(), adcode).toEqual(zones.map(({ mark }) => mark.zh).sort());
    }
    // the crowded core is what the inset is for
    expect(inset!.labels.filter(({ main }) => main).map(({ name }) => name.zh)).toEqual(expect.arrayContaining(['上城', '拱墅', '西湖', '滨江']));
  });

  it('fills each county in the hue of its zone, and its inset hides none of it', () => {
    expect(new Set(map.hues.map(([adcode]) => adcode))).toEqual(new Set(counties.map(({ adcode }) => adcode)));
    const { x, y, width, height } = inset!;
    expect(x + width).toBeLessThanOrEqual(map.width);
    expect(y + height).toBeLessThanOrEqual(map.height);
    const points = map.units.flatMap(({ path }) => outline(path));
    expect(points.length).toBeGreaterThan(100);
    expect(points.filter(([px, py]) => px > x && px < x + width && py > y && py < y + height)).toEqual([]);
  });

  it.each([
    ['map', map.labels],
    ['inset', inset!.labels]
  ] as const)('no name on its %s stands on another', (_, labels) => {
    const close = labels.filter((a, i) => labels.some((b, k) => k > i && Math.abs(a.x - b.x) < 20 && Math.abs(a.y - b.y) < 11));
    expect(close.map(({ name }) => name[language])).toEqual([]);
  });
});

/** Corners of path data: M and L are absolute, m and l steps from the point before. */
function outline(path: string): [number, number][] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([MmLlHhVv])?\s*(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?/g)].flatMap(([, letter, a, b]): [number, number][] => {
    if (letter === letter?.toUpperCase() && letter) [x, y] = [Number(a), Number(b)];
    else [x, y] = [x + Number(a), y + Number(b)];
    return [[x, y]];
  });
}
