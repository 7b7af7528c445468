/*
 * The parts of a service worker's surroundings that are used here. TypeScript's DOM and WebWorker libraries
 * exclude each other in one program, and the rest of the site needs the DOM.
 */

type Extendable = { waitUntil(work: Promise<unknown>): void };

export type WindowClient = Readonly<{ id: string }>;

export type FetchEvent = Extendable &
  Readonly<{
    request: Request;
    /** the page that asks; empty for a page that is being opened */
    clientId: string;
    respondWith(answer: Promise<Response>): void;
  }>;

export type MessageEvent = Extendable & Readonly<{ data: unknown; source: WindowClient | null }>;

export type WorkerScope = {
  readonly caches: CacheStorage;
  readonly location: Readonly<{ origin: string }>;
  readonly navigator: Readonly<{ connection?: Connection }>;
  readonly clients: {
    matchAll(options?: { includeUncontrolled?: boolean }): Promise<readonly WindowClient[]>;
    claim(): Promise<void>;
  };
  fetch(input: Request | string, init?: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};

/** What the browser tells of the reader's connection; Firefox and Safari tell nothing. */
export type Connection = Readonly<{ saveData?: boolean; effectiveType?: string }>;

/** The reader pays for every byte, or waits for it: nothing is fetched that was not asked for. */
export const isFrugal = (connection: Connection | undefined): boolean =>
  connection?.saveData === true || connection?.effectiveType === 'slow-2g' || connection?.effectiveType === '2g';
