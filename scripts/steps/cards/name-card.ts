import type { MadeCard } from './make-cards';

/** px, as the cards are drawn (src/lib/site/cards). */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const attributeOf = (tag: string | undefined): string | undefined => (tag === undefined ? undefined : /\scontent="([^"]*)"/.exec(tag)?.[1]);

/** What a page's meta says of a property. */
export const metaContent = (html: string, property: string): string | undefined =>
  attributeOf(html.match(/<meta\s[^>]*>/g)?.find((tag) => tag.includes(`"${property}"`)));

/** The card of a page: its own, or the site's; undefined for the page that stands in for any other. @param page file below the site's root */
export function cardOf(page: string, cards: ReadonlyMap<string, MadeCard>): MadeCard | undefined {
  if (page === '404.html') return undefined;
  const [, english, path = ''] = /^(en\/)?(?:(.*)\/)?index\.html$/.exec(page) ?? [];
  const language = english ? 'en' : 'zh';
  return cards.get(`${language}/${path}`) ?? cards.get(`${language}/site`);
}

/**
 * A page's HTML that names its card for whoever shows a link to it. Done to the finished page, as no reader's browser has a use for it: the
 * scripts that draw the page need not know of it.
 * @param base path that the site is served under
 */
export function nameCard(html: string, { file, alt }: MadeCard, base: string): string {
  const path = `${base}/${file}`;
  const here = metaContent(html, 'og:url');
  // whole where the page's own address is
  const image = here && /^https?:/.test(here) ? new URL(path, here).href : path;
  const tags = [
    `<meta property="og:image" content="${escape(image)}">`,
    '<meta property="og:image:type" content="image/png">',
    `<meta property="og:image:width" content="${CARD_SIZE.width}">`,
    `<meta property="og:image:height" content="${CARD_SIZE.height}">`,
    `<meta property="og:image:alt" content="${escape(alt)}">`
  ].join('');
  return html.replace(/(<meta name="twitter:card" content=")summary"/, '$1summary_large_image"').replace('</head>', () => `${tags}</head>`);
}
