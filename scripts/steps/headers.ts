/*
 * HTTP headers that the site wants from its host: the one list, sent by scripts/serve.ts and written to _headers for hosts that read it.
 * The content security policy itself is in each page (svelte.config.js), with the hashes of that page's own script; a <meta> cannot forbid
 * framing, so that part is here. Strict-Transport-Security is left to whoever runs the domain: it binds every site of it.
 */
export type Headers = Readonly<Record<string, string>>;

const EVERY_FILE: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // the site asks for none of these; what it does use (clipboard, full screen) is asked for at a click
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin'
};
const NOT_FRAMED: Headers = { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Frame-Options': 'DENY' };
const FRAMED: Headers = { 'Content-Security-Policy': 'frame-ancestors *' };
/** Files named after their content never change; everything else is asked for again, and answered by “not modified”. */
const FOREVER: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const ASK_AGAIN: Headers = { 'Cache-Control': 'no-cache' };
/** Share cards keep their name when the facts change, and nobody minds one of yesterday. */
const FOR_A_DAY: Headers = { 'Cache-Control': 'public, max-age=86400' };
/** Anyone's page may read the published data. */
const OPEN_DATA: Headers = { 'Access-Control-Allow-Origin': '*' };

const isEmbed = (path: string): boolean => /^\/([a-z]{2}\/)?embed(\/|$)/.test(path);
const isCard = (path: string): boolean => path.startsWith('/cards/');
const isImmutable = (path: string): boolean => path.startsWith('/_app/immutable/');

/** @param path of a file or page below the site's root, from a slash on @returns the headers it is to be sent with */
export const headersFor = (path: string): Headers => ({
  ...EVERY_FILE,
  ...(isImmutable(path) ? FOREVER : isCard(path) ? FOR_A_DAY : ASK_AGAIN),
  ...(path.startsWith('/data/v1/') ? OPEN_DATA : {}),
  ...(isEmbed(path) ? FRAMED : NOT_FRAMED)
});

/**
 * The same as a `_headers` file, as Netlify, Cloudflare Pages and others read it. They add up the rules that fit a path and cannot all take one
 * back, so framing is forbidden folder by folder, leaving out /embed/.
 * @param pages HTML files below the site's root, e.g. "en/zones/x/index.html"
 * @param base path under which the site is served; empty at the root
 */
export function headersFile(pages: readonly string[], base = ''): string {
  // start pages by themselves: the folder of a language holds its own /embed/
  const paths = pages.map((page) => {
    const [, language = '', folder] = /^([a-z]{2}\/)?(?:([^/]+)\/)?[^]*$/.exec(page) ?? [];
    return folder ? `/${language}${folder}/*` : `/${page.replace(/index\.html$/, '')}`;
  });
  const framing = [...new Set(paths)].filter((path) => !isEmbed(path)).sort();
  const block = (path: string, headers: Headers) => [`${base}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    block('/*', EVERY_FILE),
    block('/_app/immutable/*', FOREVER),
    block('/cards/*', FOR_A_DAY),
    block('/service-worker.js', ASK_AGAIN),
    block('/data/v1/*', OPEN_DATA),
    ...framing.map((path) => block(path, NOT_FRAMED)),
    ''
  ].join('\n\n');
}
