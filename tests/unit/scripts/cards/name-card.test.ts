import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardOf, metaContent, nameCard } from '../../../../scripts/steps/cards/name-card';
import { palettePng } from '../../../../scripts/steps/cards/palette-png';
import { checkCards } from '../../../../scripts/steps/site/check-cards';
import { temporaryDir } from '../pack/support';

const page = (url: string) => `<html><head><meta property="og:url" content="${url}"><meta name="twitter:card" content="summary"></head><body></body></html>`;
const CARD = { file: 'cards/zh/zones/x.png', alt: '甲 & "乙"' };
const cards = new Map(['zh/site', 'en/site', 'zh/zones/x', 'en/zones/x'].map((name) => [name, { file: `cards/${name}.png`, alt: name }] as const));
const blank = await palettePng(new Uint8Array(4 * 1200 * 630), 1200, 630);
const small = await palettePng(new Uint8Array(4 * 600 * 315), 600, 315);

describe('the card of a page', () => {
  it.each([
    ['zones/x/index.html', 'cards/zh/zones/x.png'],
    ['en/zones/x/index.html', 'cards/en/zones/x.png'],
    ['index.html', 'cards/zh/site.png'],
    ['en/index.html', 'cards/en/site.png'],
    ['match/index.html', 'cards/zh/site.png'],
    ['en/zones/unknown/index.html', 'cards/en/site.png']
  ])('%s: %s', (name, file) => {
    expect(cardOf(name, cards)?.file).toBe(file);
  });

  it('the page for what does not exist has none', () => {
    expect(cardOf('404.html', cards)).toBeUndefined();
  });

  it('is named with its size and its words, by its whole address where the page has one', () => {
    const html = nameCard(page('https://me.cn/c/zones/x/'), CARD, '/c');
    expect(metaContent(html, 'og:image')).toBe('https://me.cn/c/cards/zh/zones/x.png');
    expect(metaContent(html, 'og:image:width')).toBe('1200');
    expect(metaContent(html, 'og:image:height')).toBe('630');
    expect(metaContent(html, 'twitter:card')).toBe('summary_large_image');
    expect(html).toContain('content="甲 &#38; &#34;乙&#34;"></head>');
    expect(metaContent(nameCard(page('/c/zones/x/'), CARD, '/c'), 'og:image')).toBe('/c/cards/zh/zones/x.png');
  });
});

describe('the check of a built site', () => {
  function site(files: Readonly<Record<string, string | Buffer>>): string {
    const dir = temporaryDir();
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), content);
    }
    return dir;
  }
  const named = nameCard(page('https://me.cn/c/zones/x/'), CARD, '/c');

  it('is content with a page whose card is there', () => {
    expect(checkCards(site({ 'zones/x/index.html': named, 'cards/zh/zones/x.png': blank }), '/c', 'https://me.cn')).toEqual([]);
  });

  it.each([
    ['no card named', { 'zones/x/index.html': page('/zones/x/') }, 'its card is not named'],
    [
      'the card of the site instead of its own',
      { 'zones/x/index.html': nameCard(page('/c/zones/x/'), { ...CARD, file: 'cards/zh/site.png' }, '/c') },
      'not /c/cards/zh/zones/x.png'
    ],
    ['another language', { 'en/zones/x/index.html': nameCard(page('/c/en/zones/x/'), CARD, '/c') }, 'not /c/cards/en/zones/x.png'],
    ['a relative address, where the site has one', { 'zones/x/index.html': nameCard(page('/c/zones/x/'), CARD, '/c') }, 'its card is /c/cards/zh/zones/x.png'],
    ['a card that is not there', { 'zones/x/index.html': named }, 'cards/zh/zones/x.png: is not there'],
    ['one of another size', { 'zones/x/index.html': named, 'cards/zh/zones/x.png': small }, 'is not a PNG of 1200 × 630'],
    ['one that is too heavy', { 'zones/x/index.html': named, 'cards/zh/zones/x.png': Buffer.concat([blank, Buffer.alloc(80_000)]) }, 'more than 80'],
    ['no words', { 'zones/x/index.html': nameCard(page('https://me.cn/c/zones/x/'), { ...CARD, alt: '' }, '/c') }, 'no words'],
    ['no pages', {}, 'no page has a card']
  ])('complains of %s', (_, files, complaint) => {
    expect(checkCards(site(files), '/c', 'https://me.cn').join('\n')).toContain(complaint);
  });
});
