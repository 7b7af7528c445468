import { resolve } from '$app/paths';
import { languageTag } from '#lib/design/page/local';
import { siteAddress } from '#lib/design/page/site-address';
import { localizeHref } from '#lib/paraglide/runtime';
import { toAtom } from '#lib/site/prerender/atom';
import { calendar } from '#lib/site/prerender/calendar';

export const prerender = true;

/** The same days as a feed: an end is told of 90 days before. */
export const GET = () =>
  new Response(toAtom(calendar(), siteAddress(localizeHref(resolve('/feed.xml'))), languageTag()), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' }
  });
