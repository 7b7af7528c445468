import type { ImportContext } from '../table/import-context';
import type { ImportGuess } from '../table/guess';
import type { Said } from '../table/said-columns';
import type { OwnTable } from '../table/table';
import type { Reply, Request } from './messages';
import type { ImportProgress } from './progress';
import { ImportRefused } from './refusal';

export type { ImportProgress };
export type ImportOptions = Readonly<{ onProgress?: (progress: ImportProgress) => void; signal?: AbortSignal }>;

/** `sheet` of a workbook, see ImportGuess.sheets; its first one otherwise. `said` is what the reader says of its columns. */
export type GuessOptions = Readonly<{ sheet?: string | undefined; said?: Said; signal?: AbortSignal }>;

type Final = Exclude<Reply, { kind: 'progress' }>;

/** A worker that knows the region, kept from guess to import and ended after that: its memory goes with it. */
let idle: { worker: Worker; context: ImportContext } | undefined;

function takeWorker(context: ImportContext): Worker {
  const taken = idle;
  idle = undefined;
  if (taken?.context === context) return taken.worker;
  taken?.worker.terminate();
  return start(context);
}

function start(context: ImportContext): Worker {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module', name: 'import' });
  worker.postMessage({ kind: 'prepare', context } satisfies Request);
  return worker;
}

/**
 * A worker that says nothing for so long, ms, is taken for stuck: a damaged Parquet file can hold its decoder in a loop without end.
 * Until it has opened the file there may be much to do, and the format's reader may have to come over a slow network.
 */
export const quietFor = (bytes: number, opened: boolean): number => (opened ? 5000 : 60_000) + bytes / 1000;

function ask(worker: Worker, request: Exclude<Request, { kind: 'prepare' }>, { onProgress, signal }: ImportOptions): Promise<Final> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      worker.terminate();
      // its type is the caller's affair: an AbortError unless it gave another reason
      reject(signal?.reason as Error);
    };
    const stuck = () => {
      settle();
      worker.terminate();
      reject(new ImportRefused('broken', { text: 'timeout' }));
    };
    const wait = (opened: boolean) => setTimeout(stuck, quietFor(request.file.size, opened));
    let timer = wait(false);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.onerror = (event) => {
      settle();
      worker.terminate();
      reject(new Error(`worker: ${event.message || 'could not be started'}`));
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'progress') {
        clearTimeout(timer);
        timer = wait(true);
        return onProgress?.(data.progress);
      }
      settle();
      resolve(data);
    };
    worker.postMessage(request);
  });
}

function failure(reply: Final): Error {
  return reply.kind === 'refused' ? new ImportRefused(reply.reason, reply.detail) : new Error(reply.kind === 'failed' ? reply.message : 'unexpected answer');
}

/** Have a worker learn the region before there is a file to look at. Ended by `dismiss`, or with the import that it does. */
export function prepare(context: ImportContext): void {
  if (idle?.context === context) return;
  idle?.worker.terminate();
  idle = { worker: start(context), context };
}

/** End a worker that waits for an import that will not come, e.g. on leaving the page. */
export function dismiss(): void {
  idle?.worker.terminate();
  idle = undefined;
}

/**
 * Look at a file's beginning and say what it is. Runs in a worker; nothing leaves the browser.
 * Pasted text is a file too: `new File([text], 'pasted.csv')`.
 * @throws ImportRefused if it cannot be read; the signal's reason (an AbortError) once it is aborted
 */
export async function guessFile(file: File, context: ImportContext, options: GuessOptions = {}): Promise<ImportGuess> {
  const worker = takeWorker(context);
  const reply = await ask(worker, { kind: 'guess', file, sheet: options.sheet, said: options.said }, options);
  // another may have been started meanwhile
  if (idle) worker.terminate();
  else idle = { worker, context };
  if (reply.kind === 'guess') return reply.guess;
  throw failure(reply);
}

/**
 * Read a file as `guess` says, with the reader's corrections. Runs in a worker; on `signal` the worker is ended at once.
 * The table's arrays are moved, not copied.
 * @throws ImportRefused if it cannot be read; the signal's reason (an AbortError) once it is aborted
 */
export async function importFile(file: File, guess: ImportGuess, context: ImportContext, options: ImportOptions = {}): Promise<OwnTable> {
  const worker = takeWorker(context);
  const reply = await ask(worker, { kind: 'import', file, guess }, options);
  worker.terminate();
  if (reply.kind === 'table') return reply.table;
  throw failure(reply);
}
