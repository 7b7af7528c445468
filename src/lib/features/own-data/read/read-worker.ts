import { guess, prepareRegion, read } from './importer';
import { buffersOf } from './messages';
import type { Reply, Request } from './messages';
import { nowAndThen } from './progress';
import { ImportRefused } from './refusal';
import type { Region } from './table-builder';

/* The importer's worker: one for one page visit or less. It makes no request and stores nothing. To cancel, it is ended. */

const reply = (message: Reply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });
let region: Region | undefined;

async function answer(request: Request): Promise<void> {
  if (request.kind === 'prepare') {
    region = prepareRegion(request.context);
    return;
  }
  if (!region) throw new Error('prepare comes first');
  if (request.kind === 'guess') {
    const onOpen = () => reply({ kind: 'progress', progress: { done: 0, total: request.file.size, rows: 0 } });
    reply({ kind: 'guess', guess: await guess(request.file, region, { sheet: request.sheet, said: request.said, onOpen }) });
    return;
  }
  const table = await read(request.file, request.guess, region, { onProgress: nowAndThen((progress) => reply({ kind: 'progress', progress })) });
  reply({ kind: 'table', table }, buffersOf(table));
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  answer(data).catch((error: unknown) => {
    if (error instanceof ImportRefused) reply({ kind: 'refused', reason: error.reason, detail: error.detail });
    else reply({ kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  });
});
