import { prepareRegion } from '../read/importer';
import { buffersOf } from '../read/messages';
import { nowAndThen } from '../read/progress';
import type { ImportProgress } from '../read/progress';
import { ImportRefused } from '../read/refusal';
import type { ImportContext } from '../table/import-context';
import { readProject } from './read-project';
import type { Opened } from './read-project';

/* Reads one project, off the page. To cancel, it is ended. */

export type ProjectRequest = Readonly<{ file: Blob; context: ImportContext }>;
export type ProjectReply = Readonly<
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'opened'; opened: Opened }
  | { kind: 'refused'; reason: ImportRefused['reason']; detail: ImportRefused['detail'] }
  | { kind: 'failed' }
>;

const reply = (message: ProjectReply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

self.addEventListener('message', ({ data: { file, context } }: MessageEvent<ProjectRequest>) => {
  const onProgress = nowAndThen((progress) => reply({ kind: 'progress', progress }));
  readProject(file, prepareRegion(context), { onProgress }).then(
    (opened) => reply({ kind: 'opened', opened }, [...new Set(opened.tables.flatMap(buffersOf))]),
    (error: unknown) => reply(error instanceof ImportRefused ? { kind: 'refused', reason: error.reason, detail: error.detail } : { kind: 'failed' })
  );
});
