import { sharePieces } from '#lib/site/offline/bundle';
import type { OfflinePack } from '#lib/site/offline/bundle';
import { serveOffline } from '#lib/site/offline/worker';
import type { Connection, FetchEvent, MessageEvent, WorkerScope } from '#lib/site/offline/worker-scope';

const ORIGIN = 'https://site.example';

/** One build of a site: its pack and its hashed files, by path below the root. */
export type Build = Readonly<{ version: string; pages: Readonly<Record<string, string>>; files: Readonly<Record<string, string>> }>;

/** Cache storage as far as it is used, in memory; shared by the workers of a browser. */
function makeCaches(): CacheStorage {
  const stores = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      match: (path: string) => Promise.resolve(store.get(path)?.clone()),
      put: (path: string, response: Response) => Promise.resolve(void store.set(path, response))
    };
  };
  const caches = {
    keys: () => Promise.resolve([...stores.keys()]),
    open: (name: string) => Promise.resolve(open(name)),
    delete: (name: string) => Promise.resolve(stores.delete(name))
  };
  // the rest of the interface is not used
  return caches as unknown as CacheStorage;
}

/** A browser with pages open, and a host that serves one build, or none while the network is off. */
export class Browser {
  readonly caches = makeCaches();
  readonly fetched: string[] = [];
  readonly open = new Set<string>();
  readonly served = new Set<string>();
  host: Build | undefined;
  connection: Connection = {};

  constructor(readonly base = '') {}

  pack({ pages, files }: Build): OfflinePack {
    return { files: Object.keys(files), headers: { 'index.html': { 'X-Frame-Options': 'DENY' } }, ...sharePieces(new Map(Object.entries(pages))) };
  }

  fetch(input: Request | string): Promise<Response> {
    const path = new URL(typeof input === 'string' ? input : input.url, ORIGIN).pathname.slice(this.base.length + 1);
    if (!this.host) return Promise.reject(new TypeError('Failed to fetch'));
    this.fetched.push(path);
    const { host } = this;
    const text =
      path === `offline/${host.version}.json` ? JSON.stringify(this.pack(host)) : (host.files[path] ?? host.pages[path.replace(/(^|\/)$/, '$1index.html')]);
    return Promise.resolve(text === undefined ? new Response('none', { status: 404 }) : new Response(`${text}`));
  }

  /** The worker of a build, not installed yet. */
  worker(version: string) {
    const listeners = new Map<string, (event: never) => void>();
    const clients = (ids: Iterable<string>) => Promise.resolve([...ids].map((id) => ({ id })));
    const scope: WorkerScope = {
      caches: this.caches,
      location: { origin: ORIGIN },
      navigator: { connection: this.connection },
      clients: {
        matchAll: (options) => clients(options?.includeUncontrolled ? this.open : this.served),
        claim: () => Promise.resolve(this.open.forEach((id) => this.served.add(id)))
      },
      fetch: (input) => this.fetch(input),
      skipWaiting: () => Promise.resolve(),
      addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener)
    };
    serveOffline(scope, { base: this.base, version });
    const run = async (type: string, event: object): Promise<void> => {
      const work: Promise<unknown>[] = [];
      listeners.get(type)?.({ ...event, waitUntil: (promise: Promise<unknown>) => work.push(promise) } as never);
      await Promise.all(work);
    };
    return {
      install: () => run('install', {}),
      activate: () => run('activate', {}),
      say: (client: string, data: unknown) => run('message', { data, source: { id: client } } satisfies Pick<MessageEvent, 'data' | 'source'>),
      /** Ask as a page does; without a client, as a page that is being opened. @returns what the worker answers, undefined if it leaves the request alone */
      ask: async (path: string, client = '', init: RequestInit = {}): Promise<Response | undefined> => {
        let answer: Promise<Response> | undefined;
        const request = new Request(new URL(/^(https:|\/)/.test(path) ? path : `${this.base}/${path}`, ORIGIN), init);
        if (!client) Object.defineProperty(request, 'mode', { value: 'navigate' });
        await run('fetch', { request, clientId: client, respondWith: (given) => void (answer = given) } satisfies Pick<
          FetchEvent,
          'request' | 'clientId' | 'respondWith'
        >);
        return answer;
      }
    };
  }
}
