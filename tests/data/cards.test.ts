import { afterAll, describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { placesWithPage } from '#lib/atlas/related-places';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { drawCards } from '#lib/site/cards/all-cards';
import { readAtlas, readStories } from '#lib/site/prerender/read-data';
import { Letters, textsOf } from '../../scripts/steps/cards/letters';
import { drawCard } from '../../scripts/steps/cards/make-cards';
import { pngSize } from '../../scripts/steps/cards/palette-png';
import { readSvg } from '../unit/map/picture/read-svg';
import type { Drawn } from '../unit/map/picture/read-svg';

/* The cards that go with shared links, of all pages that have one, as they are drawn from the built facts. */
const letters = new Letters();
const data = readAtlas();
const LANGUAGES = ['zh', 'en'] as const;
const WIDTH = 1200;
const HEIGHT = 630;
/** Kept free for programs that cut the edges, px; what hangs below a foot line's letters may reach into it. */
const EDGE = 48;
/** Where the map begins, px. */
const MAP = 604;

afterAll(() => overwriteGetLocale(() => 'zh'));

type Box = Readonly<{ text: string; left: number; right: number; top: number; bottom: number }>;
/** Where a text's letters are, by the font's own widths. */
function boxOf({ text, attributes }: Drawn, language: 'zh' | 'en'): Box {
  const size = Number(attributes['font-size']);
  const width = letters.width(text, size, attributes['font-weight'] === '700', language === 'en', Number(attributes['letter-spacing'] ?? 0));
  const [x, baseline] = [Number(attributes.x), Number(attributes.y)];
  const left = attributes['text-anchor'] === 'middle' ? x - width / 2 : x;
  return { text, left, right: left + width, top: baseline - size * 0.86, bottom: baseline + size * 0.14 };
}
const onEachOther = (boxes: readonly Box[]): string[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .flatMap((b) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1 ? [`${a.text} / ${b.text}`] : []
      )
  );

const drawn = Object.fromEntries(
  LANGUAGES.map((language) => {
    overwriteGetLocale(() => language);
    return [language, drawCards()];
  })
) as Record<(typeof LANGUAGES)[number], Record<string, string>>;

describe.each(LANGUAGES)('share cards in %s', (language) => {
  const cards = Object.entries(drawn[language]);

  it('there is one for every zone, unit, place with a page, sector, layout, story and document, and the site', () => {
    const paths = [
      'site',
      ...data.layouts.map(({ id }) => `layouts/${id}`),
      ...data.zones.map(({ id }) => `zones/${id}`),
      ...data.admin.filter(({ level }) => level !== 'province').map(({ adcode }) => `units/${adcode}`),
      ...placesWithPage(indexAtlas(data)).map(({ id }) => `places/${id}`),
      ...data.sectors.map(({ id }) => `sectors/${id}`),
      ...data.documents.map(({ id }) => `documents/${id}`),
      ...readStories().map(({ id }) => `stories/${id}`)
    ];
    expect(cards.map(([path]) => path).sort()).toEqual(paths.sort());
  });

  it('the font has every character of every card', () => {
    const all = new Letters();
    for (const [, svg] of cards) all.drawInto(svg);
    expect([...all.missing]).toEqual([]);
  });

  it('all words stand within the edges and beside the map, none on another', () => {
    for (const [path, svg] of cards) {
      const texts = readSvg(svg).filter(({ name }) => name === 'text');
      const words = texts.filter(({ within }) => within.includes('words')).map((text) => boxOf(text, language));
      expect(words.length, path).toBeGreaterThan(3);
      const outside = words.filter(({ left, right, top, bottom }) => left < EDGE || right > MAP - 10 || top < EDGE || bottom > HEIGHT - EDGE);
      expect(outside, path).toEqual([]);
      expect(onEachOther(words), path).toEqual([]);
      const onMap = texts.filter(({ within }) => within.includes('map')).map((text) => boxOf(text, language));
      expect(onMap.length, path).toBeGreaterThan(0);
      expect(
        onMap.filter(({ left, right, top, bottom }) => left < 0 || right > WIDTH - MAP || top < 0 || bottom > HEIGHT),
        path
      ).toEqual([]);
      expect(onEachOther(onMap), path).toEqual([]);
    }
  });

  it('a card is of the page’s language, and never counts days', () => {
    for (const [path, svg] of cards) {
      expect(svg, path).toContain(`xml:lang="${language === 'zh' ? 'zh-CN' : 'en'}"`);
      const words = [...textsOf(svg), /<title>([^<]*)/.exec(svg)?.[1] ?? ''].join(' ');
      if (language === 'en') expect(words, path).not.toMatch(/[\p{Script=Han}\u3001-\u303f\uff00-\uff60]/u);
      expect(words, path).not.toMatch(/\d+ ?(天|days)\b/);
      // the day that the standings are of
      expect(words.replaceAll(' ', ''), path).toContain(data.index.statusAsOf.slice(0, 4));
    }
  });

  it('becomes a picture of the size that is asked for, with the font’s letters on it', async () => {
    const svg = cards.find(([path]) => path.startsWith('zones/'))?.[1] ?? '';
    const png = await drawCard(svg, letters);
    expect(pngSize(png)).toEqual({ width: WIDTH, height: HEIGHT });
    expect(png.length).toBeLessThan(80_000);
  });
});

it('says what the facts say: a zone, its document’s standing, its own target, what is named for it', () => {
  const wordsOf = (path: string) =>
    textsOf(drawn.zh[path] ?? '')
      .join('')
      .replaceAll(' ', '');
  const zone = wordsOf('zones/h24-core-qiantang');
  for (const part of [
    '钱塘核心区',
    '杭州“一核四园多点”',
    '至2026年12月31日',
    '≥500亿元',
    '2026年目标',
    '点名的方向',
    '依据：杭州行动计划2024—2026',
    '无审图号'
  ])
    expect(zone).toContain(part);
  // what only an outside source says of the members is said to be so
  expect(wordsOf('zones/z22-belt-pharma')).toContain('成员出自外部资料');
  expect(wordsOf('documents/hz-2021-39')).toContain('已失效（2025年12月31日）');
});
