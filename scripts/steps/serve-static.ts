import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor } from './headers';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serve a built site as a static host does: precompressed files where there are any, `/page` sent on to `/page/`,
 * 404.html with status 404 for what does not exist, and the headers that a host is asked for.
 * @param dir the built site
 * @param base path under which it is served, e.g. "/clusters"; empty at the root
 * @param otherwise what answers, instead of 404.html, where there is no file; it gets the path and query below the base
 */
export function serveStatic(dir: string, base = '', otherwise?: (request: IncomingMessage, response: ServerResponse, path: string) => void): Handler {
  const files = sirv(dir, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
    }
  });
  const missing = async (response: ServerResponse): Promise<void> => {
    const page = await readFile(join(dir, '404.html')).catch(() => 'Not found');
    response.writeHead(404, { ...headersFor('/404.html'), 'content-type': 'text/html;charset=utf-8' }).end(page);
  };
  return (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (base && pathname !== base && !pathname.startsWith(`${base}/`)) return void missing(response);
    const path = pathname.slice(base.length) || '/';
    const isPage = existsSync(join(dir, safeDecode(path), 'index.html'));
    if (isPage && !pathname.endsWith('/')) return void response.writeHead(308, { location: `${pathname}/${search}` }).end();
    request.url = `${path}${search}`;
    files(request, response, () => void (otherwise ? otherwise(request, response, `${path}${search}`) : missing(response)));
  };
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
