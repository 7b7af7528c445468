import { afterEach, describe, expect, it } from 'vitest';
import { schematicPicture } from '#lib/map/picture/schematic';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlas } from '../../features/pitch/deck/real-pitch';

/* A drawing without any boundary: tiles with names, apart from each other and inside the picture. */

const numberOf = (tag: string, name: string) => Number(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]);
const tilesOf = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*rx=[^>]*>/g)].map(
    ([tag]) => ['x', 'y', 'width', 'height'].map((name) => numberOf(tag, name)) as [number, number, number, number]
  );
const [width, height] = [1600, 900];
const draw = (layout: string, zones: readonly string[]) => schematicPicture(atlas, { layout, zones, width, height });
const wordsOf = (svg: string) => svg.replace(/<[^>]*>/g, '');

afterEach(() => overwriteGetLocale(() => 'zh'));

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  it('draws every layout of the pack as tiles that neither touch nor leave the picture, with their names and no other shape', () => {
    overwriteGetLocale(() => language);
    for (const { id, zones } of atlas.data.layouts) {
      const svg = draw(id, zones.slice(0, 8));
      const tiles = tilesOf(svg);
      expect(tiles.length, id).toBe(zones.length <= 12 ? zones.length : Math.min(8, zones.length));
      expect(svg, id).not.toMatch(/<path|<polygon|<image/);
      for (const [i, [x, y, w, h]] of tiles.entries()) {
        expect(x >= 0 && y >= 0 && x + w <= width && y + h <= height, id).toBe(true);
        for (const [x2, y2, w2, h2] of tiles.slice(i + 1)) expect(x + w <= x2 || x2 + w2 <= x || y + h <= y2 || y2 + h2 <= y, id).toBe(true);
      }
      for (const zone of zones.slice(0, 8))
        expect(wordsOf(svg).replace(/\s/g, ''), id).toContain(atlas.zone.get(zone)?.name[language].replace(/[\s&]/g, '').slice(0, 6));
    }
  });

  it('says that it is a drawing, and nothing of a map that may not be shown', () => {
    overwriteGetLocale(() => language);
    const words = wordsOf(draw('hz-one-core-four-parks', ['h24-core-qiantang']));
    expect(words).toContain(language === 'zh' ? '不表示边界' : 'no boundaries');
    expect(words).not.toMatch(/审图号|approval|internal use|仅供内部/);
  });
});

it('puts what lies in the east right of what lies in the west', () => {
  const svg = draw('hz-one-core-four-parks', ['h24-park-yuhang', 'h24-core-qiantang']);
  const at = (name: string) => Number(/x="([\d.]+)"/.exec(svg.slice(svg.lastIndexOf('<text', svg.lastIndexOf(name)), svg.lastIndexOf(name)))?.[1]);
  expect(at('余杭精准')).toBeLessThan(at('钱塘核心区'));
});

it('refuses a layout that it does not know', () => {
  expect(() => draw('nowhere', ['h24-core-qiantang'])).toThrow();
});
