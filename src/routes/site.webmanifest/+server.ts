import { asset, resolve } from '$app/paths';
import * as m from '#lib/paraglide/messages';
import { localizeHref } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';
import { languageTag, local } from '#lib/design/page/local';

export const prerender = true;

/** Makes the site installable, once in each language: the pack's name, the site's marks. */
export function GET() {
  const { title, description } = readAtlas().index;
  const start = localizeHref(resolve('/'));
  const icon = (name: string, sizes: string, purpose: 'any' | 'maskable') => ({ src: asset(`/icons/${name}`), sizes, type: 'image/png', purpose });
  const manifest = {
    id: start,
    name: local(title),
    short_name: m.site_name(),
    description: local(description),
    lang: languageTag(),
    start_url: start,
    // the language can be changed inside
    scope: resolve('/'),
    display: 'standalone',
    // --brand and --paper of theme/tokens.css, which a manifest cannot read
    theme_color: '#0b5563',
    background_color: '#ffffff',
    categories: ['business', 'government', 'navigation'],
    icons: [
      { src: asset('/icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('maskable-192.png', '192x192', 'maskable'),
      icon('maskable-512.png', '512x512', 'maskable')
    ]
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
}
