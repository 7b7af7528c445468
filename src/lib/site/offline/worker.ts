import { Copies } from './copies';
import type { Standing } from './copies';
import { isFrugal } from './worker-scope';
import type { FetchEvent, WorkerScope } from './worker-scope';

/** What pages tell the worker. */
export type PageMessage =
  /** the reader wants the new build now */
  | Readonly<{ type: 'activate' }>
  /** a page of this build is open and not served by the worker yet */
  | Readonly<{ type: 'hello'; version: string }>;

type Site = Readonly<{ /** root of the site, without a slash at the end */ base: string; /** of the build that this worker belongs to */ version: string }>;

/**
 * Serves the site with the network off, and with it on the same build throughout: a page gets everything from the copy of the build
 * that it belongs to, or, where there is no complete copy, everything from the network. What the copy does not know (downloads,
 * tiles, ranges of files) passes through. Nothing that a page fetches is added to the copy: it is what the build put into it.
 */
export function serveOffline(scope: WorkerScope, { base, version }: Site): void {
  const copies = new Copies(scope.caches, base);
  let standing: Promise<Standing> | undefined;
  const readStanding = () => (standing ??= copies.standing());
  const note = async (next: Standing): Promise<void> => {
    standing = Promise.resolve(next);
    await copies.note(next);
  };
  const inUse = ({ active, guests }: Standing) => [version, active, ...Object.values(guests)];

  /** Fetch the copy, unless the reader saves data: then the new build works from the network. */
  async function install(): Promise<void> {
    if (!isFrugal(scope.navigator.connection)) await copies.fill(version, (url, init) => scope.fetch(url, init));
    await copies.keepOnly(inUse(await copies.standing()));
  }

  /** Pages that are open belong to the build before: they stay with it until they are left. */
  async function activate(): Promise<void> {
    const before = await copies.standing();
    const open = await scope.clients.matchAll({ includeUncontrolled: true });
    const guests = Object.fromEntries(open.map(({ id }) => [id, before.guests[id] ?? before.active ?? '']));
    await note({ active: version, guests });
    await copies.keepOnly(inUse({ active: version, guests }));
  }

  async function welcome(client: string, pageVersion: string): Promise<void> {
    if (!isFrugal(scope.navigator.connection)) await copies.fill(version, (url, init) => scope.fetch(url, init));
    if (pageVersion !== version) return;
    const { active, guests } = await readStanding();
    // whoever else is not served yet may be of any build
    const served = new Set((await scope.clients.matchAll()).map(({ id }) => id));
    const strangers = (await scope.clients.matchAll({ includeUncontrolled: true })).filter(({ id }) => !served.has(id));
    const next = { ...Object.fromEntries(strangers.map(({ id }) => [id, ''])), ...guests };
    await note({ active, guests: Object.fromEntries(Object.entries(next).filter(([id]) => id !== client)) });
    await scope.clients.claim();
  }

  /** Drop copies whose last page has been left. */
  async function tidy(): Promise<void> {
    const { active, guests } = await readStanding();
    if (Object.keys(guests).length === 0) return;
    const open = new Set((await scope.clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id));
    const left = { active, guests: Object.fromEntries(Object.entries(guests).filter(([id]) => open.has(id))) };
    if (Object.keys(left.guests).length === Object.keys(guests).length) return;
    await note(left);
    await copies.keepOnly(inUse(left));
  }

  async function answer({ request, clientId }: FetchEvent, path: string): Promise<Response> {
    const isPage = request.mode === 'navigate';
    const build = isPage ? version : ((await readStanding()).guests[clientId] ?? version);
    if (build === '' || !(await copies.isComplete(build))) return scope.fetch(request);
    const found = (await copies.find(build, path)) ?? (path.startsWith(`${base}/_app/immutable/`) ? await copies.findAnywhere(path) : undefined);
    if (found) return found;
    if (!isPage) return scope.fetch(request);
    // folders are pages; the facts of the many small ones are kept without their HTML, and the site's code draws them
    const shell = () => copies.find(build, `${base}/404.html`);
    const facts = await copies.find(build, `${path.replace(/\/?$/, '/')}__data.json`);
    if (facts && !path.endsWith('/')) return Response.redirect(request.url.replace(path, `${path}/`), 308);
    const page = facts && (await shell());
    if (page) return page;
    try {
      return await scope.fetch(request);
    } catch (error) {
      const instead = await shell();
      if (instead) return instead;
      throw error;
    }
  }

  scope.addEventListener('install', (event) => event.waitUntil(install()));
  scope.addEventListener('activate', (event) => event.waitUntil(activate()));
  scope.addEventListener('message', (event) => {
    const message = event.data as PageMessage | undefined;
    if (message?.type === 'activate') event.waitUntil(scope.skipWaiting());
    if (message?.type === 'hello' && event.source) event.waitUntil(welcome(event.source.id, message.version));
  });
  scope.addEventListener('fetch', (event) => {
    const { origin, pathname } = new URL(event.request.url);
    const ours = origin === scope.location.origin && (pathname === base || pathname.startsWith(`${base}/`));
    // part of a file is asked of the host; and what tells of a new build must not come from the old one
    if (!ours || event.request.method !== 'GET' || event.request.headers.has('range') || pathname === `${base}/_app/version.json`) return;
    event.respondWith(answer(event, pathname));
    if (event.request.mode === 'navigate') event.waitUntil(tidy());
  });
}
