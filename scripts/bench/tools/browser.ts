import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium, thisMachine } from '../../steps/chromium';

/** What probe.js puts into every page. */
declare global {
  interface Window {
    bench: {
      marks: () => Record<string, number>;
      until: (name: string, later: number) => Promise<number>;
      paint: () => number | undefined;
      longest: (since: number) => number;
      watchFrames: () => void;
      frames: () => number[];
    };
    /** of the rivals' pages */
    restyle?: (lit: boolean) => Promise<void>;
  }
}

/** The screen of every page, CSS px. */
export const SCREEN = { width: 1440, height: 900 } as const;

/** Longest that one page may be measured, ms: a page that hangs costs no other. */
const LIMIT = 150_000;

/** Chromium with software drawing and no way to any other host than this machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureChromium(thisMachine(() => chromium.executablePath())),
    args: [
      ...CHROMIUM_ARGS,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      // weigh memory when asked, not at the next collection
      '--enable-blink-features=ForceEagerMeasureMemory'
    ]
  });

/** A page in a browser of its own, so that nothing is warm and nothing is left behind, and a line to its insides. */
export class Bench {
  /** what was asked of other hosts, and not had */
  readonly strangers: string[] = [];
  private constructor(
    readonly page: Page,
    readonly cdp: CDPSession
  ) {}

  /**
   * Open a page, measure it, and close its browser whatever happens.
   * @param limit most that it may take, ms @throws what `measure` throws, or that it took too long
   */
  static async with<T>(measure: (bench: Bench) => Promise<T>, options: Readonly<{ still?: boolean; limit?: number }> = {}): Promise<T> {
    const { still = false, limit = LIMIT } = options;
    const browser = await openBrowser();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`took more than ${limit / 1000} s`)), limit);
    });
    try {
      return await Promise.race([Bench.#open(browser, still).then(measure), late]);
    } finally {
      clearTimeout(timer);
      // a page that is deep in its work answers no one
      await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 15_000))]);
    }
  }

  static async #open(browser: Browser, still: boolean): Promise<Bench> {
    const context = await browser.newContext({
      // it would fetch the offline copy while others are measured
      serviceWorkers: 'block',
      viewport: SCREEN,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: still ? 'reduce' : 'no-preference'
    });
    await context.addInitScript({ path: join(import.meta.dirname, 'probe.js') });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const bench = new Bench(page, cdp);
    page.on('request', (request) => {
      const { protocol, hostname, origin } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') bench.strangers.push(origin);
    });
    return bench;
  }

  /** Wait for a mark of the page, later than a moment of its clock. @throws after so many ms */
  async mark(name: string, later = -1, limit = 120_000): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no “${name}” in ${limit / 1000} s`)), limit);
    });
    const marked = this.page.evaluate(([wanted, moment]) => window.bench.until(wanted, moment), [name, later] as const);
    try {
      return await Promise.race([marked, late]);
    } finally {
      clearTimeout(timer);
      // one that never comes ends with its page
      marked.catch(() => undefined);
    }
  }
  marks = (): Promise<Record<string, number>> => this.page.evaluate(() => window.bench.marks());
  now = (): Promise<number> => this.page.evaluate(() => performance.now());

  /** Wait until the browser tells of its first paint, which it does when the picture is on the screen. */
  async painted(): Promise<void> {
    for (let i = 0; i < 100 && !(await this.page.evaluate(() => window.bench.paint())); i++) await this.page.waitForTimeout(50);
  }

  /** Wait for a mark later than a moment of the page's clock, and until no more of its name has come for a while. @returns the last one's time */
  async settled(name: string, later = -1, quiet = 400): Promise<number> {
    for (let last = later; ;) {
      const at = await this.mark(name, last);
      await this.page.waitForTimeout(quiet);
      if ((await this.marks())[name] === at) return at;
      last = at;
    }
  }

  /** Main thread's work since the page began, ms: all tasks, and scripts among them. */
  async work(): Promise<Readonly<{ tasks: number; scripts: number }>> {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    const of = (wanted: string) => 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? NaN);
    return { tasks: of('TaskDuration'), scripts: of('ScriptDuration') };
  }

  /** The page's own heap and buffers after collection, bytes; without its workers. */
  async heap(): Promise<Readonly<{ used: number; buffers: number; nodes: number; listeners: number }>> {
    await this.cdp.send('HeapProfiler.collectGarbage');
    await this.cdp.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await this.cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await this.cdp.send('Memory.getDOMCounters');
    return { used: usedSize, buffers: backingStorageSize ?? 0, nodes, listeners: jsEventListeners };
  }

  /** Memory of page and workers together as the browser counts it, bytes; undefined where it will not say. */
  weight(): Promise<number | undefined> {
    return this.page.evaluate(async () => {
      const { measureUserAgentSpecificMemory: measure } = performance as Performance & { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> };
      return measure && crossOriginIsolated ? (await measure.call(performance)).bytes : undefined;
    });
  }
}
