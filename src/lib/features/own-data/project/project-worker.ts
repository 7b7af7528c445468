import { prepareRegion } from '../read/importer';
import { buffersOf } from '../read/messages';
import { ImportRefused } from '../read/refusal';
import type { ImportContext } from '../table/import-context';
import { readProject } from './read-project';
import type { Opened } from './read-project';

/* Reads one project, off the page. To cancel, it is ended. */

export type ProjectRequest = Readonly<{ file: Blob; context: ImportContext }>;
export type ProjectReply = Readonly<
  | { kind: 'progress'; bytes: number }
  | { kind: 'opened'; opened: Opened }
  | { kind: 'refused'; reason: ImportRefused['reason']; detail: ImportRefused['detail'] }
  | { kind: 'failed' }
>;

const reply = (message: ProjectReply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

/** Milliseconds between two words of progress. */
const PROGRESS_EVERY = 120;

self.addEventListener('message', ({ data: { file, context } }: MessageEvent<ProjectRequest>) => {
  let [bytes, told] = [0, performance.now()];
  const onBytes = (more: number) => {
    bytes += more;
    if (performance.now() - told < PROGRESS_EVERY) return;
    told = performance.now();
    reply({ kind: 'progress', bytes });
  };
  readProject(file, prepareRegion(context), { onBytes }).then(
    (opened) => reply({ kind: 'opened', opened }, [...new Set(opened.tables.flatMap(buffersOf))]),
    (error: unknown) => reply(error instanceof ImportRefused ? { kind: 'refused', reason: error.reason, detail: error.detail } : { kind: 'failed' })
  );
});
