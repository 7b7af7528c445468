import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { ensureChromium, thisMachine } from '../../steps/chromium';

/** What probe.js puts into every page. */
declare global {
  interface Window {
    bench: {
      marks: () => Record<string, number>;
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

/** Chromium with software drawing and no way to any other host than this machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureChromium(thisMachine(() => chromium.executablePath())),
    args: [
      ...['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      // weigh memory when asked, not at the next collection
      '--enable-blink-features=ForceEagerMeasureMemory'
    ]
  });

/** A page of its own context, so that nothing is cached, and a line to its insides. */
export class Bench {
  /** what was asked of other hosts, and not had */
  readonly strangers: string[] = [];
  private constructor(
    readonly page: Page,
    readonly cdp: CDPSession
  ) {}

  static async open(browser: Browser, reducedMotion: 'reduce' | 'no-preference' = 'no-preference'): Promise<Bench> {
    const context = await browser.newContext({ viewport: SCREEN, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion });
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
    const until = Date.now() + limit;
    for (;;) {
      const at = (await this.marks())[name];
      if (at !== undefined && at > later) return at;
      if (Date.now() > until) throw new Error(`no “${name}” in ${limit / 1000} s`);
      await this.page.waitForTimeout(50);
    }
  }
  marks = (): Promise<Record<string, number>> => this.page.evaluate(() => window.bench.marks());
  now = (): Promise<number> => this.page.evaluate(() => performance.now());

  /** Wait until the browser tells of its first paint, which it does when the picture is on the screen. */
  async painted(): Promise<void> {
    for (let i = 0; i < 100 && !(await this.page.evaluate(() => window.bench.paint())); i++) await this.page.waitForTimeout(50);
  }

  /** Wait until no mark of this name has come for a while. @returns the last one's time */
  async settled(name: string, quiet = 400): Promise<number> {
    for (;;) {
      const at = await this.mark(name);
      await this.page.waitForTimeout(quiet);
      if ((await this.marks())[name] === at) return at;
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

  close = (): Promise<void> => this.page.context().close();
}
