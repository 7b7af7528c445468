import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import type { Server as SiteServer, SSRManifest } from '@sveltejs/kit';
import { headersFor } from './headers';
import { serveStatic } from './serve-static';
import type { Handler } from './serve-static';

/**
 * There is no offline copy here, and one that a browser has from another build at this address would hide this one:
 * this worker takes its place, deletes it and itself.
 */
const NO_COPY = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
  if (names.length > 0) for (const page of await self.clients.matchAll()) await page.navigate(page.url);
})()));
`;

/**
 * Serve a site that scripts/steps/on-demand-adapter.js has written: files as they are, pages drawn when they are asked for.
 * @param dir the folder with client/ and server/
 * @param base path under which it is served, e.g. "/clusters"; empty at the root
 */
export async function serveOnDemand(dir: string, base = ''): Promise<Handler> {
  const load = <T>(file: string) => import(pathToFileURL(resolve(dir, 'server', file)).href) as Promise<T>;
  const { Server } = await load<{ Server: new (manifest: SSRManifest) => SiteServer }>('index.js');
  const { manifest } = await load<{ manifest: SSRManifest }>('manifest.js');
  const site = new Server(manifest);
  const read = (file: string) => Readable.toWeb(createReadStream(join(dir, 'server', file))) as ReadableStream;
  await site.init({ env: process.env as Record<string, string>, read });

  const draw = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    // as on a static host, a page is the same whatever the query; requests for its data carry theirs
    request.url = /__data\.json(\?|$)/.test(path) ? `${base}${path}` : `${base}${path}`.replace(/\?[^]*/, '');
    const answer = await site.respond(await getRequest({ base: `http://${request.headers.host ?? 'localhost'}`, request }), {
      getClientAddress: () => request.socket.remoteAddress ?? ''
    });
    for (const [name, value] of Object.entries(headersFor(path))) {
      // the page's own policy goes with what only a header can say
      const own = name === 'Content-Security-Policy' ? answer.headers.get(name) : undefined;
      answer.headers.set(name, own ? `${own}; ${value}` : value);
    }
    await setResponse(response, answer);
  };
  const files = serveStatic(join(dir, 'client'), base, (request, response, path) => void draw(request, response, path));
  return (request, response) => {
    if (request.url?.split('?')[0] !== `${base}/service-worker.js`) return files(request, response);
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }).end(NO_COPY);
  };
}
