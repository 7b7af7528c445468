import { servedAt, textOf } from './bundle';
import type { OfflinePack } from './bundle';

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Which build answers, and pages of other builds that are still open, by client id; '' for one whose build is unknown. */
export type Standing = Readonly<{ active: string | undefined; guests: Readonly<Record<string, string>> }>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
  js: 'text/javascript'
};
/** Requests at a time: the page itself goes first. */
const AT_ONCE = 4;

/**
 * Copies of builds in the browser's cache storage, one cache each. A copy counts only when it is complete.
 * Other sites may lie under other paths of the same origin: only caches named after this site's root are touched.
 */
export class Copies {
  readonly #caches: CacheStorage;
  readonly #base: string;
  readonly #prefix: string;
  /** found complete before: asked at every request */
  readonly #complete = new Set<string>();

  /** @param base the site's root, without a slash at the end */
  constructor(caches: CacheStorage, base: string) {
    this.#caches = caches;
    this.#base = base;
    this.#prefix = `site ${base}/ `;
  }

  async versions(): Promise<string[]> {
    return (await this.#caches.keys()).filter((name) => name.startsWith(this.#prefix)).map((name) => name.slice(this.#prefix.length));
  }

  async isComplete(version: string): Promise<boolean> {
    if (this.#complete.has(version)) return true;
    // opening a cache would make it
    const complete = (await this.versions()).includes(version) && (await this.find(version, this.#mark)) !== undefined;
    if (complete) this.#complete.add(version);
    return complete;
  }

  /** What a copy has for a path. @returns undefined if it has nothing */
  async find(version: string, path: string): Promise<Response | undefined> {
    return (await this.#caches.open(this.#prefix + version)).match(path, { ignoreVary: true });
  }

  /** A file that never changes under its name is the same in every build that has it. */
  async findAnywhere(path: string): Promise<Response | undefined> {
    for (const version of await this.versions()) {
      const found = await this.find(version, path);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * Make the copy of a build, from older copies where they have the file. If that fails, nothing is left of it.
   * @throws if a file cannot be fetched or there is no room
   */
  async fill(version: string, fetchFile: Fetch): Promise<void> {
    if (await this.isComplete(version)) return;
    try {
      const fetchOk = async (url: string): Promise<Response> => {
        const response = await fetchFile(url, { priority: 'low' });
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        return response;
      };
      const pack = (await (await fetchOk(`${this.#base}/offline/${version}.json`)).json()) as OfflinePack;
      const cache = await this.#caches.open(this.#prefix + version);
      const waiting = [...pack.files];
      const take = async (): Promise<void> => {
        for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
          const path = `${this.#base}/${file}`;
          await cache.put(path, (await this.findAnywhere(path)) ?? (await fetchOk(path)));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, take));
      for (const file of Object.keys(pack.texts)) {
        const headers = { 'content-type': TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain', ...pack.headers[file] };
        await cache.put(servedAt(this.#base, file), new Response(textOf(pack, file), { headers }));
      }
      await cache.put(this.#mark, new Response(version));
    } catch (error) {
      await this.#drop(version);
      throw error;
    }
  }

  async keepOnly(wanted: Iterable<string | undefined>): Promise<void> {
    const kept = new Set(wanted);
    for (const version of await this.versions()) if (!kept.has(version)) await this.#drop(version);
  }

  /** What was noted by `note`; an unreadable note is none. */
  async standing(): Promise<Standing> {
    try {
      const noted: unknown = await (await (await this.#caches.open(this.#notes)).match(this.#mark))?.json();
      if (typeof noted === 'object' && noted !== null && 'active' in noted && 'guests' in noted) return noted as Standing;
    } catch {
      // damaged: begin again
    }
    return { active: undefined, guests: {} };
  }

  async note(standing: Standing): Promise<void> {
    await (await this.#caches.open(this.#notes)).put(this.#mark, new Response(JSON.stringify(standing)));
  }

  async #drop(version: string): Promise<void> {
    this.#complete.delete(version);
    await this.#caches.delete(this.#prefix + version);
  }

  /** not a path of the site */
  get #mark(): string {
    return `${this.#base}/offline/complete`;
  }

  get #notes(): string {
    return `notes ${this.#base}/`;
  }
}
