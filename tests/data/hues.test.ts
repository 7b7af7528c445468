import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Layout, Zone } from '#lib/schema/atlas';
import { OWN_COLOURS } from '#lib/features/own-data/layer';
import { ciede2000, seen, VISIONS } from './colour-difference';
import type { Vision } from './colour-difference';

const read = <T>(name: string): T => JSON.parse(readFileSync(`static/data/v1/${name}.json`, 'utf8')) as T;
const layouts = read<Layout[]>('layouts');
const zones = read<Zone[]>('zones');
const css = readFileSync('src/lib/design/tokens/tokens.css', 'utf8');
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** A colour of tokens.css. */
function token(name: string, scheme: Scheme): string {
  const [, light = '', dark = ''] = new RegExp(`^\\s*--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, 'm').exec(css) ?? [];
  const value = scheme === 'light' ? light : dark;
  if (!value) throw new Error(`tokens.css has no colour --${name}`);
  return value;
}
const distance = (a: string, b: string, vision: Vision) => ciede2000(seen(a, vision), seen(b, vision));
const mixed = (a: string, b: string, share: number) =>
  `#${[1, 3, 5]
    .map((at) =>
      Math.round(parseInt(a.slice(at, at + 2), 16) * share + parseInt(b.slice(at, at + 2), 16) * (1 - share))
        .toString(16)
        .padStart(2, '0')
    )
    .join('')}`;
const zonesOf = ({ id }: Layout) => zones.filter((zone) => zone.layout === id && zone.units.length > 0);

describe('the difference of colours', () => {
  // from the test data that Sharma, Wu and Dalal publish with the formula
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082]
  ] as const)('of %j and %j is %d', (a, b, expected) => {
    expect(ciede2000(a, b)).toBeCloseTo(expected, 4);
    expect(ciede2000(b, a)).toBeCloseTo(expected, 4);
  });
});

// overlapping tasks and lists of sites do not divide the ground: one zone at a time is filled, when it is pointed at
describe.each(layouts.filter(({ kind }) => kind === 'spatial' || kind === 'pairs').map((layout) => [layout.id, layout] as const))(
  'the zones of %s',
  (id, layout) => {
    test.each(SCHEMES)('are told apart by their tints, with any colour vision, in the %s scheme', (scheme) => {
      for (const vision of VISIONS) {
        const all = zonesOf(layout).flatMap((a, i, list) =>
          list
            .slice(i + 1)
            .map((b) => ({ pair: `${a.id} / ${b.id}`, far: distance(token(`hue-${a.hue}-tint`, scheme), token(`hue-${b.hue}-tint`, scheme), vision) }))
        );
        const least = all.reduce((best, one) => (one.far < best.far ? one : best));
        console.log(`${id}, ${scheme}, ${vision}: ${least.far.toFixed(1)} (${least.pair})`);
        expect(least.far, least.pair).toBeGreaterThanOrEqual(vision === 'normal' ? 15 : 8);
      }
    });

    test.each(SCHEMES)('are never taken for water or land in the %s scheme', (scheme) => {
      for (const zone of zonesOf(layout))
        for (const ground of ['map-sea', 'map-water', 'map-land'] as const) {
          const far = distance(token(`hue-${zone.hue}-tint`, scheme), token(ground, scheme), 'normal');
          expect(far, `${zone.id} and ${ground}`).toBeGreaterThanOrEqual(9);
        }
    });
  }
);

describe('hues', () => {
  test('are each zone’s own within its layout, marks too', () => {
    for (const layout of layouts) {
      const own = zonesOf(layout);
      for (const of of [({ hue }: Zone) => hue, ({ mark }: Zone) => mark.zh, ({ mark }: Zone) => mark.en])
        expect(new Set(own.map(of)).size, layout.id).toBe(own.length);
    }
  });

  test('mean a core everywhere or nowhere, and no two parts of the two main layouts', () => {
    expect(zones.filter(({ tier, hue }) => (tier === 'core') !== hue.startsWith('core')).map(({ id }) => id)).toEqual([]);
    const main = zones.filter(({ layout, tier }) => ['hz-one-core-four-parks', 'zj-one-core-two-belts-two-circles'].includes(layout) && tier !== 'core');
    expect(new Set(main.map(({ hue }) => hue)).size).toBe(main.length);
  });

  test.each(SCHEMES)('carry marks that can be read in the %s scheme', (scheme) => {
    const luminance = (hex: string) => ((seen(hex, 'normal')[0] + 16) / 116) ** 3;
    const contrast = (a: string, b: string) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
    for (const hue of new Set(zones.map((zone) => zone.hue))) {
      expect(contrast(token(`hue-${hue}`, scheme), token('paper', scheme)), hue).toBeGreaterThanOrEqual(4.5);
      // the light mark's ground: 45 % of the tint over paper
      expect(contrast(token(`hue-${hue}`, scheme), mixed(token(`hue-${hue}-tint`, scheme), token('paper', scheme), 0.45)), hue).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('colours of a reader’s own tables', () => {
  const own = [...css.matchAll(/--(own-\d):/g)].flatMap(([, name]) => name ?? []);

  test('are as many as there are layers to colour', () => {
    expect(own).toEqual(Array.from({ length: OWN_COLOURS }, (_, i) => `own-${i + 1}`));
  });

  test.each(SCHEMES)('are told apart, with any colour vision, in the %s scheme', (scheme) => {
    for (const vision of VISIONS)
      for (const [i, a] of own.entries())
        for (const b of own.slice(i + 1))
          expect(distance(token(a, scheme), token(b, scheme), vision), `${a} / ${b}, ${vision}`).toBeGreaterThanOrEqual(vision === 'normal' ? 15 : 8);
  });

  test.each(SCHEMES)('are taken neither for a zone nor for land or water in the %s scheme', (scheme) => {
    const grounds = ['map-sea', 'map-water', 'map-land', 'map-context', ...[...css.matchAll(/--(hue-[\w-]+-tint):/g)].flatMap(([, name]) => name ?? [])];
    for (const name of own)
      for (const ground of grounds) expect(distance(token(name, scheme), token(ground, scheme), 'normal'), `${name} and ${ground}`).toBeGreaterThanOrEqual(12);
  });
});
