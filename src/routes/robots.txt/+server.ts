import { resolve } from '$app/paths';
import { settings } from '#lib/design/page/settings';
import { siteAddress } from '#lib/design/page/site-address';

export const prerender = true;

/** All may be read. The sitemap is named only where its full address is known, as the standard asks. */
export function GET() {
  const lines = ['User-agent: *', 'Allow: /', ...(settings.siteUrl ? ['', `Sitemap: ${siteAddress(resolve('/sitemap.xml'))}`] : [])];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
