import { describe, expect, it } from 'vitest';
import { sharePieces, textOf } from '#lib/site/offline/bundle';
import { Browser } from './make-scope';
import type { Build } from './make-scope';

const build = (version: string): Build => ({
  version,
  pages: {
    'index.html': `home ${version}`,
    '404.html': `shell ${version}`,
    'zones/x/__data.json': `{"zone":"${version}"}`,
    'data/v1/zones.json': `[${version}]`
  },
  files: { '_app/immutable/same.js': 'same', [`_app/immutable/of-${version}.js`]: version }
});
const text = async (response: Promise<Response | undefined>) => (await response)?.text();

/** A browser that has visited once. */
async function visited(base = '') {
  const browser = new Browser(base);
  browser.host = build('1');
  const worker = browser.worker('1');
  await worker.install();
  await worker.activate();
  return { browser, worker };
}

/** Build 2 is on the host and installed beside build 1; page `old` is open and belongs to build 1. */
async function updated() {
  const { browser, worker } = await visited();
  browser.open.add('old');
  browser.served.add('old');
  browser.host = build('2');
  browser.fetched.length = 0;
  const next = browser.worker('2');
  await next.install();
  return { browser, worker, next };
}

describe.each(['', '/clusters'])('after one visit, under “%s/”', (base) => {
  it('everything is there with the network off', async () => {
    const { browser, worker } = await visited(base);
    browser.host = undefined;
    expect(await text(worker.ask(''))).toBe('home 1');
    expect(await text(worker.ask('?zone=x'))).toBe('home 1');
    expect(await text(worker.ask('data/v1/zones.json', 'page'))).toBe('[1]');
    expect(await text(worker.ask('zones/x/__data.json?x-sveltekit-invalidated=01', 'page'))).toBe('{"zone":"1"}');
    expect(await text(worker.ask('_app/immutable/of-1.js', 'page'))).toBe('1');
    // a dossier's HTML is not kept: the site's code draws it from its facts
    expect(await text(worker.ask('zones/x/'))).toBe('shell 1');
    expect((await worker.ask('zones/x?day=2024-01-01'))?.headers.get('location')).toMatch(`${base}/zones/x/?day=2024-01-01`);
    expect(await text(worker.ask('nowhere/'))).toBe('shell 1');
    expect((await worker.ask(''))?.headers.get('x-frame-options')).toBe('DENY');
  });

  it('leaves alone what is not its own', async () => {
    const { worker } = await visited(base);
    expect(await worker.ask('_app/version.json', 'page')).toBeUndefined();
    expect(await worker.ask('data/v1/zones.json', 'page', { headers: { range: 'bytes=0-9' } })).toBeUndefined();
    expect(await worker.ask('', 'page', { method: 'POST' })).toBeUndefined();
    expect(await worker.ask('https://tiles.example/1.pbf', 'page')).toBeUndefined();
    if (base) expect(await worker.ask('/elsewhere/', 'page')).toBeUndefined();
  });

  it('keeps nothing that a page fetches beside it', async () => {
    const { browser, worker } = await visited(base);
    browser.host = { ...build('1'), pages: { ...build('1').pages, 'data/v1/downloads/atlas.xlsx': 'table' } };
    expect(await text(worker.ask('data/v1/downloads/atlas.xlsx', 'page'))).toBe('table');
    browser.host = undefined;
    await expect(worker.ask('data/v1/downloads/atlas.xlsx', 'page')).rejects.toThrow();
  });
});

describe('a new build', () => {
  it('fetches only what has changed, and waits', async () => {
    const { browser, worker } = await updated();
    expect(browser.fetched.sort()).toEqual(['_app/immutable/of-2.js', 'offline/2.json']);
    expect(await text(worker.ask(''))).toBe('home 1');
    expect(await text(worker.ask('zones/x/'))).toBe('shell 1');
  });

  it('takes over new pages and leaves open ones on their own build, to the last file', async () => {
    const { browser, next } = await updated();
    await next.activate();
    expect(await text(next.ask(''))).toBe('home 2');
    expect(await text(next.ask('data/v1/zones.json', 'new'))).toBe('[2]');
    expect(await text(next.ask('data/v1/zones.json', 'old'))).toBe('[1]');
    expect(await text(next.ask('_app/immutable/of-1.js', 'old'))).toBe('1');
    // the worker is stopped and started as the browser likes
    expect(await text(browser.worker('2').ask('data/v1/zones.json', 'old'))).toBe('[1]');
  });

  it('drops the old build when its last page is left', async () => {
    const { browser, next } = await updated();
    await next.activate();
    expect(await browser.caches.keys()).toContain('site / 1');
    browser.open.clear();
    await next.ask('');
    expect((await browser.caches.keys()).filter((name) => name.startsWith('site '))).toEqual(['site / 2']);
  });

  it('that nobody took is dropped when the next one comes', async () => {
    const { browser } = await updated();
    browser.host = build('3');
    await browser.worker('3').install();
    expect((await browser.caches.keys()).filter((name) => name.startsWith('site '))).toEqual(['site / 1', 'site / 3']);
  });

  it('that cannot be fetched whole leaves nothing, and the old one goes on', async () => {
    const { browser, worker } = await visited();
    const { 'data/v1/zones.json': _, ...pages } = build('2').pages;
    browser.host = { ...build('2'), pages, files: {} };
    browser.pack = () => ({ files: ['_app/immutable/of-2.js'], headers: {}, ...sharePieces(new Map()) });
    await expect(browser.worker('2').install()).rejects.toThrow('404');
    expect(await browser.caches.keys()).not.toContain('site / 2');
    expect(await text(worker.ask(''))).toBe('home 1');
  });

  it('touches no cache of another site on the origin', async () => {
    const { browser, next } = await updated();
    await browser.caches.open('site /other/ 1');
    await browser.caches.open('somebody else');
    browser.open.clear();
    await next.activate();
    expect(await browser.caches.keys()).toEqual(expect.arrayContaining(['site /other/ 1', 'somebody else']));
  });
});

describe('the page of the first visit', () => {
  it('is served from then on, and pages of unknown builds are left to the network', async () => {
    const browser = new Browser();
    browser.host = build('1');
    browser.open.add('first').add('unknown');
    const worker = browser.worker('1');
    await worker.install();
    await worker.activate();
    await worker.say('first', { type: 'hello', version: '1' });
    expect(browser.served).toContain('first');
    browser.host = undefined;
    expect(await text(worker.ask('data/v1/zones.json', 'first'))).toBe('[1]');
    await expect(worker.ask('data/v1/zones.json', 'unknown')).rejects.toThrow();
  });

  it('of another build is not taken over', async () => {
    const browser = new Browser();
    browser.host = build('1');
    browser.open.add('first');
    const worker = browser.worker('1');
    await worker.install();
    await worker.activate();
    await worker.say('first', { type: 'hello', version: '0' });
    expect(browser.served.size).toBe(0);
  });

  it('of a reader who saves data fetches nothing until that ends', async () => {
    const browser = new Browser();
    browser.host = build('1');
    browser.connection = { saveData: true };
    const worker = browser.worker('1');
    await worker.install();
    await worker.activate();
    expect(browser.fetched).toEqual([]);
    expect(await text(worker.ask(''))).toBe('home 1');
    browser.connection = {};
    const later = browser.worker('1');
    await later.say('first', { type: 'hello', version: '1' });
    browser.host = undefined;
    expect(await text(later.ask(''))).toBe('home 1');
  });
});

it('texts come out of the pack as they went in', () => {
  const texts = new Map([
    ['a', '{"path":"M 1 2 3 4 5 6 7 8 9 10 11 12 13 14","x":"\\"quoted\\" text of some length\\\\"}'],
    ['b', '<path d="M 1 2 3 4 5 6 7 8 9 10 11 12 13 14"/>'],
    ['c', '']
  ]);
  const pack = sharePieces(texts);
  expect(new Set(pack.pieces).size).toBe(pack.pieces.length);
  expect(pack.texts.a?.some((piece) => pack.texts.b?.includes(piece))).toBe(true);
  for (const [name, text] of texts) expect(textOf(pack, name)).toBe(text);
  expect(textOf(pack, 'd')).toBeUndefined();
});
