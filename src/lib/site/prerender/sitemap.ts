import { escapeXml } from './escape-xml';

type Addresses = Readonly<Record<string, (path: string) => string>>;

/** Path of a route's folder with its parameters filled in, e.g. “/zones/[id]” → “/zones/x/”; groups like “(app)” do not show. */
export function expand(folder: string, entry: Readonly<Record<string, string>>): string {
  const parts = folder.split('/').filter((part) => part !== '' && !/^\(.+\)$/.test(part));
  const filled = parts.map((part) => part.replace(/^\[+(?:\.\.\.)?([^\]=]+)(?:=[^\]]+)?\]+$/, (_, name: string) => entry[name] ?? ''));
  return `/${filled
    .filter(Boolean)
    .map((part) => `${part}/`)
    .join('')}`;
}

/**
 * Sitemap of pages that exist in each language, each entry with all its alternates.
 * @param addresses by BCP 47 tag, how a path is addressed in that language; the first is the default one
 * @param relative the site's own address is not known: search engines want it, and are told so in a remark
 */
export function sitemap(paths: readonly string[], addresses: Addresses, relative: boolean): string {
  const [fallback] = Object.values(addresses);
  const link = (tag: string, href: string) => `    <xhtml:link rel="alternate" hreflang="${tag}" href="${escapeXml(href)}"/>`;
  const url = (path: string, own: string) =>
    [
      '  <url>',
      `    <loc>${escapeXml(own)}</loc>`,
      ...Object.entries(addresses).map(([tag, at]) => link(tag, at(path))),
      ...(fallback ? [link('x-default', fallback(path))] : []),
      '  </url>'
    ].join('\n');
  const entries = paths.flatMap((path) => Object.values(addresses).map((at) => url(path, at(path))));
  const remark = relative ? '<!-- Addresses are relative: build with PUBLIC_SITE_URL set to the address that the site is published at. -->\n' : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
${remark}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}
