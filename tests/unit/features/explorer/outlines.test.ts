import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Outlines } from '#lib/features/explorer/outlines.svelte';

/** What is fetched, and how to answer it. */
let asked: { file: string; answer: (response: Response) => void }[] = [];
const answer = (file: string, status = 200) =>
  asked.filter((one) => one.file === file).forEach((one) => one.answer(new Response(JSON.stringify({ type: 'Topology', file }), { status })));
const count = (file: string) => asked.filter((one) => one.file === file).length;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal('fetch', (url: string) => new Promise<Response>((resolve) => asked.push({ file: url.split('/').at(-1) ?? '', answer: resolve })));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function opened(): Promise<Outlines> {
  const outlines = new Outlines();
  const loading = outlines.load(false);
  answer('overview.topo.json');
  (await loading)();
  return outlines;
}

test('the finer outlines are waited for, for a moment only, and taken whenever they come', async () => {
  const outlines = await opened();
  expect(count('focus.topo.json')).toBe(0);
  expect(outlines.awaited).toBe(true);
  const refining = outlines.refine();
  await vi.advanceTimersByTimeAsync(2000);
  expect(outlines.awaited).toBe(false);
  expect(outlines.all?.focus).toBeUndefined();
  answer('focus.topo.json');
  await refining;
  expect(outlines.all?.focus).toBeDefined();
  expect(outlines.awaited).toBe(false);
});

test('what is fetched ahead is fetched once, and there at once', async () => {
  const outlines = await opened();
  void outlines.prepare();
  answer('focus.topo.json');
  await outlines.refine();
  expect(outlines.all?.focus).toBeDefined();
  expect(count('focus.topo.json')).toBe(1);
});

test('nothing waits for what cannot be had; it is asked for again when it is needed again', async () => {
  const outlines = await opened();
  const ahead = outlines.prepare();
  answer('focus.topo.json', 404);
  await ahead;
  const refining = outlines.refine();
  expect(count('focus.topo.json')).toBe(2);
  asked.at(-1)?.answer(new Response('', { status: 404 }));
  await refining;
  expect(outlines.all?.focus).toBeUndefined();
  expect(outlines.awaited).toBe(false);
});
