import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { address as Address } from '#lib/design/page/address.svelte';
import type { TypedTexts as Texts } from '#lib/design/page/typed-texts.svelte';

/* The framework and the browser's history are stood in for; what a navigation does, it does late, as the framework's own. */

const ORIGIN = 'https://site.test';
type Kind = 'link' | 'goto' | 'popstate';
const seen = vi.hoisted(() => ({
  before: [] as ((navigation: { type: Kind }) => void)[],
  after: [] as (() => void)[],
  page: { url: new URL('https://site.test/'), state: {} },
  push: (_: string, _state: object): void => undefined,
  replace: (_: string, _state: object): void => undefined
}));
vi.mock('$app/navigation', () => ({
  beforeNavigate: (run: () => void) => seen.before.push(run),
  afterNavigate: (run: () => void) => seen.after.push(run),
  pushState: (href: string, state: object) => seen.push(href, state),
  replaceState: (href: string, state: object) => seen.replace(href, state)
}));
vi.mock('$app/state', () => ({ page: seen.page }));
vi.mock('svelte', async (original) => ({ ...(await original<object>()), onMount: (run: () => void) => run() }));

class FakeBrowser {
  entries: string[];
  at = 0;
  listeners: ((event: { state: object | null }) => void)[] = [];
  constructor(path: string) {
    this.entries = [ORIGIN + path];
  }
  get url(): URL {
    return new URL(this.entries[this.at] ?? '');
  }
  push = (href: string): void => {
    this.entries = [...this.entries.slice(0, this.at + 1), href];
    this.at++;
  };
  replace = (href: string): void => {
    this.entries[this.at] = href;
  };
  /** a step back or forth between states of one page */
  go(by: number): void {
    this.at += by;
    for (const tell of this.listeners) tell({ state: {} });
  }
  /** a link within the page */
  jump(hash: string): void {
    this.push(new URL(hash, this.url).href);
    for (const tell of this.listeners) tell({ state: null });
  }
  /** a link or `goto`: the page is told when everything has been loaded */
  async navigate(path: string, type: Kind = 'link'): Promise<void> {
    for (const run of seen.before) run({ type });
    await vi.advanceTimersByTimeAsync(400);
    this.push(ORIGIN + path);
    seen.page.url = this.url;
    for (const run of seen.after) run();
  }
}

let browser: FakeBrowser;
let address: typeof Address;
let TypedTexts: typeof Texts;
const now = () => address.url.href.slice(ORIGIN.length);
const written = () => browser.entries.map((href) => href.slice(ORIGIN.length));

beforeEach(async () => {
  vi.useFakeTimers();
  browser = new FakeBrowser('/targets/');
  Object.assign(seen, { before: [], after: [], push: browser.push, replace: browser.replace });
  seen.page.url = browser.url;
  vi.stubGlobal('location', {
    get href() {
      return browser.url.href;
    },
    get search() {
      return browser.url.search;
    },
    get pathname() {
      return browser.url.pathname;
    },
    get hash() {
      return browser.url.hash;
    }
  });
  vi.stubGlobal('addEventListener', (_: string, tell: (event: { state: object | null }) => void) => browser.listeners.push(tell));
  vi.resetModules();
  ({ address } = await import('#lib/design/page/address.svelte'));
  ({ TypedTexts } = await import('#lib/design/page/typed-texts.svelte'));
  address.follow();
  for (const run of seen.after) run();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('acts', () => {
  it('count at once, each a step that the way back undoes; the same one twice is one', () => {
    address.step('?kind=park');
    address.step('?kind=park&city=3301');
    address.step('?kind=park&city=3301');
    expect(now()).toBe('/targets/?kind=park&city=3301');
    expect(written()).toEqual(['/targets/', '/targets/?kind=park', '/targets/?kind=park&city=3301']);
    browser.go(-1);
    expect(now()).toBe('/targets/?kind=park');
    address.step('');
    expect(written()).toEqual(['/targets/', '/targets/?kind=park', '/targets/']);
  });

  it.each([
    ['throws', true],
    ['says nothing', false]
  ])('count where a browser has had enough and %s, and are written when it lets them', (_, throws) => {
    seen.push = () => {
      if (throws) throw new DOMException('too often', 'SecurityError');
    };
    address.step('?kind=park');
    expect(now()).toBe('/targets/?kind=park');
    expect(written()).toEqual(['/targets/']);
    vi.advanceTimersByTime(1000);
    expect(written()).toEqual(['/targets/?kind=park']);
  });
});

describe('what is typed', () => {
  /** Type into a search field, letter by letter, with pauses. */
  function type(field: Texts, letters: string, pause = 60): void {
    for (const letter of letters) {
      field.set('q', (field.texts.q ?? '') + letter);
      // an address reads words without spaces at their ends
      address.soon(`?q=${field.texts.q?.trim()}`);
      vi.advanceTimersByTime(pause);
    }
  }

  it('counts at once and is written when the reader pauses, in place', () => {
    const field = new TypedTexts();
    type(field, 'qian');
    expect(now()).toBe('/targets/?q=qian');
    expect(written()).toEqual(['/targets/']);
    vi.advanceTimersByTime(250);
    expect(written()).toEqual(['/targets/?q=qian']);
  });

  it.each([20, 245, 260])('keeps every letter, also those that the address does not hold (a letter each %i ms)', (pause) => {
    const field = new TypedTexts();
    type(field, 'qian tang ', pause);
    expect(field.texts.q).toBe('qian tang ');
    vi.advanceTimersByTime(5000);
    expect(field.texts.q).toBe('qian tang ');
    expect(now()).toBe('/targets/?q=qian%20tang');
  });

  it('is not taken away by a navigation that ends late and changes nothing of the query', async () => {
    const field = new TypedTexts();
    type(field, 'qian', 300);
    const late = browser.navigate('/targets/?q=qian', 'goto');
    await vi.advanceTimersByTimeAsync(300);
    type(field, 'g');
    await vi.advanceTimersByTimeAsync(400);
    await late;
    expect(now()).toBe('/targets/?q=qiang');
    expect(field.texts.q).toBe('qiang');
  });

  it('goes along with the next step, and the way back undoes that step alone', () => {
    const field = new TypedTexts();
    type(field, 'qian');
    address.step(`${address.url.search}&due=running`);
    expect(written()).toEqual(['/targets/?q=qian', '/targets/?q=qian&due=running']);
    expect(field.texts.q).toBe('qian');
    browser.go(-1);
    expect(now()).toBe('/targets/?q=qian');
    expect(field.texts.q).toBeUndefined();
  });

  it('is written before a link is followed, not onto the page behind it; fields then show what the address says', async () => {
    const field = new TypedTexts();
    type(field, 'qian');
    await browser.navigate('/targets/?family=talent');
    vi.advanceTimersByTime(1000);
    expect(written()).toEqual(['/targets/?q=qian', '/targets/?family=talent']);
    expect(field.texts.q).toBeUndefined();
  });

  it('and not yet written is left behind by a step back', () => {
    const field = new TypedTexts();
    address.step('?due=running');
    type(field, 'qian');
    browser.go(-1);
    vi.advanceTimersByTime(1000);
    expect(written()).toEqual(['/targets/', '/targets/?due=running']);
    expect(now()).toBe('/targets/');
    expect(field.texts.q).toBeUndefined();
  });

  it('stays through a jump within the page', () => {
    const field = new TypedTexts();
    type(field, 'qian');
    browser.jump('#table');
    vi.advanceTimersByTime(1000);
    expect(now()).toBe('/targets/?q=qian#table');
    expect(field.texts.q).toBe('qian');
  });
});
