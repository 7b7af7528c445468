import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dismiss, guessFile, importFile, quietFor } from '#lib/features/own-data/read/import-file';
import type { ImportGuess } from '#lib/features/own-data/table/guess';
import type { Reply } from '#lib/features/own-data/read/messages';
import { context, fileOf } from './small-region';

/* The page's side of the importer, with a worker that does as the test says. */
class FakeWorker {
  static last: FakeWorker;
  ended = false;
  onmessage: (event: { data: Reply }) => void = () => undefined;
  onerror: (event: { message: string }) => void = () => undefined;
  constructor() {
    FakeWorker.last = this;
  }
  postMessage = () => undefined;
  terminate = () => (this.ended = true);
  say = (data: Reply) => this.onmessage({ data });
}
const file = fileOf('x'.repeat(1000)) as File;
const progress = { kind: 'progress', progress: { done: 1, total: 2, rows: 1 } } as const;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  dismiss();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('ends a worker that says nothing any more, and tells why', async () => {
  const read = expect(importFile(file, {} as ImportGuess, context)).rejects.toMatchObject({ reason: 'broken', detail: { text: 'timeout' } });
  await vi.advanceTimersByTimeAsync(quietFor(file.size, false) - 1);
  FakeWorker.last.say(progress);
  await vi.advanceTimersByTimeAsync(quietFor(file.size, true) - 1);
  expect(FakeWorker.last.ended).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await read;
  expect(FakeWorker.last.ended).toBe(true);
});

it('leaves no timer behind', async () => {
  const looked = guessFile(file, context);
  FakeWorker.last.say({ kind: 'guess', guess: {} as ImportGuess });
  await looked;
  const stop = new AbortController();
  const cancelled = expect(importFile(file, {} as ImportGuess, context, { signal: stop.signal })).rejects.toThrow('enough');
  stop.abort(new Error('enough'));
  await cancelled;
  const failed = expect(importFile(file, {} as ImportGuess, context)).rejects.toThrow('worker: no memory');
  FakeWorker.last.onerror({ message: 'no memory' });
  await failed;
  expect(vi.getTimerCount()).toBe(0);
});
