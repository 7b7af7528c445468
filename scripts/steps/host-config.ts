import { headersFor } from './headers';
import type { Headers } from './headers';

/*
 * Settings for hosts that serve the built site: precompressed files, headers by the one list in headers.ts, types that older hosts do not know,
 * 404.html for what does not exist. Ranges, which tiles need, both servers give by themselves.
 */

/** Types that hosts of some age do not know; a module of another type is not run, JSON of another type not compressed on the way. */
const TYPES: Readonly<Record<string, string>> = {
  mjs: 'text/javascript',
  geojson: 'application/geo+json',
  topojson: 'application/json',
  webmanifest: 'application/manifest+json',
  ics: 'text/calendar',
  pmtiles: 'application/octet-stream'
};

type Rule = Readonly<{ pattern: string; headers: Headers }>;

/** Folders that are sent with headers of their own, as regular expressions of paths below the base; the rest come last. */
const rules = (): Rule[] => [
  { pattern: '/_app/immutable/', headers: headersFor('/_app/immutable/any.js') },
  { pattern: '/cards/', headers: headersFor('/cards/any.png') },
  { pattern: '/data/v1/', headers: headersFor('/data/v1/index.json') },
  { pattern: '/([a-z][a-z]/)?embed/', headers: headersFor('/embed/') },
  { pattern: '/', headers: headersFor('/') }
];

/** Where the site is, for the configuration: folder of the built files and the port to listen on. */
export type Host = Readonly<{ root: string; port: number; base: string }>;

/**
 * A server block for nginx 1.18 and newer, to be included within `http`.
 * @param brotli the server has ngx_brotli (Debian: libnginx-mod-http-brotli-static)
 */
export function nginxConfig({ root, port, base }: Host, brotli: boolean): string {
  const block = ({ pattern, headers }: Rule): string => {
    const lines = Object.entries(headers).map(([name, value]) => `    add_header ${name} "${value.replaceAll('"', '\\"')}" always;`);
    const path = pattern === '/' ? `${base}/` : `~ ^${base}${pattern}`;
    return `  location ${path} {\n${lines.join('\n')}\n    try_files $uri $uri/index.html =404;\n  }`;
  };
  return `# the files of build/ in ${root}${base}
server {
  listen ${port};
  root ${root};
  index index.html;
  charset utf-8;
  charset_types text/css text/plain text/csv text/javascript application/javascript application/json application/geo+json image/svg+xml;
  server_tokens off;

  gzip_static on;
  ${brotli ? 'brotli_static on;' : '# brotli_static on;  # with ngx_brotli'}

  include mime.types;
  types {
${Object.entries(TYPES)
  .map(([extension, type]) => `    ${type} ${extension};`)
  .join('\n')}
  }

  error_page 404 ${base}/404.html;

  # a page without its slash; relative, so that it holds behind a proxy too
  absolute_redirect off;
  if (-d $request_filename) {
    rewrite ^(.*[^/])$ $1/ permanent;
  }

${rules().map(block).join('\n')}
}
`;
}

/** A Caddyfile for Caddy 2.6 and newer, plain HTTP: TLS is the proxy's in front, or put the domain in the place of the port. */
export function caddyConfig({ root, port, base }: Host): string {
  const header = (headers: Headers) => Object.entries(headers).map(([name, value]) => `\t\t\t${name} "${value.replaceAll('"', '\\"')}"`);
  const handle = ({ pattern, headers }: Rule, i: number): string => {
    const matcher = pattern === '/' ? '' : `\t@part${i} path_regexp ^${pattern}\n`;
    return `${matcher}\thandle ${pattern === '/' ? '' : `@part${i} `}{\n\t\theader {\n${header(headers).join('\n')}\n\t\t}\n\t\timport files\n\t}`;
  };
  const types = Object.entries(TYPES).map(([extension, type]) => `\t@${extension} path *.${extension}\n\theader @${extension} Content-Type ${type}`);
  const site = `${types.join('\n')}\n${rules().map(handle).join('\n')}`;
  return `{
\tadmin off
\tauto_https off
}
(files) {
\tfile_server {
\t\tprecompressed br gzip
\t}
}
:${port} {
\troot * ${root}
\thandle_errors {
\t\theader {
${header(headersFor('/404.html')).join('\n')}
\t\t}
\t\trewrite * /404.html
\t\timport files
\t}
${base ? `\tredir ${base} ${base}/ 308\n\thandle_path ${base}/* {\n${site.replace(/^/gm, '\t')}\n\t}\n\thandle {\n\t\terror 404\n\t}\n` : `${site}\n`}}
`;
}
