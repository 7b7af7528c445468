import { resolve } from '$app/paths';
import { localizeHref } from '#lib/paraglide/runtime';
import { siteAddress } from '#lib/design/page/site-address';
import { settings } from '#lib/design/page/settings';
import { expand, sitemap } from '#lib/site/prerender/sitemap';

export const prerender = true;

type Loader = () => Promise<{ entries?: () => Record<string, string>[] | Promise<Record<string, string>[]> }>;

// the embedded map is no page to be found by itself
const pages = Object.keys(import.meta.glob(['../**/+page.svelte', '!../embed/**']));
const loaders = import.meta.glob('../**/+page.server.ts') as Record<string, Loader>;

/** Paths of all pages: those of a route with parameters are the ones that the route itself lists for prerendering. */
async function paths(): Promise<string[]> {
  const lists = pages.map(async (file) => {
    const folder = file.slice('..'.length, -'/+page.svelte'.length);
    const entries = folder.includes('[') ? ((await loaders[`..${folder}/+page.server.ts`]?.())?.entries ?? (() => [])) : () => [{}];
    return (await entries()).map((entry) => expand(folder, entry));
  });
  return (await Promise.all(lists)).flat().sort();
}

export async function GET() {
  const address = (locale: 'zh' | 'en') => (path: string) => siteAddress(localizeHref(resolve(path as '/'), { locale }));
  const xml = sitemap(await paths(), { 'zh-CN': address('zh'), en: address('en') }, settings.siteUrl === undefined);
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
}
