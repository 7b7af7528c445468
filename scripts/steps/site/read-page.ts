/** What a page's HTML has the browser load before anybody does anything, as addresses. */
export type PageLoads = Readonly<{ styles: readonly string[]; scripts: readonly string[]; others: readonly string[] }>;

const attribute = (tag: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s>"]+))`, 'i').exec(tag) ?? [];
  return (quoted ?? bare)?.replaceAll('&amp;', '&');
};

/** Read a page's style sheets, scripts (with all that is preloaded) and the rest of its links to files. */
export function pageLoads(html: string): PageLoads {
  const styles: string[] = [];
  const scripts: string[] = [];
  const others: string[] = [];
  for (const [tag] of html.matchAll(/<(?:link|script)\s[^>]*>/gi)) {
    const rel = attribute(tag, 'rel')?.toLowerCase() ?? '';
    const address = attribute(tag, /^<script/i.test(tag) ? 'src' : 'href');
    // a sheet that stands in the HTML itself is named once more, disabled, so that scripts know of it
    if (address === undefined || /\sdisabled[\s>=]/.test(tag)) continue;
    if (/^<script/i.test(tag) || rel === 'modulepreload') scripts.push(address);
    else if (rel === 'stylesheet') styles.push(address);
    else if (/^(icon|preload|manifest|apple-touch-icon)$/.test(rel)) others.push(address);
  }
  return { styles: [...new Set(styles)], scripts: [...new Set(scripts)], others: [...new Set(others)] };
}

/** Every address in a page's HTML: of links, pictures, frames, forms. */
export function addressesIn(html: string): string[] {
  const found = new Set<string>();
  for (const [tag] of html.matchAll(/<[a-z][^>]*\s(?:href|src|action|srcset|poster|data-src)=[^>]*>/gi))
    for (const name of ['href', 'src', 'action', 'poster', 'data-src']) {
      const address = attribute(tag, name);
      if (address !== undefined) found.add(address);
    }
  return [...found];
}
